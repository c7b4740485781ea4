import { actionList, MOST_ACTIONS } from '#domain/decision/action-list.ts';
import type { Advice } from '#domain/decision/advice.ts';
import { NO_FEN } from '#domain/money/fen.ts';
import { say } from '#i18n/say/say.ts';
import type { PageCell } from '../../page.ts';
import { lineHeight } from '../../text-height.ts';
import { dash, money, rate, text } from '../cells.ts';
import type { Draft } from '../review-input.ts';
import { heading } from './front-progress.ts';

/** What to do, at most five things that do not exclude each other, largest first. */
export function frontActions(draft: Draft): void {
  const { canvas, words } = draft;
  const { columns, front } = words;
  const chosen = actionList(draft.input.advice)
    .map(({ best }) => best)
    .filter(({ kind, yuan, cost }) => kind !== 'sensitivity' && yuan > cost)
    .slice(0, MOST_ACTIONS);
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
