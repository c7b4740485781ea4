import { categoryWeight } from '#domain/policy/category-terms.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN, fen, fenFromYuan, sumFen } from '#domain/money/fen.ts';
import type { Canvas } from './canvas.ts';
import { fixed, layBlock, layProduct, laySum } from './formulas.ts';
import { LINE_COLUMNS as LINE, PAYOUT_COLUMNS as PAY, type PayLine } from './payouts.ts';
import { earnsIn, isPlain } from './plain-component.ts';
import type { Draft } from './review-input.ts';
import { type SalesRows, salesCells } from './sales.ts';
import { TIER_COLUMNS, type Working, atTier } from './progress-formulas.ts';

/**
 * Ties every payout to the sales table: sales of the period, the tier reached by its end, what has
 * been earned by then, and so the payout and its true-up. Only for components that plain formulas
 * can follow, in the windows shown.
 */
export function tiePayouts(
  draft: Draft,
  lines: readonly PayLine[],
  made: readonly Working[],
  sales: SalesRows,
): void {
  for (const { window, tiers } of made) {
    if (!isPlain(window.component)) continue;
    const own = lines.filter(
      (line) => line.component === window.component && line.window.from === window.period.from,
    );
    if (own.length === 0 || !coversAll(sales, window.period.from)) continue;
    own.forEach((line, index) => tieLine(draft, line, own.slice(0, index + 1), tiers, sales));
  }
}

const coversAll = (sales: SalesRows, from: number): boolean =>
  (sales.table.months[0]?.from ?? Infinity) <= from;

function tieLine(
  { canvas, input }: Draft,
  line: PayLine,
  sofar: readonly PayLine[],
  tiers: Working['tiers'],
  sales: SalesRows,
): void {
  const { row, component, period, window } = line;
  const end = Math.min(period.to, input.asOf);
  const earning = earnsIn(component);
  const counting = (category: string): boolean =>
    category !== '' && !categoryWeight(component.counts, categoryKey(category)).isZero();
  const isTied = [
    layBlock(
      canvas,
      row,
      LINE.sales,
      salesCells(sales, { from: Math.max(period.from, window.from), to: end }, earning),
    ),
    layBlock(
      canvas,
      row,
      LINE.tierSales,
      salesCells(sales, { from: window.from, to: end }, counting),
    ),
  ];
  if (isTied.includes(false)) return;
  const thresholds = fixed(canvas, {
    column: TIER_COLUMNS.from,
    from: tiers[0],
    to: tiers[1],
  });
  const tier = canvas.address(row, LINE.tier);
  lay(
    canvas,
    row,
    LINE.tier,
    'SUMPRODUCT(--(' +
      `${thresholds}${component.edge === 'at' ? '<=' : '<'}` +
      `${canvas.address(row, LINE.tierSales)}))`,
  );
  lay(canvas, row, LINE.rate, `IF(${tier}=0,0,${atTier(canvas, tiers, TIER_COLUMNS.rate, tier)})`);
  tieAmounts(canvas, row, sofar);
}

/**
 * Earned to date = all sales so far at the tier of now; the payout is what is new of it, the
 * true-up what is not of this period.
 */
function tieAmounts(canvas: Canvas, row: number, sofar: readonly PayLine[]): void {
  const cells = sofar.map((line) => canvas.address(line.row, LINE.sales));
  const before = sofar.at(-2);
  const [earned, rebate] = [
    { row, column: LINE.earned },
    { row, column: PAY.rebate },
  ];
  const isEarned = canvas.formula(
    row,
    LINE.earned,
    `ROUND(${cells.length === 1 ? cells[0] : `(${cells.join('+')})`}*` +
      `${canvas.address(row, LINE.rate)},2)`,
    productOf(canvas, sofar, row),
  );
  layProduct(canvas, row, PAY.rebate, { row, column: LINE.sales }, { row, column: LINE.rate });
  if (!isEarned) return;
  const isPaid = laySum(
    canvas,
    row,
    PAY.payout,
    before === undefined
      ? [earned]
      : [earned, { row: before.row, column: LINE.earned, factor: -1 }],
  );
  if (isPaid)
    laySum(canvas, row, PAY.trueUp, [
      { row, column: PAY.payout },
      { ...rebate, factor: -1 },
    ]);
}

function productOf(canvas: Canvas, sofar: readonly PayLine[], row: number): Fen {
  const rate = canvas.cell(row, LINE.rate)?.value;
  const sum = sumFen(sofar.map((line) => canvas.fenAt(line.row, LINE.sales)));
  return typeof rate === 'number'
    ? (fenFromYuan(new Decimal(sum).div(100).times(rate)) ?? fen(0))
    : NO_FEN;
}

function lay(canvas: Canvas, row: number, column: number, formula: string): void {
  const cell = canvas.cell(row, column);
  if (cell !== null && typeof cell.value === 'number')
    canvas.set(row, column, { ...cell, formula });
}
