/** Order numbers end in figures and letters; only what people add to them is looked at. */
const LAST_ASCII = 127;
const SAYS_REFUND = /(?:退|退款|退货|退订|退单|退费|冲红|红冲|冲销|红字|冲)[)）\]】]?$/;

/** "A1退", "HT001-红冲": the number of an order with a word that says it is given back. */
export function isRefundId(id: string): boolean {
  return id.charCodeAt(id.length - 1) > LAST_ASCII && SAYS_REFUND.test(id);
}

/** The number of the order that such a number speaks of: A1 of "A1-退款". */
export const refundedId = (id: string): string =>
  id.replace(/[-_ (（[【]{0,3}(?:退|冲|红)[款货订单费红冲销字]{0,4}[)）\]】]?$/, '');
