import type { LocalDate } from '../calendar/local-date.ts';
import type { Fen } from '../money/fen.ts';
import type { PolicyColumn } from '../policy/columns.ts';

/**
 * Everything the statement reader can say about a statement. Cells are "F12", rows as a person
 * counts them.
 */
export type SettlementFact =
  /** Bonus, floor and top-up of the settled pay periods, which no order's line holds. */
  | { readonly code: 'settlement.beyond-orders'; readonly amount: Fen }
  /** What the inference of the vendor's reading took as it is written. */
  | { readonly code: 'settlement.clauses-untried'; readonly columns: readonly PolicyColumn[] }
  /** Lines that take back, written without a minus. */
  | {
      readonly code: 'settlement.taken-back';
      readonly sheet: string;
      readonly rows: readonly number[];
      readonly amount: Fen;
    }
  | {
      readonly code: 'settlement.amount-missing';
      readonly sheet: string;
      readonly row: number;
      readonly cell: string;
      readonly header: string;
    }
  /** The line says itself that it is not paid: rejected, called off. */
  | {
      readonly code: 'settlement.line-void';
      readonly sheet: string;
      readonly row: number;
      readonly word: string;
    }
  /** Several columns of money that the vendor pays, and none that adds them up. */
  | {
      readonly code: 'settlement.several-amounts';
      readonly sheet: string;
      readonly row: number;
      readonly headers: readonly string[];
    }
  /** The statement is about other days than those it is held against. */
  | {
      readonly code: 'settlement.period-differs';
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly chosenFrom: LocalDate;
      readonly chosenTo: LocalDate;
    }
  /** Its own words leave open which of these days it settles; nobody chose. */
  | {
      readonly code: 'settlement.period-which';
      readonly choices: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
    }
  /** Nobody chose a period, and its own words say this one. */
  | {
      readonly code: 'settlement.period-by-itself';
      readonly from: LocalDate;
      readonly to: LocalDate;
    }
  /** It names no day and no order of the ledger. */
  | { readonly code: 'settlement.period-unknown' }
  /** What it pays is this many times what the ledger expects, order by order: another unit. */
  | { readonly code: 'settlement.other-unit'; readonly header: string; readonly times: string }
  /** `seen`: what stands in the fullest row. */
  | { readonly code: 'settlement.no-table'; readonly seen: readonly string[] }
  /** A sheet with figures in which no table of lines was found, beside others that are read. */
  | {
      readonly code: 'settlement.sheet-unread';
      readonly sheet: string;
      readonly seen: readonly string[];
    }
  /** A column of agents or partners in which several stand. */
  | {
      readonly code: 'settlement.several-partners';
      readonly sheet: string;
      readonly header: string;
      readonly names: readonly string[];
    }
  /** Months across: the first of them, and where it stands. */
  | {
      readonly code: 'settlement.crosstab';
      readonly sheet: string;
      readonly cell: string;
      readonly header: string;
    }
  /** `headers` are those that speak of commission all the same. */
  | {
      readonly code: 'settlement.no-amount-column';
      readonly sheet: string;
      readonly row: number;
      readonly headers: readonly string[];
    }
  /** Columns of figures beside those that are read. */
  | {
      readonly code: 'settlement.columns-unused';
      readonly sheet: string;
      readonly headers: readonly string[];
    }
  /** Cell by cell like a line above; all of them are counted. */
  | {
      readonly code: 'settlement.lines-repeated';
      readonly sheet: string;
      readonly rows: readonly number[];
    }
  | {
      readonly code: 'settlement.unreadable-amount';
      readonly sheet: string;
      readonly row: number;
      readonly cell: string;
      readonly header: string;
      readonly typed: string;
    }
  | { readonly code: 'settlement.row-spilled'; readonly sheet: string; readonly row: number }
  | {
      readonly code: 'settlement.unreadable-rate';
      readonly sheet: string;
      readonly row: number;
      readonly cell: string;
      readonly typed: string;
    }
  | {
      readonly code: 'settlement.unreadable-date';
      readonly sheet: string;
      readonly row: number;
      readonly cell: string;
      readonly typed: string;
    }
  | {
      readonly code: 'settlement.damaged-id';
      readonly sheet: string;
      readonly row: number;
      readonly cell: string;
      readonly typed: string;
    }
  | {
      readonly code: 'settlement.unnamed-amount';
      readonly sheet: string;
      readonly row: number;
      readonly amount: Fen;
    }
  | {
      readonly code: 'settlement.total-differs';
      readonly sheet: string;
      readonly row: number;
      readonly stated: Fen;
      readonly lines: Fen;
      readonly difference: Fen;
    }
  | { readonly code: 'settlement.sheet-repeated'; readonly sheet: string; readonly other: string }
  | { readonly code: 'settlement.hidden-sheet'; readonly sheet: string }
  | { readonly code: 'settlement.summary-sheet'; readonly sheet: string };
