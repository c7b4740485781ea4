import { EDGE_ROLES } from '#domain/edge/edge-order.ts';
import type { Breaks, Canvas } from '../canvas.ts';

/**
 * Points of rows on a printed page, its repeated title among them: A4 landscape less margins, at
 * full size, which the columns allow in the narrowest of the usual fonts. On the low side: every
 * break is ours, so that no program cuts a table head or a chart on its own account.
 */
const PAGE = 510;

/** A table up to this high, a head and six rows, is not torn apart. */
const SMALL = 150;
/** More room than this is not left free for the sake of a table that could be torn. */
const LOOSE = 100;
/** A last page that holds less takes rows from the page before it. */
const THIN = 200;
/** The page before it stays as full as this. */
const FULL = 0.6 * PAGE;
/** Less than a row. */
const STEP = 9;
/** So many rows of a table that is torn stay with its head. */
const FIRST_ROWS = 2;
/** A table that goes on has some rows still to come: a page for the last two is none. */
const REST = 72;

/**
 * Where printed pages begin, by row: a heading stays with its table's first rows, a small table and
 * a chart whole, a total with the row above it. A table that goes on begins the page with its head.
 *
 * @param title - first and last of the rows that are repeated on every page; on the first they
 *   stand once
 */
export function planBreaks(canvas: Canvas, title: readonly [number, number]): Breaks {
  const lay: Laying = {
    canvas,
    blocks: blocksOf(canvas),
    heads: headsOf(canvas),
    repeated: heightOf(canvas, ...title),
  };
  const { breaks, used } = layFrom(lay, 0, PAGE);
  return used < THIN ? withFullerEnd(lay, breaks) : breaks;
}

interface Laying {
  readonly canvas: Canvas;
  readonly blocks: readonly (readonly [number, number])[];
  readonly heads: ReadonlyMap<number, number>;
  /** Height of what stands on top of every page but the first. */
  readonly repeated: number;
}

/** The last page but one is given less room, until the last is no longer thin. */
function withFullerEnd(lay: Laying, breaks: Breaks): Breaks {
  const begin = [...breaks.keys()].at(-2) ?? 0;
  for (let page = PAGE - STEP; page >= FULL; page -= STEP) {
    const end = layFrom(lay, begin, page);
    if (end.breaks.size > 1) break;
    if (end.used >= THIN)
      return new Map([...[...breaks].filter(([row]) => row <= begin), ...end.breaks]);
  }
  return breaks;
}

/** Breaks behind a row that begins a page, and how much of the last page is used. */
function layFrom({ canvas, blocks, heads, repeated }: Laying, begin: number, page: number) {
  const breaks = new Map<number, number | null>();
  const top = (row: number): number => {
    const head = heads.get(row);
    return repeated + (head === undefined ? 0 : canvas.heightOf(head));
  };
  let used = begin === 0 ? 0 : top(begin);
  for (const [start, last] of blocks) {
    if (last < begin) continue;
    const first = Math.max(start, begin);
    const height = heightOf(canvas, first, last);
    const room = page - used;
    if (first === begin || height <= room) {
      used += height;
      continue;
    }
    const from = room < LOOSE ? first : tornAt(canvas, heads, [first, last], room);
    breaks.set(from, heads.get(from) ?? null);
    used = top(from) + heightOf(canvas, from, last);
  }
  return { breaks, used };
}

/**
 * Where a block is torn so that its beginning fills the room: in a table, with two rows at least on
 * either side, and a few more behind it where there are as many. Its first row where it is not.
 */
function tornAt(
  canvas: Canvas,
  heads: ReadonlyMap<number, number>,
  [first, last]: readonly [number, number],
  room: number,
): number {
  let latest = first;
  for (let row = last - 1; row > first + FIRST_ROWS; row -= 1) {
    const head = heads.get(row);
    const inside = head !== undefined && head + FIRST_ROWS < row && heads.get(row + 1) === head;
    if (!inside || head < first || heightOf(canvas, first, row - 1) > room) continue;
    if (heightOf(canvas, row, last) >= REST) return row;
    latest = row;
  }
  return latest;
}

/** Rows that belong together, as [first, last]. */
function blocksOf(canvas: Canvas): readonly (readonly [number, number])[] {
  const blocks: [number, number][] = [];
  const kept = new Set([...chartRows(canvas), ...tableRows(canvas), ...factRows(canvas)]);
  let first = 0;
  for (let row = 0; row < canvas.next; row += 1) {
    if (row + 1 < canvas.next && (kept.has(row) || leads(canvas, row) || trails(canvas, row + 1)))
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

/** Figures said one a line straight under a heading, but the last; where there are only a few. */
function factRows(canvas: Canvas): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row + 1 < canvas.next; row += 1) {
    if (styleAt(canvas, row) !== 'section' || styleAt(canvas, row + 1) !== 'text') continue;
    let end = row + 1;
    while (end + 1 < canvas.next && styleAt(canvas, end + 1) === 'text') end += 1;
    if (heightOf(canvas, row, end) > SMALL) continue;
    for (let fact = row + 1; fact < end; fact += 1) rows.push(fact);
  }
  return rows;
}

/** Sentences and headings below a table are none of its rows. */
const ENDS: ReadonlySet<string> = new Set(['section', 'subsection', 'plain', 'note']);

/** First and last rows of the tables; one ends at a row with nothing in its first column. */
function tablesOf(canvas: Canvas): readonly (readonly [head: number, end: number])[] {
  const tables: [number, number][] = [];
  for (let row = 0; row < canvas.next; row += 1) {
    if (!isHead(canvas, row)) continue;
    let end = row;
    while (
      end + 1 < canvas.next &&
      (canvas.cell(end + 1, 1)?.value ?? null) !== null &&
      !ENDS.has(styleAt(canvas, end + 1) ?? '')
    )
      end += 1;
    tables.push([row, end]);
  }
  return tables;
}

/**
 * Rows of small tables, and of those to be kept whole, but the last; of others the first, and the
 * few before the last: no page is begun for one of them.
 */
const tableRows = (canvas: Canvas): readonly number[] =>
  tablesOf(canvas).flatMap(([head, end]) => {
    const whole = canvas.isWhole(head) || heightOf(canvas, head, end) <= SMALL;
    const first = whole ? end : Math.min(end, head + FIRST_ROWS);
    let rest = end;
    while (rest > first && heightOf(canvas, rest - 1, end) <= REST) rest -= 1;
    return Array.from({ length: end - head }, (_, index) => head + index).filter(
      (row) => row < first || row >= rest,
    );
  });

/**
 * The head of the table that a row goes on with. A small table goes on on no page, and one that
 * feeds a chart keeps its rows together as the chart names them: they get none.
 */
function headsOf(canvas: Canvas): ReadonlyMap<number, number> {
  const heads = new Map<number, number>();
  for (const [head, end] of tablesOf(canvas)) {
    const feeds = canvas.charts.some(
      ({ categories }) => categories.row > head && categories.row <= end,
    );
    if (feeds || heightOf(canvas, head, end) <= SMALL) continue;
    for (let row = head + 1; row <= end; row += 1) heads.set(row, head);
  }
  return heads;
}

/** A heading, a table's head, air below a heading, or a note between the two. */
function leads(canvas: Canvas, row: number): boolean {
  const style = styleAt(canvas, row);
  if (style === 'section' || style === 'subsection' || isHead(canvas, row)) return true;
  if (isLegend(style)) return true;
  if (style === undefined) return row > 0 && styleAt(canvas, row - 1) === 'section';
  return style === 'note' && (styleAt(canvas, row - 1) === 'section' || isHead(canvas, row + 1));
}

/** Only the legend of the fills has a role in its first column. */
const isLegend = (style: string | undefined): boolean => EDGE_ROLES.some((role) => role === style);
const isHead = (canvas: Canvas, row: number): boolean =>
  styleAt(canvas, row)?.startsWith('header') === true;
/** A total or a note: it stays with the row above it. */
const trails = (canvas: Canvas, row: number): boolean =>
  styleAt(canvas, row) === 'total-label' || styleAt(canvas, row) === 'note';
const styleAt = (canvas: Canvas, row: number) => canvas.cell(row, 1)?.style;

function heightOf(canvas: Canvas, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += canvas.heightOf(row);
  return sum;
}
