/**
 * Columns of `order_lines`, the table or view that the sums are taken of; texts are '' for none.
 */
export const LINE_TEXTS = [
  'order_id',
  'related_id',
  'customer',
  'region',
  'product',
  'category',
  'order_type',
  'status',
  'pay_status',
  'currency',
  'voucher',
  'remark',
] as const;
export type LineText = (typeof LINE_TEXTS)[number];

/**
 * Columns of the result, and so of a file given as `--sums`. `line_count` 0: an order line itself.
 */
export const SUM_COLUMNS = [
  'line_count',
  ...LINE_TEXTS,
  'order_day',
  'amount',
  'day_text',
  'amount_text',
  'line_no',
] as const;
export type SumColumn = (typeof SUM_COLUMNS)[number];
