import type { Cell } from '../sheet.ts';

/**
 * A value of JSON as the cell of a table: a list is what a person writes with 、 between. What no
 * cell holds is its own text, so that whoever reads the cell says that it cannot be read; left out,
 * it would be a clause that nobody reads.
 */
export function asCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  const isList =
    Array.isArray(value) && value.every((each) => ['string', 'number'].includes(typeof each));
  return isList ? value.join('、') : JSON.stringify(value);
}
