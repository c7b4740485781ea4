import { labelWithMonths } from '#domain/calendar/period.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN, fen, sumFen } from '#domain/money/fen.ts';
import { type CustomerSales, salesByCustomer, topCustomers } from '#domain/review/customer-sales.ts';
import { say } from '#i18n/say.ts';
import { date, money, rate, text } from './cells.ts';
import { laySum, layTotal } from './formulas.ts';
import type { Draft } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';
import { lineHeight } from '../text-height.ts';

const SHOWN = 20;
/** Categories with a column of their own; what is left shares one. */
const OWN_COLUMNS = 3;
const FIRST_CATEGORY = 3;
const TOTAL = 7;
const SHARE = 8;

/** Who bought what in the window, who has room for another category, and what that would earn. */
export function customers(draft: Draft): void {
  const { canvas, words, input, period, windows } = draft;
  section(canvas, words.sections.customers);
  const window = windows.reduce((longest, one) => (one.period.to - one.period.from > longest.to - longest.from ? one.period : longest), period);
  const names = input.book.categories;
  const all = salesByCustomer(input.book, input.ledger, names, window.from, input.asOf < window.to ? input.asOf : window.to);
  if (all.length === 0) return void quiet(canvas, words.empty.customers);
  canvas.wide(words.customersNote(labelWithMonths(window)), 'note');
  const order = [...names.keys()].sort((a, b) => sumOf(all, b) - sumOf(all, a));
  const kept = order.slice(0, OWN_COLUMNS);
  table(draft, all, names, order, kept);
  for (const advice of input.advice) {
    if (advice.kind === 'bundle' || advice.kind === 'headroom' || advice.kind === 'share' || advice.kind === 'renewal') canvas.wide(say(advice.title, draft.options.language), 'plain');
  }
}

const sumOf = (all: readonly CustomerSales[], category: number): Fen => sumFen(all.map((one) => one.sales[category] ?? NO_FEN));

function table(draft: Draft, all: readonly CustomerSales[], names: readonly string[], order: readonly number[], kept: readonly number[]): void {
  const { canvas, words } = draft;
  const { columns } = words;
  const hasOthers = order.length > OWN_COLUMNS;
  const heads = [...kept.map((index) => names[index] ?? ''), ...Array.from({ length: OWN_COLUMNS - kept.length }, () => ''), hasOthers ? columns.others : ''];
  const head = headers(canvas, [columns.customer, null, ...heads, words.total, columns.share, columns.lastOrder, columns.notYet],
    ['header', 'header', 'header-right', 'header-right', 'header-right', 'header-right', 'header-right', 'header-right', 'header-center', 'header']);
  canvas.span(head, 1, 2);
  const { top, others, otherCount } = topCustomers(all, SHOWN);
  const total = sumFen(all.map((one) => one.total));
  const from = canvas.next;
  for (const one of top) customerRow(draft, one, one.customer || words.noName, { names, order, kept, hasOthers, total });
  if (others !== null) customerRow(draft, others, words.otherCustomers(otherCount), { names, order, kept, hasOthers, total });
  totals(draft, from, canvas.next - 1, kept.length, hasOthers);
}

interface Columns {
  readonly names: readonly string[];
  readonly order: readonly number[];
  readonly kept: readonly number[];
  readonly hasOthers: boolean;
  readonly total: Fen;
}

function customerRow({ canvas }: Draft, one: CustomerSales, name: string, { names, order, kept, hasOthers, total }: Columns): void {
  const missing = order.filter((index) => names[index] !== '' && (one.sales[index] ?? NO_FEN) <= 0).map((index) => names[index]);
  const notYet = missing.length === 0 ? '' : missing.join(' · ');
  const row = canvas.row(filled([text(name, 'wrapped')]), { height: lineHeight([{ text: name, width: canvas.widthOf(1, 2) }, { text: notYet, width: canvas.widthOf(10, 1) }]) });
  canvas.span(row, 1, 2);
  kept.forEach((index, at) => canvas.set(row, FIRST_CATEGORY + at, money(one.sales[index] ?? NO_FEN)));
  const own = sumFen(kept.map((index) => one.sales[index] ?? NO_FEN));
  if (hasOthers) canvas.set(row, FIRST_CATEGORY + OWN_COLUMNS, money(fen(one.total - own)));
  canvas.set(row, TOTAL, money(one.total, 'money-strong'));
  canvas.set(row, SHARE, rate(total === 0 ? new Decimal(0) : new Decimal(one.total).div(total).toDecimalPlaces(4), 'chance'));
  canvas.set(row, SHARE + 1, date(one.lastOrder));
  canvas.set(row, SHARE + 2, text(notYet, 'wrapped'));
  laySum(canvas, row, TOTAL, [...kept.map((_, at) => ({ row, column: FIRST_CATEGORY + at })), ...(hasOthers ? [{ row, column: FIRST_CATEGORY + OWN_COLUMNS }] : [])]);
}

function totals({ canvas, words }: Draft, from: number, to: number, kept: number, hasOthers: boolean): void {
  const row = canvas.row(filled([text(words.total, 'total-label')], 'total-label'));
  const columns = [...Array.from({ length: kept }, (_, at) => FIRST_CATEGORY + at), ...(hasOthers ? [FIRST_CATEGORY + OWN_COLUMNS] : []), TOTAL];
  for (const column of columns) {
    const sum = sumFen(Array.from({ length: to - from + 1 }, (_, index) => canvas.fenAt(from + index, column)));
    canvas.set(row, column, money(sum, 'total-money'));
    layTotal(canvas, row, { column, from, to });
  }
}
