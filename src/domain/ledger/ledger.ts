import type { LocalDate } from '../calendar/local-date.ts';
import type { Fen } from '../money/fen.ts';
import type { LedgerField } from '../reading/ledger-fields.ts';
import { ROW_KINDS, type RowKind } from './row-kind.ts';
import type { LedgerFact } from './ledger.facts.ts';

export const QUESTION_REASONS = [
  'date',
  'unit',
  'currency',
  'amount',
  'category',
  'id',
  'status',
  'columns',
  'refund',
] as const;
export type QuestionReason = (typeof QUESTION_REASONS)[number];

export interface LedgerSheet {
  readonly name: string;
  /** As a person counts: the sheet's row or the file's line. */
  readonly headerRow: number;
  /** Header text by field, and its 0-based column. */
  readonly columns: {
    readonly [F in LedgerField]?: { readonly header: string; readonly column: number };
  };
  /** Headers nobody recognised, for the user to map once. */
  readonly unknownHeaders: readonly { readonly header: string; readonly column: number }[];
  /** 0-based columns of all its headers, those that decide nothing too. */
  readonly headed: readonly number[];
}

/**
 * A question the user has to answer before the row can count.
 * `choices` are ready to show and to send back: an answer is the `id` of one of them.
 */
export interface Question {
  /** Stable across runs: sheet, cell and what was typed. Answers are kept under it. */
  readonly key: string;
  readonly reason: QuestionReason;
  /** Ledger indices of all rows that wait for it; one answer settles them together. */
  readonly indices: readonly number[];
  /** Where it stands first. */
  readonly sheet: string;
  readonly row: number;
  /** "F12", or the header's name for files. */
  readonly cell: string;
  /** As the user typed it. */
  readonly typed: string;
  readonly fact: LedgerFact;
  readonly choices: readonly QuestionChoice[];
  /** Questions alike share this: "answer once for all alike". */
  readonly alike: string;
}

/** What a status that nobody knows may mean. */
export const SAID_STATUSES = ['won', 'pending', 'void', 'refund'] as const;
export type SaidStatus = (typeof SAID_STATUSES)[number];

export type QuestionChoice =
  | { readonly id: string; readonly kind: 'amount'; readonly amount: Fen }
  | { readonly id: string; readonly kind: 'date'; readonly date: LocalDate }
  | { readonly id: string; readonly kind: 'category'; readonly category: string }
  | { readonly id: string; readonly kind: 'status'; readonly status: SaidStatus }
  /** The row's own order number: typed, never offered. */
  | { readonly id: string; readonly kind: 'id'; readonly orderId: string }
  | { readonly id: string; readonly kind: 'keep' }
  /** The amount counts with a minus. */
  | { readonly id: string; readonly kind: 'take-back' }
  | { readonly id: string; readonly kind: 'leave-out' };

/** Answer by question key: the id of the choice taken. */
export type Answers = { readonly [questionKey: string]: string };

/** A payment or an arrangement that has to be warned about, never computed with. */
export interface Warning {
  readonly code: LedgerFact['code'];
  readonly sheet: string;
  readonly row: number;
  readonly fact: LedgerFact;
}

/**
 * The order sheets, read. Parallel columns, one entry a sheet row of every order sheet in sheet
 * order: no object a row.
 */
export interface Ledger {
  readonly sheets: readonly LedgerSheet[];
  /** Number of entries in each column below. */
  readonly size: number;
  readonly sheetOf: Uint16Array;
  /** Row a person sees. */
  readonly row: Int32Array;
  /** Index into ROW_KINDS. */
  readonly kind: Uint8Array;
  /** Index into QUESTION_REASONS plus one; 0 for none. */
  readonly reason: Uint8Array;
  /**
   * Fen that count (order, refund) or would count (pending, duplicate, void, own-service); NaN when
   * not read.
   */
  readonly amount: Float64Array;
  /** Counting day (LocalDate), or NO_DAY. */
  readonly day: Int32Array;
  /** Index into `categories`; -1 when there is none. */
  readonly category: Int16Array;
  readonly categories: readonly string[];
  readonly orderId: readonly string[];
  readonly customer: readonly string[];
  readonly product: readonly string[];
  /** Optional columns: absent when the ledger has none. Fen as in `amount`. */
  readonly voucher?: Float64Array;
  readonly rebateDue?: Float64Array;
  readonly rebateReceived?: Float64Array;
  readonly receivedOn?: Int32Array;
  readonly signedOn?: Int32Array;
  readonly paidOn?: Int32Array;
  readonly renewalOn?: Int32Array;
  /** 0…1, NaN when not said. */
  readonly probability?: Float64Array;
  /** Fen it costs to bring the deal forward. */
  readonly cost?: Float64Array;
  readonly industry?: readonly string[];
  readonly region?: readonly string[];
  readonly salesperson?: readonly string[];
  readonly orderType?: readonly string[];
  readonly status?: readonly string[];
  readonly remark?: readonly string[];
  /** Number of the order that a refund or an upgrade belongs to. */
  readonly relatedId?: readonly string[];
  /** 新客 / 老客 as written. */
  readonly customerType?: readonly string[];
  readonly vendor?: readonly string[];
  /**
   * Columns that the policy names by their header, by the header as the policy writes it; a header
   * that no sheet has is absent.
   */
  readonly named?: ReadonlyMap<string, readonly string[]>;
  /** The rate column as written; `parseRate` reads it. It never decides money. */
  readonly recordedRate?: readonly string[];
  /** Why a row is what it is, by index, where there is something to say. */
  readonly remarks: ReadonlyMap<number, LedgerFact>;
  readonly questions: readonly Question[];
  /**
   * Of a ledger made of sums: how many order lines each row stands for, 0 where it is a line
   * itself. Absent of every other ledger.
   */
  readonly summed?: Float64Array;
  readonly warnings: readonly Warning[];
  /**
   * What the reader assumed or noticed about the whole: sheets left out, a grand total that
   * differs, …
   */
  readonly report: readonly LedgerFact[];
}

export const NO_DAY = -2147483648;

export const kindOf = (ledger: Pick<Ledger, 'kind'>, index: number): RowKind =>
  ROW_KINDS[ledger.kind[index] ?? 0] ?? 'blank';

export function counts(kind: RowKind): boolean {
  return kind === 'order' || kind === 'refund';
}
