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

/** The editor's own measuring: of a place, on a canvas, of a text, in a layout. */
type Measure = (...measured: readonly [unknown, unknown, unknown, Layout]) => unknown;

/**
 * While a cell is typed into, the grid's editor is as wide as the text and five pixels; in a cell
 * with an indent the text then goes on in a second line that nobody sees. This adds the indent.
 */
export function makeEditorRoomy(injector: Injector): void {
  const service: object = injector.get(SheetCellEditorResizeService);
  const units = injector.get(IUniverInstanceService);
  const own: unknown = Reflect.get(service, '_predictingSize');
  if (typeof own !== 'function') return;
  const measure: Measure = (...measured) => {
    const size: unknown = Reflect.apply(own, service, measured);
    const { wrapStrategy } = measured[3];
    const text = units.getUnit<DocumentDataModel>(
      DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
      UniverInstanceType.UNIVER_DOC,
    );
    if (!size || !text || wrapStrategy === WrapStrategy.WRAP) return size;
    const { pageSize, marginLeft = 0, marginRight = 0 } = text.getDocumentStyle();
    text.updateDocumentDataPageSize((pageSize?.width ?? 0) + marginLeft + marginRight);
    return size;
  };
  Reflect.set(service, '_predictingSize', measure);
}
