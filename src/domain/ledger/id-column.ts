import { lazyList, madeList } from '../lazy-list.ts';
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
  isLetter,
} from '../reading/plain-id.ts';
import type { RowRange } from './row-range.ts';
import { isPlaceholder } from './row-words.ts';

export interface IdColumn {
  readonly column: number;
  /** Without TABs, apostrophes, spaces and invisible characters; '' when blank. */
  readonly ids: readonly string[];
  /** Offsets of numbers that lost their last digits to Excel. */
  readonly damaged: ReadonlySet<number>;
  /** 1 where the id is plain ASCII with a figure in it, and no word of totals: surely a number. */
  readonly isNumber: Uint8Array;
  /** Each id stands once: they only rise, whatever case they are compared in. */
  readonly isRising: boolean;
  /** Some end as parts of an order do. */
  readonly hasParts: boolean;
}

export function readIdColumn(
  { sheet, from, to }: RowRange,
  column: number,
  cells: readonly Cell[],
): IdColumn {
  const known = plainIdsOf(sheet, column, cells);
  const isKnown =
    known?.subarray(from, to).every((said) => said !== NOT_LOOKED_AT) === true &&
    known.length >= to;
  if (isKnown) return plainNumbers({ from, to }, column, cells, known);
  const made = madeList(cells);
  return countUp(made, from, to)
    ? plainNumbers({ from, to }, column, made, undefined)
    : lookedThrough({ from, to }, column, made, known);
}

/** Ids between two that begin alike. */
const BLOCK = 64;

/** Figures alone, equally many in each, none of them lost to Excel, and each more than the last. */
function countUp(cells: readonly Cell[], from: number, to: number): boolean {
  let last = '';
  for (let row = from, end = from; row < to; row = end) {
    end = Math.min(to, row + BLOCK);
    const [first, final] = [cells[row], cells[end - 1]];
    if (typeof first !== 'string' || typeof final !== 'string' || !isCount(first, 0)) return false;
    // What lies between two texts in their order begins as both begin.
    let alike = 0;
    while (alike < first.length && first.charCodeAt(alike) === final.charCodeAt(alike)) alike++;
    for (let at = row; at < end; at++) {
      const cell = cells[at];
      if (typeof cell !== 'string' || cell.length !== first.length) return false;
      if (!(cell > last) || (last !== '' && cell.length !== last.length)) return false;
      if (!isCount(cell, alike)) return false;
      last = cell;
    }
  }
  return last !== '' && last.length <= KEPT_DIGITS;
}

/** Figures from a character on. */
function isCount(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (!isFigure(text.charCodeAt(at))) return false;
  return true;
}

type Rows = Pick<RowRange, 'from' | 'to'>;

/** Every id is a number as it stands; without `known` each is known to be more than the last. */
function plainNumbers(
  { from, to }: Rows,
  column: number,
  cells: readonly Cell[],
  known: Uint8Array | undefined,
): IdColumn {
  const idAt = (row: number): string => cells[row] as string;
  let isRising = true;
  for (let row = from + 1; known && row < to && isRising; row++)
    isRising = (known[row]! & RISING_ID) !== 0 || idAt(row) > idAt(row - 1);
  return {
    column,
    ids: lazyList(
      to - from,
      () => madeList(cells).slice(from, to) as string[],
      (offset) => idAt(from + offset),
    ),
    damaged: new Set(),
    isNumber: new Uint8Array(to - from).fill(1),
    isRising,
    hasParts: known?.subarray(from, to).some((said) => (said & PART_ID) !== 0) === true,
  };
}

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

const isFigure = (code: number): boolean => code >= 48 && code <= 57;

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
