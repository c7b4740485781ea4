import { pattern } from '../pattern.ts';

/** Order numbers end in figures and letters; only what people add to them is looked at. */
const LAST_ASCII = 127;
const SAYS_REFUND = /(?:退|退款|退货|退订|退单|退费|冲红|红冲|冲销|红字|冲)[)）\]】]?$/;

const BEGINS_WITH_REFUND = /^[(（[【]?(?:退|冲|红)[款货订单费红冲销字]{0,4}[)）\]】]?[-_:： ]{0,2}/;

/** "A1退", "红字-HT001": the number of an order with a word that says it is given back. */
export function isRefundId(id: string): boolean {
  return (
    (id.charCodeAt(id.length - 1) > LAST_ASCII && SAYS_REFUND.test(id)) ||
    (/^\(?[^!-~]/.test(id) && BEGINS_WITH_REFUND.test(id))
  );
}

const ENDING = /[-_](?:t|r|tk|th|td|tf|rf|rfd|ref|refund|ret|rtn|return|rma|cn|cr|cm)\d{0,2}$/i;

/**
 * "A1001-T", "A1001-R2": what may be added for a refund, and may be added for a renewal; '' where
 * nothing is.
 */
export function refundEnding(id: string): string {
  return ENDING.exec(id)?.[0] ?? '';
}

const BEGINNING = pattern('i')`
  ^(?:rma|refund|rfd|return|rtn|ret|credit(?:note|memo)?|crn|cn|cm|cr
  |rf)(?:[-_#/](?=[a-z]{0,6}[-_]?\d)|(?=\d))
`;

/** "RMA-1001", "CN2002": what numbers of credit notes begin with, and others may; or nothing. */
export function refundBeginning(id: string): string {
  return BEGINNING.exec(id)?.[0] ?? '';
}

/** No order begins with it, however many numbers do. */
export const isOfRefundsAlone = (beginning: string): boolean =>
  /^(?:rma|refund|rfd|credit)/i.test(beginning);

/** The number of the order that such a number speaks of: A1 of "A1-退款". */
export const refundedId = (id: string): string =>
  id
    .replace(BEGINS_WITH_REFUND, '')
    .replace(/[-_ (（[【]{0,3}(?:退|冲|红)[款货订单费红冲销字]{0,4}[)）\]】]?$/, '');

/** The number may say that its row takes back. */
export const saysRefund = (id: string): boolean =>
  isRefundId(id) || refundEnding(id) !== '' || refundBeginning(id) !== '';
