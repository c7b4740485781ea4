import { type CellRefusal, refuse } from './cell-refusal.ts';
import type { Cell } from '#domain/sheet.ts';
import type { ArgumentName } from '#facts/functions.ts';

/** A cell as Excel hands it over: an empty one is empty text, an error is an object with a code. */
export function plainCell(value: unknown): Cell {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return { fault: faultText(value) };
}

/** The error of an element whose cell holds an error value of Excel's. */
export const errorCell = (argument: ArgumentName, value: unknown): CellRefusal =>
  refuse({ code: 'functions.cell-error', argument, text: faultText(value) });

/** "#N/A" of an error cell: by its code, or by the value of the data type that carries it. */
export function faultText(value: unknown): string {
  const { code, basicValue } = (value ?? {}) as { code?: unknown; basicValue?: unknown };
  const named = [code, basicValue].find((text) => typeof text === 'string' && text.startsWith('#'));
  return typeof named === 'string' ? named : '#VALUE!';
}
