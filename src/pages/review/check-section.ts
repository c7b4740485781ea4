import { int32At } from '#domain/columns.ts';
import { counts, kindOf } from '#domain/ledger/ledger.ts';
import { written } from './ledger-trace.ts';
import type { PageCell } from '../page.ts';
import { text } from './cells.ts';
import { type Check, ledgerChecks } from './ledger-check.ts';
import type { Draft, Place } from './review-input.ts';
import { FIRST, LAST, filled, headers, section } from './section.ts';

const THEN = LAST - 2;
const NOW = LAST - 1;

/** Pay periods of which the latest are looked at one by one. */
const MOST_PERIODS = 8;

/**
 * What the order sheets come to now beside what they came to on the review's day. Returns the cell
 * that counts what differs; null where nothing follows the orders.
 */
export function ledgerCheck(draft: Draft): Place | null {
  const { canvas, words, input, options } = draft;
  const periods = input.rebate.payouts.map(({ period }) => period).slice(-MOST_PERIODS);
  const checks = ledgerChecks(input.ledger, options.sheets, periods);
  if (checks.length === 0) return null;
  section(canvas, words.sections.check);
  canvas.wide(words.check.note, 'note');
  const { check } = words;
  const head = headers(
    canvas,
    [check.what, null, null, null, null, null, null, check.then, check.now, check.change],
    ['header', 'header'],
  );
  canvas.span(head, FIRST, THEN - FIRST);
  const from = canvas.next;
  for (const each of checks) checkRow(draft, each);
  const to = canvas.next - 1;
  const total = canvas.row(filled([text(check.differing, 'total-label')], 'total-label'));
  const range = `${canvas.address(from, LAST)}:${canvas.address(to, LAST)}`;
  // Column heads that are printed again stand among the figures.
  canvas.set(total, LAST, {
    value: 0,
    formula: `COUNT(${range})-COUNTIF(${range},0)+SUMPRODUCT(ISERROR(${range})*1)`,
    style: 'integer',
  });
  const unseen = countUnseen(draft);
  if (unseen > 0) canvas.wide(check.unseen(unseen), 'note');
  return { row: total, column: LAST };
}

/** Rows that count and have no number where a formula looks for their amount and their day. */
function countUnseen({ input: { ledger }, options: { sheets = [] } }: Draft): number {
  const cells = ledger.sheets.map(({ name, columns }) => {
    const sheet = written(sheets, name);
    const day = columns.paidOn ?? columns.signedOn;
    return [columns.amount, day].flatMap((column) =>
      sheet === undefined || column === undefined ? [] : [sheet.columns[column.column] ?? []],
    );
  });
  let count = 0;
  for (let at = 0; at < ledger.size; at += 1)
    if (
      counts(kindOf(ledger, at)) &&
      cells[ledger.sheetOf[at] ?? 0]?.some(
        (column) => typeof column[int32At(ledger.row, at) - 1] !== 'number',
      )
    )
      count += 1;
  return count;
}

function checkRow({ canvas, words }: Draft, { item, formula, result }: Check): void {
  const isCount = item.kind === 'rows' || item.kind === 'rows-of';
  const style = isCount ? 'integer' : 'money';
  const row = canvas.row(filled([text(words.check.item(item))]), { level: 1 });
  canvas.span(row, FIRST, THEN - FIRST);
  const figure = (value: number, of?: string): PageCell =>
    of === undefined ? { value, style } : { value, formula: of, style };
  canvas.set(row, THEN, figure(result));
  canvas.set(row, NOW, figure(result, formula));
  const [then, now] = [canvas.address(row, THEN), canvas.address(row, NOW)];
  canvas.set(row, LAST, figure(0, `ROUND(${now}-${then},6)`));
}
