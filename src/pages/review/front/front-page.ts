import { labelWithMonths } from '#domain/calendar/period.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { day } from '#i18n/format.ts';
import type { Page } from '../../page.ts';
import { Canvas } from '../canvas.ts';
import { blank, text } from '../cells.ts';
import { CHART } from '../charts.ts';
import type { Draft, ReviewInput, ReviewOptions } from '../review-input.ts';
import { reviewDraft, sheetName } from '../review-draft.ts';
import { fitTexts } from '../fit-texts.ts';
import { frontActions } from './front-actions.ts';
import { frontCharts, CHART_ROWS } from './front-charts.ts';
import { frontProgress } from './front-progress.ts';
import { type LiveSales, frontRest } from './front-rest.ts';
import { headlineSentence } from './front-sentence.ts';
import { frontTiles } from './front-tiles.ts';

/** Margin, then eight columns: an upright A4. What feeds the charts stands beside them. */
export const FRONT_WIDTHS = [1, 14, 10.5, 12.5, 8, 12, 12.5, 12, 12.5] as const;
export const FRONT_LAST = FRONT_WIDTHS.length - 1;

/**
 * The page that is worth sending alone: what to do, what there is, where each component stands,
 * what was paid when, what is open and what all of it rests on. Values of the review's day; one
 * line says whether the orders have changed since.
 */
export function frontPage(
  input: ReviewInput,
  options: ReviewOptions,
  live: LiveSales | null,
): Page {
  const draft = reviewDraft(input, options, new Canvas(FRONT_WIDTHS));
  const { canvas, words, period } = draft;
  band(draft);
  canvas.gap(6);
  canvas.wide(headlineSentence(draft), 'headline', { height: 42 });
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
    columnWidths: [...FRONT_WIDTHS, 3, ...Array.from({ length: 12 }, () => 11)],
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
    canvas.set(row, 0, blank(style));
    for (let column = 2; column <= FRONT_LAST; column += 1) canvas.set(row, column, blank(style));
  };
  fill('title', 32, words.title(labelWithMonths(period)));
  fill('subtitle', 20, words.subtitle(input.title, name, day(input.asOf)));
  if (input.policy.example) {
    canvas.gap(5);
    canvas.wide(words.example, 'notice');
  }
}
