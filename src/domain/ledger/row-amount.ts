import type { Fen } from '../money/fen.ts';
import { CELL_EMPTY, CELL_READ, type AmountColumn } from './amount-column.ts';
import { type Ask, amountChoice } from './row-question.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { AmountReading } from '../reading/parse-amount.ts';
import type { SectionColumns } from './section-columns.ts';
import type { Layout } from './layout.ts';
import { textAt } from './text-column.ts';

/** The amount of a row, or what has to be asked about it. */
export type RowAmount = { readonly fen: number } | { readonly ask: Ask };

/**
 * What the row's amount is. Where only the price before vouchers is there, rows with a voucher ask
 * which of the two was paid; where a stored-value card paid a part, whether the cash column holds
 * it; a list price alone never counts unasked.
 */
export function amountOfRow(columns: SectionColumns, layout: Layout, offset: number): RowAmount {
  const { amount } = columns;
  const fen = amount.fen[offset] ?? NaN;
  if (amount.state[offset] !== CELL_READ) return { ask: askUnread(columns, offset) };
  const currency = textAt(columns.text.currency, offset);
  if (currency !== '' && !isYuan(currency))
    return { ask: askCurrency(amount.column, currency, [amountChoice('yuan', fen as Fen)]) };
  const role = layout.amount?.role;
  const voucher = valueOf(columns.voucher, offset);
  if (role !== 'cashPaid' && voucher > 0)
    return {
      ask: choose(amount, 'ledger.amount-voucher', [
        ['before-voucher', fen],
        ['less-voucher', fen - voucher],
      ]),
    };
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
  return { fen };
}

const valueOf = (column: AmountColumn | undefined, offset: number): number => {
  const fen = column?.fen[offset] ?? NaN;
  return Number.isNaN(fen) ? 0 : fen;
};

type AmountCode =
  | 'ledger.amount-voucher'
  | 'ledger.amount-list-only'
  | 'ledger.amount-prepaid-card'
  | 'ledger.refund-sign'
  | 'ledger.amount-missing'
  | 'ledger.amount-unlabelled';

function choose(
  { column }: AmountColumn,
  code: AmountCode,
  choices: readonly (readonly [string, number])[],
): Ask {
  return {
    reason: 'amount',
    fact: { code },
    column,
    alike: '',
    choices: choices.map(([id, fen]) => amountChoice(id, fen as Fen)),
  };
}

/** A refund by its type that is written without a minus sign. */
export const askRefundSign = (column: number, fen: number): Ask =>
  choose({ column } as AmountColumn, 'ledger.refund-sign', [
    ['taken-back', -fen],
    ['as-written', fen],
  ]);

/** An amount in a row that says nothing else. */
export const askUnlabelled = (column: number): Ask => ({
  reason: 'amount',
  fact: { code: 'ledger.amount-unlabelled' },
  column,
  alike: '',
  choices: [],
});

function askUnread({ amount, list }: SectionColumns, offset: number): Ask {
  const reading = amount.unsettled.get(offset);
  if (reading === undefined || amount.state[offset] === CELL_EMPTY) {
    const ordered = list?.state[offset] === CELL_READ ? (list.fen[offset] ?? NaN) : NaN;
    return choose(
      amount,
      'ledger.amount-missing',
      Number.isNaN(ordered) ? [] : [['as-ordered', ordered]],
    );
  }
  return askOpen(amount.column, reading);
}

function askOpen(column: number, reading: AmountReading): Ask {
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
      fact: { code: 'ledger.unit-open' },
      column,
      choices,
      alike: `${column}`,
    };
  if (reading.reason === 'currency') return askCurrency(column, reading.currency ?? '', choices);
  return { reason: 'amount', fact: { code: 'ledger.amount-loose' }, column, choices, alike: '' };
}

const askCurrency = (column: number, currency: string, choices: Ask['choices']): Ask => ({
  reason: 'currency',
  fact: { code: 'ledger.currency-foreign', currency },
  column,
  choices,
  alike: currency,
});

const isYuan = (currency: string): boolean =>
  /^(?:cny|rmb|人民币|人民币元|元|¥|cn¥|yuan|cny\(.*\)|人民币\(.*\))$/i.test(foldKey(currency));
