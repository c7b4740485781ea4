import { lazyList, madeList } from '../lazy-list.ts';
import { KEPT_DIGITS, NOT_LOOKED_AT, PART_ID, RISING_ID, isFigure } from '../reading/plain-id.ts';
import type { Cell } from '../sheet.ts';
import type { RowRange } from './row-range.ts';

export interface IdColumn {
  readonly column: number;
  /** Without TABs, apostrophes, spaces and invisible characters; '' when blank. */
  readonly ids: readonly string[];
  /** Offsets of numbers that lost their last digits to Excel. */
  readonly damaged: ReadonlySet<number>;
  /** 1 where the id is plain ASCII with a figure in it, and no word of totals: surely a number. */
  readonly isNumber: Uint8Array;
  /** Each id stands once: they only rise, whatever case they are compared in. */
  readonly isRising: boolean;
  /** Some end as parts of an order do. */
  readonly hasParts: boolean;
}

type Rows = Pick<RowRange, 'from' | 'to'>;

/**
 * The column where every id is seen to be a number as it stands, from its bytes or because they
 * count up; else `undefined`.
 */
export function plainIds(
  { from, to }: Rows,
  column: number,
  cells: readonly Cell[],
  known: Uint8Array | undefined,
): IdColumn | undefined {
  const isKnown =
    known?.subarray(from, to).every((said) => said !== NOT_LOOKED_AT) === true &&
    known.length >= to;
  if (isKnown) return plainNumbers({ from, to }, column, cells, known);
  const made = madeList(cells);
  return countUp(made, from, to) ? plainNumbers({ from, to }, column, made, undefined) : undefined;
}

/** Ids between two that begin alike. */
const BLOCK = 64;

/** Figures alone, equally many in each, none of them lost to Excel, and each more than the last. */
function countUp(cells: readonly Cell[], from: number, to: number): boolean {
  let last = '';
  for (let row = from, end = from; row < to; row = end) {
    end = Math.min(to, row + BLOCK);
    const [first, final] = [cells[row], cells[end - 1]];
    if (typeof first !== 'string' || typeof final !== 'string' || !isCount(first, 0)) return false;
    // What lies between two texts in their order begins as both begin.
    let alike = 0;
    while (alike < first.length && first.charCodeAt(alike) === final.charCodeAt(alike)) alike++;
    for (let at = row; at < end; at++) {
      const cell = cells[at];
      if (typeof cell !== 'string' || cell.length !== first.length) return false;
      if (!(cell > last) || (last !== '' && cell.length !== last.length)) return false;
      if (!isCount(cell, alike)) return false;
      last = cell;
    }
  }
  return last !== '' && last.length <= KEPT_DIGITS;
}

/** Figures from a character on. */
function isCount(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (!isFigure(text.charCodeAt(at))) return false;
  return true;
}

/** Every id is a number as it stands; without `known` each is known to be more than the last. */
function plainNumbers(
  { from, to }: Rows,
  column: number,
  cells: readonly Cell[],
  known: Uint8Array | undefined,
): IdColumn {
  const idAt = (row: number): string => cells[row] as string;
  let isRising = true;
  for (let row = from + 1; known && row < to && isRising; row++)
    isRising = (known[row]! & RISING_ID) !== 0 || idAt(row) > idAt(row - 1);
  return {
    column,
    ids: lazyList(
      to - from,
      () => madeList(cells).slice(from, to) as string[],
      (offset) => idAt(from + offset),
    ),
    damaged: new Set(),
    isNumber: new Uint8Array(to - from).fill(1),
    isRising,
    hasParts: known?.subarray(from, to).some((said) => (said & PART_ID) !== 0) === true,
  };
}
