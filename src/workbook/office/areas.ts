import { ADDRESS_AREAS, ADDRESS_CHARACTERS } from '#domain/bounds.ts';
import { cellAddress } from '#domain/sheet.ts';

/** Cells of one row, 0-based, both ends inclusive. */
export interface Segment {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Neighbouring rows with the same columns as one area, in the order of the sheet. */
export function areasOf(segments: readonly Segment[]): Area[] {
  const sorted = [...segments].sort(
    (a, b) => a.left - b.left || a.right - b.right || a.row - b.row,
  );
  const areas: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { row, left, right } of sorted) {
    const last = areas.at(-1);
    if (last && last.left === left && last.right === right && last.bottom + 1 >= row)
      last.bottom = Math.max(last.bottom, row);
    else areas.push({ top: row, bottom: row, left, right });
  }
  return areas.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Address lists for `getRanges`, each small enough for one call. */
export function addressLists(areas: readonly Area[]): string[] {
  const lists: string[][] = [];
  let length = 0;
  for (const area of areas) {
    const address = addressOf(area);
    const last = lists.at(-1);
    if (last && last.length < ADDRESS_AREAS && length + address.length < ADDRESS_CHARACTERS) {
      last.push(address);
      length += address.length + 1;
    } else {
      lists.push([address]);
      length = address.length;
    }
  }
  return lists.map((list) => list.join(','));
}

function addressOf(area: Area): string {
  const from = cellAddress(area.top, area.left);
  const to = cellAddress(area.bottom, area.right);
  return from === to ? from : `${from}:${to}`;
}

/** The cells of one row that `take` picks, as segments. */
export function segmentsOf(
  row: number,
  left: number,
  right: number,
  take: (column: number) => boolean,
): Segment[] {
  const segments: Segment[] = [];
  for (let column = left; column <= right; column += 1) {
    if (!take(column)) continue;
    const last = segments.at(-1);
    if (last && last.right === column - 1)
      segments[segments.length - 1] = { ...last, right: column };
    else segments.push({ row, left: column, right: column });
  }
  return segments;
}

/** Pieces of at most `most` weight; a single heavier one stands alone. */
export function batches<T>(items: readonly T[], most: number, weight: (item: T) => number): T[][] {
  const out: T[][] = [];
  let load = 0;
  for (const item of items) {
    const last = out.at(-1);
    const own = weight(item);
    if (last && load + own <= most) {
      last.push(item);
      load += own;
    } else {
      out.push([item]);
      load = own;
    }
  }
  return out;
}

/** Adds to the list of a key: lists grow by thousands, so they are never copied. */
export function listed<K, V>(lists: Map<K, V[]>, key: K, values: readonly V[]): void {
  const list = lists.get(key) ?? [];
  for (const value of values) list.push(value);
  lists.set(key, list);
}
