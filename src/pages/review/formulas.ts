import { Decimal } from '#domain/money/decimal.ts';
import { fen, fenFromYuan, sumFen } from '#domain/money/fen.ts';
import type { Canvas, Run } from './canvas.ts';

/**
 * Plain formulas, each laid over a figure that it reproduces to the fen. ROUND(…,2) keeps a sum of
 * doubles on the fen, so that comparing it with a threshold is exact in every spreadsheet.
 */
export function layTotal(canvas: Canvas, row: number, run: Run): void {
  const sum = sumFen(rowsOf(run).map((at) => canvas.fenAt(at, run.column)));
  canvas.formula(row, run.column, `ROUND(SUM(${canvas.range(run)}),2)`, sum);
}

/**
 * `a + b + …` of one row's columns, or any cells; a minus sign in front where the factor is -1. A
 * dash is text and would spoil a sum: it is left out.
 */
export function laySum(
  canvas: Canvas,
  row: number,
  column: number,
  terms: readonly { readonly row: number; readonly column: number; readonly factor?: 1 | -1 }[],
): boolean {
  const figures = terms.filter(
    (term) => typeof canvas.cell(term.row, term.column)?.value === 'number',
  );
  if (figures.length === 0) return false;
  const result = sumFen(
    figures.map((term) => fen(canvas.fenAt(term.row, term.column) * (term.factor ?? 1))),
  );
  const text = figures
    .map(
      (term, index) =>
        `${term.factor === -1 ? '-' : index > 0 ? '+' : ''}` +
        `${canvas.address(term.row, term.column)}`,
    )
    .join('');
  return canvas.formula(
    row,
    column,
    figures.length === 1 && figures[0]?.factor !== -1 ? text : `ROUND(${text},2)`,
    result,
  );
}

/** A cell that repeats another one. */
export const layCopy = (
  canvas: Canvas,
  row: number,
  column: number,
  from: { readonly row: number; readonly column: number },
): boolean => laySum(canvas, row, column, [from]);

/** Sums the rows of a list whose key column says `key`: SUMIFS over this page. */
export function laySumIf(
  canvas: Canvas,
  row: number,
  column: number,
  sums: Run,
  keys: Run,
  key: { readonly row: number; readonly column: number },
): void {
  const wanted = canvas.cell(key.row, key.column)?.value;
  const sum = sumFen(
    rowsOf(sums)
      .filter((at) => canvas.cell(at, keys.column)?.value === wanted)
      .map((at) => canvas.fenAt(at, sums.column)),
  );
  canvas.formula(
    row,
    column,
    `ROUND(SUMIFS(${fixed(canvas, sums)},${fixed(canvas, keys)},` +
      `${canvas.address(key.row, key.column)}),2)`,
    sum,
  );
}

/** Sales times rate, rounded half up to the fen. */
export function layProduct(
  canvas: Canvas,
  row: number,
  column: number,
  sales: { readonly row: number; readonly column: number },
  rate: { readonly row: number; readonly column: number },
): void {
  const factor = canvas.cell(rate.row, rate.column)?.value;
  if (typeof factor !== 'number') return;
  const product = fenFromYuan(
    new Decimal(canvas.fenAt(sales.row, sales.column)).div(100).times(new Decimal(factor)),
  );
  if (product !== undefined)
    canvas.formula(
      row,
      column,
      `ROUND(${canvas.address(sales.row, sales.column)}*` +
        `${canvas.address(rate.row, rate.column)},2)`,
      product,
    );
}

/** Sums whole columns of cells as runs: SUM(D40:D51,E40:E51). Says whether it did. */
export function layBlock(
  canvas: Canvas,
  row: number,
  column: number,
  cells: readonly { readonly row: number; readonly column: number }[],
): boolean {
  const byColumn = new Map<number, number[]>();
  for (const cell of cells)
    byColumn.set(cell.column, [...(byColumn.get(cell.column) ?? []), cell.row]);
  const runs = [...byColumn].map(([at, found]) =>
    canvas.range({ column: at, from: Math.min(...found), to: Math.max(...found) }),
  );
  return (
    runs.length > 0 &&
    canvas.formula(
      row,
      column,
      `ROUND(SUM(${runs.join(',')}),2)`,
      sumFen(cells.map((cell) => canvas.fenAt(cell.row, cell.column))),
    )
  );
}

/** "$D$12:$D$20". */
export const fixed = (canvas: Canvas, run: Run): string =>
  canvas.range(run).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

const rowsOf = (run: Run): readonly number[] =>
  Array.from({ length: Math.max(0, run.to - run.from + 1) }, (_, index) => run.from + index);
