import { subtractFen, yuanNumber } from '#domain/money/fen.ts';
import type { Payout } from '#domain/rebate/window.ts';
import { CHART } from '../charts.ts';
import type { Draft } from '../review-input.ts';
import { axisFrom, chartScale, scaled } from './chart-scale.ts';
import { FEED, MARKS, type ProgressTable } from './front-progress.ts';

export const CHART_ROWS = 12;
/** Periods that fit side by side: the last ones. */
const PERIODS = 8;
/** First feeding column of the payouts. */
const PAID = FEED + 8;
/** Columns of half a page, and of all of it. */
const [HALF, WHOLE] = [4, 8];
/** Columns of a chart up to which each has its figure written in it. */
const LABELLED = 5;
/** Points that the columns of half a page share. */
const ROOM = 190;
/** Share of the axis that half a figure and half a mark take. */
const LABEL = 0.08;
/** A mark grows in height as in width. */
const WIDEST_MARK = 28;

/** Progress with its tiers drawn in, and what each period paid, where any paid. */
export function frontCharts(draft: Draft, row: number, table: ProgressTable): void {
  const paid = draft.input.rebate.payouts
    .slice(-PERIODS)
    .map((payout) => ({ label: payout.period.label, parts: partsOf(payout) }));
  const anyPaid = paid.some(({ parts }) => parts.some((part) => part !== 0));
  if (table.rows > 0) progressChart(draft, row, table, anyPaid ? HALF : WHOLE);
  if (anyPaid) paidChart(draft, row, paid);
}

function progressChart(draft: Draft, row: number, table: ProgressTable, columns: number): void {
  const { canvas, words } = draft;
  const { front } = words;
  const { first, rows, scale } = table;
  const run = (column: number) => ({ row: first, column, rows });
  const room = (ROOM * columns) / HALF / rows;
  canvas.charts.push({
    title: front.progressChart(front.units[scale.name] ?? ''),
    kind: 'column-stacked',
    least: 0,
    labels: rows <= LABELLED && !isLabelCovered(draft, table),
    numberFormat: scale.numberFormat,
    categories: run(FEED),
    series: [
      { ...run(FEED + 1), name: front.signed, color: CHART.strong },
      { ...run(FEED + 2), name: front.pipeline, color: CHART.pale },
    ],
    marks: Array.from({ length: MARKS }, (_, mark) => ({
      ...run(FEED + 3 + mark),
      name: table.marks[mark] ?? '',
      color: mark === 0 ? '#9A5B00' : '#C98A2B',
    })).filter((_, mark) => markAt(draft, table, mark).some((value) => value !== null)),
    markSize: Math.max(8, Math.min(WIDEST_MARK, Math.floor(room * 0.5))),
    at: { row, column: 1, rows: CHART_ROWS, columns },
  });
}

/** Whether a threshold is drawn across a column's figure, which stands in its middle. */
function isLabelCovered(draft: Draft, table: ProgressTable): boolean {
  const drawn = (column: number): readonly number[] =>
    Array.from({ length: table.rows }, (_, at) =>
      Number(draft.canvas.cell(table.first + at, FEED + column)?.value ?? 0),
    );
  const signed = drawn(1);
  const pending = drawn(2);
  const marks = Array.from({ length: MARKS }, (_, mark) => drawn(3 + mark));
  const most = Math.max(...marks.flat(), ...signed.map((each, at) => each + (pending[at] ?? 0)));
  return signed.some((each, at) =>
    marks.some((mark) => Math.abs((mark[at] ?? 0) - each / 2) < LABEL * most && mark[at] !== 0),
  );
}

/** Figures of a mark, component by component. */
const markAt = ({ canvas }: Draft, table: ProgressTable, mark: number): readonly unknown[] =>
  Array.from(
    { length: table.rows },
    (_, at) => canvas.cell(table.first + at, FEED + 3 + mark)?.value ?? null,
  );

/** Yuan: of the period itself, true-up, cut by caps, taken back. */
function partsOf({ rebate, trueUp, cap, clawBack }: Payout): readonly number[] {
  const own = subtractFen(subtractFen(rebate, cap), clawBack);
  return [own, trueUp, cap, clawBack].map(yuanNumber);
}

type Paid = readonly { readonly label: string; readonly parts: readonly number[] }[];

function paidChart(draft: Draft, row: number, paid: Paid): void {
  const { canvas, words, options } = draft;
  const { front } = words;
  const below = paid.map(({ parts }) => sumOf(parts.filter((part) => part < 0)));
  const above = paid.map(({ parts }) => sumOf(parts.filter((part) => part > 0)));
  const scale = chartScale([...below, ...above], options.language);
  paid.forEach(({ label, parts }, at) => {
    canvas.set(row + at, PAID, { value: label, style: 'computed-plain' });
    parts.forEach((part, index) =>
      canvas.set(row + at, PAID + 1 + index, {
        value: scaled(part, scale),
        style: 'computed-plain',
      }),
    );
  });
  const run = (column: number) => ({ row, column, rows: paid.length });
  const looks = [
    { name: front.ownRebate, color: CHART.strong },
    { name: words.columns.trueUp, color: CHART.accent },
    { name: front.cap, color: '#9A5B00' },
    { name: front.clawBack, color: '#B4534B' },
  ];
  canvas.charts.push({
    title: front.paidChart(front.units[scale.name] ?? ''),
    kind: 'column-stacked',
    ...axisFrom([...below, ...above]),
    numberFormat: scale.numberFormat,
    labels: paid.length <= LABELLED,
    categories: run(PAID),
    series: looks
      .map((look, index) => ({ ...run(PAID + 1 + index), ...look }))
      .filter((_, index) => index === 0 || paid.some(({ parts }) => parts[index] !== 0)),
    at: { row, column: 1 + HALF, rows: CHART_ROWS, columns: HALF },
  });
}

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
