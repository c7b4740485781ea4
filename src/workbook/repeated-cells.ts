import type { Cell, RepeatedTexts } from '#domain/sheet.ts';

/** The cell of a row in a column of texts that repeat. */
export const textOf = ({ codes, texts }: RepeatedTexts, row: number): Cell => {
  const code = codes[row]!;
  return code === 0 ? null : texts[code]!;
};

/** One pass: a column may have a million rows, and there are ten of them. */
export function spelled({ codes, texts }: RepeatedTexts): readonly Cell[] {
  const values: readonly Cell[] = texts.map((text, code) => (code === 0 ? null : text));
  const cells = new Array<Cell>(codes.length);
  for (let row = 0; row < codes.length; row++) cells[row] = values[codes[row]!]!;
  return cells;
}
