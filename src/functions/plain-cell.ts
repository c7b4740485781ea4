import type { Cell } from '#domain/sheet.ts';

/** A cell as Excel hands it over: an empty one is empty text, an error is an object with a code. */
export function plainCell(value: unknown): Cell {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return { fault: faultText(value) };
}

/** "#N/A" of an error cell. */
export function faultText(value: unknown): string {
  const code =
    typeof value === 'object' && value !== null && 'code' in value ? value.code : undefined;
  return typeof code === 'string' && code.startsWith('#') ? code : '#VALUE!';
}
