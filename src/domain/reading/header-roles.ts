import type { LedgerField } from './ledger-fields.ts';

/**
 * What a header says, finer than a field: several roles can fill one field, the first of
 * `ROLES_OF_FIELD` that a sheet has does. `ignored` is known and needs no mapping.
 */
export type HeaderRole =
  | Exclude<LedgerField, 'amount' | 'listAmount' | 'orderId' | 'signedOn'>
  | 'cashPaid'
  | 'payable'
  | 'ordered'
  | 'listPrice'
  | 'netAmount'
  | 'prepaidCard'
  | 'orderNumber'
  | 'contractNumber'
  | 'subOrderId'
  | 'signingDay'
  | 'orderDay'
  | 'payStatus'
  | 'refundStatus'
  /** Money in or money out of each row, in words: 支出, Dr, 红字. */
  | 'direction'
  /** Yes and no: whether the row is valid, is done, is called off. */
  | 'isValid'
  | 'isDone'
  | 'isCalledOff'
  /** Unit of the row's amount: 元, 万元. */
  | 'moneyUnit'
  /** A part of the order's price: 首付款, Balance. */
  | 'instalment'
  | 'currency'
  | 'exchangeRate'
  | 'refundNumber'
  | 'refundDay'
  | 'refundAmount'
  | 'moneyIn'
  | 'moneyOut'
  | 'ignored';

/**
 * Best first. Cash really paid before payable before ordered before list price; a net amount only
 * when alone.
 */
export const AMOUNT_ROLES = [
  'cashPaid',
  'payable',
  'ordered',
  'listPrice',
  'netAmount',
] as const satisfies readonly HeaderRole[];

type AmountRole = (typeof AMOUNT_ROLES)[number];

/**
 * Money that is the rows' amount where no column of `AMOUNT_ROLES` is: lists of refunds, cash
 * books.
 */
export type MoneyRole = AmountRole | 'instalment' | 'refundAmount' | 'moneyIn' | 'moneyOut';
