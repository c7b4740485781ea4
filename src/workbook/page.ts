/**
 * A page of ours (review, template sheet, policy) described once and written by both adapters: the same cells, whether
 * they go through Office.js or into an .xlsx file. Values and plain formulas only; the look is a small set of named styles.
 */
export interface Page {
  /** Sheet name, at most 31 characters. */
  readonly name: string;
  /** Kept as a custom property / marker on the sheet: which of our pages it is ("review:2025Q1"). Rerunning replaces a sheet with the same mark. */
  readonly mark: string;
  readonly columnWidths: readonly number[];
  readonly rows: readonly PageRow[];
  readonly charts: readonly PageChart[];
  /** Number of rows that stay in view. */
  readonly frozenRows: number;
  /** Rows repeated on every printed page, 1-based inclusive. */
  readonly printTitleRows?: readonly [number, number];
  readonly landscape?: boolean;
  readonly merges?: readonly { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }[];
  /** Data validation lists, templates only. */
  readonly validations?: readonly { readonly column: number; readonly fromRow: number; readonly toRow: number; readonly list: readonly string[] | string }[];
  /** An Excel table over a block of the page. */
  readonly tables?: readonly { readonly name: string; readonly row: number; readonly column: number; readonly rows: number; readonly columns: readonly string[] }[];
  readonly names?: readonly { readonly name: string; readonly refersTo: string }[];
  readonly tabColor?: string;
}

export interface PageRow {
  readonly cells: readonly (PageCell | null)[];
  readonly height?: number;
  /** Outline level, 0 by default. */
  readonly level?: number;
}

export interface PageCell {
  /** Text is always written as text, also when it begins with = + - @. */
  readonly value: string | number | boolean | null;
  /** A plain formula without "="; `value` is then its result now. English function names, as files store them. */
  readonly formula?: string;
  readonly style?: PageStyle;
  /** A place in this workbook: "'订单'!A12". */
  readonly link?: string;
}

export const PAGE_STYLES = [
  'title', 'subtitle', 'section', 'header', 'text', 'wrapped', 'note', 'money', 'money-strong', 'rate', 'integer', 'date', 'label',
  'total-label', 'total-money', 'good', 'warn', 'holds', 'crosses', 'reaches', 'helps', 'near',
] as const;
export type PageStyle = (typeof PAGE_STYLES)[number];

export interface PageChart {
  readonly title: string;
  readonly kind: 'bar' | 'bar-stacked' | 'column' | 'column-stacked' | 'line';
  /** Ranges on this page, 0-based: one column of categories, one of values a series. */
  readonly categories: { readonly row: number; readonly column: number; readonly rows: number };
  readonly series: readonly { readonly name: string; readonly row: number; readonly column: number; readonly rows: number; readonly color: string }[];
  /** Anchor cell and size in cells. */
  readonly at: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
  readonly numberFormat: string;
}
