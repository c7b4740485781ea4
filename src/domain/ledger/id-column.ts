import type { Cell } from '../sheet.ts';
import { foldText } from '../reading/fold-text.ts';
import type { RowRange } from './row-range.ts';
import { isPlaceholder } from './row-words.ts';

export interface IdColumn {
  readonly column: number;
  /** Without TABs, apostrophes, spaces and invisible characters; '' when blank. */
  readonly ids: readonly string[];
  /** Offsets of numbers that lost their last digits to Excel. */
  readonly damaged: ReadonlySet<number>;
}

/** Excel keeps 15 digits. */
const KEPT_DIGITS = 15;

export function readIdColumn(
  { from, to }: RowRange,
  column: number,
  cells: readonly Cell[],
): IdColumn {
  const ids = new Array<string>(to - from).fill('');
  const damaged = new Set<number>();
  const doubtful: number[] = [];
  let soundSixteen = 0;
  for (let row = from; row < to; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined || cell === '') continue;
    const id =
      typeof cell === 'string' ? spokenId(cell) : typeof cell === 'number' ? numberId(cell) : '';
    ids[row - from] = id;
    if (typeof cell === 'number' ? Math.abs(cell) >= 1e15 : isExponent(id)) damaged.add(row - from);
    else if (id.length > KEPT_DIGITS && id.charCodeAt(0) <= 57) {
      if (id.charCodeAt(id.length - 1) !== 48) soundSixteen++;
      else if (!isDigits(id) || !isZeroPadded(id)) continue;
      else if (id.length > KEPT_DIGITS + 1) damaged.add(row - from);
      else doubtful.push(row - from);
    }
  }
  // One id of sixteen digits in ten ends in 0 by nature; that all of them do is Excel's doing.
  if (soundSixteen === 0 && doubtful.length >= 3)
    for (const offset of doubtful) damaged.add(offset);
  return { column, ids, damaged };
}

/** "待补" is no number yet. */
function spokenId(text: string): string {
  const id = cleanId(text);
  const last = id.charCodeAt(id.length - 1);
  return last >= 48 && last <= 57 ? id : isPlaceholder(id) ? '' : id;
}

/** The id as one means it. Fast for what is clean already. */
export function cleanId(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!(
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      code === 45 ||
      code === 95
    ))
      return foldedId(text);
  }
  return text;
}

const foldedId = (text: string): string =>
  foldText(text)
    .replace(/^['"`=]+|['"]+$/g, '')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^(\d{6,})\.0+$/, '$1')
    .replace(/^(?:no\.?:?|#|编号:?|单号:?|订单号:?)(?=\d{6})/i, '');

const numberId = (value: number): string =>
  Number.isSafeInteger(value)
    ? String(value)
    : Number.isInteger(value)
      ? BigInt(value).toString()
      : String(value);

const isExponent = (id: string): boolean =>
  id.length < 25 &&
  id.charCodeAt(0) <= 57 &&
  (id.includes('E') || id.includes('e')) &&
  /^\d(?:\.\d+)?e\+?\d+$/i.test(id);
const isDigits = (id: string): boolean => /^\d+$/.test(id);
const isZeroPadded = (id: string): boolean => /^0+$/.test(id.slice(KEPT_DIGITS));

/** Two spellings of one id: case does not make another order. */
export const idKey = (id: string): string => id.toLowerCase();
