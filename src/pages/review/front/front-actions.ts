import type { Advice, AdviceKind } from '#domain/decision/advice.ts';
import { NO_FEN, subtractFen } from '#domain/money/fen.ts';
import { say } from '#i18n/say.ts';
import type { PageCell } from '../../page.ts';
import { lineHeight } from '../../text-height.ts';
import { dash, money, rate, text } from '../cells.ts';
import type { Draft } from '../review-input.ts';
import { heading } from './front-progress.ts';

const MOST = 5;
/** Two ways to the same tier: whoever does one no longer gains by the other. */
const SAME_GOAL: readonly AdviceKind[] = ['close-gap', 'pull-in', 'bundle', 'renewal'];
/** Says what a figure depends on; nothing to do. */
const NO_ACTION: readonly AdviceKind[] = ['sensitivity'];

/** What to do, at most five things that do not exclude each other, largest first. */
export function frontActions(draft: Draft): void {
  const { canvas, words } = draft;
  const { columns, front } = words;
  const chosen = together(draft.input.advice);
  heading(draft, front.actions);
  if (chosen.length === 0) return void canvas.wide(words.empty.actions, 'note');
  const head: readonly PageCell[] = [
    { value: columns.what, style: 'header' },
    ...Array.from({ length: 4 }, (): PageCell => ({ value: null, style: 'header' })),
    { value: front.worth, style: 'header-right' },
    { value: columns.cost, style: 'header-right' },
    { value: columns.chance, style: 'header-right' },
  ];
  const row = canvas.row(head, { height: 18 });
  canvas.span(row, 1, 5);
  chosen.forEach((advice, index) => actionRow(draft, advice, index + 1));
}

function actionRow({ canvas, options }: Draft, advice: Advice, rank: number): void {
  const title = `${rank}. ${say(advice.title, options.language)}`;
  const row = canvas.row(
    [
      text(title, 'wrapped'),
      ...Array.from({ length: 4 }, () => text('', 'wrapped')),
      money(advice.yuan, 'money-good'),
      advice.cost === NO_FEN ? dash() : money(advice.cost),
      advice.probability === null ? dash('chance') : rate(advice.probability, 'chance'),
    ],
    { height: lineHeight([{ text: title, width: canvas.widthOf(1, 5) }]) },
  );
  canvas.span(row, 1, 5);
}

/** The best set taken one by one: none shares an order or the goal of one that is already in. */
export function together(all: readonly Advice[]): readonly Advice[] {
  const ranked = [...all]
    .filter(({ kind, yuan, cost }) => !NO_ACTION.includes(kind) && subtractFen(yuan, cost) > 0)
    .sort((a, b) => subtractFen(b.yuan, b.cost) - subtractFen(a.yuan, a.cost));
  const chosen: Advice[] = [];
  for (const advice of ranked) {
    if (chosen.length === MOST) break;
    if (chosen.every((other) => goTogether(advice, other))) chosen.push(advice);
  }
  return chosen;
}

function goTogether(a: Advice, b: Advice): boolean {
  if (a.orders.some((order) => b.orders.includes(order))) return false;
  return !(SAME_GOAL.includes(a.kind) && SAME_GOAL.includes(b.kind));
}
