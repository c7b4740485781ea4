import { LONGEST_CELL, LONGEST_FORMULA, LONGEST_HEAD } from '#domain/bounds.ts';
import { Refusal } from '#domain/refusal.ts';
import { cellAddress } from '#domain/sheet.ts';
import type { FileTrouble } from '#facts/files.ts';

const MOST = {
  text: LONGEST_CELL,
  formula: LONGEST_FORMULA,
  head: LONGEST_HEAD,
  renamed: LONGEST_FORMULA,
};

/**
 * Refuses what is longer than Excel reads: written whole, it would have Excel repair the file, and
 * cut, it would be lost. Where it was typed it stands whole.
 *
 * @param at - row and column from 0
 */
export function refuseTooLong(
  what: keyof typeof MOST,
  typed: unknown,
  at: { readonly sheet: string; readonly row: number; readonly column: number },
): void {
  const most = MOST[what];
  if (typeof typed !== 'string' || typed.length <= most) return;
  const { sheet, row, column } = at;
  const cell = cellAddress(row, column);
  const characters = typed.length;
  throw new Refusal<FileTrouble>({
    code: 'file.typedTooLong',
    ...{ what, sheet, cell, characters, most },
  });
}
