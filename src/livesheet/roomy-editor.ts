import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  type Injector,
  IUniverInstanceService,
  UniverInstanceType,
  WrapStrategy,
} from '@univerjs/core';
import { SheetCellEditorResizeService } from '@univerjs/preset-sheets-core';

interface Layout {
  readonly wrapStrategy?: WrapStrategy;
}

/** What the editor's own measuring consists of. */
interface Measuring {
  _predictingSize(...measured: readonly unknown[]): unknown;
}

/**
 * While a cell is typed into, the grid's editor is as wide as the text and five pixels; in a cell
 * with an indent the text then goes on in a second line that nobody sees. This adds the indent.
 */
export function makeEditorRoomy(injector: Injector): void {
  const service = injector.get(SheetCellEditorResizeService) as unknown as Measuring;
  const units = injector.get(IUniverInstanceService);
  const measure = service._predictingSize.bind(service);
  service._predictingSize = (...measured) => {
    const size = measure(...measured);
    const { wrapStrategy } = measured[3] as Layout;
    const text = units.getUnit<DocumentDataModel>(
      DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
      UniverInstanceType.UNIVER_DOC,
    );
    if (!size || !text || wrapStrategy === WrapStrategy.WRAP) return size;
    const { pageSize, marginLeft = 0, marginRight = 0 } = text.getDocumentStyle();
    text.updateDocumentDataPageSize((pageSize?.width ?? 0) + marginLeft + marginRight);
    return size;
  };
}
