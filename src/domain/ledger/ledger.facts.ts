import type { LocalDate } from '../calendar/local-date.ts';
import type { Family } from '../catalog/family.ts';
import type { ComplianceFact } from '../compliance/compliance.facts.ts';
import type { Fen } from '../money/fen.ts';
import type { RowKind } from './row-kind.ts';
import type { OpenAmount } from '../reading/parse-amount.ts';
import type { AmountUnit } from '../reading/number-text.ts';
import type { LedgerField } from '../reading/ledger-fields.ts';
import type { NotePlace } from '../reading/title-lines.ts';

/**
 * Everything the ledger reader can say, as facts. The sentences stand in i18n, one per code and
 * language.
 */
export type LedgerFact = LedgerReportFact | LedgerRowFact | LedgerQuestionFact | ComplianceFact;

/** Where another row stands that this one is compared with. */
interface OtherRow {
  readonly sheet: string;
  readonly row: number;
}

/** About the whole: what was taken, left out, assumed. */
export type LedgerReportFact = UnreadSheetFact | ReadSheetFact;

/** Why a sheet was not read at all. */
export type UnreadSheetFact =
  | { readonly code: 'ledger.no-sheet' }
  | {
      readonly code: 'ledger.no-amount-column';
      readonly sheet: string;
      readonly unknownHeaders: readonly string[];
    }
  /** Months across: the first of them, and where it stands. */
  | {
      readonly code: 'ledger.crosstab' | 'ledger.amount-empty';
      readonly sheet: string;
      readonly cell: string;
      readonly header: string;
    }
  | {
      readonly code: 'ledger.debit-credit';
      readonly sheet: string;
      readonly headers: readonly string[];
    }
  | {
      readonly code: 'ledger.sheet-left-out';
      readonly sheet: string;
      readonly why: 'hidden' | 'summary' | 'statement' | 'policy' | 'no-orders';
    };

/** What was read of a sheet, and how. */
export type ReadSheetFact =
  /** `row`: of the table's header. */
  | { readonly code: 'ledger.table-left-out'; readonly sheet: string; readonly row: number }
  | {
      /** Tables from this row on are not read: there are too many. */
      readonly code: 'ledger.tables-beyond';
      readonly sheet: string;
      readonly row: number;
      readonly most: number;
    }
  | {
      readonly code: 'ledger.rows-by-kind';
      readonly kinds: readonly { readonly kind: RowKind; readonly count: number }[];
    }
  | {
      readonly code: 'ledger.rows-left-out';
      readonly sheet: string;
      readonly kind: 'duplicate' | 'void' | 'pending' | 'own-service';
      readonly count: number;
      /** The first of them. */
      readonly rows: readonly number[];
      readonly amount: Fen;
    }
  | {
      /** Unread: nobody knows them. Idle: known, and without a part in any figure. */
      readonly code: 'ledger.columns-unread' | 'ledger.columns-idle';
      readonly sheet: string;
      readonly headers: readonly string[];
    }
  /** Types of orders that nobody knows, on rows that count. */
  | {
      readonly code: 'ledger.types-unknown';
      readonly sheet: string;
      readonly header: string;
      readonly types: readonly {
        readonly word: string;
        readonly count: number;
        readonly amount: Fen;
      }[];
    }
  /** Rows whose amount is not quantity × price; `amount` and `product` are those of the first. */
  | {
      readonly code: 'ledger.amounts-off-price';
      readonly sheet: string;
      readonly header: string;
      readonly rows: readonly number[];
      readonly count: number;
      readonly amount: Fen;
      readonly product: Fen;
    }
  /** Rows hidden or filtered out that hold orders: they are read as any others. */
  | {
      readonly code: 'ledger.rows-hidden';
      readonly sheet: string;
      readonly count: number;
      /** The first of them. */
      readonly rows: readonly number[];
      /** What counts of them. */
      readonly amount: Fen;
    }
  /** The last order's day, on which all figures are, is a day to come. */
  | {
      readonly code: 'ledger.ends-after-today';
      readonly day: LocalDate;
      readonly today: LocalDate;
    }
  | { readonly code: 'ledger.no-date-column'; readonly sheet: string }
  | { readonly code: 'ledger.no-category-column'; readonly sheet: string }
  | {
      readonly code: 'ledger.amount-column';
      readonly sheet: string;
      readonly header: string;
      readonly passedOver: readonly string[];
    }
  | { readonly code: 'ledger.list-price-column'; readonly sheet: string; readonly header: string }
  | { readonly code: 'ledger.net-amount-column'; readonly sheet: string; readonly header: string }
  /** Parts of the price, in columns of their own, that were added in each row. */
  | {
      readonly code: 'ledger.instalments-added';
      readonly sheet: string;
      readonly headers: readonly string[];
    }
  | { readonly code: 'ledger.refund-column'; readonly sheet: string; readonly header: string }
  | {
      readonly code: 'ledger.date-column';
      readonly sheet: string;
      readonly header: string;
      readonly passedOver: readonly string[];
    }
  | { readonly code: 'ledger.month-as-date'; readonly sheet: string; readonly header: string }
  | {
      readonly code: 'ledger.unit-beside-table';
      readonly sheet: string;
      readonly unit: string;
      readonly place: NotePlace;
    }
  | {
      readonly code: 'ledger.as-above';
      readonly sheet: string;
      readonly field: LedgerField;
      readonly rows: readonly number[];
      readonly count: number;
    }
  | {
      readonly code: 'ledger.looks-twice';
      readonly sheet: string;
      readonly rows: readonly number[];
    }
  | {
      /**
       * A total of the user's own: what it says, what is counted of its rows, and the rows that
       * make the difference.
       */
      readonly code: 'ledger.own-total';
      readonly sheet: string;
      readonly row: number;
      readonly theirs: Fen;
      readonly ours: Fen;
      readonly rows: readonly number[];
      /** Those of them that wait for an answer, and others that do where something is left. */
      readonly asked: readonly number[];
      /** What those rows do not explain. */
      readonly unexplained: Fen;
    };

/** A product whose category nobody has said, and what is known of it. */
interface AskedProduct {
  readonly product: string;
  /** Under which the vendors publish it. */
  readonly family?: Family;
  /** What the ledger's own rate column records on it, 0…1, and what that suggests. */
  readonly rates?: readonly number[];
  readonly suggested?: string;
}

/** About a row: why it is what it is. */
export type LedgerRowFact =
  | ({ readonly code: 'ledger.duplicate' } & OtherRow)
  | { readonly code: 'ledger.void'; readonly word: string }
  | { readonly code: 'ledger.pending'; readonly word: string }
  | { readonly code: 'ledger.own-service'; readonly product: string }
  | { readonly code: 'ledger.left-out' };

/** What is asked about a cell. */
export type LedgerQuestionFact =
  | {
      readonly code:
        | 'ledger.date-missing'
        | 'ledger.paid-date-missing'
        | 'ledger.date-unreadable'
        | 'ledger.date-impossible'
        | 'ledger.date-ambiguous'
        | 'ledger.date-no-year'
        | 'ledger.date-far'
        | 'ledger.date-apart'
        | 'ledger.date-month'
        | 'ledger.date-part'
        | 'ledger.date-part-of-month'
        | 'ledger.date-day-or-year'
        | 'ledger.date-midnight';
    }
  /** Days of other kinds stand in the row, under these headers. */
  | { readonly code: 'ledger.date-beside'; readonly headers: readonly string[] }
  | { readonly code: 'ledger.unit-open'; readonly why: Exclude<OpenAmount, 'mark'> }
  /** `unit`: what the row's cell says, where the header says another. */
  | { readonly code: 'ledger.unit-beside'; readonly unit: AmountUnit }
  | { readonly code: 'ledger.status-unknown'; readonly word: string }
  | {
      readonly code: 'ledger.refund-partial' | 'ledger.refund-sign' | 'ledger.row-doubted';
      readonly word: string;
    }
  /** `ending`: what the numbers end in that are another order's without it. */
  | { readonly code: 'ledger.refund-number'; readonly ending: string }
  /** `beginning`: what numbers of credit notes begin with. */
  | { readonly code: 'ledger.refund-beginning'; readonly beginning: string }
  /** `joined`: the amount put together again; '' where no number seems cut. */
  | { readonly code: 'ledger.row-spilled'; readonly joined: string }
  | { readonly code: 'ledger.money-out'; readonly header: string }
  /** Rows that say what is owed, in a list whose receipts are rows of their own. */
  | { readonly code: 'ledger.receivable-only'; readonly header: string; readonly paid: string }
  /** `parts`: how many rows with numbers of its own come to the same amount. */
  | { readonly code: 'ledger.whole-of-parts'; readonly parts: number }
  | { readonly code: 'ledger.currency-foreign'; readonly currency: string }
  | {
      readonly code:
        | 'ledger.amount-missing'
        | 'ledger.amount-unreadable'
        | 'ledger.amount-uncalculated'
        | 'ledger.amount-loose'
        | 'ledger.amount-mark'
        | 'ledger.amount-rival'
        | 'ledger.amount-per-piece'
        | 'ledger.quantity-unclear'
        | 'ledger.amount-voucher'
        | 'ledger.amount-prepaid-card'
        | 'ledger.amount-list-only'
        | 'ledger.amount-net'
        | 'ledger.amount-eligible'
        | 'ledger.amount-unlabelled'
        | 'ledger.refund-beside'
        | 'ledger.refund-unreadable';
    }
  /** A refund that the policy takes back by its original order, which is not in the ledger. */
  | { readonly code: 'ledger.original-missing'; readonly component: string }
  /** Nothing in the column by which the component keeps its members apart. */
  | { readonly code: 'ledger.member-blank'; readonly component: string; readonly header: string }
  | ({ readonly code: 'ledger.category-unknown' } & AskedProduct)
  | ({ readonly code: 'ledger.category-undecided' } & AskedProduct)
  | { readonly code: 'ledger.category-missing' | 'ledger.category-several' }
  | { readonly code: 'ledger.id-damaged' }
  | ({
      readonly code: 'ledger.id-other-amount' | 'ledger.id-other-customer' | 'ledger.id-other-day';
    } & OtherRow);
