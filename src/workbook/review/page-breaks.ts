import type { Canvas } from './canvas.ts';

/**
 * Points of rows on a printed page: A4 landscape less margins, at the scale at which the columns fill its width, less the
 * repeated title. On the low side, so that a break of ours comes before the printer's own.
 */
const PAGE = 560;
/** What should stand with a heading: its table's header and a few rows. */
const TOGETHER = 110;

/** Starts a new page where a section would begin at the very foot of one, and before a chart that would be cut. */
export function breakPages(canvas: Canvas): void {
  const charts = canvas.charts.map((chart) => chart.at);
  let used = 0;
  for (let row = 0; row < canvas.next; row += 1) {
    const chart = charts.find((at) => at.row === row);
    const needed = chart !== undefined ? heightOf(canvas, row, chart.rows) : startsSection(canvas, row) ? TOGETHER : 0;
    if (needed > 0 && used > 0 && used + needed > PAGE) {
      canvas.breakBefore(row);
      used = 0;
    }
    used = used + canvas.heightOf(row) > PAGE ? canvas.heightOf(row) : used + canvas.heightOf(row);
  }
}

const startsSection = (canvas: Canvas, row: number): boolean => canvas.cell(row, 1)?.style === 'section';

function heightOf(canvas: Canvas, from: number, rows: number): number {
  let sum = 0;
  for (let row = from; row < from + rows; row += 1) sum += canvas.heightOf(row);
  return sum;
}
