import { categoryWeight } from '#domain/policy/category-terms.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import { NO_FEN, fen } from '#domain/money/fen.ts';
import type { Window } from '#domain/rebate/window.ts';
import { money } from './cells.ts';
import { fixed, layBlock, layCopy, layProduct } from './formulas.ts';
import { earnsIn, isPlain } from './plain-component.ts';
import { type ProgressRows, REACH, STANDING } from './progress.ts';
import type { Draft, Place } from './review-input.ts';
import { type SalesRows, salesCells } from './sales.ts';

/** Columns of the tiers of a window. */
export const TIER_COLUMNS = {
  tier: 1,
  step: 2,
  from: 3,
  to: 4,
  sales: 5,
  rate: 6,
  bonus: 7,
  rebate: 8,
  source: 9,
} as const;

/** The tiers of one window on the page. */
export interface Working {
  readonly window: Window;
  /** Rows of tiers 1…n. */
  readonly tiers: readonly [number, number];
  readonly total: Place;
}

/**
 * Ties the progress tables to the tiers shown here and to the sales table: tier, rate, gap, cushion
 * and rebate follow from them.
 */
export function tieProgress(
  draft: Draft,
  { window, tiers, total }: Working,
  rows: ProgressRows,
  sales: SalesRows | null,
): void {
  const { canvas } = draft;
  const standing = rows.standing.get(window);
  const reach = rows.reach.get(window);
  if (standing === undefined || reach === undefined) return;
  layCopy(canvas, standing, STANDING.rebate, total);
  if (sales !== null) tieSales(draft, window, standing, sales);
  if (window.component.accumulate === 'order') return;
  tieTier(draft, window, tiers, standing, reach);
  if (isPlain(window.component)) tieTierSales(draft, tiers, standing);
}

/** Sales stand in the tier reached, whichever that is when the orders change. */
function tieTierSales(
  { canvas }: Draft,
  [first, last]: readonly [number, number],
  standing: number,
): void {
  const [tier, sales] = [
    canvas.address(standing, STANDING.tier),
    canvas.address(standing, STANDING.sales),
  ];
  const reached = canvas.cell(standing, STANDING.tier)?.value;
  for (let row = first - 1; row <= last; row += 1) {
    const number = canvas.cell(row, TIER_COLUMNS.tier)?.value;
    if (typeof number !== 'number') continue;
    const here = number === reached ? canvas.fenAt(standing, STANDING.sales) : NO_FEN;
    if (canvas.fenAt(row, TIER_COLUMNS.sales) !== here) continue;
    canvas.set(row, TIER_COLUMNS.sales, {
      ...money(here, 'money-quiet'),
      formula: `IF(${tier}=${canvas.address(row, TIER_COLUMNS.tier)},${sales},0)`,
    });
    const paid = canvas.fenAt(row, TIER_COLUMNS.rebate);
    canvas.set(row, TIER_COLUMNS.rebate, money(paid, 'money-quiet'));
    layProduct(
      canvas,
      row,
      TIER_COLUMNS.rebate,
      { row, column: TIER_COLUMNS.sales },
      { row, column: TIER_COLUMNS.rate },
    );
  }
}

function tieSales(
  { canvas, input, period }: Draft,
  { component, period: window }: Window,
  standing: number,
  sales: SalesRows,
): void {
  const earning = earnsIn(component);
  const counting = (category: string): boolean =>
    category !== '' && categoryWeight(component.counts, categoryKey(category)).eq(1);
  const until = Math.min(window.to, input.asOf);
  layBlock(
    canvas,
    standing,
    3,
    salesCells(sales, { from: period.from, to: Math.min(period.to, input.asOf) }, earning),
  );
  layBlock(
    canvas,
    standing,
    STANDING.sales,
    salesCells(sales, { from: window.from, to: until }, earning),
  );
  layBlock(
    canvas,
    standing,
    STANDING.tierSales,
    salesCells(sales, { from: window.from, to: until }, counting),
  );
}

/**
 * What stands in a column of a tier, by its number: a head that is repeated between the tiers has
 * none.
 */
export const atTier = (
  canvas: Draft['canvas'],
  [from, to]: Working['tiers'],
  column: number,
  number: string,
): string =>
  `SUMIFS(${fixed(canvas, { column, from, to })},` +
  `${fixed(canvas, { column: TIER_COLUMNS.tier, from, to })},${number})`;

/**
 * Tier = thresholds not above (or below) the sales; rate, gap and cushion by its number. Only where
 * sales count as they stand: gross.
 */
function tieTier(
  { canvas }: Draft,
  window: Window,
  [first, last]: readonly [number, number],
  standing: number,
  reach: number,
): void {
  const { component, tier } = window;
  const sales = canvas.address(standing, STANDING.tierSales);
  const thresholds = fixed(canvas, { column: TIER_COLUMNS.from, from: first, to: last });
  const threshold = (number: string): string =>
    atTier(canvas, [first, last], TIER_COLUMNS.from, number);
  const own = canvas.address(standing, STANDING.tier);
  const reached = component.tiers.filter(({ threshold }) =>
    component.edge === 'at' ? threshold <= window.tierSales : threshold < window.tierSales,
  ).length;
  if (reached !== tier) return;
  layPlain(
    canvas,
    standing,
    STANDING.tier,
    `SUMPRODUCT(--(${thresholds}${component.edge === 'at' ? '<=' : '<'}${sales}))`,
  );
  layPlain(
    canvas,
    standing,
    STANDING.rate,
    `IF(${own}=0,0,${atTier(canvas, [first, last], TIER_COLUMNS.rate, own)})`,
  );
  const step = component.edge === 'at' ? 0 : 1;
  const cents = step === 0 ? '' : '+0.01';
  const next = component.tiers[tier];
  if (next !== undefined)
    canvas.formula(
      reach,
      REACH.gap,
      `IF(${own}>=${component.tiers.length},0,ROUND(${threshold(`${own}+1`)}` +
        `-${sales}${cents},2))`,
      fen(next.threshold - window.tierSales + step),
    );
  const current = component.tiers[tier - 1];
  if (current !== undefined)
    canvas.formula(
      reach,
      REACH.cushion,
      `IF(${own}=0,0,ROUND(${sales}-${threshold(own)}` + `${cents.replace('+', '-')},2))`,
      fen(window.tierSales - current.threshold - step),
    );
}

function layPlain(canvas: Draft['canvas'], row: number, column: number, formula: string): void {
  const cell = canvas.cell(row, column);
  if (cell !== null && typeof cell.value === 'number')
    canvas.set(row, column, { ...cell, formula });
}
