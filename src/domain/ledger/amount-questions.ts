import { Decimal } from '../money/decimal.ts';
import { type Fen, fenFromYuan } from '../money/fen.ts';
import { foldKey } from '../reading/fold-text.ts';
import { type AmountUnit, UNIT_YUAN } from '../reading/number-text.ts';
import type { AmountReading, OpenAmount } from '../reading/parse-amount.ts';
import { type Cell, isFault } from '../sheet.ts';
import { CELL_EMPTY, CELL_READ, type AmountColumn, valueOf } from './amount-column.ts';
import type { Layout } from './layout.ts';
import type { QuestionChoice } from './ledger.ts';
import { KEEP, type RowQuestion, amountChoice } from './row-question.ts';
import type { SectionColumns } from './section-columns.ts';

type AmountCode =
  | 'ledger.amount-voucher'
  | 'ledger.amount-eligible'
  | 'ledger.amount-net'
  | 'ledger.amount-list-only'
  | 'ledger.amount-prepaid-card'
  | 'ledger.amount-rival'
  | 'ledger.amount-per-piece'
  | 'ledger.quantity-unclear'
  | 'ledger.refund-beside'
  | 'ledger.refund-unreadable'
  | 'ledger.amount-missing'
  | 'ledger.amount-unlabelled';

/** Amounts to choose from, in the row's own order. */
export function choose(
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

/** Of all rows at once: the receipts beside them count already. */
export const askOwed = (column: number, { fields, amount }: Layout): RowQuestion => ({
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
export function askUnread({ amount, list, refunds }: SectionColumns, offset: number): RowQuestion {
  const reading = amount.unsettled.get(offset);
  if (reading === undefined || amount.state[offset] === CELL_EMPTY) {
    const back = refunds.reduce((sum, refund) => sum + valueOf(refund, offset), 0);
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

export const askCurrency = (column: number, currency: string): RowQuestion => ({
  reason: 'currency',
  fact: { code: 'ledger.currency-foreign', currency },
  column,
  choices: [],
  alike: currency,
});

/** What was read in one unit, had it been written in the other. */
function inUnit(fen: number, own: AmountUnit, unit: AmountUnit): QuestionChoice[] {
  const amount = fenFromYuan(new Decimal(fen).div(100).div(UNIT_YUAN[own]).times(UNIT_YUAN[unit]));
  return amount === undefined ? [] : [amountChoice('unit-beside', amount)];
}

/** The unit stands in a cell of the row, and the header's is another. */
export const askUnitBeside = (
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
