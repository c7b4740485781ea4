import { fen } from '../money/fen.ts';
import { cellText, foldKey } from '../reading/fold-text.ts';
import type { HeaderCell } from '../reading/header-row.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import { parseCount } from '../reading/parse-count.ts';
import { type Cell, type Sheet, cellAt, formatAt, repeatedTexts, rowNumber } from '../sheet.ts';
import { knownFen, shortCutOf } from './amount-column.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import { counts } from './ledger.ts';
import { ROW_KINDS } from './row-kind.ts';
import type { SectionBeingRead } from './section-being-read.ts';
import { quantityColumn } from './unit-prices.ts';
import { pattern } from '../pattern.ts';

const PRICE = /单价|^(?:unit|item)[-_]?(?:price|cost)|^price$/;
/** What makes an amount another than the price of its pieces. */
const EXPLAINS = pattern()`
  折|优惠|减免|立减|代金|discount|rebate|voucher|coupon|税率|taxrate|周期|时长|期限|月数|年限|^(?:月
  |年)$|term|months|years|duration|period
`;
/** Unit prices without the tax that the amount is with. */
const TAXES = [1, 1.01, 1.03, 1.05, 1.06, 1.09, 1.13];
const ROWS_NAMED = 20;

interface PricedRow {
  readonly offset: number;
  readonly amount: number;
  readonly product: number;
  readonly isEqual: boolean;
}

/**
 * Amounts that are not their quantity times their price, where most others are, or where they have
 * the same figures and the point elsewhere: 1,200 beside 3 × 4,000. They count as they are written.
 */
export function amountsOffPrice(run: SectionBeingRead): LedgerReportFact[] {
  const { sheet, layout, from } = run.section;
  const rows = pricedRows(run);
  const equal = rows.filter(({ isEqual }) => isEqual).length;
  const others = rows.filter(({ isEqual }) => !isEqual);
  const named = equal > 0 && equal >= others.length ? others : others.filter(isSlip);
  const [first] = named;
  if (first === undefined) return [];
  return [
    {
      code: 'ledger.amounts-off-price',
      sheet: sheet.name,
      header: layout.amount?.header ?? '',
      rows: named.slice(0, ROWS_NAMED).map(({ offset }) => rowNumber(sheet, from + offset)),
      count: named.length,
      amount: fen(first.amount),
      product: fen(first.product),
    },
  ];
}

function pricedRows(run: SectionBeingRead): readonly PricedRow[] {
  const { sheet, layout, from, to } = run.section;
  const quantity = quantityColumn(run.section);
  const { cells } = layout.header;
  const amount = layout.amount?.column;
  const price = cells.find(({ text, column }) => column !== amount && PRICE.test(foldKey(text)));
  if (quantity === undefined || price === undefined) return [];
  const explaining = cells.filter(({ text }) => EXPLAINS.test(foldKey(text)));
  const isExplained = ({ column }: HeaderCell, row: number): boolean =>
    /[1-9]/.test(cellText(cellAt(sheet, row, column)));
  const [countAt, priceAt] = [countsOf(sheet, quantity.column), pricesOf(sheet, price)];
  const priced: PricedRow[] = [];
  for (let row = from; row < to; row++) {
    const kind = ROW_KINDS[run.draft.kind[run.base + row - from] ?? 0] ?? 'blank';
    if (!counts(kind) || explaining.some((cell) => isExplained(cell, row))) continue;
    const [count, one] = [countAt(row), priceAt(row)];
    if (count === undefined || one === undefined) continue;
    const written = Math.abs(run.columns.amount.fen[row - from] ?? NaN);
    const product = Math.floor(Math.abs(one * count) + 0.5);
    if (!(written > 0) || product === 0) continue;
    // The price of one may have been rounded to the fen.
    const isEqual = TAXES.some((tax) => Math.abs(product * tax - written) <= Math.abs(count) + 1);
    priced.push({ offset: row - from, amount: written, product, isEqual });
  }
  return priced;
}

type ByRow = (row: number) => number | undefined;

/** How many pieces a row says, where it is clear; each text of a column is asked once. */
function countsOf(sheet: Sheet, column: number): ByRow {
  const cells = sheet.columns[column] ?? [];
  const clear = (cell: Cell | undefined, format: string | null): number | undefined => {
    const [count, ...more] = parseCount(cell, { format }) ?? [];
    return more.length > 0 ? undefined : count;
  };
  const repeated = repeatedTexts(sheet, column, cells);
  if (repeated === undefined) return (row) => clear(cells[row], formatAt(sheet, row, column));
  const counts = repeated.texts.map((text) => clear(text, null));
  return (row) => counts[repeated.codes[row] ?? 0];
}

/** What one piece costs; most prices are clean. */
function pricesOf(sheet: Sheet, { column, meaning }: HeaderCell): ByRow {
  const cells = sheet.columns[column] ?? [];
  const fromBytes = knownFen(sheet, column, meaning ?? {});
  const short = shortCutOf(meaning ?? {});
  return (row) => {
    const known = fromBytes?.[row] ?? NaN;
    if (!Number.isNaN(known)) return known;
    const cell = cells[row] ?? null;
    const clean = short(cell);
    if (clean !== undefined) return clean;
    const one = parseAmount(cell, { ...meaning });
    return one.kind === 'amount' ? one.amount : undefined;
  };
}

const isSlip = ({ amount, product }: PricedRow): boolean =>
  [10, 100, 1000, 10_000].some((by) => amount * by === product || product * by === amount);
