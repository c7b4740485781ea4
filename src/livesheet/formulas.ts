import type { ICellData, Nullable, Worksheet } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/preset-sheets-core';

interface Origin {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/**
 * The formulas of a sheet. Cells that were filled from one another share one: it stands in the
 * first of them, and the others hold its name alone.
 */
export class Formulas {
  private readonly lexer = new LexerTreeBuilder();
  private origins: ReadonlyMap<string, Origin> | null = null;

  constructor(private readonly worksheet: Worksheet) {}

  /** As a person would type it, with its "="; undefined for a cell without one. */
  at(row: number, column: number, cell: Nullable<ICellData>): string | undefined {
    const own = formulaIn(cell);
    const shared = cell?.si;
    if (own !== undefined || typeof shared !== 'string' || shared === '') return own;
    this.origins ??= originsOf(this.worksheet);
    const origin = this.origins.get(shared);
    return origin && this.moved(origin.formula, row - origin.row, column - origin.column);
  }

  /** The formula as it reads so many rows and columns further, as if copied there. */
  moved(formula: string, rows: number, columns: number): string {
    return this.lexer.moveFormulaRefOffset(formula, columns, rows);
  }
}

const formulaIn = (cell: Nullable<ICellData>): string | undefined =>
  typeof cell?.f === 'string' && cell.f.startsWith('=') ? cell.f : undefined;

function originsOf(worksheet: Worksheet): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  worksheet.getCellMatrix().forValue((row, column, cell: Nullable<ICellData>) => {
    const formula = formulaIn(cell);
    if (formula !== undefined && typeof cell?.si === 'string' && cell.si !== '')
      origins.set(cell.si, { formula, row, column });
  });
  return origins;
}
