import type { Canvas } from './canvas.ts';

/**
 * Points of rows on a printed page: A4 landscape less margins and repeated title, at the scale at
 * which the columns fill its width. On the low side: every break is ours, so that no program cuts a
 * table head or a chart on its own account.
 */
const PAGE = 525;

/** A table up to this high is not torn apart. */
const SMALL = 240;
/** Of a higher one, so many rows stay with its head. */
const FIRST_ROWS = 3;

/**
 * Breaks the page between blocks: a heading stays with its table's first rows, a small table and a
 * chart whole, a total with the row above it.
 */
export function breakPages(canvas: Canvas): void {
  let used = 0;
  for (const [first, last] of blocksOf(canvas)) {
    const height = heightOf(canvas, first, last);
    if (used > 0 && used + height > PAGE) {
      canvas.breakBefore(first);
      used = 0;
    }
    used += height;
  }
}

/** Rows that belong together, as [first, last]. */
function blocksOf(canvas: Canvas): readonly (readonly [number, number])[] {
  const blocks: [number, number][] = [];
  const kept = new Set([...chartRows(canvas), ...tableRows(canvas)]);
  let first = 0;
  for (let row = 0; row < canvas.next; row += 1) {
    if (row + 1 < canvas.next && (kept.has(row) || leads(canvas, row) || isTotal(canvas, row + 1)))
      continue;
    blocks.push([first, row]);
    first = row + 1;
  }
  return blocks;
}

/** The row above a chart and its rows but the last: the next row belongs to each. */
const chartRows = (canvas: Canvas): ReadonlySet<number> =>
  new Set(
    canvas.charts.flatMap(({ at }) =>
      Array.from({ length: at.rows }, (_, index) => at.row - 1 + index),
    ),
  );

/**
 * Rows of small tables but the last of each, and the first rows of larger ones. A table ends at a
 * row with nothing in its first column.
 */
function tableRows(canvas: Canvas): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < canvas.next; row += 1) {
    if (styleAt(canvas, row)?.startsWith('header') !== true) continue;
    let end = row;
    while (
      end + 1 < canvas.next &&
      canvas.cell(end + 1, 1) !== null &&
      styleAt(canvas, end + 1) !== 'section'
    )
      end += 1;
    const last = heightOf(canvas, row, end) <= SMALL ? end : Math.min(end, row + FIRST_ROWS);
    for (let at = row; at < last; at += 1) rows.push(at);
  }
  return rows;
}

/** A heading, a table's head, or a note between the two. */
function leads(canvas: Canvas, row: number): boolean {
  const style = styleAt(canvas, row);
  if (style === 'section' || style === 'subsection' || style?.startsWith('header') === true)
    return true;
  return (
    style === 'note' &&
    (styleAt(canvas, row - 1) === 'section' ||
      styleAt(canvas, row + 1)?.startsWith('header') === true)
  );
}

const isTotal = (canvas: Canvas, row: number): boolean => styleAt(canvas, row) === 'total-label';
const styleAt = (canvas: Canvas, row: number) => canvas.cell(row, 1)?.style;

function heightOf(canvas: Canvas, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += canvas.heightOf(row);
  return sum;
}
