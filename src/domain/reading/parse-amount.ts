import { LONGEST_AMOUNT } from '../bounds.ts';
import { Decimal } from '../money/decimal.ts';
import { type Fen, fenFromYuan, restOf, wholeFen } from '../money/fen.ts';
import type { Cell } from '../sheet.ts';
import { type DecimalMark, waysOf } from './decimal-mark.ts';
import { ownValue } from '../own-value.ts';
import { withNumerals } from './chinese-numerals.ts';
import { foldText } from './fold-text.ts';
import { meaningOfFormat } from './number-format.ts';
import {
  type AmountUnit,
  UNIT_YUAN,
  type WrittenNumber,
  amountAlphabet,
  readWrittenNumber,
  writtenWithin,
} from './number-text.ts';
import { plainFen } from './plain-amount.ts';

export interface AmountContext {
  /**
   * What the header or a line above says about numbers without a unit. Absent: nothing is said, so
   * yuan.
   */
  readonly unit?: AmountUnit | undefined;
  /** Foreign currency that the header states for numbers without one. */
  readonly currency?: string | undefined;
  /** Number format of the cell, when it is known. */
  readonly format?: string | null | undefined;
  /**
   * Cells beside this one are written in 万, the largest clear amount among them being `largest`
   * (fen): then a small bare number is open. `Infinity` when nothing clear stands beside it.
   */
  readonly wanBeside?: { readonly largest: number } | undefined;
  /** How the column writes its decimals; absent: nobody knows, and 17.500 is open. */
  readonly mark?: DecimalMark | undefined;
  /** From how many 万 on a bare number under a header in 万 is asked about; 10,000 unless said. */
  readonly tooManyWan?: number | undefined;
}

/**
 * Ids of the readings of one cell; the same id means the same way of reading in every cell alike.
 */
interface AmountChoice {
  readonly id:
    'fen' | 'yuan' | 'wan' | 'as-written' | 'with-unit' | 'decimal-point' | 'decimal-comma';
  readonly amount: Fen;
}

/**
 * `beside` cells in 万 stand beside it · `tiny` every amount of the column is small · `header` too
 * large for the header's 万 · `fen` a part of a fen · `format` the cell's format shows another
 * figure · `mark` 17.500 or 10,00
 */
export type OpenAmount = 'beside' | 'tiny' | 'header' | 'fen' | 'format' | 'mark';

export type AmountReading =
  | { readonly kind: 'empty' }
  /** `rest`: what rounding to the fen took away, in units of 10⁻¹⁰ fen; absent when nothing. */
  | { readonly kind: 'amount'; readonly amount: Fen; readonly rest?: number }
  /**
   * Open: `unit` (9.8 beside 万), `currency` ($3,200), `amount` (约12万, 3.5E+05, 1,2). Choices may
   * be empty.
   */
  | {
      readonly kind: 'open';
      readonly reason: 'unit' | 'currency' | 'amount';
      readonly currency?: string;
      /** What makes the unit or the decimal mark open. */
      readonly why?: OpenAmount;
      readonly choices: readonly AmountChoice[];
    }
  /** Words, an error value, a date: no number to choose from. */
  | { readonly kind: 'not-an-amount' };

/** A reading in 万 makes an order of 亿 from here on: asked, not believed. */
export const TOO_MANY_WAN = 10000;
/** From here on an amount with two decimals is in yuan: nobody writes 120.00 for 120万. */
const SURELY_YUAN = 100;
/** Below this a bare number may as well mean 万. */
const SMALL_BARE = 1000;

const EMPTY: AmountReading = { kind: 'empty' };
const NOT_AN_AMOUNT: AmountReading = { kind: 'not-an-amount' };
const NOTHING_WRITTEN = /^(?:[-/\\.~*]+|无|暂无|空|none|nil)$/;

/**
 * The one amount reader: a cell to fen, or the question it leaves open. Never picks between two
 * readings.
 *
 * @param cell - as the adapter read it; text in any habit, numbers with their format in the context
 */
export function parseAmount(cell: Cell | undefined, context: AmountContext = {}): AmountReading {
  if (cell === null || cell === undefined || cell === '') return EMPTY;
  if (typeof cell === 'number') return fromNumber(cell, context);
  if (typeof cell === 'string') return fromText(cell, context);
  return NOT_AN_AMOUNT;
}

/** True for a cell written in 万 itself: it shows the habit of its column. */
export function isWrittenInWan(cell: Cell | undefined, format?: string | null): boolean {
  if (typeof cell === 'number') return meaningOfFormat(format).wan === 'literal';
  if (typeof cell !== 'string' || !/[万萬wWｗＷ]/.test(cell)) return false;
  return readWrittenNumber(withoutTaxNote(amountAlphabet(foldText(cell))))?.unit === 'wan';
}

const isPlainContext = ({ unit = 'yuan', wanBeside, currency, mark }: AmountContext): boolean =>
  unit === 'yuan' &&
  wanBeside === undefined &&
  currency === undefined &&
  mark !== 'comma' &&
  mark !== 'mixed';

function fromNumber(value: number, context: AmountContext): AmountReading {
  const format = meaningOfFormat(context.format);
  if (format.isDate || !Number.isFinite(value)) return NOT_AN_AMOUNT;
  if (format.foreign !== undefined) return openCurrency(format.foreign);
  if (format.wan === 'none' && isPlainContext(context)) return fromPlainNumber(value);
  const exact = new Decimal(Number(value.toPrecision(15)));
  if (format.wan === 'odd') return openUnit(exact, 'format');
  return settle(
    {
      value: exact,
      unit: format.wan === 'literal' ? 'wan' : format.wan === 'scaled' ? 'yuan' : undefined,
      currency: undefined,
      toTheFen: false,
    },
    context,
  );
}

function fromPlainNumber(value: number): AmountReading {
  const whole = wholeFen(value);
  return whole === undefined
    ? amountOr(new Decimal(value.toPrecision(15)))
    : { kind: 'amount', amount: whole };
}

/** What a spreadsheet writes where a formula failed, as text: its figure is no amount. */
const ERROR_TEXT = /^#(?:div\/0|n\/a|ref|value|num|name|null|spill|calc)[!?]?$|^err:\d+$/i;

function fromText(cell: string, context: AmountContext): AmountReading {
  if (cell.length > LONGEST_AMOUNT && foldText(cell).length > LONGEST_AMOUNT)
    return /\d/.test(cell) ? { kind: 'open', reason: 'amount', choices: [] } : NOT_AN_AMOUNT;
  if (isPlainContext(context)) {
    const plain = plainFen(cell);
    if (plain !== undefined) return { kind: 'amount', amount: plain };
  }
  const text = amountAlphabet(foldText(cell)).replace(/[,;。]$/, '');
  if (ERROR_TEXT.test(text)) return NOT_AN_AMOUNT;
  if (text === '' || NOTHING_WRITTEN.test(text)) return EMPTY;
  return fromMarked(withoutTaxNote(text), context);
}

function fromPlainText(text: string, context: AmountContext): AmountReading {
  const written = readWrittenNumber(text) ?? readWrittenNumber(withNumerals(text));
  return written === undefined ? fromLooseText(text, context) : settle(written, context);
}

/** The text in the column's habit of decimals; what the habit leaves open offers every reading. */
function fromMarked(text: string, context: AmountContext): AmountReading {
  const { mark = 'open', unit = 'yuan' } = context;
  const ways = waysOf(text, mark, unit === 'yuan' && !/[万亿千kw]/.test(text));
  if ('clear' in ways) return fromPlainText(ways.clear, context);
  const choices: AmountChoice[] = [];
  const readings = [
    ['decimal-comma', ways.comma],
    ['decimal-point', ways.point],
  ] as const;
  for (const [id, way] of readings) {
    if (way === undefined) continue;
    const reading = fromPlainText(way, { ...context, mark: 'point' });
    if (reading.kind === 'amount') choices.push({ id, amount: reading.amount });
    else if (reading.kind === 'open' && reading.reason !== 'amount') return reading;
  }
  return { kind: 'open', reason: 'amount', why: 'mark', choices };
}

/**
 * A currency and a unit that are written win over the header; a bare number is read as the header
 * says.
 */
function settle(written: WrittenNumber, context: AmountContext): AmountReading {
  const { value, unit } = written;
  const currency = written.currency ?? (unit === 'yuan' ? undefined : context.currency);
  if (currency !== undefined && currency !== 'CNY') return openCurrency(currency);
  if (unit !== undefined) return amountOr(value.times(UNIT_YUAN[unit]));
  // A part of a fen under a header in fen: one of the two is not what it says.
  if (context.unit === 'fen' && !value.isInteger()) return openUnit(value, 'fen');
  if (isUnitOpen(value.abs(), written.toTheFen, context)) return openUnit(value, whyOpen(context));
  return amountOr(value.times(UNIT_YUAN[context.unit ?? 'yuan']));
}

/**
 * Two cases: a small number among cells in 万, and a number in the ten-thousands under a header in
 * 万.
 */
function isUnitOpen(
  size: Decimal,
  toTheFen: boolean,
  { unit = 'yuan', wanBeside, tooManyWan = TOO_MANY_WAN }: AmountContext,
): boolean {
  if (unit === 'wan') return size.gte(tooManyWan);
  if (unit !== 'yuan' || wanBeside === undefined || (toTheFen && size.gte(SURELY_YUAN)))
    return false;
  // Read in 万 it must stay in proportion to the clear amounts: -500 beside orders of 12万 cannot
  // mean 500万.
  return !size.isZero() && size.lt(SMALL_BARE) && size.times(1_000_000).lte(wanBeside.largest * 10);
}

/** Text with more in it than one number: the number inside may be offered, never taken. */
function fromLooseText(text: string, context: AmountContext): AmountReading {
  const found = looseNumbers(text);
  const only = found.length === 1 ? found[0] : undefined;
  if (only === undefined)
    return /\d/.test(text) ? { kind: 'open', reason: 'amount', choices: [] } : NOT_AN_AMOUNT;
  const reading = settle(only, { unit: context.unit, currency: context.currency });
  if (reading.kind === 'open' && reading.reason === 'currency') return reading;
  const choices: AmountChoice[] =
    reading.kind === 'amount' ? [{ id: 'as-written', amount: reading.amount }] : [];
  const [, unit = ''] = LOOSE_UNIT.exec(text) ?? [];
  const larger = fenFromYuan(only.value.times(ownValue(LOOSE_UNITS, unit) ?? 1));
  if (unit !== '' && larger !== undefined && choices.length > 0)
    choices.unshift({ id: 'with-unit', amount: larger });
  return { kind: 'open', reason: 'amount', choices };
}

/** Units that not everybody means alike: offered, never taken. */
const LOOSE_UNITS: Readonly<Record<string, string>> = {
  m: '1000000',
  mm: '1000000',
  mil: '1000000',
  mio: '1000000',
  b: '1000000000',
  bn: '1000000000',
  lac: '100000',
  lakh: '100000',
  十万: '100000',
  crore: '10000000',
};
const LOOSE_UNIT = /\d ?(mm|mil|mio|m|bn|b|lac|lakh|十万|crore)s?(?![a-z])/;

function looseNumbers(text: string): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  for (const match of writtenWithin(text)) {
    const plain = /e\+?\d+$/.test(match) ? String(Number(match.replace(/,/g, ''))) : match;
    const grouped =
      readWrittenNumber(plain.trim()) ?? readWrittenNumber(plain.replace(/,/g, '').trim());
    if (grouped !== undefined) numbers.push(grouped);
  }
  return numbers;
}

/**
 * "(含税)" says what the contract's figures are anyway. "不含税" does not, and stays to be asked.
 */
const withoutTaxNote = (text: string): string =>
  text.replace(/ ?(?:\(含税价?\)|含税价?|\(incl\.? ?(?:tax|vat)\))$/, '');

/** Nobody knows the rate of exchange: $3,600 is never offered as ¥3,600. */
const openCurrency = (currency: string): AmountReading => ({
  kind: 'open',
  reason: 'currency',
  currency,
  choices: [],
});

const whyOpen = ({ unit, wanBeside }: AmountContext): OpenAmount =>
  unit === 'wan' ? 'header' : wanBeside?.largest === Infinity ? 'tiny' : 'beside';

function openUnit(value: Decimal, why: OpenAmount): AmountReading {
  const units = why === 'fen' ? (['yuan', 'fen'] as const) : (['yuan', 'wan'] as const);
  const choices: AmountChoice[] = [];
  for (const id of units) {
    const amount = fenFromYuan(value.times(UNIT_YUAN[id]));
    if (amount !== undefined) choices.push({ id, amount });
  }
  return { kind: 'open', reason: 'unit', why, choices };
}

function amountOr(yuan: Decimal): AmountReading {
  const amount = fenFromYuan(yuan);
  if (amount === undefined) return NOT_AN_AMOUNT;
  const rest = restOf(yuan, amount);
  return rest === 0 ? { kind: 'amount', amount } : { kind: 'amount', amount, rest };
}
