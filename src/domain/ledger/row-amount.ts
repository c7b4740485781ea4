import { type LocalDate, yearMonthDay } from '../calendar/local-date.ts';
import { type Cell, isFault } from '../sheet.ts';
import { Decimal } from '../money/decimal.ts';
import { type Fen, fenFromYuan } from '../money/fen.ts';
import { CELL_EMPTY, CELL_READ, type AmountColumn } from './amount-column.ts';
import { KEEP, type RowQuestion, amountChoice } from './row-question.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { MoneyRole } from '../reading/header-roles.ts';
import type { AmountReading, OpenAmount } from '../reading/parse-amount.ts';
import { moneyNote } from '../reading/headers.ts';
import { type AmountUnit, UNIT_YUAN, isYuan } from '../reading/number-text.ts';
import { NO_DAY, type QuestionChoice } from './ledger.ts';
import type { SectionColumns } from './section-columns.ts';
import type { Layout } from './layout.ts';
import { textAt } from './text-column.ts';

/** The amount of a row, or what has to be asked about it. */
export type RowAmount =
  /** Fen, and what rounding took away from them (`AmountReading.rest`). */
  | { readonly fen: number; readonly rest?: number }
  /** `fen`: what the row comes to where it is kept as it is. */
  | { readonly ask: RowQuestion; readonly fen?: number };

/**
 * What the row's amount is. Where only the price before vouchers is there, rows with a voucher ask
 * which of the two was paid; where a stored-value card paid a part, whether the cash column holds
 * it; a list price alone never counts unasked.
 */
export function amountOfRow(columns: SectionColumns, layout: Layout, offset: number): RowAmount {
  const { amount } = columns;
  const fen = amount.fen[offset] ?? NaN;
  const owed = owedApart(columns, offset);
  if (owed !== undefined) return { ask: askOwed(amount.column, layout), fen: owed };
  if (amount.state[offset] !== CELL_READ) return { ask: askUnread(columns, offset) };
  const currency = foreignCurrency(columns, layout, offset);
  if (currency !== '') return { ask: askCurrency(amount.column, currency) };
  const unit = moneyNote(textAt(columns.text.moneyUnit, offset))?.unit;
  const own = layout.amount?.note.unit ?? 'yuan';
  if (unit !== undefined && unit !== own)
    return { ask: askUnitBeside(amount.column, fen, own, unit) };
  const other = valueOf(columns.rival, offset);
  if (other !== 0 && other !== fen)
    return {
      ask: choose(amount, 'ledger.amount-rival', [
        ['as-written', fen],
        ['other-column', other],
        ['both', fen + other],
      ]),
    };
  const ofAll = timesPieces(columns, offset, fen);
  if (ofAll !== undefined)
    return {
      ask: choose(amount, 'ledger.amount-per-piece', [
        ['as-written', fen],
        ['times-quantity', ofAll],
      ]),
    };
  const { eligible } = columns;
  const part = eligible?.state[offset] === CELL_READ ? (eligible.fen[offset] ?? fen) : fen;
  if (part !== fen)
    return {
      ask: choose(amount, 'ledger.amount-eligible', [
        ['other-column', part],
        ['as-written', fen],
      ]),
    };
  const role = layout.amount?.role;
  const voucher = valueOf(columns.voucher, offset);
  const refunded = afterRefund(columns, role, offset, fen);
  // What is given back and what was paid by voucher come off the same amount.
  if (refunded !== undefined && ('ask' in refunded || voucher === 0)) return refunded;
  const left = refunded === undefined ? fen : refunded.fen;
  const isNet = columns.netRows?.[offset] === 1;
  if (isNet) return { ask: choose(amount, 'ledger.amount-net', netChoices(columns, offset, left)) };
  const before = columns.list?.state[offset] === CELL_READ ? columns.list.fen[offset] : undefined;
  if (role !== 'cashPaid' && voucher > 0 && before !== fen + voucher)
    return {
      ask: choose(amount, 'ledger.amount-voucher', [
        ['before-voucher', left],
        ['less-voucher', left - voucher],
      ]),
    };
  if (refunded !== undefined) return refunded;
  if (role === 'listPrice')
    return { ask: choose(amount, 'ledger.amount-list-only', [['as-written', fen]]) };
  const card = valueOf(columns.prepaidCard, offset);
  if (role === 'cashPaid' && card > 0)
    return {
      ask: choose(amount, 'ledger.amount-prepaid-card', [
        ['as-written', fen],
        ['with-card', fen + card],
      ]),
    };
  return amount.rests.size === 0 ? { fen } : { fen, rest: amount.rests.get(offset) ?? 0 };
}

/** As it stands, and with the tax that stands beside it. */
function netChoices(
  { tax }: SectionColumns,
  offset: number,
  fen: number,
): (readonly [string, number])[] {
  const more = valueOf(tax, offset);
  return [...(more > 0 ? [['with-tax', fen + more] as const] : []), ['as-written', fen]];
}

/** What is owed on a row of its own, where receipts have theirs; `undefined` of any other row. */
function owedApart(
  { amount, list, isOwedApart }: SectionColumns,
  offset: number,
): number | undefined {
  if (!isOwedApart || list?.state[offset] !== CELL_READ) return undefined;
  const owed = list.fen[offset] ?? NaN;
  const isPaid = amount.state[offset] !== CELL_EMPTY && amount.fen[offset] !== 0;
  return owed === 0 || isPaid ? undefined : owed;
}

/** Of all rows at once: the receipts beside them count already. */
const askOwed = (column: number, { fields, amount }: Layout): RowQuestion => ({
  reason: 'amount',
  fact: {
    code: 'ledger.receivable-only',
    header: fields.listAmount?.header ?? '',
    paid: amount?.header ?? '',
  },
  column,
  choices: [KEEP],
  alike: '',
  together: foldKey(fields.listAmount?.header ?? ''),
});

/** The currency beside the row's amount; '' where it is the yuan, or the amount is in it. */
export function foreignCurrency(columns: SectionColumns, layout: Layout, offset: number): string {
  const currency = textAt(columns.text.currency, offset);
  if (isInYuan(layout.amount?.header ?? '') || isYuan(currency)) return '';
  if (currency !== '') return currency;
  // Whatever is exchanged was not in yuan, or was: the row does not say.
  const rate = textAt(columns.text.exchangeRate, offset);
  return /[1-9]/.test(rate) && !/^1(?:\.0*)?$/.test(rate) ? `×${rate}` : '';
}

/** Of a section: `amountOfRow` is what was read wherever it was read, whatever the row. */
export const isAmountAsRead = ({ amount, ...columns }: SectionColumns, layout: Layout): boolean =>
  amount.out === undefined &&
  !columns.isOwedApart &&
  amount.rests.size === 0 &&
  layout.amount?.role !== 'listPrice' &&
  columns.pieces === undefined &&
  columns.text.currency === undefined &&
  columns.text.exchangeRate === undefined &&
  columns.eligible === undefined &&
  columns.netRows === undefined &&
  !(columns.text.moneyUnit?.values ?? []).some((unit) => moneyNote(unit) !== undefined) &&
  [columns.rival, columns.refund, columns.voucher, columns.prepaidCard].every(
    (column) => column === undefined,
  );

const valueOf = (column: AmountColumn | undefined, offset: number): number => {
  const fen = column?.fen[offset] ?? NaN;
  return Number.isNaN(fen) ? 0 : fen;
};

/** What the row comes to where its price is of one piece; `undefined` where nothing is open. */
function timesPieces({ pieces }: SectionColumns, offset: number, fen: number): Fen | undefined {
  const count = pieces?.[offset] ?? NaN;
  return count > 0 && count !== 1 && fen !== 0
    ? fenFromYuan(new Decimal(fen).div(100).times(count))
    : undefined;
}

type AmountCode =
  | 'ledger.amount-voucher'
  | 'ledger.amount-eligible'
  | 'ledger.amount-net'
  | 'ledger.amount-list-only'
  | 'ledger.amount-prepaid-card'
  | 'ledger.amount-rival'
  | 'ledger.amount-per-piece'
  | 'ledger.refund-beside'
  | 'ledger.refund-unreadable'
  | 'ledger.amount-missing'
  | 'ledger.amount-unlabelled';

function choose(
  { column }: AmountColumn,
  code: AmountCode,
  choices: readonly (readonly [string, number])[],
): RowQuestion {
  return {
    reason: code.startsWith('ledger.refund') ? 'refund' : 'amount',
    fact: { code },
    column,
    alike: '',
    choices: choices.map(([id, fen]) => amountChoice(id, fen as Fen)),
  };
}

/** What a refund beside the amount leaves; `undefined` when the row has none. */
function afterRefund(
  { amount, refund, refundDay, list, paidOn, signedOn }: SectionColumns,
  role: MoneyRole | undefined,
  offset: number,
  fen: number,
): RowAmount | undefined {
  if (refund === undefined || role === 'refundAmount') return undefined;
  const reading = refund.unsettled.get(offset);
  if (reading?.kind === 'open')
    return { ask: choose(refund, 'ledger.refund-unreadable', [['as-written', fen]]) };
  const back = valueOf(refund, offset);
  // A refund's own row says twice what it takes back.
  if (back === 0 || fen === -back) return undefined;
  const ordered = list?.state[offset] === CELL_READ ? list.fen[offset] : undefined;
  if (role === 'cashPaid' && ordered !== undefined && ordered - back === fen) return undefined;
  const day = (paidOn ?? signedOn)?.day[offset] ?? NO_DAY;
  const backDay = refundDay?.day[offset] ?? NO_DAY;
  const isClear = role !== 'cashPaid' && back <= fen && isSameMonth(day, backDay);
  return isClear
    ? {
        fen: fen - back,
        rest: (amount.rests.get(offset) ?? 0) - Math.abs(refund.rests.get(offset) ?? 0),
      }
    : {
        ask: choose(amount, 'ledger.refund-beside', [
          ['less-refund', fen - back],
          ['as-written', fen],
        ]),
      };
}

/** Of two days, one of which may not be known. */
function isSameMonth(a: number, b: number): boolean {
  if (a === NO_DAY || b === NO_DAY) return true;
  const [first, second] = [yearMonthDay(a as LocalDate), yearMonthDay(b as LocalDate)];
  return first.year === second.year && first.month === second.month;
}

/**
 * A row that says refund and has no minus sign, and no order to take it from.
 *
 * @param word - what says so: its type, its status, or the name of its sheet
 */
export const askRefundSign = (column: number, word: string): RowQuestion => ({
  reason: 'refund',
  fact: { code: 'ledger.refund-sign', word },
  column,
  choices: [
    { id: 'taken-back', kind: 'take-back' },
    { id: 'as-written', kind: 'keep' },
  ],
  alike: foldKey(word),
  together: foldKey(word),
});

/** A number that is another order's with an ending, on a row without a minus sign. */
export const askRefundNumber = (column: number, ending: string): RowQuestion => ({
  ...askRefundSign(column, ending),
  fact: { code: 'ledger.refund-number', ending },
});

/** A number that begins as those of credit notes do, on a row without a minus sign. */
export const askRefundBeginning = (column: number, beginning: string): RowQuestion => ({
  ...askRefundSign(column, beginning),
  fact: { code: 'ledger.refund-beginning', beginning },
});

/** Money out of a cash book: a refund, or something that is no sale at all. */
export const askMoneyOut = (column: number, header: string): RowQuestion => ({
  ...askRefundSign(column, header),
  fact: { code: 'ledger.money-out', header },
  choices: [{ id: 'taken-back', kind: 'take-back' }],
});

/** Something is told of the row, and nobody says how much is left to count. */
export const askRemainder = (
  code: 'ledger.refund-partial' | 'ledger.row-doubted',
  column: number,
  fen: number,
  word: string,
): RowQuestion => ({
  reason: code === 'ledger.row-doubted' ? 'amount' : 'refund',
  fact: { code, word },
  column,
  choices: Number.isNaN(fen) ? [] : [amountChoice('as-written', fen as Fen)],
  alike: foldKey(word),
});

/** An amount in a row that says nothing else. */
export const askUnlabelled = (column: number): RowQuestion => ({
  reason: 'amount',
  fact: { code: 'ledger.amount-unlabelled' },
  column,
  alike: '',
  choices: [],
});

/** An amount that is missing, or written so that nobody can tell what it is. */
export function askUnread({ amount, list, refund }: SectionColumns, offset: number): RowQuestion {
  const reading = amount.unsettled.get(offset);
  if (reading === undefined || amount.state[offset] === CELL_EMPTY) {
    const back = valueOf(refund, offset);
    if (back > 0) return choose(amount, 'ledger.amount-missing', [['taken-back', -back]]);
    const ordered = list?.state[offset] === CELL_READ ? (list.fen[offset] ?? NaN) : NaN;
    return choose(
      amount,
      'ledger.amount-missing',
      Number.isNaN(ordered) ? [] : [['as-ordered', ordered]],
    );
  }
  return askOpen(amount.column, reading);
}

function askOpen(column: number, reading: AmountReading): RowQuestion {
  if (reading.kind !== 'open')
    return {
      reason: 'amount',
      fact: { code: 'ledger.amount-unreadable' },
      column,
      alike: '',
      choices: [],
    };
  const choices = reading.choices.map(({ id, amount }) => amountChoice(id, amount));
  if (reading.reason === 'unit')
    return {
      reason: 'unit',
      fact: { code: 'ledger.unit-open', why: unitWhy(reading.why) },
      column,
      choices,
      alike: `${column}`,
    };
  if (reading.reason === 'currency') return askCurrency(column, reading.currency ?? '');
  return reading.why === 'mark'
    ? {
        reason: 'amount',
        fact: { code: 'ledger.amount-mark' },
        column,
        choices,
        alike: `${column}`,
      }
    : { reason: 'amount', fact: { code: 'ledger.amount-loose' }, column, choices, alike: '' };
}

/** Excel's word for it, and what the readers of files call a formula without a result. */
const UNCALCULATED = '#CALC!';

/** What was asked of a cell that nobody can read, where it is a formula without a result. */
export const ofFormula = (ask: RowQuestion, cell: Cell | undefined): RowQuestion =>
  ask.fact.code === 'ledger.amount-unreadable' && isFault(cell) && cell.fault === UNCALCULATED
    ? { ...ask, fact: { code: 'ledger.amount-uncalculated' } }
    : ask;

const unitWhy = (why: OpenAmount | undefined): Exclude<OpenAmount, 'mark'> =>
  why === undefined || why === 'mark' ? 'beside' : why;

const askCurrency = (column: number, currency: string): RowQuestion => ({
  reason: 'currency',
  fact: { code: 'ledger.currency-foreign', currency },
  column,
  choices: [],
  alike: currency,
});

/** A column beside a currency that holds what the amounts come to in yuan. */
const isInYuan = (header: string): boolean =>
  /本位币|本币|人民币金额|折(?:合|算|人民币)|(?:rmb|cny)amount|in(?:rmb|cny)|local|base/.test(
    foldKey(header),
  );

/** What was read in one unit, had it been written in the other. */
function inUnit(fen: number, own: AmountUnit, unit: AmountUnit): QuestionChoice[] {
  const amount = fenFromYuan(new Decimal(fen).div(100).div(UNIT_YUAN[own]).times(UNIT_YUAN[unit]));
  return amount === undefined ? [] : [amountChoice('unit-beside', amount)];
}

/** The unit stands in a cell of the row, and the header's is another. */
const askUnitBeside = (
  column: number,
  fen: number,
  own: AmountUnit,
  unit: AmountUnit,
): RowQuestion => ({
  reason: 'unit',
  fact: { code: 'ledger.unit-beside', unit },
  column,
  choices: [...inUnit(fen, own, unit), amountChoice('as-written', fen as Fen)],
  alike: `${column} ${unit}`,
});
