import { cellAddress, type CellBlock, columnNumber } from '#domain/sheet.ts';

/** A table that reaches further down, or less far, than it did. */
export interface Reached {
  readonly sheet: string;
  /** The cells that it had. */
  readonly block: CellBlock;
  readonly heads: number;
  readonly bottom: number;
}

/** Texts, columns of tables and names of sheets (passed over), or cells from one to another. */
const RANGES =
  /"[^"]*"|'[^']*'|\[[^[\]]*\]|\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})/gi;
const WORD = /[\p{L}\p{N}_.]/u;

/**
 * A formula in which cells that are whole columns of a table go as far as the table does now.
 *
 * @param here - the sheet that the formula stands in; null: a name's, which says its sheet
 */
export function stretchedFormula(formula: string, here: string | null, table: Reached): string {
  let done = '';
  let copied = 0;
  for (const { sheet, block, end } of rangesOf(formula)) {
    const named = sheet ?? here;
    if (named?.toLowerCase() !== table.sheet.toLowerCase() || !areColumns(block, table)) continue;
    done += formula.slice(copied, end - String(block.bottom + 1).length) + (table.bottom + 1);
    copied = end;
  }
  return done + formula.slice(copied);
}

/** The blocks of several cells that a formula names on its own sheet. */
export const rangesIn = (formula: string, here: string): readonly CellBlock[] =>
  [...rangesOf(formula)].flatMap(({ sheet, block }) =>
    sheet === null || sheet === here ? [block] : [],
  );

interface Range {
  /** Null: that of the formula. */
  readonly sheet: string | null;
  readonly block: CellBlock;
  readonly end: number;
}

function* rangesOf(formula: string): Generator<Range, void, void> {
  for (const found of formula.matchAll(RANGES)) {
    const [whole, left, top, right, bottom] = found;
    if (bottom === undefined) continue;
    const end = found.index + whole.length;
    const [before, behind] = [formula.charAt(found.index - 1), formula.charAt(end)];
    // A part of a longer name, or of other cells.
    if (/[$:]/.test(before) || /[(!:]/.test(behind) || WORD.test(before) || WORD.test(behind))
      continue;
    const sheet = sheetBefore(formula, found.index);
    yield { sheet, block: blockOf(left, top, right, bottom), end };
  }
}

/** The sheet that is named before some cells; '' where it is one of several, or of another book. */
function sheetBefore(formula: string, cells: number): string | null {
  if (formula.charAt(cells - 1) !== '!') return null;
  const isQuoted = formula.charAt(cells - 2) === "'";
  const end = isQuoted ? cells - 2 : cells - 1;
  let start = end;
  const goesOn = (): boolean =>
    isQuoted
      ? formula.charAt(start - 1) !== "'" || formula.charAt(start - 2) === "'"
      : WORD.test(formula.charAt(start - 1));
  while (start > 0 && goesOn()) start -= isQuoted && formula.charAt(start - 1) === "'" ? 2 : 1;
  const before = formula.charAt(start - (isQuoted ? 2 : 1));
  if (before === ':' || before === ']') return '';
  return formula.slice(start, end).replaceAll("''", "'");
}

const PLACE = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/;

/** Places of a rule ("B2:B9 D4") that go as far as the table does now. */
export const stretchedPlaces = (places: string, table: Reached): string =>
  places.replace(/[^\s]+/g, (place) => {
    const [, left, top, right = left, bottom = top] = PLACE.exec(place) ?? [];
    const block = blockOf(left, top, right, bottom);
    if (!areColumns(block, table)) return place;
    const from = cellAddress(block.top, block.left);
    const to = cellAddress(table.bottom, block.right);
    return from === to ? from : `${from}:${to}`;
  });

const blockOf = (left = '', top = '', right = '', bottom = ''): CellBlock => ({
  top: Number(top) - 1,
  left: columnNumber(left),
  bottom: Number(bottom) - 1,
  right: columnNumber(right),
});

/** Whole columns of its rows, with or without the heads. */
const areColumns = ({ top, bottom, left, right }: CellBlock, { block, heads }: Reached): boolean =>
  bottom === block.bottom &&
  (top === block.top || top === block.top + heads) &&
  block.left <= left &&
  left <= right &&
  right <= block.right;
