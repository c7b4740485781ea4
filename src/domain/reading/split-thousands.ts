import type { Cell } from '../sheet.ts';
import { cellText, foldText } from './fold-text.ts';

/** A number that a thousands comma without quotes has cut in two or more cells. */
interface JoinedNumber {
  readonly text: string;
  /** Cells it stands in; 1 for a number that is whole. */
  readonly cells: number;
}

const HEAD = /^[-+(]?(?:¥|rmb|cny)?[-+]? ?\d{1,3}$/i;
const MIDDLE = /^\d{3}$/;
const TAIL = /^\d{3}(?:\.\d{1,8})?\)?(?:元|元整)?$/;

/** The number that begins in a cell of a row, put together with the cells it has spilled into. */
function joinedAt(row: readonly Cell[], column: number): JoinedNumber {
  const head = foldText(cellText(row[column]));
  if (!HEAD.test(head) || /^0/.test(head)) return { text: head, cells: 1 };
  let text = head;
  let cells = 1;
  for (let at = column + 1; at < row.length; at++) {
    const part = partText(row[at]);
    if (!TAIL.test(part)) break;
    text += `,${part}`;
    cells++;
    if (!MIDDLE.test(part)) break;
  }
  return { text, cells };
}

/** A workbook made from such text has the numbers 0 and 0.5 where 000.00 and 000.50 stood. */
function partText(cell: Cell | undefined): string {
  if (typeof cell !== 'number') return foldText(cellText(cell));
  const [whole = '', ...decimals] = cellText(cell).split('.');
  return [whole.padStart(3, '0'), ...decimals].join('.');
}

/**
 * The amount of a row once every cut number before it is put together again.
 *
 * @param isMoney - by the header's columns: only amounts have thousands, numbers of orders do not
 */
export function realigned(
  row: readonly Cell[],
  amountColumn: number,
  isMoney: (column: number) => boolean,
): JoinedNumber & { readonly spilled: number } {
  let spilled = 0;
  for (let column = 0; column < amountColumn; column++)
    if (isMoney(column)) spilled += joinedAt(row, column + spilled).cells - 1;
  const amount = joinedAt(row, amountColumn + spilled);
  return { ...amount, spilled: spilled + amount.cells - 1 };
}
