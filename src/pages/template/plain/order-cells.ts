/** Cells of an order's row, as formulas of the table write them. */
export interface OrderCells {
  readonly id: string;
  readonly customer: string;
  readonly product: string;
  readonly category: string;
  readonly type: string;
  readonly day: string;
  readonly paid: string;
  readonly status: string;
  readonly remark: string;
  readonly counted: string;
  readonly payer: string;
  readonly running: string;
  readonly window: string;
  readonly share: string;
  readonly fraction: string;
  /** What a person types of an order: empty in a row that is none. */
  readonly typed: string;
}

/** Columns of all orders, and the part of one that reaches from its header to this row. */
export interface OrderRanges {
  readonly id: string;
  readonly paid: string;
  readonly category: string;
  readonly day: string;
  readonly counted: string;
  readonly window: string;
  readonly fraction: string;
  readonly above: Readonly<Record<'category' | 'day' | 'counted' | 'window' | 'fraction', string>>;
}
