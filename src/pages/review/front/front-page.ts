import { labelWithMonths } from '#domain/calendar/period.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { day, yuan } from '#i18n/format.ts';
import type { Page, PageCell } from '../../page.ts';
import { Canvas } from '../canvas.ts';
import { blank, text, money, dash, rate } from '../cells.ts';
import { CHART } from '../charts.ts';
import type { Draft, ReviewInput, ReviewOptions } from '../review-input.ts';
import { reviewDraft, sheetName } from '../review-draft.ts';
import { fitTexts } from '../fit-texts.ts';
import { frontCharts, CHART_ROWS } from './front-charts.ts';
import { frontProgress, heading } from './front-progress.ts';
import { type LiveFigures, frontRest } from './front-rest.ts';
import { headlineSentence, frontHeadline } from './front-sentence.ts';
import { itemAt } from '#domain/columns.ts';
import { inTwoLines } from './two-lines.ts';
import { nearest } from '../header.ts';
import { actionList, MOST_ACTIONS } from '#domain/decision/action-list.ts';
import type { Advice } from '#domain/decision/advice.ts';
import { type Fen, NO_FEN } from '#domain/money/fen.ts';
import { say } from '#i18n/say/say.ts';
import { lineHeight, textWidth } from '../../text-height.ts';

/** Margin, then eight columns: an upright A4. What feeds the charts stands beside them. */
const FRONT_WIDTHS = [1, 19, 9.8, 13, 8, 10, 12.5, 12, 14] as const;
const FRONT_LAST = FRONT_WIDTHS.length - 1;
/** A longer name wraps: beyond, the page would be printed smaller than its rows are high. */
const WIDEST_NAME = 25;
/** Places that a character takes, bold as totals are, and as large as the tiles have it. */
const [BOLD, LARGE] = [1.1, 1.65];

/** A name with the number that its column of the chart has. */
const nameWidth = ({ name }: { readonly name: string }): number => textWidth(name, 'label') + 3;

/** Columns as wide as their largest figure: what is too long for its cell shows as ###. */
function frontWidths({
  rebate,
  received,
  outstanding,
  advice,
  policy,
}: ReviewInput): readonly number[] {
  const [margin, name, window, sales, tier, rate, gap, gain, total] = FRONT_WIDTHS;
  const most = (amounts: readonly (Fen | null)[]): number =>
    Math.max(0, ...amounts.map((amount) => (amount === null ? 0 : yuan(amount).length)));
  const { windows } = rebate;
  const tierSales = Math.max(sales, most(windows.map((each) => each.tierSales)));
  const worth = most(advice.map((each) => each.yuan));
  const toGap = Math.max(gap, worth, most(windows.map((each) => each.gap)));
  return [
    margin,
    Math.min(WIDEST_NAME, Math.max(name, ...policy.components.map(nameWidth))),
    ...[window, tierSales],
    Math.max(tier, most([received]) * LARGE - tierSales),
    Math.max(rate, most([outstanding]) * LARGE - toGap),
    toGap,
    Math.max(gain, most(windows.map((each) => each.gain)), most(advice.map(({ cost }) => cost))),
    Math.max(total, worth, most([rebate.total, ...windows.map((each) => each.rebate)]) * BOLD + 1),
  ];
}

/**
 * The page that is worth sending alone: what to do, what there is, where each component stands,
 * what was paid when, what is open and what all of it rests on. Values of the review's day; one
 * line says whether the orders have changed since.
 */
export function frontPage(input: ReviewInput, options: ReviewOptions, live: LiveFigures): Page {
  const draft = reviewDraft(input, options, new Canvas(frontWidths(input)));
  const { canvas, words, period } = draft;
  band(draft);
  canvas.gap(6);
  headlineRow(draft);
  canvas.gap(6);
  frontTiles(draft);
  canvas.gap(8);
  const chartRow = canvas.next;
  for (let index = 0; index < CHART_ROWS; index += 1) canvas.row([], { height: 15 });
  canvas.gap(4);
  const table = frontProgress(draft);
  frontCharts(draft, chartRow, table);
  frontActions(draft);
  frontRest(draft, live);
  fitTexts(canvas);
  fillPage(canvas, chartRow);
  return {
    name: sheetName(words.sheetName(period.label)),
    mark: `review:${period.label}`,
    columnWidths: [...canvas.widths, 3, ...Array.from({ length: 12 }, () => 11)],
    rows: canvas.rows(),
    charts: canvas.charts,
    merges: canvas.merges,
    frozenRows: 0,
    landscape: false,
    onePage: true,
    printColumns: FRONT_WIDTHS.length,
    font: options.language === 'zh-CN' ? 'Microsoft YaHei' : 'Calibri',
    footer: words.footer(words.title(labelWithMonths(period)), day(input.asOf)),
    tabColor: CHART.strong,
  };
}

function headlineRow(draft: Draft): void {
  const { canvas } = draft;
  const room = canvas.widthOf(1, FRONT_LAST);
  const text = inTwoLines(headlineSentence(draft), room);
  const height = lineHeight([{ text, width: room, style: 'headline' }]);
  canvas.wide(text, 'headline', { height: Math.max(42, Math.round(height)) });
}

/** Points of an upright A4 that rows may take; what a page leaves free goes to the charts. */
const PAGE = 800;

const TALLEST_CHART_ROW = 32;

function fillPage(canvas: Canvas, chartRow: number): void {
  let used = 0;
  for (let row = 0; row < canvas.next; row += 1) used += canvas.heightOf(row);
  const more = Math.floor((PAGE - used) / CHART_ROWS);
  if (more <= 0) return;
  for (let row = chartRow; row < chartRow + CHART_ROWS; row += 1)
    canvas.heighten(row, Math.min(TALLEST_CHART_ROW, canvas.heightOf(row) + more));
}

function band({ canvas, words, input, period, options }: Draft): void {
  const name = input.policy.example
    ? exampleName(input.policy, options.language)
    : input.policy.name || words.noPolicyName;
  const fill = (style: 'title' | 'subtitle', height: number, value: string): void => {
    const row = canvas.row([text(value, style)], { height });
    for (let column = 2; column <= FRONT_LAST; column += 1) canvas.set(row, column, blank(style));
  };
  fill('title', 32, words.title(labelWithMonths(period)));
  fill('subtitle', 20, words.subtitle(input.title, name, day(input.asOf)));
  if (input.policy.example) {
    canvas.gap(5);
    canvas.wide(words.example, 'notice');
  }
}

/** Four tiles of two columns each. */
const TILES = [1, 3, 5, 7] as const;

/** Rebate to date, received, outstanding, within reach. */
function frontTiles(draft: Draft): void {
  const { canvas, words, input } = draft;
  const { front } = words;
  const headline = frontHeadline(draft);
  const near = nearest(draft);
  const reach =
    headline?.kind === 'reach' ? headline : near === null ? null : { ...near, atLeast: false };
  const tileRow = (height: number, cells: readonly PageCell[]): void => {
    const row = canvas.row([], { height });
    TILES.forEach((column, index) => {
      canvas.set(row, column, itemAt(cells, index));
      canvas.span(row, column, 2);
    });
  };
  tileRow(
    17,
    [front.toDate, front.received, front.outstanding, front.withinReach].map((label) =>
      text(label, 'figure-label'),
    ),
  );
  tileRow(27, [
    money(input.rebate.total, 'figure-money'),
    money(input.received, 'figure-money'),
    money(input.outstanding, 'figure-money'),
    reach === null ? text('–', 'figure-text') : money(reach.gain, 'figure-money'),
  ]);
  tileRow(
    30,
    [
      front.toDateNote(day(input.asOf)),
      front.receivedNote,
      front.outstandingNote,
      reach === null ? front.reachNone : front.reachNote(yuan(reach.gap), reach.atLeast),
    ].map((note) => text(note, 'figure-note')),
  );
}

/** What brings less than a hundredth of the first action is left to the appendix. */
const LEAST_SHARE = 100;

/** What to do, at most five things that do not exclude each other, largest first. */
function frontActions(draft: Draft): void {
  const { canvas, words } = draft;
  const { columns, front } = words;
  const chosen = actionList(draft.input.advice)
    .map(({ best }) => best)
    .filter(({ yuan, cost }, _, [first]) => yuan > cost && yuan * LEAST_SHARE >= (first?.yuan ?? 0))
    .slice(0, MOST_ACTIONS);
  heading(draft, front.actions);
  if (chosen.length === 0) return void canvas.wide(words.empty.actions, 'note');
  const isPlain = chosen.every(({ cost, probability }) => cost === NO_FEN && probability === null);
  const figures = isPlain ? [front.worth] : [front.worth, columns.cost, columns.chance];
  const wide = FRONT_LAST - figures.length;
  const row = canvas.row(
    [
      { value: columns.what, style: 'header' },
      ...Array.from({ length: wide - 1 }, (): PageCell => ({ value: null, style: 'header' })),
      ...figures.map((value): PageCell => ({ value, style: 'header-right' })),
    ],
    { height: 18 },
  );
  canvas.span(row, 1, wide);
  chosen.forEach((advice, index) => actionRow(draft, advice, index + 1, wide));
}

/** @param wide - columns of its words; cost and chance stand where there is room beside them */
function actionRow({ canvas, options }: Draft, advice: Advice, rank: number, wide: number): void {
  const title = `${rank}. ${say(advice.title, options.language)}`;
  const figures = [
    money(advice.yuan, 'money-good'),
    advice.cost === NO_FEN ? dash() : money(advice.cost),
    advice.probability === null ? dash('chance') : rate(advice.probability, 'chance'),
  ];
  const row = canvas.row(
    [
      text(title, 'wrapped'),
      ...Array.from({ length: wide - 1 }, () => text('', 'wrapped')),
      ...figures.slice(0, FRONT_LAST - wide),
    ],
    { height: lineHeight([{ text: title, width: canvas.widthOf(1, wide) }]) },
  );
  canvas.span(row, 1, wide);
}
