import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { type Injector, InterceptorEffectEnum } from '@univerjs/core';
import type { GridColumns } from '#application/live/live-grid.ts';
import type { RowFill } from '#application/workbook.port.ts';

interface SheetFills extends GridColumns {
  /** By row from 0. */
  readonly colors: ReadonlyMap<number, string>;
}

/** Writing on our fills is dark in every theme: the fills are light in every theme. */
const INK = '#242424';

/**
 * Our highlights, drawn over the cells' own looks while they are painted: nothing of them is in the
 * model, so that neither undo nor saving nor copying takes them for the user's.
 */
export class Fills {
  private readonly bySheet = new Map<string, SheetFills>();

  constructor(injector: Injector) {
    injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      effect: InterceptorEffectEnum.Style,
      priority: 1000,
      handler: (cell, at, next) => {
        const color = this.colorOf(at.subUnitId, at.row, at.col);
        if (color === undefined) return next(cell);
        const own = typeof cell?.s === 'object' ? cell.s : at.workbook.getStyles().get(cell?.s);
        return next({ ...cell, s: { ...own, bg: { rgb: color }, cl: { rgb: INK } } });
      },
    });
  }

  set(sheetId: string, { left, right }: GridColumns, fills: readonly RowFill[]): void {
    const colors = new Map(fills.map(({ row, color }) => [row - 1, color]));
    this.bySheet.set(sheetId, { left, right, colors });
  }

  clear(): void {
    this.bySheet.clear();
  }

  private colorOf(sheetId: string, row: number, column: number): string | undefined {
    const fills = this.bySheet.get(sheetId);
    if (fills === undefined || column < fills.left || column > fills.right) return undefined;
    return fills.colors.get(row);
  }
}
