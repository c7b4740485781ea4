import { numberAt } from '#domain/columns.ts';
import { MOST_REMEMBERED_CELLS, SHEET_COLUMNS, SHEET_ROWS } from '#domain/bounds.ts';

import { textFingerprint } from './text-fingerprint.ts';

/**
 * A cell's fill as a short text: "" for none, "#FFCC00" for a plain colour,
 * "Gray50|#FFCC00|#000000" for a pattern. Excel resolves theme colours, so a fill taken from the
 * theme comes back as the same colour without its theme.
 */
export type FillText = string;

/**
 * What one coloured row looked like before, cell by cell, and how to find it again. Rows are
 * 0-based.
 */
export interface RecordedRow {
  readonly row: number;
  /** Our colour, "#RRGGBB". */
  readonly color: string;
  /** Of the row's values when it was coloured. */
  readonly print: string;
  readonly before: readonly FillText[];
}

/** The user's fills under our highlights, kept in the workbook until they are given back. */
export interface FillRecord {
  readonly sheet: string;
  readonly left: number;
  readonly right: number;
  readonly rows: readonly RecordedRow[];
}

/** As kept: texts once in a palette, everything else as runs. */
interface Packed {
  readonly v: 1;
  readonly sheet: string;
  readonly left: number;
  readonly right: number;
  readonly palette: readonly string[];
  /** [first row, count, palette index of our colour] */
  readonly rows: readonly (readonly [number, number, number])[];
  readonly prints: string;
  /** [palette index, cells], row by row */
  readonly before: readonly (readonly [number, number])[];
}

export function packRecord(record: FillRecord): string {
  const palette: string[] = [];
  const index = (text: string): number => {
    const known = palette.indexOf(text);
    return known >= 0 ? known : palette.push(text) - 1;
  };
  const rows: [number, number, number][] = [];
  const before: [number, number][] = [];
  for (const row of record.rows) {
    const color = index(row.color);
    const lastRow = rows.at(-1);
    if (lastRow && lastRow[0] + lastRow[1] === row.row && lastRow[2] === color) lastRow[1] += 1;
    else rows.push([row.row, 1, color]);
    for (const fill of row.before) {
      const at = index(fill);
      const last = before.at(-1);
      if (last && last[0] === at) last[1] += 1;
      else before.push([at, 1]);
    }
  }
  const packed: Packed = {
    v: 1,
    sheet: record.sheet,
    left: record.left,
    right: record.right,
    palette,
    rows,
    prints: record.rows.map(({ print }) => print).join(' '),
    before,
  };
  return JSON.stringify(packed);
}

/** Null when the text is not a record of ours. */
export function unpackRecord(text: string): FillRecord | null {
  const packed = parse(text);
  if (!packed) return null;
  const { palette, left, right } = packed;
  const fills = packed.before.flatMap(([at, count]) =>
    new Array<string>(count).fill(palette[at] ?? ''),
  );
  const prints = packed.prints === '' ? [] : packed.prints.split(' ');
  const width = right - left + 1;
  const rows = packed.rows.flatMap(([first, count, color]) =>
    Array.from({ length: count }, (_, at) => ({ row: first + at, color: palette[color] ?? '' })),
  );
  return {
    sheet: packed.sheet,
    left,
    right,
    rows: rows.map((row, at) => ({
      ...row,
      print: prints[at] ?? '',
      before: fills.slice(at * width, (at + 1) * width),
    })),
  };
}

function parse(text: string): Packed | null {
  try {
    const packed = JSON.parse(text) as Partial<Packed>;
    return packed.v === 1 &&
      Array.isArray(packed.rows) &&
      Array.isArray(packed.before) &&
      Array.isArray(packed.palette) &&
      typeof packed.prints === 'string' &&
      fitsASheet(packed as Packed)
      ? (packed as Packed)
      : null;
  } catch {
    return null;
  }
}

/**
 * The runs of a record are numbers that anybody may have written: no record speaks of more cells
 * than a sheet has.
 */
function fitsASheet({ left, right, rows, before }: Packed): boolean {
  return (
    isIndex(left, SHEET_COLUMNS) &&
    isIndex(right, SHEET_COLUMNS) &&
    left <= right &&
    rows.every((run) => Array.isArray(run) && run.length === 3 && isIndex(run[0], SHEET_ROWS)) &&
    sumOf(rows) <= SHEET_ROWS &&
    sumOf(rows) * (right - left + 1) <= MOST_REMEMBERED_CELLS &&
    before.every((run) => Array.isArray(run) && run.length === 2) &&
    sumOf(before) <= MOST_REMEMBERED_CELLS
  );
}

const isIndex = (value: unknown, below: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < below;

/** Of the second numbers; beyond every bound when one is no count. */
const sumOf = (runs: readonly (readonly number[])[]): number =>
  runs.reduce((sum, run) => sum + (isIndex(run[1], Infinity) ? numberAt(run, 1) : Infinity), 0);

/** A print of a row's values, to know the row again after rows were inserted or sorted. */
export const rowPrint = (values: readonly unknown[]): string =>
  textFingerprint(JSON.stringify(values));
