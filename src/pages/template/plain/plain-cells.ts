import { columnName } from '#domain/sheet.ts';
import type { PageCell } from '../../page.ts';

/** A formula with what it comes to for the sample: cells show it until somebody recalculates. */
export interface Worked {
  readonly formula: string;
  readonly value: string | number;
}

export const worked = (formula: string, value: string | number): Worked => ({ formula, value });

/** A cell of the same sheet, column and row from 1. */
export const here = (row: number, column: number): string => `${columnName(column - 1)}${row}`;
export const hereFixed = (row: number, column: number): string =>
  `$${columnName(column - 1)}$${row}`;

export function pageCell({ formula, value }: Worked): PageCell {
  return { formula, value, style: typeof value === 'number' ? 'computed-plain' : 'computed-text' };
}

/** Stands where a name could stand and is none: no category is written like that. */
export const NO_NAME = '‖';
