import { BLOCK_CELLS, BLOCK_CHARACTERS } from '#domain/bounds.ts';
import type { Page, PageCell } from '#pages/page.ts';
import { PAGE_LOOK } from '#pages/page-look.ts';
import { cellText } from '../cut-text.ts';

/** What Office.js takes for one cell; null leaves it as it is. */
export type CellInput = string | number | boolean | null;

const PLAIN = /^\p{L}[^\p{N}]*$/u;
const BECOMES_SOMETHING = /^(true|false|真|假)$/i;

/**
 * Text as Excel has to be given it. Anything that Excel might read as a formula, a number, a date,
 * a boolean or an error gets the quote that makes it text; Excel takes the quote off again.
 */
export function quoted(text: string): string {
  return text === '' || (PLAIN.test(text) && !BECOMES_SOMETHING.test(text)) ? text : `'${text}`;
}

const DAYS_TO_1904 = 1_462;
const isDate = (cell: PageCell): boolean =>
  cell.style !== undefined && (PAGE_LOOK[cell.style].numberFormat ?? '').startsWith('yyyy');

function cellInput(cell: PageCell | null | undefined, date1904: boolean): CellInput {
  // What a spilling formula fills has to be empty.
  if (!cell || cell.spilled === true) return null;
  if (cell.formula !== undefined) return `=${cell.formula}`;
  if (typeof cell.value === 'string') return quoted(cellText(cell.value));
  return typeof cell.value === 'number' && date1904 && isDate(cell)
    ? cell.value - DAYS_TO_1904
    : cell.value;
}

export const widthOf = (page: Page): number =>
  Math.max(1, ...page.rows.map(({ cells }) => cells.length));

export interface RowBlock {
  readonly top: number;
  readonly inputs: readonly (readonly CellInput[])[];
  /** Null where the format is General: nothing has to be said there on an empty sheet. */
  readonly formats: readonly (readonly (string | null)[])[];
}

/** The page's cells in blocks that stay far below the limits of a request. */
export function blocksOfPage(page: Page, date1904: boolean): RowBlock[] {
  const width = widthOf(page);
  const blocks: RowBlock[] = [];
  let inputs: CellInput[][] = [];
  let characters = 0;
  const close = (end: number): void => {
    if (inputs.length === 0) return;
    const top = end - inputs.length;
    const formats = page.rows
      .slice(top, end)
      .map(({ cells }) => Array.from({ length: width }, (_, c) => formatOf(cells[c])));
    blocks.push({ top, inputs, formats });
    inputs = [];
    characters = 0;
  };
  page.rows.forEach(({ cells }, row) => {
    const line = Array.from({ length: width }, (_, c) => cellInput(cells[c], date1904));
    const load = line.reduce<number>((sum, input) => sum + String(input ?? '').length, 0);
    if (
      inputs.length > 0 &&
      ((inputs.length + 1) * width > BLOCK_CELLS || characters + load > BLOCK_CHARACTERS)
    )
      close(row);
    inputs.push(line);
    characters += load;
  });
  close(page.rows.length);
  return blocks;
}

const formatOf = (cell: PageCell | null | undefined): string | null =>
  cell?.style === undefined ? null : (PAGE_LOOK[cell.style].numberFormat ?? null);
