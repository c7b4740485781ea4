import { type FillText, NO_FILL } from './cell-fill.ts';
import type { FillRecord, RecordedRow } from '../fill-record.ts';

/** A row as it is in the sheet now. */
export interface CurrentRow {
  readonly print: string;
  readonly fills: readonly FillText[];
}

interface Restored {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly fill: FillText;
}

interface Plan {
  readonly cells: readonly Restored[];
  /** Recorded rows that are elsewhere, gone, or coloured by hand since. */
  readonly left: number;
}

const wears = (current: CurrentRow | undefined, { color }: RecordedRow): boolean =>
  current?.fills.includes(color) ?? false;

/**
 * Rows that are not where they were coloured, so that the sheet has to be searched for them. Rows
 * that were coloured outside Excel have no print: they are looked for in their place alone.
 */
export function strayed(record: FillRecord, at: ReadonlyMap<number, CurrentRow>): RecordedRow[] {
  return record.rows.filter(({ row, print }) => print !== '' && at.get(row)?.print !== print);
}

/**
 * Where each recorded row is now: where its print is found wearing our colour; failing that, in its
 * old place if that wears our colour and belongs to no other row (its values were edited).
 */
export function placeRows(
  record: FillRecord,
  at: ReadonlyMap<number, CurrentRow>,
  found: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<RecordedRow, number> {
  const places = new Map<RecordedRow, number>();
  const taken = new Set<number>();
  const claim = (recorded: RecordedRow, row: number): void => {
    places.set(recorded, row);
    taken.add(row);
  };
  for (const recorded of record.rows)
    if (at.get(recorded.row)?.print === recorded.print && wears(at.get(recorded.row), recorded))
      claim(recorded, recorded.row);
  for (const recorded of record.rows) {
    if (places.has(recorded)) continue;
    const candidates = (found.get(recorded.print) ?? []).filter(
      (row) => !taken.has(row) && wears(at.get(row), recorded),
    );
    const nearest = candidates.sort(
      (a, b) => Math.abs(a - recorded.row) - Math.abs(b - recorded.row),
    )[0];
    if (nearest !== undefined) claim(recorded, nearest);
  }
  for (const recorded of record.rows)
    if (!places.has(recorded) && !taken.has(recorded.row) && wears(at.get(recorded.row), recorded))
      claim(recorded, recorded.row);
  return places;
}

/** The cells that get their fill back: those that still wear our colour. */
export function planRestore(
  record: FillRecord,
  at: ReadonlyMap<number, CurrentRow>,
  places: ReadonlyMap<RecordedRow, number>,
): Plan {
  const cells: Restored[] = [];
  let left = 0;
  for (const recorded of record.rows) {
    const row = places.get(recorded);
    const current = at.get(row ?? recorded.row);
    let foreign = current === undefined;
    recorded.before.forEach((fill, c) => {
      const now = current?.fills[c] ?? NO_FILL;
      if (now === fill) return;
      if (row !== undefined && now === recorded.color)
        cells.push({ row, column: record.left + c, fill });
      else foreign = true;
    });
    if (foreign) left += 1;
  }
  return { cells, left };
}
