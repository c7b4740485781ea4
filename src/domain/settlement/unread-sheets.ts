import { isFigure } from '../reading/figure.ts';
import { type Sheet, cellAt } from '../sheet.ts';
import type { SettlementFact } from './settlement.facts.ts';
import { cellText } from './statement-cells.ts';

const ROWS_LOOKED_AT = 300;
const MOST_SEEN = 8;

/** What the fullest row of all sheets says: most likely what was meant for a header. */
export function fullestRow(sheets: readonly Sheet[]): readonly string[] {
  let best: readonly string[] = [];
  for (const sheet of sheets)
    for (let row = 0; row < Math.min(sheet.rowCount, ROWS_LOOKED_AT); row += 1) {
      const texts = textsOf(sheet, row);
      if (texts.length > best.length) best = texts;
    }
  return best.slice(0, MOST_SEEN);
}

const textsOf = (sheet: Sheet, row: number): readonly string[] =>
  sheet.columns
    .map((_, column) => cellText(cellAt(sheet, row, column)))
    .filter((text) => text !== '');

/** Lists orders or money all the same: figures beside words in several rows. */
export function isListOfFigures(sheet: Sheet): boolean {
  let rows = 0;
  for (let row = 0; row < sheet.rowCount && rows < 2; row += 1)
    if (sheet.columns.some((cells) => isFigure(cells[row])) && textsOf(sheet, row).length > 1)
      rows += 1;
  return rows >= 2;
}

/** Whatever in it may be the number of an order. */
export function numbersIn(sheet: Sheet): readonly string[] {
  const numbers = new Set<string>();
  for (const cells of sheet.columns)
    for (const cell of cells) {
      const text = cellText(cell ?? null);
      if (text.length <= LONGEST_NUMBER && /\d{3}/.test(text)) numbers.add(text);
    }
  return [...numbers];
}
const LONGEST_NUMBER = 64;

/** Facts that say that a table with money in it could not be read. */
const LEAVES_OUT: ReadonlySet<SettlementFact['code']> = new Set([
  'settlement.crosstab',
  'settlement.no-amount-column',
  'settlement.several-amounts',
]);

export const leavesOut = ({ code }: SettlementFact): boolean => LEAVES_OUT.has(code);
