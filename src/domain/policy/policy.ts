import type { LocalDate } from '../calendar/local-date.ts';
import type { PeriodLength } from '../calendar/period.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { RoundingMode } from '../money/rounding.ts';
import type { CellName } from '../sheet.ts';
import type { PolicyColumn } from './columns.ts';
import type { Facts } from './facts.ts';

/** 全额 whole · 超额 marginal · 增量 increment · 滚动 rolling · 每满 per full. */
export type Scheme = 'whole' | 'marginal' | 'increment' | 'rolling' | 'per-full';
/** Sales equal to the threshold are already in the tier (达到 at), or not yet (超过 above). */
export type Edge = 'at' | 'above';
/** 'order': every order is a window of its own. */
export type Accumulation = 'order' | PeriodLength;

export interface Tier {
  /** Lower bound in fen of tier sales; the upper bound is the next tier's. */
  readonly threshold: Fen;
  /** 0…1. */
  readonly rate: Decimal;
  /** The policy says "12%+": at least this much. Used as it stands, shown with its mark. */
  readonly rateIsFloor: boolean;
  readonly bonus: Fen;
  /** 110%: the threshold as a factor of the baseline, where that is known only window by window. */
  readonly ofBaseline?: Decimal;
  /** In the unit of the measure, where that is not sales: 5 customers, 0.3 of the sales. */
  readonly level?: Decimal;
  /** The level is written as a percentage: a fact of 85 beside it is a slip. */
  readonly levelIsPercent?: boolean;
  /** Where the tier stands in the table, for findings and explanations. */
  readonly cell: CellName;
}

/** Which categories, each by `categoryKey`; `'all'` is every category a ledger has. */
export type Categories = 'all' | { readonly [categoryKey: string]: string };

/**
 * Which sales set the tier, and with which weight. `others` is the weight of categories not named
 * (1 for 全部).
 */
export interface Counts {
  readonly weights: { readonly [categoryKey: string]: Decimal };
  readonly others: Decimal;
}

export type Stack =
  | { readonly kind: 'add' }
  | { readonly kind: 'highest'; readonly group: string }
  /** 补足: pays what its own entitlement is above what the named components paid. */
  | { readonly kind: 'top-up'; readonly components: readonly string[] };

/** 续费率>=90% 且 新客数>=5: every term has to hold. */
export interface Gate {
  readonly terms: readonly GateTerm[];
  /** As written in the table. */
  readonly text: string;
}

export interface GateTerm {
  /** Of the current window, or a fact. */
  readonly measure: Exclude<Measure, { readonly kind: 'sales' }>;
  readonly operator: '>=' | '>' | '<=' | '<' | '=';
  readonly value: Decimal;
  /** Written with a per cent sign: a fact of 85 beside it is a slip. */
  readonly percent: boolean;
  readonly text: string;
}

/** 定档指标: what the thresholds are compared with. */
export type Measure =
  | { readonly kind: 'sales' | 'orders' | 'customers' | 'new-customers' }
  | { readonly kind: 'share'; readonly category: string }
  | { readonly kind: 'fact'; readonly name: string };

/** 回看: windows the measure is taken of; `last` ends with the current one. */
export type Lag =
  { readonly kind: 'current' | 'previous' } | { readonly kind: 'last'; readonly windows: number };

/** One term of 条件. Values and fields as written; compared folded. */
export type Condition =
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly not: boolean;
      readonly values: readonly string[];
    }
  | { readonly kind: 'first-order' }
  | { readonly kind: 'new-customer'; readonly months: number };

/** 条件: all of them have to hold. */
export interface Conditions {
  readonly terms: readonly Condition[];
  readonly text: string;
  readonly cell: CellName;
}

/** 退款口径: where and at which rate a refund takes back. */
export type Refund = 'on-its-day' | 'original-rate' | 'restate';

/** 基数 that is known only window by window. */
export interface BaselineSource {
  readonly kind: 'last-year' | 'previous' | 'target';
  /** Of a target. */
  readonly name: string;
  readonly factor: Decimal;
  readonly text: string;
}

/** Columns whose silence changes money. */
export type OpenField =
  | 'scheme'
  | 'edge'
  | 'base'
  | 'rounding'
  | 'refund'
  | 'clawback'
  | 'countsWhere'
  | 'accumulate'
  | 'counts';

export interface Component {
  /** Unique in the policy: name, with the version when several share the name. */
  readonly id: string;
  readonly policy: string;
  readonly name: string;
  readonly categories: Categories;
  readonly counts: Counts;
  /** Ascending thresholds, at least one. Tier 0 is below the first. */
  readonly tiers: readonly Tier[];
  /** Fen of tier sales at which the top tier ends, where the table writes it as a range. */
  readonly topEnd?: Decimal;
  readonly scheme: Scheme;
  readonly edge: Edge;
  /** Fen, exact; null where there is none, or while `baselineFrom` has not been looked up. */
  readonly baseline: Decimal | null;
  readonly baselineFrom: BaselineSource | null;
  readonly accumulate: Accumulation;
  readonly pay: PeriodLength;
  readonly trueUp: boolean;
  /** 1…12. */
  readonly yearStart: number;
  /** Inclusive; null is open. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** Of the rebate of one accumulation window. */
  readonly cap: Fen | null;
  readonly floor: Fen | null;
  readonly stack: Stack;
  readonly gate: Gate | null;
  /** 条件: which orders earn beyond their category; null: all of them. */
  readonly where: Conditions | null;
  /** 定档条件: which set the tier; null: those that earn. */
  readonly countsWhere: Conditions | 'all' | null;
  /**
   * 累计对象: a header of the ledger whose every value has its own thresholds; null: the partner.
   */
  readonly per: { readonly header: string; readonly cell: CellName } | null;
  readonly refund: Refund;
  /** 追回期 in months after `to`; null where the table does not say. */
  readonly clawback: number | null;
  readonly measure: Measure;
  readonly lag: Lag;
  /** 总封顶: what all components of the group may pay together in one window. */
  readonly groupCap: { readonly group: string; readonly amount: Fen } | null;
  readonly base: 'gross' | 'net';
  /** 0.06: amounts are divided by 1.06 when `base` is net. */
  readonly taxRate: Decimal;
  readonly rounding: { readonly mode: RoundingMode; readonly per: 'order' | 'total' };
  readonly carry: boolean;
  readonly source: string;
  readonly recordedOn: string;
  /**
   * Fields the table does not state; the default is used and the check says what the silence is
   * worth.
   */
  readonly unstated: readonly OpenField[];
  /** Where each clause stands in the table; absent in a policy written in code. */
  readonly cells?: ReadonlyMap<PolicyColumn, CellName>;
  /** Rates stand bare under 比例(%). */
  readonly ratesInPercent?: boolean;
}

/** A product that the policy itself names as an example of a class: 安全产品（如乾坤云一体机）. */
export interface ProductExample {
  readonly product: string;
  /** As the policy writes it. */
  readonly category: string;
}

export interface Policy {
  readonly name: string;
  /**
   * The article's table that stands in when the user has none. Said on screen wherever a figure
   * rests on it.
   */
  readonly example: boolean;
  readonly components: readonly Component[];
  readonly facts: Facts;
  /** Products that its own words put into a class. */
  readonly examples?: readonly ProductExample[];
}
