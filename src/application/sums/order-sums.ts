/** Columns of `order_lines`, the table or view that the sums are taken of; texts are '' for none. */
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

/** Columns of the result, and so of a file given as `--sums`. `line_count` 0: an order line itself. */
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

/**
 * The sums, in SQL that every engine reads: no function but COUNT, MAX, SUM, ABS and EXTRACT. The
 * same text stands in docs/order-sums.sql, for the engine that already has the lines.
 */
export const ORDER_SUMS = `WITH told_apart AS (
  SELECT order_id FROM order_lines
  WHERE order_id <> '' GROUP BY order_id HAVING COUNT(*) > 1
  UNION
  SELECT related_id AS order_id FROM order_lines WHERE related_id <> ''
),
judged AS (
  SELECT line.*,
    CASE
      WHEN line.order_day IS NULL OR line.amount IS NULL THEN 1
      WHEN same.order_id IS NOT NULL THEN 1
      WHEN line.related_id <> '' OR line.voucher <> '' OR line.currency <> '' THEN 1
      WHEN line.product = '' AND line.category = '' THEN 1
      WHEN line.order_id = '' AND bounds.numbered = 1 THEN 1
      WHEN ABS(line.amount) > bounds.large_amount THEN 1
      WHEN line.amount >= 0 AND
        (types.word IS NOT NULL OR states.word IS NOT NULL OR paid.word IS NOT NULL) THEN 1
      ELSE 0
    END AS is_listed,
    CASE WHEN line.order_day <= bounds.last_day THEN 0 ELSE 1 END AS is_later,
    CASE WHEN line.amount < 0 THEN 1 ELSE 0 END AS is_refund
  FROM order_lines line
  CROSS JOIN bounds
  LEFT JOIN told_apart same ON same.order_id = line.order_id
  LEFT JOIN listed_words types ON types.word = line.order_type
  LEFT JOIN listed_words states ON states.word = line.status
  LEFT JOIN listed_words paid ON paid.word = line.pay_status
)
SELECT 0 AS line_count, order_id, related_id, customer, region, product, category, order_type,
  status, pay_status, currency, voucher, remark, order_day, amount, day_text, amount_text,
  line_no
FROM judged WHERE is_listed = 1
UNION ALL
SELECT COUNT(*) AS line_count, '' AS order_id, '' AS related_id, customer, region, product,
  category, order_type, status, pay_status, '' AS currency, '' AS voucher, remark,
  MAX(order_day) AS order_day, SUM(amount) AS amount, '' AS day_text, '' AS amount_text,
  0 AS line_no
FROM judged WHERE is_listed = 0
GROUP BY EXTRACT(YEAR FROM order_day), EXTRACT(MONTH FROM order_day), is_later, is_refund,
  customer, region, product, category, order_type, status, pay_status, remark
ORDER BY line_no
`;
