import { LONGEST_AMOUNT } from '../bounds.ts';
import type { Cell } from '../sheet.ts';
import { foldText } from './fold-text.ts';
import { amountAlphabet, readWrittenNumber } from './number-text.ts';

/**
 * Whether a cell holds a figure and nothing else, whatever it counts: a number, 1,200.50, 1.200,50,
 * ￥12.5万, (300). No percentage. What it is worth only the readers of amounts say.
 */
export function isFigure(cell: Cell | undefined): boolean {
  if (typeof cell === 'number') return true;
  if (typeof cell !== 'string' || cell.length > LONGEST_AMOUNT || !/\p{Nd}/u.test(cell))
    return false;
  const digits = amountAlphabet(foldText(cell)).replace(/(?<=\d)[,. ](?=\d)/g, '');
  return readWrittenNumber(digits) !== undefined;
}
