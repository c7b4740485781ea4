import { categoryKey, BASE_CATEGORY, SECURITY_CATEGORY } from '../catalog/category.ts';
import { knownCatalog, productOf } from '../catalog/catalog.ts';
import { familyNamed } from '../catalog/family.ts';
import { foldText } from '../reading/fold-text.ts';
import type { HeaderCell } from '../reading/header-row.ts';
import { isAmountRole } from '../reading/headers.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import { type Sheet, cellAddress, cellAt } from '../sheet.ts';
import type { Layout } from './layout.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import type { RowRange } from './row-range.ts';

const ROWS_ADDED = 200;

/**
 * One category or product a column (月份 | 基础 | 安全 | 合计): the first of them. Known by their
 * names, or because the figures of strange columns add up to the total in every row: of rows with a
 * number or a day those may be anything.
 */
export function categoriesAcross(range: RowRange, layout: Layout): HeaderCell | undefined {
  const { orderId, signedOn, paidOn, product, category } = layout.fields;
  if (product ?? category) return undefined;
  const { cells } = layout.header;
  const figures = cells.filter(
    ({ meaning, column }) =>
      (meaning === undefined || isAmountRole(meaning.role)) && holdsFigures(range, column),
  );
  if (figures.length === cells.length) return undefined;
  const named = cells.filter(({ text }) => isCategoryWord(text));
  // One of them may be blank as yet.
  if (named.length > 1 && figures.some((cell) => named.includes(cell))) return named[0];
  if (orderId ?? signedOn ?? paidOn) return undefined;
  const parts = figures.filter(({ meaning }) => meaning === undefined);
  const totals = figures.filter(({ meaning }) => meaning !== undefined);
  return parts.length > 1 && totals.some(({ column }) => addUp(range, parts, column))
    ? parts[0]
    : undefined;
}

type Crosstab = Extract<
  LedgerReportFact,
  { readonly code: 'ledger.crosstab' | 'ledger.amount-empty' }
>;

/** What is said of a crosstab: where its first column of many stands, and under which header. */
export const crosstabFact = (
  sheet: Sheet,
  row: number,
  { column, text }: Pick<HeaderCell, 'column' | 'text'>,
): Crosstab => ({
  code: 'ledger.crosstab',
  sheet: sheet.name,
  cell: cellAddress(row, column),
  header: text,
});

const MONEY_WORDS = /(?:产品|类)?(?:金额|销售额|业绩|费用|收入|实付|消费|amount|sales|revenue)$/i;

/** A category, a family or a product, with or without a word for money behind it. */
export function isCategoryWord(header: string): boolean {
  const name = foldText(header).replace(MONEY_WORDS, '').trim();
  return (
    [BASE_CATEGORY, SECURITY_CATEGORY].includes(categoryKey(name)) ||
    familyNamed(name) !== undefined ||
    productOf(name, knownCatalog) !== undefined
  );
}

/** Fen; 0 of a blank cell, NaN of what is no clear amount. */
function figureAt({ sheet }: RowRange, row: number, column: number): number {
  const reading = parseAmount(cellAt(sheet, row, column));
  return reading.kind === 'amount' ? reading.amount : reading.kind === 'empty' ? 0 : NaN;
}

const rowsOf = ({ from, to }: RowRange): number[] =>
  Array.from({ length: Math.min(to - from, ROWS_ADDED) }, (_, offset) => from + offset);

const holdsFigures = (range: RowRange, column: number): boolean =>
  rowsOf(range).some((row) => Math.abs(figureAt(range, row, column)) > 0);

/** In every row, and in one at least more than one part is there to be added. */
function addUp(range: RowRange, parts: readonly HeaderCell[], total: number): boolean {
  let hasSeveral = false;
  for (const row of rowsOf(range)) {
    const figures = parts.map(({ column }) => figureAt(range, row, column));
    const sum = figures.reduce((all, figure) => all + figure, 0);
    if (sum !== figureAt(range, row, total)) return false;
    hasSeveral ||= figures.filter((figure) => figure !== 0).length > 1;
  }
  return hasSeveral;
}
