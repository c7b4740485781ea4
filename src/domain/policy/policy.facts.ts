import type { LocalDate } from '../calendar/local-date.ts';
import type { PeriodLength } from '../calendar/period.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { PolicyColumn } from './columns.ts';
import type { Measure } from './policy.ts';

interface Choice {
  readonly zh: string;
  readonly en: string;
}

/** The same particulars under several codes, told apart. */
type Coded<C extends string, P> = C extends string ? { readonly code: C } & P : never;

/**
 * Everything the policy reader and its check can say. `cell` stands beside the fact in the finding.
 */
export type PolicyFact =
  | { readonly code: 'policy.empty' }
  /** `seen`: what stands in the fullest row. */
  | { readonly code: 'policy.no-header'; readonly seen: readonly string[] }
  /** 金牌 | 银牌 | Q1: a column of rates each, of whatever. `rows`: one a tier, headers first. */
  | {
      readonly code: 'policy.columns-across';
      readonly names: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** They are quarters or months, and the rows say from when to when each holds. */
      readonly periods: boolean;
    }
  | { readonly code: 'policy.too-long'; readonly rows: number; readonly most: number }
  | { readonly code: 'policy.column-missing'; readonly column: PolicyColumn }
  | { readonly code: 'policy.column-twice'; readonly column: PolicyColumn }
  | { readonly code: 'policy.threshold-missing'; readonly component: string }
  | { readonly code: 'policy.threshold-unreadable'; readonly typed: string }
  | { readonly code: 'policy.threshold-needs-baseline'; readonly typed: string }
  | { readonly code: 'policy.threshold-negative'; readonly typed: string }
  /** 50万(含)-100万(含): both ends claim their bound. */
  | { readonly code: 'policy.threshold-edges'; readonly typed: string }
  | {
      readonly code: 'policy.gap-between-levels';
      readonly component: string;
      readonly end: string;
      readonly next: string;
    }
  | { readonly code: 'policy.rate-unreadable'; readonly typed: string }
  | {
      readonly code: 'policy.rate-above-one';
      readonly typed: string;
      readonly percent: string;
      readonly decimal: string;
    }
  | {
      readonly code: 'policy.word-unknown';
      readonly column: PolicyColumn;
      readonly typed: string;
      /** Each in both languages. */
      readonly choices: readonly Choice[];
    }
  | {
      readonly code: 'policy.amount-unreadable';
      readonly column: PolicyColumn;
      readonly typed: string;
    }
  | {
      readonly code: 'policy.date-unreadable';
      readonly column: PolicyColumn;
      readonly typed: string;
    }
  | {
      readonly code: 'policy.dates-reversed';
      readonly component: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
    }
  | { readonly code: 'policy.year-start-unreadable'; readonly typed: string }
  | { readonly code: 'policy.tax-rate-unreadable'; readonly typed: string }
  | { readonly code: 'policy.weight-unreadable'; readonly typed: string }
  /** 除CDN外: a list of categories names what is in it. */
  | {
      readonly code: 'policy.list-excepts';
      readonly column: PolicyColumn;
      readonly typed: string;
    }
  /** +2% beside 3%: on top of the tier below, or instead of it? */
  | { readonly code: 'policy.rate-added'; readonly typed: string; readonly beside: string }
  | { readonly code: 'policy.gate-unreadable'; readonly typed: string }
  | {
      readonly code: 'policy.where-unreadable';
      readonly column: PolicyColumn;
      readonly typed: string;
    }
  | { readonly code: 'policy.baseline-unreadable'; readonly typed: string }
  | { readonly code: 'policy.months-unreadable'; readonly typed: string }
  | { readonly code: 'policy.group-cap-unreadable'; readonly typed: string }
  | {
      readonly code: 'policy.level-unreadable';
      readonly typed: string;
      readonly measure: Measure;
    }
  | { readonly code: 'policy.share-above-one'; readonly typed: string; readonly percent: string }
  /** A column of the sheet that no reader knows, with the first thing it says. */
  | { readonly code: 'policy.column-unread'; readonly header: string; readonly value: string }
  /** Headers once more, others than those of the table above. */
  | { readonly code: 'policy.second-header' }
  | { readonly code: 'policy.row-unread'; readonly text: string }
  /** A draft asks for a column whose cells were not kept when the ledger was read. */
  | { readonly code: 'policy.header-read-later'; readonly header: string }
  /** 周期 alone: taken for the one of accumulation. */
  | { readonly code: 'policy.period-read' }
  /** 期间 | 目标值: which fact it is stands nowhere. */
  | { readonly code: 'policy.fact-nameless'; readonly header: string }
  /** 季度销售额 beside no 累计周期: it would be read as the year's. */
  | { readonly code: 'policy.header-period'; readonly period: PeriodLength }
  /** A note in a header that nobody understands: 台 of 门槛(台). */
  | { readonly code: 'policy.header-note'; readonly column: PolicyColumn; readonly note: string }
  | {
      readonly code: 'policy.header-currency';
      readonly column: PolicyColumn;
      readonly currency: string;
    }
  | { readonly code: 'policy.rate-above-all'; readonly typed: string }
  /** Every rate under 比例(%) is far below one per cent. */
  | { readonly code: 'policy.percents-small'; readonly component: string; readonly typed: string }
  | {
      readonly code: 'policy.counted-nowhere';
      readonly component: string;
      readonly category: string;
    }
  | {
      readonly code: 'policy.share-nowhere';
      readonly component: string;
      readonly category: string;
    }
  /** 0.06 under 比例(%), beside larger ones. */
  | { readonly code: 'policy.percent-doubtful'; readonly typed: string; readonly beside: string }
  | {
      readonly code: 'policy.gate-unknown';
      readonly component: string;
      readonly gate: string;
      readonly name: string;
    }
  | { readonly code: 'policy.fact-unreadable'; readonly name: string; readonly typed: string }
  | { readonly code: 'policy.target-percent'; readonly name: string; readonly typed: string }
  | { readonly code: 'policy.baseline-missing'; readonly component: string }
  | {
      readonly code: 'policy.contradiction';
      readonly component: string;
      readonly column: PolicyColumn;
      readonly first: string;
      readonly second: string;
    }
  | {
      readonly code: 'policy.not-ascending';
      readonly component: string;
      readonly threshold: Fen;
      readonly previous: Fen;
    }
  | {
      readonly code: 'policy.levels-not-ascending';
      readonly component: string;
      readonly level: string;
      readonly previous: string;
    }
  | { readonly code: 'policy.same-level'; readonly component: string; readonly level: string }
  /** Two clauses that mean nothing together. */
  | {
      readonly code: 'policy.clauses-conflict';
      readonly component: string;
      readonly column: PolicyColumn;
      readonly typed: string;
      readonly other: PolicyColumn;
    }
  | Coded<
      'policy.per-full-rows' | 'policy.per-full-threshold' | 'policy.per-full-rate',
      {
        readonly component: string;
      }
    >
  | { readonly code: 'policy.per-full-bonus'; readonly component: string }
  | {
      readonly code: 'policy.top-up-unknown';
      readonly component: string;
      readonly name: string;
      readonly names: readonly string[];
    }
  | { readonly code: 'policy.top-up-circle'; readonly component: string }
  | { readonly code: 'policy.group-cap-differs'; readonly group: string }
  | { readonly code: 'policy.group-cap-windows'; readonly group: string }
  | { readonly code: 'policy.clawback-without-end'; readonly component: string }
  | Coded<
      'policy.fact-not-percent' | 'policy.gate-not-percent',
      {
        readonly name: string;
        readonly typed: string;
        readonly percent: string;
        readonly beside: string;
      }
    >
  | {
      readonly code: 'policy.fact-twice';
      readonly name: string;
      readonly period: string;
      readonly first: string;
      readonly second: string;
    }
  | { readonly code: 'policy.fact-period'; readonly name: string; readonly typed: string }
  | {
      readonly code: 'policy.baseline-per-member';
      readonly component: string;
      readonly per: string;
    }
  | {
      readonly code: 'policy.below-baseline';
      readonly component: string;
      readonly percent: string;
      readonly above: string;
    }
  /** Its weights need units in which a threshold as high is no exact whole number. */
  | {
      readonly code: 'policy.threshold-too-far';
      readonly component: string;
      readonly threshold: Fen;
    }
  | { readonly code: 'policy.same-threshold'; readonly component: string; readonly threshold: Fen }
  | {
      readonly code: 'policy.gap-between-tiers';
      readonly component: string;
      readonly end: Fen;
      readonly next: Fen;
    }
  | { readonly code: 'policy.dead-tier'; readonly component: string; readonly tier: number }
  | {
      readonly code: 'policy.total-falls';
      readonly component: string;
      readonly tier: number;
      readonly threshold: Fen;
      readonly below: Fen;
      readonly reached: Fen;
    }
  | {
      readonly code: 'policy.overlap';
      readonly component: string;
      readonly from: LocalDate | null;
      readonly to: LocalDate | null;
    }
  | { readonly code: 'policy.group-windows-differ'; readonly group: string }
  | {
      readonly code: 'policy.cap-below-floor';
      readonly component: string;
      readonly cap: Fen;
      readonly floor: Fen;
    }
  | {
      readonly code: 'policy.scheme-unstated';
      readonly component: string;
      readonly whole: Fen | null;
      readonly marginal: Fen | null;
    }
  | {
      readonly code: 'policy.edge-unstated';
      readonly component: string;
      readonly threshold: Fen;
      readonly at: Fen;
      readonly above: Fen;
    }
  | {
      readonly code: 'policy.refund-unstated';
      readonly component: string;
      readonly onItsDay: Fen;
      readonly originalRate: Fen;
      readonly restate: Fen;
    }
  | {
      /** The top tier is a range, and sales of a window lie beyond it. */
      readonly code: 'policy.beyond-top-tier';
      readonly component: string;
      readonly end: Fen;
      readonly reached: Fen;
    }
  | {
      readonly code: 'policy.clawback-unstated';
      readonly component: string;
      /** As read now; with nothing taken back after the end; with everything. */
      readonly now: Fen;
      readonly never: Fen;
      readonly always: Fen;
    }
  | {
      /** A ledger of more than `most` orders, or a policy of more components that hang together. */
      readonly code: 'policy.silence-unpriced';
      readonly component: string;
      readonly columns: readonly PolicyColumn[];
      readonly of: 'orders' | 'components';
      readonly most: number;
    }
  | Coded<
      'policy.counts-where-unstated' | 'policy.counts-unstated',
      {
        readonly component: string;
        /** As read now, and under the other reading. */
        readonly now: Fen;
        readonly other: Fen;
      }
    >
  | {
      readonly code: 'policy.accumulate-unstated';
      readonly component: string;
      readonly year: Fen;
      readonly quarter: Fen;
      readonly month: Fen;
    }
  /** A condition names a column that the ledger does not have. */
  | {
      readonly code: 'policy.header-not-in-ledger';
      readonly column: PolicyColumn;
      readonly header: string;
      readonly headers: readonly string[];
    }
  | {
      readonly code: 'policy.blank-field';
      readonly component: string;
      readonly header: string;
      readonly orders: number;
    }
  | {
      readonly code: 'policy.value-nowhere';
      readonly component: string;
      readonly header: string;
      readonly value: string;
    }
  | {
      readonly code: 'policy.category-nowhere';
      readonly component: string;
      readonly category: string;
    }
  | {
      readonly code: 'policy.new-by-ledger-start';
      readonly component: string;
      readonly months: number;
      readonly first: LocalDate;
      readonly customers: number;
    }
  | {
      readonly code: 'policy.past-partial';
      readonly component: string;
      readonly needed: string;
      readonly first: LocalDate;
    }
  | Coded<
      'policy.all-in-top-tier' | 'policy.no-tier-reached',
      {
        readonly component: string;
      }
    >
  | {
      readonly code: 'policy.thresholds-small';
      readonly component: string;
      readonly threshold: Fen;
      readonly largest: Fen;
    }
  | {
      readonly code: 'policy.bare-factor';
      readonly component: string;
      readonly typed: string;
      readonly percent: string;
    }
  | { readonly code: 'policy.rate-floor'; readonly component: string; readonly rate: Decimal }
  | { readonly code: 'policy.json-unreadable'; readonly field: string };
