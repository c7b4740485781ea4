/**
 * A regular expression that is longer than a line: line breaks, and the blanks behind them, are no
 * part of it.
 *
 * @example pattern('i')`
 *   退款|退货
 *   |refund
 * `
 */
export const pattern =
  (flags = '') =>
  ({ raw }: TemplateStringsArray): RegExp =>
    new RegExp((raw[0] ?? '').replace(/\n\s*/g, ''), flags);
