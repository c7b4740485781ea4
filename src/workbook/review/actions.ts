import { NO_FEN, subtractFen } from '#domain/money/fen.ts';
import type { Advice } from '#domain/decision/advice.ts';
import { kindOf } from '#domain/ledger/ledger.ts';
import { say } from '#i18n/say.ts';
import { laySum } from './formulas.ts';
import { blank, dash, integer, money, moneyOrDash, rate, text } from './cells.ts';
import { lineHeight } from '../text-height.ts';
import { amountOf, orderLink } from './order-link.ts';
import type { Draft } from './review-input.ts';
import { headers, quiet, section } from './section.ts';

/** Columns B…G hold the sentence; then gain, cost, net and chance. */
const WHAT_COLUMNS = 5;
const GAIN = 7;

/** What to do now, most yuan first. */
export function actions(draft: Draft): void {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.actions);
  const ranked = [...input.advice].sort((a, b) => netOf(b) - netOf(a));
  if (ranked.length === 0) return void quiet(canvas, words.empty.actions);
  const { columns } = words;
  const head = headers(canvas, [columns.rank, columns.what, null, null, null, null, columns.gain, columns.cost, columns.net, columns.chance], ['header', 'header', 'header', 'header', 'header', 'header']);
  canvas.span(head, 2, WHAT_COLUMNS);
  ranked.forEach((advice, index) => actionRow(draft, advice, index + 1));
}

const netOf = (advice: Advice): number => subtractFen(advice.yuan, advice.cost);

function actionRow(draft: Draft, advice: Advice, rank: number): void {
  const { canvas, options } = draft;
  const title = say(advice.title, options.language);
  const height = lineHeight([{ text: title, width: canvas.widthOf(2, WHAT_COLUMNS) }]);
  const row = canvas.row([
    integer(rank, 'center'), text(title, 'wrapped'), null, null, null, null,
    money(advice.yuan, 'money-strong'), advice.cost === NO_FEN ? dash() : money(advice.cost),
    money(subtractFen(advice.yuan, advice.cost), 'money-good'), advice.probability === null ? dash('chance') : rate(advice.probability, 'chance'),
  ], { height });
  canvas.span(row, 2, WHAT_COLUMNS);
  laySum(canvas, row, GAIN + 2, [{ row, column: GAIN }, { row, column: GAIN + 1, factor: -1 }]);
  for (const fact of [...advice.explanation, ...advice.assumptions]) detail(draft, say(fact, options.language));
  if (advice.orders.length > 0) orderLine(draft, advice.orders);
}

function detail({ canvas }: Draft, sentence: string): void {
  const height = lineHeight([{ text: sentence, width: canvas.widthOf(2, 9) }]);
  const row = canvas.row([null, text(sentence, 'note')], { height, level: 1 });
  canvas.span(row, 2, 9);
}

/** The orders a piece of advice rests on: each id leads to its row. */
function orderLine(draft: Draft, orders: readonly number[]): void {
  const { canvas, input, words } = draft;
  for (const index of orders.slice(0, 8)) {
    const customer = input.ledger.customer[index] ?? '';
    const state = kindOf(input.ledger, index) === 'pending' ? words.pending : '';
    const row = canvas.row([
      null, orderLink(draft, index), text(customer), blank('text'), blank('text'), text(state),
      moneyOrDash(amountOf(input.ledger, index)),
    ], { level: 1 });
    canvas.span(row, 3, 3);
  }
}
