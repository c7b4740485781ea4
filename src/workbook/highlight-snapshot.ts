import { MOST_REMEMBERED_CELLS, SHEET_COLUMNS, SHEET_ROWS } from '#domain/bounds.ts';
import type { FillText } from './fill-record.ts';

/**
 * What stood under our highlights, kept as text in the workbook: for each row of the block the
 * style of every cell as it was, run by run. As long as the style sheet still begins with the
 * entries that it had then, a style's number is all that is needed and the sheet comes back byte
 * for byte. Once another program has rewritten the style sheet, the fills kept in `fills` are put
 * back instead, on those cells that still show our color.
 */
export interface Snapshot {
  readonly version: 1;
  readonly sheetId: string;
  readonly sheet: string;
  readonly left: number;
  readonly right: number;
  readonly rows: readonly RowSnapshot[];
  readonly colors: readonly string[];
  /** Number of cell formats, and the checksum over them, when the highlights were written. */
  readonly formats: number;
  readonly formatsCheck: number;
  /** [token as it was, color, number written]. */
  readonly written: readonly (readonly [string, number, number])[];
  /** The user's own fill behind each token, as an element without prefix. */
  readonly fills: Readonly<Record<string, string>>;
  /**
   * The same as Excel tells it, theme colours resolved; a token that is missing stands for a fill
   * that Excel's API cannot write. Absent in what earlier versions have kept.
   */
  readonly shown?: Readonly<Record<string, FillText>>;
}

/** One kept text a sheet. */
export const SNAPSHOT_PREFIX = 'highlights:';

/** Null for what a later version or somebody else has written there: anybody may have edited it. */
export function parseSnapshot(text: string): Snapshot | null {
  try {
    const snapshot = JSON.parse(text) as Snapshot;
    return snapshot.version === 1 && isWhole(snapshot) ? snapshot : null;
  } catch {
    return null;
  }
}

const isWhole = ({ left, right, rows, colors, written, fills, shown = {} }: Snapshot): boolean =>
  isPlace(left, right + 1) &&
  isPlace(right, SHEET_COLUMNS) &&
  [colors, written, rows].every(Array.isArray) &&
  [fills, shown].every((each) => typeof each === 'object') &&
  written.every(Array.isArray) &&
  rows.every(([row, , , tokens]) => isPlace(row, SHEET_ROWS) && cellsOf(tokens) <= SHEET_COLUMNS) &&
  rows.reduce((sum, [, , , tokens]) => sum + cellsOf(tokens), 0) <= MOST_REMEMBERED_CELLS;

const isPlace = (at: number, end: number): boolean => Number.isInteger(at) && at >= 0 && at < end;

/** Infinite where a run is of no number of cells. */
const cellsOf = (tokens: string): number =>
  tokens.split(' ').reduce((sum, run) => sum + countOf(run), 0);

function countOf(run: string): number {
  const [, written = '1'] = run.split('*');
  const count = Number(written);
  return Number.isInteger(count) && count > 0 ? count : Infinity;
}

/** [row, 0-based; color; whether the row was self-closing; tokens of left…right, runs as "3*5"]. */
export type RowSnapshot = readonly [
  row: number,
  color: number,
  wasSelfClosing: 0 | 1,
  tokens: string,
];

/** A cell that had no `s`. */
export const NO_STYLE = '-';
/**
 * A cell that was not there; the number behind it is the style that its place had from its row or
 * column.
 */
export const ADDED = '+';
/** A cell that we left alone. */
export const UNTOUCHED = '?';

export function packRuns(tokens: readonly string[]): string {
  const runs: [string, number][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last !== undefined && last[0] === token) last[1]++;
    else runs.push([token, 1]);
  }
  return runs.map(([token, count]) => (count === 1 ? token : `${token}*${count}`)).join(' ');
}

export const unpackRuns = (text: string): readonly string[] =>
  text.split(' ').flatMap((run) => {
    const [token = '', count = '1'] = run.split('*');
    return new Array<string>(Number(count)).fill(token);
  });
