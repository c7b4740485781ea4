import { type Fen, NO_FEN, addFen, subtractFen, sumFen } from '#domain/money/fen.ts';
import { day } from '#i18n/format.ts';
import { date, dash, money, text } from './cells.ts';
import { laySum, layTotal } from './formulas.ts';
import { dayOf, orderLink } from './order-link.ts';
import type { Draft, ReviewRestatement } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';
import { type ReviewSnapshot, changesSince } from '#domain/review/snapshot.ts';

const SHOWN = 40;

const COLUMN = { then: 5, now: 6, change: 7 } as const;

/** What changed in the policy and whose rebate moved: as known then, as known now, by order. */
export function restatement(draft: Draft): void {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.policy);
  if (input.restatements.length === 0) return void quiet(canvas, words.empty.policy);
  canvas.wide(words.restatedNote, 'note');
  for (const one of input.restatements) change(draft, one);
}

function change(draft: Draft, one: ReviewRestatement): void {
  const { canvas, words } = draft;
  const {
    comparison: { orders, rest },
  } = one;
  canvas.gap(6);
  canvas.wide(
    words.versions(one.before, one.now, one.on === null ? '' : day(one.on), one.recordedOn),
    'subsection',
    { height: 18 },
  );
  if (one.sentence !== '') canvas.wide(words.policySays(one.sentence), 'plain');
  if (orders.length === 0 && rest === 0) return void quiet(canvas, words.nothingMoved);
  const { columns } = words;
  headers(
    canvas,
    [
      columns.orderId,
      columns.customer,
      columns.date,
      null,
      columns.knownThen,
      columns.knownNow,
      columns.change,
    ],
    ['header', 'header', 'header-center', 'header'],
  );
  const from = canvas.next;
  for (const order of orders.slice(0, SHOWN))
    orderRow(draft, order.ledgerIndex, order.before, order.after);
  const others = orders.slice(SHOWN);
  if (others.length > 0)
    figures(
      draft,
      wideLabel(draft, words.restatedMore(others.length)),
      sumFen(others.map((order) => order.before)),
      sumFen(others.map((order) => order.after)),
    );
  if (rest !== 0) canvas.set(wideLabel(draft, words.restatedRest), COLUMN.change, money(rest));
  totals(draft, from, canvas.next - 1);
}

function wideLabel({ canvas }: Draft, label: string): number {
  const row = canvas.row(filled([text(label)]));
  canvas.span(row, 1, 4);
  return row;
}

function orderRow(draft: Draft, index: number, before: Fen, now: Fen): void {
  const {
    canvas,
    input: { ledger },
  } = draft;
  const on = dayOf(ledger, index);
  figures(
    draft,
    canvas.row(
      filled([
        orderLink(draft, index),
        text(ledger.customer[index] ?? ''),
        on === null ? dash('date') : date(on),
      ]),
    ),
    before,
    now,
  );
}

function figures({ canvas }: Draft, row: number, before: Fen, now: Fen): void {
  canvas.set(row, COLUMN.then, money(before));
  canvas.set(row, COLUMN.now, money(now));
  canvas.set(
    row,
    COLUMN.change,
    money(subtractFen(now, before), now > before ? 'money-good' : 'money-warn'),
  );
  laySum(canvas, row, COLUMN.change, [
    { row, column: COLUMN.now },
    { row, column: COLUMN.then, factor: -1 },
  ]);
}

function totals({ canvas, words }: Draft, from: number, to: number): void {
  const row = canvas.row(filled([text(words.total, 'total-label')], 'total-label'));
  for (const column of Object.values(COLUMN)) {
    let sum = NO_FEN;
    for (let at = from; at <= to; at += 1) sum = addFen(sum, canvas.fenAt(at, column));
    canvas.set(row, column, money(sum, 'total-money'));
    layTotal(canvas, row, { column, from, to });
  }
}

/** What moved since the last review kept in this workbook; nothing at all when there is none. */
export function changes(draft: Draft, now: ReviewSnapshot): void {
  const {
    canvas,
    words,
    options: { lastReview },
  } = draft;
  if (lastReview === undefined) return;
  section(canvas, words.sections.changes);
  canvas.wide(words.comparedWith(lastReview.period, day(lastReview.asOf)), 'note');
  const { columns } = words;
  headers(canvas, [columns.figure, null, columns.before, columns.now, columns.change], [], {
    height: 18,
  });
  const { figures, tiers } = changesSince(lastReview, now);
  for (const { figure, before, now: current, change } of figures) {
    const row = canvas.row(
      filled([
        text(words.figures[figure], 'label'),
        text(''),
        money(before),
        money(current),
        money(change, change < 0 ? 'money-warn' : 'money-strong'),
      ]),
    );
    canvas.span(row, 1, 2);
    laySum(canvas, row, 5, [
      { row, column: 4 },
      { row, column: 3, factor: -1 },
    ]);
  }
  for (const tier of tiers)
    canvas.wide(words.tierChanged(tier.component, tier.window, tier.before, tier.now), 'plain');
}
