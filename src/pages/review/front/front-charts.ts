import { subtractFen, yuanNumber } from '#domain/money/fen.ts';
import { CHART } from '../charts.ts';
import type { Draft } from '../review-input.ts';
import { FEED, MARKS, type ProgressTable } from './front-progress.ts';

export const CHART_ROWS = 12;
/** Periods that fit side by side: the last ones. */
const PERIODS = 8;
/** First feeding column of the payouts. */
const PAID = FEED + 8;

/** Progress with its tiers drawn in, and what each period paid. */
export function frontCharts(draft: Draft, row: number, table: ProgressTable): void {
  const { canvas, words } = draft;
  const { front } = words;
  const run = (column: number) => ({ row: table.first, column, rows: table.rows });
  if (table.rows > 0)
    canvas.charts.push({
      title: front.progressChart,
      kind: 'column-stacked',
      least: 0,
      labels: true,
      numberFormat: formatOf(draft, table),
      categories: run(FEED),
      series: [
        { ...run(FEED + 1), name: front.signed, color: CHART.strong },
        { ...run(FEED + 2), name: front.pipeline, color: CHART.pale },
      ],
      marks: Array.from({ length: MARKS }, (_, mark) => ({
        ...run(FEED + 3 + mark),
        name: front.threshold(mark + 1),
        color: mark === 0 ? '#9A5B00' : '#C98A2B',
      })).filter((_, mark) => hasMark(draft, table, mark)),
      at: { row, column: 1, rows: CHART_ROWS, columns: 4 },
    });
  paidChart(draft, row);
}

/** Whole figures once they are large; a decimal while it still matters. */
const large = (fen: readonly number[]): string =>
  Math.max(0, ...fen.map(Math.abs)) >= 100_00 ? '#,##0' : '#,##0.0';

function formatOf({ canvas }: Draft, table: ProgressTable): string {
  const sales = Array.from({ length: table.rows }, (_, at) =>
    Number(canvas.cell(table.first + at, FEED + 1)?.value ?? 0),
  );
  return large(sales.map((value) => value * 100));
}

const hasMark = ({ canvas }: Draft, table: ProgressTable, mark: number): boolean =>
  Array.from({ length: table.rows }, (_, at) =>
    canvas.cell(table.first + at, FEED + 3 + mark),
  ).some((cell) => typeof cell?.value === 'number');

function paidChart(draft: Draft, row: number): void {
  const { canvas, words, input, options } = draft;
  const { front } = words;
  const unit = options.language === 'zh-CN' ? 10_000 : 1_000;
  const paid = input.rebate.payouts.slice(-PERIODS);
  if (paid.length === 0) return;
  const figure = (value: number) => ({
    value: Math.round((value / unit) * 100) / 100,
    style: 'computed-plain' as const,
  });
  paid.forEach(({ period, rebate, trueUp, cap, clawBack }, at) => {
    canvas.set(row + at, PAID, { value: period.label, style: 'computed-plain' });
    const own = subtractFen(subtractFen(rebate, cap), clawBack);
    canvas.set(row + at, PAID + 1, figure(yuanNumber(own)));
    canvas.set(row + at, PAID + 2, figure(yuanNumber(trueUp)));
    canvas.set(row + at, PAID + 3, figure(yuanNumber(cap)));
    canvas.set(row + at, PAID + 4, figure(yuanNumber(clawBack)));
  });
  const run = (column: number) => ({ row, column, rows: paid.length });
  const negative = paid.some(
    ({ rebate, trueUp, cap, clawBack }) => rebate < 0 || trueUp < 0 || cap < 0 || clawBack < 0,
  );
  canvas.charts.push({
    title: front.paidChart,
    kind: 'column-stacked',
    ...(negative ? {} : { least: 0 }),
    numberFormat: large(paid.map(({ rebate, trueUp }) => (rebate + trueUp) / unit)),
    labels: true,
    categories: run(PAID),
    series: [
      { ...run(PAID + 1), name: front.ownRebate, color: CHART.strong },
      { ...run(PAID + 2), name: words.columns.trueUp, color: CHART.accent },
      ...(paid.some(({ cap }) => cap !== 0)
        ? [{ ...run(PAID + 3), name: front.cap, color: '#9A5B00' }]
        : []),
      ...(paid.some(({ clawBack }) => clawBack !== 0)
        ? [{ ...run(PAID + 4), name: front.clawBack, color: '#B4534B' }]
        : []),
    ],
    at: { row, column: 5, rows: CHART_ROWS, columns: 4 },
  });
}
