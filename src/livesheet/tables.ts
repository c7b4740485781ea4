import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { BorderStyleTypes, type Injector, InterceptorEffectEnum } from '@univerjs/core';
import type { IStyleData } from '@univerjs/core';
import type { GridSheet } from '#application/live/live-grid.ts';
import type { SheetTable, TableDress } from '#application/live/sheet-drawings.ts';
import type { CellBlock } from '#domain/sheet.ts';
import { dressOf, type Lines, linesOf } from './table-dress.ts';

/** Above what cells are, below our highlights. */
const BELOW_FILLS = 900;
/** What is written where nobody chose a colour. */
const PLAIN_INK = new Set(['', '#000000', 'rgb(0,0,0)']);

/** The colours of tables that grow. */
export interface TableColours {
  /** The table on these cells ends with another row. */
  reach(sheet: string, block: CellBlock, bottom: number): void;
}

/**
 * Dresses the cells of tables as their style says, where they have no look of their own. Like our
 * highlights it is only painted: nothing of it is in the model.
 */
export function dressTables(
  injector: Injector,
  sheets: readonly GridSheet[],
  ids: ReadonlyMap<string, string>,
): TableColours {
  const tables = new Map(sheets.map(({ name, look }) => [ids.get(name) ?? '', look?.tables ?? []]));
  const colours: TableColours = {
    reach: (sheet, { top, left }, bottom) => {
      const all = (tables.get(sheet) ?? []).map((table) =>
        table.block.top === top && table.block.left === left
          ? { ...table, block: { ...table.block, bottom } }
          : table,
      );
      tables.set(sheet, all);
    },
  };
  if ([...tables.values()].every(({ length }) => length === 0)) return colours;
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: BELOW_FILLS,
    handler: (cell, at, next) => {
      const table = tables.get(at.subUnitId)?.find(({ block }) => isIn(block, at.row, at.col));
      if (table === undefined) return next(cell);
      const own = typeof cell?.s === 'object' ? cell.s : at.workbook.getStyles().get(cell?.s);
      return next({
        ...cell,
        s: dressed(own ?? null, dressOf(table, at.row), linesOf(table, at.row)),
      });
    },
  });
  return colours;
}

const isIn = (block: SheetTable['block'], row: number, column: number): boolean =>
  row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;

/** The cell's own look goes before its table's. */
function dressed(
  own: IStyleData | null,
  { fill, color, bold }: TableDress,
  lines: Lines,
): IStyleData {
  const style: IStyleData = { ...own };
  if (fill !== undefined && !own?.bg?.rgb) style.bg = { rgb: fill };
  if (color !== undefined && PLAIN_INK.has(own?.cl?.rgb ?? '')) style.cl = { rgb: color };
  if (bold) style.bl = 1;
  const edge = (rgb: string) => ({ s: BorderStyleTypes.THIN, cl: { rgb } });
  if (lines.t !== undefined || lines.b !== undefined)
    style.bd = {
      ...(lines.t === undefined ? {} : { t: edge(lines.t) }),
      ...(lines.b === undefined ? {} : { b: edge(lines.b) }),
      ...own?.bd,
    };
  return style;
}
