import type { LocalDate } from '../calendar/local-date.ts';
import type { PeriodLength } from '../calendar/period.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { RoundingMode } from '../money/rounding.ts';

/** 全额 whole · 超额 marginal · 增量 increment. */
export type Scheme = 'whole' | 'marginal' | 'increment';
/** Sales equal to the threshold are already in the tier (达到 at), or not yet (超过 above). */
export type Edge = 'at' | 'above';
/** 'order': every order is a window of its own. */
export type Accumulation = 'order' | PeriodLength;

/** A cell of the policy table, as its owner would name it: "B7", or "line 3, 比例" of a file. */
export type CellName = string;

export interface Tier {
  /** Lower bound in fen of tier sales; the upper bound is the next tier's. */
  readonly threshold: Fen;
  /** 0…1. */
  readonly rate: Decimal;
  /** The policy says "12%+": at least this much. Used as it stands, shown with its mark. */
  readonly rateIsFloor: boolean;
  readonly bonus: Fen;
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

export type Stack = { readonly kind: 'add' } | { readonly kind: 'highest'; readonly group: string };

export interface Gate {
  readonly fact: string;
  readonly operator: '>=' | '>' | '<=' | '<' | '=';
  readonly value: Decimal;
  /** As written in the table. */
  readonly text: string;
}

/** Columns whose silence changes money. */
export type OpenField = 'scheme' | 'edge' | 'base' | 'rounding';

export interface Component {
  /** Unique in the policy: name, with the version when several share the name. */
  readonly id: string;
  readonly policy: string;
  readonly name: string;
  readonly categories: Categories;
  readonly counts: Counts;
  /** Ascending thresholds, at least one. Tier 0 is below the first. */
  readonly tiers: readonly Tier[];
  readonly scheme: Scheme;
  readonly edge: Edge;
  readonly baseline: Fen | null;
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
}

/** 指标 / Facts: what a gate is looked up in, by folded name. Values are decimals (0.92 for 92%). */
export type Facts = ReadonlyMap<string, Decimal>;

export interface Policy {
  readonly name: string;
  /**
   * The article's table that stands in when the user has none. Said on screen wherever a figure
   * rests on it.
   */
  readonly example: boolean;
  readonly components: readonly Component[];
  readonly facts: Facts;
}
