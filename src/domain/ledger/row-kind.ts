/** What a row of the order sheet is. Only `order` and `refund` count. */
export const ROW_KINDS = [
  'blank',
  'order',
  'refund',
  'duplicate',
  'subtotal',
  'header',
  'note',
  'pending',
  'void',
  'own-service',
  'question',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];
