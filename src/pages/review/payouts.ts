import { itemAt } from '#domain/columns.ts';
import { categoryWeight } from '#domain/policy/category-terms.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import { type Period, monthsOf } from '#domain/calendar/period.ts';
import { type Fen, NO_FEN, addFen } from '#domain/money/fen.ts';
import type { Component } from '#domain/policy/policy.ts';
import { earns } from '#domain/rebate/component-earnings.ts';
import { rateAt, tierAt } from '#domain/rebate/figures.ts';
import type { Payout } from '#domain/rebate/window.ts';
import { salesBetween } from '#domain/review/sales-table.ts';
import { dash, integer, money, rate, text } from './cells.ts';
import { laySum, laySumIf, layTotal } from './formulas.ts';
import { isPlain } from './plain-component.ts';
import type { Draft, Place } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';

const REBATE = 3;
const TRUE_UP = 4;
const PAYOUT = 5;
const RUNNING = 6;

/** One line a pay period and component: what the payout is made of. */
export interface PayLine {
  readonly row: number;
  readonly period: Period;
  readonly component: Component;
  readonly window: Period;
}

export interface PayoutRows {
  readonly lines: readonly PayLine[];
  /** Null when nothing was earned. */
  readonly total: Place | null;
  /** Row of each pay period by label. */
  readonly byLabel: ReadonlyMap<string, number>;
}

/** Payouts and true-up by pay period, and by component underneath. */
export function payouts(draft: Draft): PayoutRows {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.payouts);
  const all = input.rebate.payouts;
  if (all.length === 0) {
    quiet(canvas, words.empty.payouts);
    return { total: null, byLabel: new Map(), lines: [] };
  }
  const { columns } = words;
  headers(canvas, [
    columns.period,
    columns.months,
    columns.ownRebate,
    columns.trueUp,
    columns.payout,
    columns.running,
    columns.state,
  ]);
  let running = NO_FEN;
  const rows = all.map((payout) => {
    running = addFen(running, addFen(payout.rebate, payout.trueUp));
    return periodRow(draft, payout, running);
  });
  const [first, last] = [itemAt(rows, 0), itemAt(rows, rows.length - 1)];
  const total = canvas.row(
    filled(
      [
        text(words.total, 'total-label'),
        text('', 'total-label'),
        ...[NO_FEN, NO_FEN, NO_FEN].map((amount) => money(amount, 'total-money')),
      ],
      'total-label',
    ),
  );
  for (const column of [REBATE, TRUE_UP, PAYOUT]) totalOver(draft, total, column, first, last);
  if (all.some(({ parts }) => parts.some(({ trueUp }) => Math.abs(trueUp) === 1)))
    canvas.wide(words.trueUpRounding, 'note');
  const lines = byComponent(draft, rows);
  tie(draft, rows);
  return {
    lines,
    total: { row: total, column: PAYOUT },
    byLabel: new Map(all.map(({ period }, index) => [period.label, itemAt(rows, index)])),
  };
}

function periodRow(
  { canvas, words, input }: Draft,
  { period, rebate, trueUp }: Payout,
  running: typeof NO_FEN,
): number {
  return canvas.row(
    filled([
      text(period.label, 'label'),
      text(monthsOf(period)),
      money(rebate),
      money(trueUp),
      money(addFen(rebate, trueUp), 'money-strong'),
      money(running),
      text(period.to <= input.asOf ? words.closed : words.open, 'money'),
    ]),
  );
}

function totalOver({ canvas }: Draft, row: number, column: number, from: number, to: number): void {
  let sum = NO_FEN;
  for (let at = from; at <= to; at += 1) sum = addFen(sum, canvas.fenAt(at, column));
  canvas.set(row, column, money(sum, 'total-money'));
  layTotal(canvas, row, { column, from, to });
}

/** What each payout is made of, component by component. */
function byComponent(draft: Draft, periods: readonly number[]): readonly PayLine[] {
  const { canvas, words, input } = draft;
  const { columns } = words;
  canvas.gap(8);
  headers(
    canvas,
    [
      columns.period,
      columns.component,
      columns.ownRebate,
      columns.trueUp,
      columns.payout,
      columns.periodSales,
      columns.tierSalesThen,
      columns.tierThen,
      columns.rateThen,
      columns.earnedToDate,
    ],
    [],
    { level: 1 },
  );
  const from = canvas.next;
  const earned = new Map<string, Fen>();
  const lines = input.rebate.payouts.flatMap(({ period, parts }) =>
    parts.map((part): PayLine => {
      const key = `${part.component.id} ${part.window.from}`;
      const sum = addFen(earned.get(key) ?? NO_FEN, addFen(part.rebate, part.trueUp));
      earned.set(key, sum);
      return {
        row: lineRow(draft, period, part, sum),
        period,
        component: part.component,
        window: part.window,
      };
    }),
  );
  const to = canvas.next - 1;
  for (const row of to < from ? [] : periods) {
    for (const column of [REBATE, TRUE_UP])
      laySumIf(
        canvas,
        row,
        column,
        { column, from, to },
        { column: 1, from, to },
        { row, column: 1 },
      );
  }
  return lines;
}

function lineRow(draft: Draft, period: Period, part: Payout['parts'][number], earned: Fen): number {
  const { canvas, input, nameOf } = draft;
  const { component, window } = part;
  const end = Math.min(period.to, input.asOf) as typeof period.to;
  const takes =
    (earning: boolean) =>
    (category: string): boolean =>
      category !== '' &&
      (earning
        ? earns(component, categoryKey(category))
        : !categoryWeight(component.counts, categoryKey(category)).isZero());
  const tierSales = salesBetween(input.book, window.from, end, takes(false));
  const plain = isPlain(component);
  const row = canvas.row(
    [
      text(period.label),
      text(nameOf(component.name)),
      money(part.rebate),
      money(part.trueUp),
      money(addFen(part.rebate, part.trueUp)),
      component.accumulate === 'order'
        ? dash()
        : money(salesBetween(input.book, later(period.from, window.from), end, takes(true))),
      plain ? money(tierSales) : dash(),
      plain ? integer(tierAt(component, tierSales)) : dash('integer'),
      plain ? rate(rateAt(component, tierSales)) : dash('rate'),
      money(earned),
    ],
    { level: 1 },
  );
  laySum(canvas, row, PAYOUT, [
    { row, column: REBATE },
    { row, column: TRUE_UP },
  ]);
  return row;
}

const later = <D extends number>(a: D, b: D): D => (a > b ? a : b);

/** Payout and running total follow from the columns before them. */
function tie({ canvas }: Draft, rows: readonly number[]): void {
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    laySum(canvas, row, PAYOUT, [
      { row, column: REBATE },
      { row, column: TRUE_UP },
    ]);
    laySum(
      canvas,
      row,
      RUNNING,
      before === undefined
        ? [{ row, column: PAYOUT }]
        : [
            { row: before, column: RUNNING },
            { row, column: PAYOUT },
          ],
    );
  });
}

export const PAYOUT_COLUMNS = { rebate: REBATE, trueUp: TRUE_UP, payout: PAYOUT } as const;
/** Of the lines by component. */
export const LINE_COLUMNS = { sales: 6, tierSales: 7, tier: 8, rate: 9, earned: 10 } as const;
