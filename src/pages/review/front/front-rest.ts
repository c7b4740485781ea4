import { type Ledger, type Question, kindOf } from '#domain/ledger/ledger.ts';
import { type RowKind } from '#domain/ledger/row-kind.ts';
import { questionBounds } from '#domain/decision/question-bounds.ts';
import { type Fen, sumFen } from '#domain/money/fen.ts';
import { salesBetween } from '#domain/review/sales-table.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { day, yuan } from '#i18n/format.ts';
import type { Draft } from '../review-input.ts';
import { heading } from './front-progress.ts';

/** Where the review's other sheet says what the orders come to now, and what they came to then. */
export interface LiveSales {
  readonly reference: string;
}

/** What is still open and what all figures rest on. */
export function frontRest(draft: Draft, live: LiveSales | null): void {
  const { canvas, words } = draft;
  heading(draft, words.front.rests);
  for (const sentence of [...openQuestions(draft), ...foundations(draft)])
    canvas.wide(`· ${sentence}`, 'plain');
  liveRow(draft, live);
}

/**
 * Rows that wait for an answer, and what the answers could change in the rebate; where there are
 * too many to try every set of answers, what all of the lowest and all of the highest would.
 */
function openQuestions({ words, input }: Draft): readonly string[] {
  const { count, least, most, exact } = questionBounds(input);
  if (count === 0) return [words.front.noQuestions];
  const unread = input.ledger.questions.filter((question) =>
    isUnread(input.ledger, question),
  ).length;
  const said = exact ? words.front.questions : words.front.manyQuestions;
  return [said(count, signedYuan(least), signedYuan(most), unread, day(input.asOf))];
}

/** Whether nothing can be said of the amount until somebody types it. */
const isUnread = ({ amount }: Ledger, { choices, indices }: Question): boolean =>
  !choices.some(({ kind }) => kind === 'amount') &&
  indices.some((index) => Number.isNaN(amount[index]));

const signedYuan = (amount: Fen): string => (amount > 0 ? `+${yuan(amount)}` : yuan(amount));

function foundations({ words, input, options }: Draft): readonly string[] {
  const { front } = words;
  const name = input.policy.example
    ? exampleName(input.policy, options.language)
    : input.policy.name || words.noPolicyName;
  const sources = [
    ...new Set(input.policy.components.map(({ source }) => source).filter((each) => each !== '')),
  ];
  const capped = input.rebate.windows.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === 'cap' ? [line.rebate] : [])),
  );
  return [
    front.policy(name, input.policy.example, sources[0] ?? null),
    front.ledger(
      input.title,
      countOf(input.ledger, 'order'),
      countOf(input.ledger, 'refund'),
      day(input.asOf),
    ),
    ...(capped.length === 0 ? [] : [front.capped(yuan(-sumFen(capped) as Fen))]),
    front.pending(input.forecast.deals.length),
  ];
}

function countOf(ledger: Ledger, kind: RowKind): number {
  let count = 0;
  for (let at = 0; at < ledger.size; at += 1) if (kindOf(ledger, at) === kind) count += 1;
  return count;
}

/** Compares what the order sheet comes to now with what it came to on the review's day. */
function liveRow({ canvas, words, input, period }: Draft, live: LiveSales | null): void {
  const { front } = words;
  const until = input.asOf < period.to ? input.asOf : period.to;
  const then = salesBetween(input.book, period.from, until);
  const same = front.unchanged(day(input.asOf));
  const row = canvas.wide(live === null ? front.fixed(day(input.asOf)) : same, 'note');
  if (live === null) return;
  const cell = canvas.cell(row, 1);
  if (cell === null) return;
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  canvas.set(row, 1, {
    ...cell,
    formula:
      `IF(ABS(${live.reference}-(${then / 100}))<0.005,${quoted(same)},` +
      `${quoted(front.changed(day(input.asOf), yuan(then)))}&TEXT(${live.reference},"#,##0.00"))`,
  });
}
