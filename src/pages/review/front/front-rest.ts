import { type Ledger, type Question, kindOf } from '#domain/ledger/ledger.ts';
import { type RowKind } from '#domain/ledger/row-kind.ts';
import { questionBounds } from '#domain/decision/question-bounds.ts';
import { type Fen, sumFen, fen } from '#domain/money/fen.ts';
import { salesBetween } from '#domain/review/sales-table.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { day, yuan } from '#i18n/format.ts';
import { netDivisor } from '../plain-component.ts';
import type { Draft } from '../review-input.ts';
import { heading } from './front-progress.ts';

/** Cells of the appendix that say what the orders come to now; null where none follows them. */
export interface LiveFigures {
  readonly sales: string | null;
  readonly rebate: string | null;
  /** How many figures of the orders are others than they were. */
  readonly differing: string | null;
}

/** A sentence of ours ends with its own. */
const STOP = /[。.；;]$/;

/** What is still open and what all figures rest on. */
export function frontRest(draft: Draft, live: LiveFigures): void {
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
  const nets = new Set(input.policy.components.map(netDivisor).filter((each) => each !== ''));
  const capped = input.rebate.windows.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === 'cap' ? [line.rebate] : [])),
  );
  return [
    front.policy(name, input.policy.example, sources[0]?.replace(STOP, '') ?? null),
    front.ledger(
      input.title,
      countOf(input.ledger, 'order'),
      countOf(input.ledger, 'refund'),
      day(input.asOf),
    ),
    ...[...nets].map(front.net),
    ...(capped.length === 0 ? [] : [front.capped(yuan(fen(-sumFen(capped))))]),
    front.pending(input.forecast.deals.length),
  ];
}

function countOf(ledger: Ledger, kind: RowKind): number {
  let count = 0;
  for (let at = 0; at < ledger.size; at += 1) if (kindOf(ledger, at) === kind) count += 1;
  return count;
}

/**
 * Compares what the orders come to now with what they came to on the review's day: the period's
 * sales, the rebate, and what the appendix counts and adds up on the order sheets.
 */
function liveRow({ canvas, words, input, period }: Draft, live: LiveFigures): void {
  const { front } = words;
  const until = input.asOf < period.to ? input.asOf : period.to;
  const asOf = day(input.asOf);
  const figures = [
    { cell: live.sales, then: salesBetween(input.book, period.from, until), word: words.key.sales },
    { cell: live.rebate, then: input.rebate.total, word: front.toDate },
  ].flatMap(({ cell, ...more }) => (cell === null ? [] : [{ cell, ...more }]));
  const { differing } = live;
  const isLive = figures.length > 0 || differing !== null;
  const names = [
    ...figures.map(({ word }) => word),
    ...(differing === null ? [] : [front.ledgerCheck]),
  ];
  const same = isLive ? front.unchanged(asOf, names) : front.fixed(asOf);
  const row = canvas.wide(same, 'note');
  const cell = canvas.cell(row, 1);
  if (cell === null || !isLive) return;
  const formula = figures.reduceRight(
    (rest, figure) =>
      `IF(ABS(${figure.cell}-(${figure.then / 100}))<0.005,${rest},` +
      `${quoted(front.changed(asOf, figure.word, yuan(figure.then)))}&TEXT(${figure.cell},` +
      '"#,##0.00"))',
    differing === null
      ? quoted(same)
      : `IF(${differing}=0,${quoted(same)},${quoted(front.changedElse(asOf))}&` +
          `TEXT(${differing},"0"))`,
  );
  // A cell that became an error is a change, too.
  const broken = quoted(front.changedToError(asOf));
  canvas.set(row, 1, { ...cell, formula: `IFERROR(${formula},${broken})` });
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
