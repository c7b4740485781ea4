import { type Fen, fen, subtractFen, sumFen } from '#domain/money/fen.ts';
import { date, dash, money, text } from './cells.ts';
import { laySum, layTotal } from './formulas.ts';
import { dayOf, orderLink } from './order-link.ts';
import type { Draft, ReviewRestatement } from './review-input.ts';
import { filled, headers, quiet, section } from './section.ts';

const SHOWN = 40;
const COLUMN = { then: 5, now: 6, change: 7 } as const;

/** What changed in the policy and whose rebate moved: as known then, as known now, by order. */
export function restatement(draft: Draft): void {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.policy);
  const moved = input.restatements;
  if (moved.length === 0) return void quiet(canvas, words.empty.policy);
  canvas.wide(words.restatedNote, 'note');
  for (const one of moved) change(draft, one);
}

function change(draft: Draft, { before, now, sentence, orders }: ReviewRestatement): void {
  const { canvas, words } = draft;
  canvas.gap(6);
  canvas.wide(words.versions(before, now), 'subsection', { height: 18 });
  if (sentence !== '') canvas.wide(`${words.columns.sentence}: ${sentence}`, 'plain');
  const moved = orders.filter((order) => order.before !== order.now).sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before));
  if (moved.length === 0) return void quiet(canvas, words.empty.policy);
  const { columns } = words;
  headers(canvas, [columns.orderId, columns.customer, columns.date, null, columns.knownThen, columns.knownNow, columns.change, null, null, null],
    ['header', 'header', 'header-center', 'header']);
  const from = canvas.next;
  for (const order of moved.slice(0, SHOWN)) orderRow(draft, order.ledgerIndex, order.before, order.now);
  const rest = moved.slice(SHOWN);
  if (rest.length > 0) {
    const row = canvas.row(filled([text(words.restatedMore(rest.length))]));
    figures(draft, row, sumFen(rest.map((order) => order.before)), sumFen(rest.map((order) => order.now)));
  }
  totals(draft, from, canvas.next - 1);
}

function orderRow(draft: Draft, index: number, before: Fen, now: Fen): void {
  const { canvas, input: { ledger } } = draft;
  const day = dayOf(ledger, index);
  const row = canvas.row(filled([orderLink(draft, index), text(ledger.customer[index] ?? ''), day === null ? dash('date') : date(day)]));
  figures(draft, row, before, now);
}

function figures({ canvas }: Draft, row: number, before: Fen, now: Fen): void {
  canvas.set(row, COLUMN.then, money(before));
  canvas.set(row, COLUMN.now, money(now));
  canvas.set(row, COLUMN.change, money(subtractFen(now, before), now > before ? 'money-good' : 'money-warn'));
  laySum(canvas, row, COLUMN.change, [{ row, column: COLUMN.now }, { row, column: COLUMN.then, factor: -1 }]);
}

function totals({ canvas, words }: Draft, from: number, to: number): void {
  const row = canvas.row(filled([text(words.total, 'total-label')], 'total-label'));
  for (const column of Object.values(COLUMN)) {
    let sum = 0;
    for (let at = from; at <= to; at += 1) sum += canvas.fenAt(at, column);
    canvas.set(row, column, money(fen(sum), 'total-money'));
    layTotal(canvas, row, { column, from, to });
  }
}
