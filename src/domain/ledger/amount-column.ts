import { float64At } from '../columns.ts';
import { LARGEST_ARGUMENT, LARGEST_ORDER } from '../bounds.ts';
import { type Fen, wholeFen } from '../money/fen.ts';
import { type Cell, type Sheet, formatAt } from '../sheet.ts';
import { type DecimalMark, markOfColumn } from '../reading/decimal-mark.ts';
import type { MoneyNote } from '../reading/headers.ts';
import { isPlainFormat } from '../reading/number-format.ts';
import {
  type AmountContext,
  type AmountReading,
  TOO_MANY_WAN,
  isWrittenInWan,
  parseAmount,
} from '../reading/parse-amount.ts';
import { plainFen } from '../reading/plain-amount.ts';
import type { RowRange } from './row-range.ts';

export const CELL_EMPTY = 0;
export const CELL_READ = 1;
/** Open or unreadable; the reading is kept in `unsettled`. */
export const CELL_UNSETTLED = 2;

export interface AmountColumn {
  readonly column: number;
  /** Fen; NaN unless read. */
  readonly fen: Float64Array;
  readonly state: Uint8Array;
  /** By offset: readings that are neither empty nor an amount. */
  readonly unsettled: ReadonlyMap<number, AmountReading>;
  /**
   * By offset: what rounding to the fen took away, where it took anything (`AmountReading.rest`).
   */
  readonly rests: ReadonlyMap<number, number>;
  /** Offsets whose amount stands in a column of money out, and that column. */
  readonly out?: ReadonlySet<number>;
  readonly outColumn?: number;
}

/** A money column and what its header says about the numbers in it. */
export interface MoneyColumn {
  readonly column: number;
  readonly note: MoneyNote;
}

/** What the cells themselves say about bare numbers and about the marks in them. */
type MoneyHabit = Pick<AmountContext, 'wanBeside' | 'mark'> & {
  /** By offset: what the short way makes of the cell, NaN where the long one has to decide. */
  readonly plain: Float64Array;
};

const SMALL = 1000_00;

/** Beyond ten 亿 an amount is asked about; what no sum could hold is not among the answers. */
function believed(reading: AmountReading): AmountReading {
  if (reading.kind === 'amount' && Math.abs(reading.amount) > LARGEST_ORDER)
    return believed({
      kind: 'open',
      reason: 'amount',
      choices: [{ id: 'as-written', amount: reading.amount }],
    });
  if (reading.kind !== 'open') return reading;
  const fits = reading.choices.filter(({ amount }) => Math.abs(amount) <= LARGEST_ARGUMENT);
  return fits.length === reading.choices.length ? reading : { ...reading, choices: fits };
}

export function readAmountColumn(
  { sheet, from, to }: RowRange,
  { column, note }: MoneyColumn,
  habit: MoneyHabit,
): AmountColumn {
  const cells = sheet.columns[column] ?? [];
  const state = new Uint8Array(to - from);
  const unsettled = new Map<number, AmountReading>();
  const rests = new Map<number, number>();
  const { wanBeside, mark, plain } = habit;
  const isPointed = mark !== 'comma' && mark !== 'mixed';
  if (isPointed && wanBeside === undefined && areBelieved(plain))
    return { column, fen: plain, state: state.fill(CELL_READ), unsettled, rests };
  const fen = new Float64Array(to - from).fill(NaN);
  for (let row = from; row < to; row++) {
    const short = plain[row - from]!;
    const size = Math.abs(short);
    if (size <= LARGEST_ORDER && (wanBeside === undefined || size >= SMALL)) {
      if (isPointed || typeof cells[row] !== 'string') {
        fen[row - from] = short;
        state[row - from] = CELL_READ;
        continue;
      }
    }
    const cell = cells[row];
    if (cell === null || cell === undefined || cell === '') continue;
    const format = formatAt(sheet, row, column);
    const reading = believed(parseAmount(cell, { ...note, wanBeside, mark, format }));
    if (reading.kind === 'empty') continue;
    state[row - from] = reading.kind === 'amount' ? CELL_READ : CELL_UNSETTLED;
    if (reading.kind !== 'amount') unsettled.set(row - from, reading);
    else {
      fen[row - from] = reading.amount;
      if (reading.rest !== undefined) rests.set(row - from, reading.rest);
    }
  }
  return { column, fen, state, unsettled, rests };
}

/** Every cell is read as the short way does: a plain loop over a column that is mostly clean. */
function areBelieved(plain: Float64Array): boolean {
  for (let offset = 0; offset < plain.length; offset++)
    if (!(Math.abs(float64At(plain, offset)) <= LARGEST_ORDER)) return false;
  return true;
}

/**
 * What the adapter read from the bytes of delimited text, where the header says yuan or nothing.
 */
export const knownFen = (
  sheet: Sheet,
  column: number,
  { unit = 'yuan', currency }: MoneyNote,
): Float64Array | undefined =>
  unit === 'yuan' && currency === undefined && sheet.formats === undefined
    ? (sheet.fen?.[column] ?? undefined)
    : undefined;

/**
 * The reader of clean cells under a header; `undefined` from it sends a cell the long way, which
 * decides the same.
 */
export function shortCutOf({
  unit = 'yuan',
  currency,
}: MoneyNote): (cell: Cell) => Fen | undefined {
  if (currency === undefined && unit === 'yuan')
    return (cell) =>
      typeof cell === 'number'
        ? wholeFen(cell)
        : typeof cell === 'string'
          ? plainFen(cell)
          : undefined;
  if (currency === undefined && unit === 'wan')
    return (cell) =>
      believedWan(
        typeof cell === 'number'
          ? fenFromWan(cell)
          : typeof cell === 'string'
            ? plainFen(cell, 4)
            : undefined,
      );
  return () => undefined;
}

const believedWan = (amount: Fen | undefined): Fen | undefined =>
  amount !== undefined && Math.abs(amount) < TOO_MANY_WAN * 1_000_000 ? amount : undefined;

/** Only when the double lies within a few ulps of whole fen; the decimal way settles the rest. */
function fenFromWan(value: number): Fen | undefined {
  const scaled = value * 1_000_000;
  const whole = Math.floor(scaled + 0.5);
  return Math.abs(scaled - whole) <= Math.abs(scaled) * 1e-15 && Math.abs(whole) < 1e13
    ? ((whole === 0 ? 0 : whole) as Fen)
    : undefined;
}

/**
 * The habits of a sheet's money columns. One cell in 万 makes the small bare numbers of its column
 * open, and those of columns whose header gives no unit; so does a header in 万 beside them, or a
 * column without any unit in which every amount is tiny.
 */
export function moneyHabit(
  range: RowRange,
  columns: readonly MoneyColumn[],
): (column: MoneyColumn) => MoneyHabit {
  const seen = new Map(columns.map((money) => [money.column, lookThrough(range, money)]));
  const largest = Math.max(0, ...[...seen.values()].map((look) => look.largest));
  const someInWan =
    columns.some(({ note }) => note.unit === 'wan') ||
    [...seen.values()].some((look) => look.writtenInWan);
  return ({ column, note }) => {
    const look = seen.get(column);
    const mark = look?.mark;
    const plain = look?.note === note ? look.plain : plainCells(range, { column, note });
    if (look?.writtenInWan || (someInWan && note.unit === undefined))
      return { plain, mark, wanBeside: { largest } };
    return note.unit === undefined && look?.allTiny
      ? { plain, mark, wanBeside: { largest: Infinity } }
      : { plain, mark };
  };
}

interface Look {
  readonly note: MoneyNote;
  readonly plain: Float64Array;
  readonly writtenInWan: boolean;
  /** Largest amount that is clear by itself. */
  readonly largest: number;
  /**
   * At least three, all small, some with a fraction that is not written as two decimals: 12.5,
   * 9.65, 30; and none finer than a fen, were they in 万.
   */
  readonly allTiny: boolean;
  readonly mark: DecimalMark;
}

/** What the short way makes of each cell of a column; NaN for all that is not simply a figure. */
function plainCells({ sheet, from, to }: RowRange, { column, note }: MoneyColumn): Float64Array {
  const cells = sheet.columns[column] ?? [];
  const plain = new Float64Array(to - from).fill(NaN);
  const known = knownFen(sheet, column, note);
  if (known !== undefined) plain.set(known.subarray(from, to));
  const short = shortCutOf(note);
  const formats = sheet.formats?.[column];
  const isOneFormat = typeof formats !== 'object' || formats === null;
  if (isOneFormat && !isPlainFormat(formats)) return plain;
  for (let row = from; row < to; row++) {
    if (!Number.isNaN(plain[row - from]!)) continue;
    const cell = cells[row];
    if (cell === null || cell === undefined || cell === '') continue;
    if (!isOneFormat && !isPlainFormat(formats[row])) continue;
    plain[row - from] = short(cell) ?? NaN;
  }
  return plain;
}

function lookThrough(range: RowRange, { column, note }: MoneyColumn): Look {
  const { sheet, from, to } = range;
  const cells = sheet.columns[column] ?? [];
  const plain = plainCells(range, { column, note });
  let [writtenInWan, largest, count, fractions, tooFine] = [false, 0, 0, 0, false];
  let hasMarks = false;
  for (let row = from; row < to; row++) {
    const short = Math.abs(plain[row - from]!);
    if (short >= SMALL) {
      count++;
      if (short > largest) largest = short;
      continue;
    }
    // The smaller ones are asked only as long as all are small.
    if (largest > 0 && !Number.isNaN(short)) continue;
    const cell = cells[row];
    if (cell === null || cell === undefined || cell === '') continue;
    let size = short;
    if (Number.isNaN(short)) {
      const format = formatAt(sheet, row, column);
      writtenInWan ||= isWrittenInWan(cell, format);
      if (typeof cell === 'string') hasMarks ||= /[.,，．]/.test(cell);
      size = Math.abs(amountOf(parseAmount(cell, { ...note, format })));
    }
    if (!(size > 0)) continue;
    count++;
    if (size >= SMALL) largest = Math.max(largest, size);
    else if (isTooFineForWan(cell)) tooFine = true;
    else if (hasOddFraction(cell)) fractions++;
  }
  return {
    note,
    plain,
    writtenInWan,
    largest,
    allTiny: count >= 3 && largest === 0 && fractions > 0 && !tooFine,
    // Looked at only where a cell is not simply digits with a point and thousands.
    mark: hasMarks ? markOfColumn(cells, from, to) : 'point',
  };
}

const amountOf = (reading: AmountReading): number =>
  reading.kind === 'amount' ? reading.amount : NaN;

/** 12.5 and 1.2345 look like 万; 12.50 looks like yuan, and 17.500 may be seventeen thousand. */
const hasOddFraction = (cell: Cell): boolean =>
  typeof cell === 'number'
    ? /\.(?:\d|\d{3,})$/.test(String(cell))
    : /\.(?:\d|\d{4,})\s*$/.test(String(cell));

/** In 万 the seventh decimal is less than a fen. */
const isTooFineForWan = (cell: Cell): boolean => /\.\d{7,}\s*$/.test(String(cell));

/** Fen at an offset; nought where there is no such column or nothing was read. */
export const valueOf = (column: AmountColumn | undefined, offset: number): number => {
  const fen = column?.fen[offset] ?? NaN;
  return Number.isNaN(fen) ? 0 : fen;
};
