import { madeList } from '../lazy-list.ts';
import { type Cell, plainIdsOf } from '../sheet.ts';
import { foldText, withoutEdges } from '../reading/fold-text.ts';
import {
  KEPT_DIGITS,
  mayBeginCreditNote,
  NOT_LOOKED_AT,
  PART_ID,
  partMark,
  RISING_ID,
  beginsTotal,
  isFigure,
  isLetter,
} from '../reading/plain-id.ts';
import { type IdColumn, plainIds } from './plain-ids.ts';
import type { RowRange } from './row-range.ts';
import { isPlaceholder } from './row-words.ts';

export function readIdColumn(
  { sheet, from, to }: RowRange,
  column: number,
  cells: readonly Cell[],
): IdColumn {
  const known = plainIdsOf(sheet, column, cells);
  return (
    plainIds({ from, to }, column, cells, known) ??
    lookedThrough({ from, to }, column, madeList(cells), known)
  );
}

type Rows = Pick<RowRange, 'from' | 'to'>;

function lookedThrough(
  { from, to }: Rows,
  column: number,
  cells: readonly Cell[],
  known: Uint8Array | undefined,
): IdColumn {
  const ids = new Array<string>(to - from).fill('');
  const damaged = new Set<number>();
  const doubtful: number[] = [];
  const isNumber = new Uint8Array(to - from);
  let soundSixteen = 0;
  let last = '';
  let [isRising, hasParts] = [true, false];
  for (let row = from; row < to; row++) {
    const cell = cells[row];
    if (cell === null || cell === undefined || cell === '') continue;
    const said = known?.[row] ?? NOT_LOOKED_AT;
    if (said !== NOT_LOOKED_AT) {
      ids[row - from] = cell as string;
      isNumber[row - from] = 1;
      isRising &&= (said & RISING_ID) !== 0 || (cell as string) > last;
      hasParts ||= (said & PART_ID) !== 0;
      last = cell as string;
      continue;
    }
    const look = typeof cell === 'string' ? lookOf(cell) : UNCLEAN;
    const id =
      look !== UNCLEAN
        ? (cell as string)
        : typeof cell === 'string'
          ? spokenId(cell)
          : typeof cell === 'number'
            ? numberId(cell)
            : '';
    ids[row - from] = id;
    hasParts ||= partMark(id) > 0;
    if (look === NUMBER) isNumber[row - from] = 1;
    isRising &&= id > last && (look !== UNCLEAN || Number.isSafeInteger(cell));
    last = id;
    if (typeof cell === 'number' ? Math.abs(cell) >= 1e15 : look !== NUMBER && isExponent(id))
      damaged.add(row - from);
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
  return { column, ids, damaged, isNumber, isRising, hasParts };
}

/** 9.25E+14 may be meant. */
const CAPITAL_E = 69;
const UNCLEAN = 0;
/** Only what an id is made of, in capitals, with a figure at its end. */
const CLEAN = 1;
/** And nothing in it that the word of a total could begin with. */
const NUMBER = 2;

/** What an id that one need not fold is; one look at each character. */
function lookOf(text: string): typeof UNCLEAN | typeof CLEAN | typeof NUMBER {
  let mayBeWord = false;
  let before = 0;
  let code = 0;
  let figures = 0;
  while (figures < text.length && isFigure(text.charCodeAt(figures))) figures++;
  if (figures === text.length && figures > 0) return NUMBER;
  for (let i = figures > 0 ? figures - 1 : 0; i < text.length; i++) {
    code = text.charCodeAt(i);
    if (code >= 65 && code <= 90)
      mayBeWord ||= beginsTotal(before | 0x20, code | 0x20) || code === CAPITAL_E;
    else if (!((code >= 48 && code <= 57) || code === 45 || code === 95)) return UNCLEAN;
    before = code;
  }
  if (!(code >= 48 && code <= 57)) return UNCLEAN;
  const { length } = text;
  const mayEnd = isLetter(text.charCodeAt(length - 2)) || isLetter(text.charCodeAt(length - 3));
  const mayBegin = mayBeginCreditNote(text.charCodeAt(0), text.charCodeAt(1));
  return mayBeWord || mayEnd || mayBegin ? CLEAN : NUMBER;
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
  withoutEdges(foldText(text), '\'"`=', '\'"')
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
