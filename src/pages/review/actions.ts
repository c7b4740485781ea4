import { itemAt, uint16At } from '#domain/columns.ts';
import { MOST_ACTIONS, actionList, isOnlyTold } from '#domain/decision/action-list.ts';
import type { Advice } from '#domain/decision/advice.ts';
import { NO_FEN, subtractFen } from '#domain/money/fen.ts';
import type { Language } from '#domain/language.ts';
import { say } from '#i18n/say/say.ts';
import { lineHeight } from '../text-height.ts';
import { blank, dash, money, rate, text } from './cells.ts';
import { laySum } from './formulas.ts';
import { runOn } from './review-language.ts';
import type { Draft } from './review-input.ts';
import { headers, quiet, section } from './section.ts';

/** Columns C…G hold the sentence; then gain, cost, net and chance. */
const WHAT = 2;
const WHAT_COLUMNS = 5;
const GAIN = 7;
/** Other ways shown under an action. */
const MOST_INSTEAD = 3;
/** Orders named under a piece of advice. */
const NAMED = 12;

/** What to do now, most yuan after cost first; the arithmetic stands at the end of the page. */
export function actions(draft: Draft): void {
  const { canvas, words } = draft;
  section(canvas, words.sections.actions);
  const listed = actionList(draft.input.advice);
  if (listed.length === 0) return void quiet(canvas, words.empty.actions);
  const { columns } = words;
  const head = headers(
    canvas,
    [
      columns.rank,
      columns.what,
      null,
      null,
      null,
      null,
      columns.gain,
      columns.cost,
      columns.net,
      columns.chance,
    ],
    ['header-center', 'header', 'header', 'header', 'header', 'header'],
  );
  canvas.span(head, WHAT, WHAT_COLUMNS);
  for (const ranked of rankedActions(draft)) actionRow(draft, ranked);
  if (listed.length > MOST_ACTIONS)
    canvas.wide(words.actionsMore(listed.length - MOST_ACTIONS), 'note');
}

interface Ranked {
  readonly advice: Advice;
  /** "1", or "or" for what may be done in place of the action above it. */
  readonly rank: string;
}

/** The best five that can be done together, each followed by what may be done in its place. */
const rankedActions = ({ input, words }: Draft): readonly Ranked[] =>
  actionList(input.advice)
    .slice(0, MOST_ACTIONS)
    .flatMap(({ best, instead }, index) => [
      { advice: best, rank: String(index + 1) },
      ...othersThan(best, instead)
        .slice(0, MOST_INSTEAD)
        .map((advice) => ({ advice, rank: words.actionsOr })),
    ]);

/** Sales that bring several components to their next tiers are one way, said of the first. */
function othersThan(best: Advice, instead: readonly Advice[]): readonly Advice[] {
  const said = new Set([whatToSign(best)]);
  return instead.filter((advice) => {
    const way = whatToSign(advice);
    if (way === null) return true;
    const isOther = !said.has(way);
    said.add(way);
    return isOther;
  });
}

/** Alike where the same sales give the same: null for what is no closing of a gap. */
const whatToSign = ({ title, yuan }: Advice): string | null =>
  title.code === 'advice.close-gap' ? `${title.amount} ${yuan} ${title.category}` : null;

function actionRow({ canvas, options }: Draft, { advice, rank }: Ranked): void {
  const title = say(advice.title, options.language);
  const row = canvas.row(
    [
      text(rank, 'center'),
      text(title, 'wrapped'),
      null,
      null,
      null,
      null,
      money(advice.yuan, 'money-strong'),
      advice.cost === NO_FEN ? dash() : money(advice.cost),
      money(subtractFen(advice.yuan, advice.cost), 'money-good'),
      advice.probability === null ? dash('chance') : rate(advice.probability, 'chance'),
    ],
    { height: lineHeight([{ text: title, width: canvas.widthOf(WHAT, WHAT_COLUMNS) }]) },
  );
  canvas.span(row, WHAT, WHAT_COLUMNS);
  laySum(canvas, row, GAIN + 2, [
    { row, column: GAIN },
    { row, column: GAIN + 1, factor: -1 },
  ]);
}

/**
 * Why: each action's arithmetic, its orders and its assumptions. What all assume is said once; what
 * several rest on stands above them as a note with a letter, which they name.
 */
export function actionDetails(draft: Draft): void {
  const { canvas, words, options, input } = draft;
  const ranked = rankedActions(draft);
  const told = input.advice.filter(isOnlyTold).map((advice) => ({ advice, rank: '·' }));
  const explained = [...ranked, ...told];
  if (explained.length === 0) return;
  section(canvas, words.sections.actionDetails, { level: 1 });
  const reasons = explained.map(({ advice }) => reasonsOf(advice, options.language));
  const { shared, notes } = saidAgain(reasons.map(({ general }) => general));
  if (shared.length > 0) canvas.wide(runOn(shared), 'note', { level: 1 });
  notes.forEach((note, at) => canvas.wide(`${letter(at)}  ${runOn(note)}`, 'note', { level: 1 }));
  const said = new Set([...shared, ...notes.flat()]);
  explained.forEach(({ advice, rank }, index) => {
    const { why, assumed, general } = itemAt(reasons, index);
    const letters = notes.flatMap(([first = ''], at) =>
      general.includes(first) ? [letter(at)] : [],
    );
    canvas.wide(`${ordinal(rank)}  ${say(advice.title, options.language)}`, 'subsection', {
      level: 1,
    });
    const isOwn = (sentence: string): boolean => !said.has(sentence);
    paragraph(draft, why.filter(isOwn), 'plain');
    const see = letters.length === 0 ? [] : [words.seeNotes(letters)];
    paragraph(draft, [...ordersOf(draft, advice), ...assumed.filter(isOwn), ...see], 'note');
  });
}

interface Reasons {
  readonly why: readonly string[];
  readonly assumed: readonly string[];
  /** Those that can be said apart from the action: its own arithmetic stays with it. */
  readonly general: readonly string[];
}

function reasonsOf({ explanation, assumptions }: Advice, language: Language): Reasons {
  const inWords = (facts: Advice['explanation']): readonly string[] =>
    facts.map((fact) => say(fact, language));
  const assumed = inWords(assumptions);
  const general = [...inWords(explanation.filter(({ code }) => GENERAL.has(code))), ...assumed];
  return { why: inWords(explanation), assumed, general };
}

/** Common practice, not arithmetic. */
const GENERAL: ReadonlySet<string> = new Set(['advice.product-set', 'advice.industry-prompt']);

/**
 * Sentences that all have, and those that more than one has: one note for what the same ones have.
 */
function saidAgain(lists: readonly (readonly string[])[]): {
  readonly shared: readonly string[];
  readonly notes: readonly (readonly string[])[];
} {
  const groups = new Map<string, string[]>();
  for (const sentence of new Set(lists.flat())) {
    const having = lists.flatMap((list, at) => (list.includes(sentence) ? [at] : []));
    if (having.length < 2) continue;
    const key = having.join();
    groups.set(key, [...(groups.get(key) ?? []), sentence]);
  }
  const all = [...lists.keys()].join();
  const notes = [...groups].filter(([key]) => key !== all).map(([, group]) => group);
  return { shared: groups.get(all) ?? [], notes };
}

/** A title may begin with a number of its own. */
const ordinal = (rank: string): string => (/\d/.test(rank) ? `${rank}.` : rank);

/** Five actions with three other ways each have fewer notes than the alphabet letters. */
const letter = (at: number): string => String.fromCodePoint(97 + (at % 26));

function paragraph({ canvas }: Draft, sentences: readonly string[], style: 'plain' | 'note'): void {
  if (sentences.length === 0) return;
  const value = runOn(sentences);
  const row = canvas.row([blank(style), text(value, style)], {
    height: lineHeight([{ text: value, width: canvas.widthOf(WHAT, 9), style }]),
    level: 1,
  });
  canvas.span(row, WHAT, 9);
}

function ordersOf({ input: { ledger }, words }: Draft, { orders }: Advice): readonly string[] {
  const ids = orders
    .slice(0, NAMED)
    .map(
      (index) =>
        ledger.orderId[index] ||
        `${ledger.sheets[uint16At(ledger.sheetOf, index)]?.name ?? ''} ${ledger.row[index] ?? ''}`,
    );
  return ids.length === 0 ? [] : [words.restsOn(ids.join(', '), orders.length - ids.length)];
}
