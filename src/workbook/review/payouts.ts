import { monthsOf } from '#domain/calendar/period.ts';
import { addFen, NO_FEN } from '#domain/money/fen.ts';
import type { Payout } from '#domain/rebate/window.ts';
import { money, text } from './cells.ts';
import { laySum, laySumIf, layTotal } from './formulas.ts';
import type { Draft, Place } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';

const REBATE = 3;
const TRUE_UP = 4;
const PAYOUT = 5;
const RUNNING = 6;

export interface PayoutRows {
  /** First and last row of the periods; null when nothing was earned. */
  readonly rows: readonly [number, number] | null;
  readonly total: Place | null;
  /** Row of each pay period by label. */
  readonly byLabel: ReadonlyMap<string, number>;
}

/** Payouts and true-up by pay period, and by component underneath. */
export function payouts(draft: Draft): PayoutRows {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.payouts);
  const all = input.rebate.payouts;
  const first = canvas.next + 1;
  if (all.length === 0) {
    quiet(canvas, words.empty.payouts);
    return { rows: null, total: null, byLabel: new Map() };
  }
  const { columns } = words;
  headers(canvas, [columns.period, columns.months, columns.ownRebate, columns.trueUp, columns.payout, columns.running, columns.state]);
  let running = NO_FEN;
  for (const payout of all) {
    running = addFen(running, addFen(payout.rebate, payout.trueUp));
    periodRow(draft, payout, running);
  }
  const last = canvas.next - 1;
  const total = canvas.row(filled([text(words.total, 'total-label'), text('', 'total-label'), ...[NO_FEN, NO_FEN, NO_FEN].map((amount) => money(amount, 'total-money'))], 'total-label'));
  for (const column of [REBATE, TRUE_UP, PAYOUT]) totalOver(draft, total, column, first, last);
  byComponent(draft, first, last);
  tie(draft, first, last);
  return { rows: [first, last], total: { row: total, column: PAYOUT }, byLabel: new Map(all.map((payout, index) => [payout.period.label, first + index])) };
}

function periodRow({ canvas, words, input }: Draft, { period, rebate, trueUp }: Payout, running: typeof NO_FEN): void {
  canvas.row(filled([
    text(period.label, 'label'), text(monthsOf(period)), money(rebate), money(trueUp), money(addFen(rebate, trueUp), 'money-strong'),
    money(running), text(period.to <= input.asOf ? words.closed : words.open, 'money'),
  ]));
}

function totalOver({ canvas }: Draft, row: number, column: number, from: number, to: number): void {
  let sum = NO_FEN;
  for (let at = from; at <= to; at += 1) sum = addFen(sum, canvas.fenAt(at, column));
  canvas.set(row, column, money(sum, 'total-money'));
  layTotal(canvas, row, { column, from, to });
}

/** One line a period and component: what the payout is made of. */
function byComponent(draft: Draft, first: number, last: number): void {
  const { canvas, words, input } = draft;
  const { columns } = words;
  canvas.gap(8);
  headers(canvas, [columns.period, columns.component, columns.ownRebate, columns.trueUp, columns.payout], [], { level: 1 });
  const from = canvas.next;
  for (const { period, parts } of input.rebate.payouts) {
    for (const part of parts) {
      const row = canvas.row(filled([text(period.label), text(draft.nameOf(part.component.name)), money(part.rebate), money(part.trueUp), money(addFen(part.rebate, part.trueUp))]), { level: 1 });
      laySum(canvas, row, PAYOUT, [{ row, column: REBATE }, { row, column: TRUE_UP }]);
    }
  }
  const to = canvas.next - 1;
  if (to < from) return;
  for (let row = first; row <= last; row += 1) {
    for (const column of [REBATE, TRUE_UP]) {
      laySumIf(canvas, row, column, { column, from, to }, { column: 1, from, to }, { row, column: 1 });
    }
  }
}

/** Payout and running total follow from the columns before them. */
function tie({ canvas }: Draft, first: number, last: number): void {
  for (let row = first; row <= last; row += 1) {
    laySum(canvas, row, PAYOUT, [{ row, column: REBATE }, { row, column: TRUE_UP }]);
    laySum(canvas, row, RUNNING, row === first ? [{ row, column: PAYOUT }] : [{ row: row - 1, column: RUNNING }, { row, column: PAYOUT }]);
  }
}

export const PAYOUT_COLUMNS = { rebate: REBATE, trueUp: TRUE_UP, payout: PAYOUT } as const;
