/** Why the rebate columns cannot be added, or what was added. */
export type RebateColumnsFact =
  | { readonly code: 'columns.no-order-sheet' }
  /** The add-in's functions need a policy in the workbook itself. */
  | { readonly code: 'columns.no-policy-sheet' }
  | { readonly code: 'columns.field-missing'; readonly field: 'amount' | 'category' | 'date' }
  /**
   * A counted row whose date or amount is text, or whose number is not yuan: no formula can compute
   * with it.
   */
  | {
      readonly code: 'columns.not-plain';
      readonly sheet: string;
      readonly row: number;
      readonly what: 'amount' | 'date';
    };
