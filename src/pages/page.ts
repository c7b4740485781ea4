/**
 * A page of ours (review, template sheet, policy) described once and written by both adapters: the
 * same cells, whether they go through Office.js or into an .xlsx file. Values and plain formulas
 * only; the look is a small set of named styles, and what each style looks like stands in
 * `page-look.ts`, once for both adapters.
 *
 * Rows and columns count from 0 and both ends are inclusive, except `printTitleRows`. A table's
 * header row is one of the page's rows, its cells hold the column names.
 */
export interface Page {
  /** Sheet name, at most 31 characters. */
  readonly name: string;
  /**
   * Kept as a custom property / marker on the sheet: which of our pages it is ("review:2025Q1").
   * Rerunning replaces a sheet with the same mark. "" is a sheet of the user's own (the order table
   * of a template): written without a mark, read as orders like any other.
   */
  readonly mark: string;
  readonly columnWidths: readonly number[];
  readonly rows: readonly PageRow[];
  readonly charts: readonly PageChart[];
  /** Number of rows that stay in view. */
  readonly frozenRows: number;
  /** Rows repeated on every printed page, 1-based inclusive. */
  readonly printTitleRows?: readonly [number, number];
  /**
   * Every page prints on A4, one page wide, centred, with the page number (`&P / &N`) at the right
   * of the footer.
   */
  readonly landscape?: boolean;
  /** All of it on one printed page. */
  readonly onePage?: boolean;
  /** Columns that are printed, from the first on; what stands beside them feeds the charts. */
  readonly printColumns?: number;
  /** Left part of the printed footer. */
  readonly footer?: string;
  /** Font of every cell; absent: the workbook's own. */
  readonly font?: string;
  /** Grid lines on screen; off unless said. */
  readonly gridlines?: boolean;
  readonly merges?: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
  /**
   * Data validation lists, templates only. `list` is the choices, or a reference
   * ("=产品目录!$A$2:$A$40"). `soft`: other values are allowed.
   */
  readonly validations?: readonly {
    readonly column: number;
    readonly fromRow: number;
    readonly toRow: number;
    readonly list: readonly string[] | string;
    readonly soft?: boolean;
    readonly prompt?: PagePrompt;
  }[];
  /** Cells that take a number or a date within bounds (dates as serial numbers), templates only. */
  readonly checks?: readonly {
    readonly column: number;
    readonly fromRow: number;
    readonly toRow: number;
    readonly kind: 'decimal' | 'date';
    readonly least: number;
    readonly most: number;
    readonly soft?: boolean;
    readonly prompt?: PagePrompt;
  }[];
  /**
   * An Excel table over a block of the page; `rows` counts the header. `calculated` gives the
   * formula that a new row receives, one entry a column (null: none), in the form of
   * `PageCell.formula`.
   */
  readonly tables?: readonly {
    readonly name: string;
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: readonly string[];
    readonly calculated?: readonly (string | null)[];
  }[];
  readonly names?: readonly { readonly name: string; readonly refersTo: string }[];
  readonly tabColor?: string;
}

/** What Excel shows beside the cell, and when the value is refused. */
export interface PagePrompt {
  readonly title: string;
  readonly text: string;
}

export interface PageRow {
  readonly cells: readonly (PageCell | null)[];
  /** Points. */
  readonly height?: number;
  /** Outline level, 0 by default. */
  readonly level?: number;
  /** A printed page starts with this row. */
  readonly pageBreak?: boolean;
}

export interface PageCell {
  /** Text is always written as text, also when it begins with = + - @. */
  readonly value: string | number | boolean | null;
  /**
   * A plain formula without "="; `value` is then its result now. English function names, as files
   * store them. One of the add-in's own functions stands under its bare name, `REBATE_TIER(I5)`:
   * the file adapter stores `_xldudf_REBATE_TIER(I5)` bound as Excel does, the Office adapter
   * writes it as it is.
   */
  readonly formula?: string;
  /** The block that the formula's result fills, this cell its first; absent: this cell alone. */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** Filled by the formula of another cell: `value` is what that gives here now. */
  readonly spilled?: boolean;
  readonly style?: PageStyle;
  /** A place in this workbook: "'订单'!A12". */
  readonly link?: string;
}

export type PageStyle =
  | 'title'
  | 'subtitle'
  | 'section'
  | 'header'
  | 'text'
  | 'wrapped'
  | 'note'
  | 'money'
  | 'money-strong'
  | 'rate'
  | 'integer'
  | 'date'
  | 'label'
  | 'total-label'
  | 'total-money'
  | 'good'
  | 'warn'
  | 'holds'
  | 'crosses'
  | 'reaches'
  | 'helps'
  | 'near'
  | 'header-right'
  | 'header-center'
  | 'center'
  | 'subsection'
  | 'plain'
  | 'notice'
  | 'link'
  | 'total-chance'
  | 'money-good'
  | 'money-warn'
  | 'money-quiet'
  | 'chance'
  | 'figure-label'
  | 'figure-money'
  | 'figure-rate'
  | 'figure-text'
  | 'figure-note'
  | 'input'
  | 'input-id'
  | 'input-center'
  | 'input-money'
  | 'input-rate'
  | 'input-date'
  | 'input-integer'
  | 'computed-money'
  | 'computed-rate'
  | 'computed-integer'
  | 'computed-text'
  | 'computed-plain'
  | 'computed-date'
  | 'headline'
  | 'money-live'
  | 'money-strong-live'
  | 'money-good-live'
  | 'money-quiet-live'
  | 'rate-live'
  | 'integer-live'
  | 'figure-money-live'
  | 'link-wrapped'
  | 'label-wrapped'
  | 'right-wrapped'
  | 'center-wrapped';

/** Points across that a mark takes unless its chart says otherwise. */
export const MARK_SIZE = 18;

export interface PageChart {
  readonly title: string;
  readonly kind: 'bar' | 'bar-stacked' | 'column' | 'column-stacked' | 'line';
  /** Ranges on this page, 0-based: one column of categories, one of values a series. */
  readonly categories: { readonly row: number; readonly column: number; readonly rows: number };
  readonly series: readonly {
    readonly name: string;
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly color: string;
  }[];
  /** Drawn as short lines across the columns: thresholds. A blank cell draws none. */
  readonly marks?: PageChart['series'];
  /** Width of a mark in points, 2 to 72. */
  readonly markSize?: number;
  /** Writes the first series' figures beside its columns. */
  readonly labels?: boolean;
  /** Anchor cell and size in cells. */
  readonly at: {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  };
  readonly numberFormat: string;
  /** Where the value axis begins; absent: the program chooses. */
  readonly least?: number;
}
