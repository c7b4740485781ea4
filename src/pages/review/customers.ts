import { labelWithMonths } from '#domain/calendar/period.ts';
import type { AdviceKind } from '#domain/decision/advice.ts';
import { Decimal, ZERO } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN, fen, sumFen } from '#domain/money/fen.ts';
import {
  type CustomerSales,
  salesByCustomer,
  topCustomers,
} from '#domain/rebate/customer-sales.ts';
import { say } from '#i18n/say/say.ts';
import { date, money, rate, text } from './cells.ts';
import { laySum, layTotal } from './formulas.ts';
import type { Draft } from './review-input.ts';
import { LAST, filled, headers, quiet, section } from './section.ts';
import { lineHeight } from '../text-height.ts';

const SHOWN = 20;
/** Categories with a column of their own; what is left shares one. */
const OWN_COLUMNS = 3;
const FIRST_AMOUNT = 3;

/** Who bought what in the window, who has room for another category, and what that would earn. */
export function customers(draft: Draft): void {
  const { canvas, words, input, period, windows } = draft;
  section(canvas, words.sections.customers);
  const window = windows.reduce(
    (longest, one) =>
      one.period.to - one.period.from > longest.to - longest.from ? one.period : longest,
    period,
  );
  const names = input.book.categories;
  const all = salesByCustomer(
    input.book,
    input.ledger,
    window.from,
    input.asOf < window.to ? input.asOf : window.to,
  );
  if (all.length === 0) return void quiet(canvas, words.empty.customers);
  canvas.wide(words.customersNote(labelWithMonths(window)), 'note');
  table(draft, all, layoutOf(all, names));
  for (const advice of input.advice)
    if (ABOUT_CUSTOMERS.has(advice.kind))
      canvas.wide(say(advice.title, draft.options.language), 'plain');
}

const ABOUT_CUSTOMERS: ReadonlySet<AdviceKind> = new Set<AdviceKind>([
  'bundle',
  'headroom',
  'share',
  'renewal',
]);

/** Columns of amounts: the largest categories, and the others together where there are more. */
interface Layout {
  readonly names: readonly string[];
  /** Categories by sales, largest first; the first ones have a column. */
  readonly order: readonly number[];
  readonly kept: readonly number[];
  readonly hasOthers: boolean;
  readonly total: Fen;
  readonly totalAt: number;
}

function layoutOf(all: readonly CustomerSales[], names: readonly string[]): Layout {
  const sumOf = (category: number): Fen => sumFen(all.map((one) => one.sales[category] ?? NO_FEN));
  const order = [...names.keys()].sort((a, b) => sumOf(b) - sumOf(a));
  const kept = order.slice(0, OWN_COLUMNS);
  const total = sumFen(all.map((one) => one.total));
  const hasOthers = total !== sumFen(kept.map(sumOf)) || order.length > OWN_COLUMNS;
  return {
    names,
    order,
    kept,
    hasOthers,
    total,
    totalAt: FIRST_AMOUNT + kept.length + (hasOthers ? 1 : 0),
  };
}

function table(draft: Draft, all: readonly CustomerSales[], layout: Layout): void {
  const {
    canvas,
    words: { columns, total, noName, otherCustomers },
  } = draft;
  const { kept, hasOthers, names, totalAt } = layout;
  const amounts = [
    ...kept.map((index) => names[index] ?? ''),
    ...(hasOthers ? [columns.others] : []),
    total,
    columns.share,
  ];
  const head = headers(
    canvas,
    [columns.customer, null, ...amounts, columns.lastOrder, columns.notYet],
    ['header', 'header', ...amounts.map(() => 'header-right' as const), 'header-center', 'header'],
  );
  canvas.span(head, 1, 2);
  canvas.span(head, totalAt + 3, LAST - totalAt - 2);
  const { top, others, otherCount } = topCustomers(all, SHOWN);
  const from = canvas.next;
  for (const one of top) customerRow(draft, one, one.customer || noName, layout);
  if (others !== null) customerRow(draft, others, otherCustomers(otherCount), layout);
  totals(draft, from, canvas.next - 1, totalAt);
}

function customerRow(
  { canvas }: Draft,
  one: CustomerSales,
  name: string,
  { names, order, kept, hasOthers, total, totalAt }: Layout,
): void {
  const missing = order
    .filter((index) => names[index] !== '' && (one.sales[index] ?? NO_FEN) <= 0)
    .map((index) => names[index] as string);
  const room = canvas.widthOf(totalAt + 3, LAST - totalAt - 2);
  const notYet = listed(missing, room);
  const height = lineHeight([
    { text: name, width: canvas.widthOf(1, 2) },
    { text: notYet, width: room },
  ]);
  const row = canvas.row(filled([text(name, 'wrapped')]), { height });
  canvas.span(row, 1, 2);
  kept.forEach((index, at) =>
    canvas.set(row, FIRST_AMOUNT + at, money(one.sales[index] ?? NO_FEN)),
  );
  if (hasOthers)
    canvas.set(
      row,
      totalAt - 1,
      money(fen(one.total - sumFen(kept.map((index) => one.sales[index] ?? NO_FEN)))),
    );
  canvas.set(row, totalAt, money(one.total, 'money-strong'));
  canvas.set(
    row,
    totalAt + 1,
    rate(total === 0 ? ZERO : new Decimal(one.total).div(total).toDecimalPlaces(4), 'chance'),
  );
  canvas.set(row, totalAt + 2, date(one.lastOrder));
  canvas.set(row, totalAt + 3, text(notYet, 'wrapped'));
  canvas.span(row, totalAt + 3, LAST - totalAt - 2);
  laySum(
    canvas,
    row,
    totalAt,
    Array.from({ length: totalAt - FIRST_AMOUNT }, (_, at) => ({ row, column: FIRST_AMOUNT + at })),
  );
}

const MOST_NAMED = 4;
const LINES = lineHeight([{ text: '1\n2', width: 9 }]);

/** Names that fit into two lines, one at least; of more, how many. */
function listed(names: readonly string[], width: number): string {
  for (let named = Math.min(MOST_NAMED, names.length); named > 1; named -= 1) {
    const text = named === names.length ? names.join(' · ') : shortened(names, named);
    if (lineHeight([{ text, width }]) <= LINES) return text;
  }
  return names.length < 2 ? names.join('') : shortened(names, 1);
}

const shortened = (names: readonly string[], named: number): string =>
  `${names.slice(0, named).join(' · ')} +${names.length - named}`;

function totals({ canvas, words }: Draft, from: number, to: number, totalAt: number): void {
  const row = canvas.row(filled([text(words.total, 'total-label')], 'total-label'));
  for (let column = FIRST_AMOUNT; column <= totalAt; column += 1) {
    const sum = sumFen(
      Array.from({ length: to - from + 1 }, (_, index) => canvas.fenAt(from + index, column)),
    );
    canvas.set(row, column, money(sum, 'total-money'));
    layTotal(canvas, row, { column, from, to });
  }
}
