import { type LocalDate, isoDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import type { BlockedFact, GateFact, WindowNote } from './rebate.facts.ts';

/**
 * One line of the working: the sales inside a tier, at its rate. Lines of a window add up to its
 * rebate exactly.
 */
export interface TierLine {
  /** 0 is below the first threshold. */
  readonly tier: number;
  readonly from: Fen;
  /** The next threshold; null in the top tier. */
  readonly to: Fen | null;
  readonly sales: Fen;
  readonly rate: Decimal;
  readonly rebate: Fen;
  readonly kind:
    | 'rate'
    | 'bonus'
    | 'floor'
    | 'cap'
    | 'stacking'
    | 'gate'
    | 'rounding'
    | 'group-cap'
    | 'top-up'
    | 'claw-back';
  /** Of 累计对象, where the component pays each member apart. */
  readonly member?: string;
  /** Cell of the policy row. */
  readonly cell: string;
}

/**
 * What tells windows apart: the component's id and the first day. Versions of one component share a
 * name, and windows cut by From and To share a label; neither may stand for the window.
 */
export type WindowId = string & { readonly windowId: never };

export const windowId = (of: {
  readonly component: Pick<Component, 'id'>;
  readonly period: { readonly from: LocalDate };
}): WindowId => `${of.component.id} ${isoDate(of.period.from)}` as WindowId;

/** One accumulation window of one component, up to and including the as-of day. */
export interface Window {
  readonly id: WindowId;
  readonly component: Component;
  readonly period: Period;
  /** The window goes on after the as-of day. */
  readonly open: boolean;
  /** Earning sales; net of tax when the component's base is net. */
  readonly sales: Fen;
  /** Weighted sales that set the tier; net likewise. */
  readonly tierSales: Fen;
  readonly tier: number;
  /** Of the tier reached; 0 in tier 0. */
  readonly rate: Decimal;
  /** Entitlement to date, after floor, cap, gate, stacking and rounding. */
  readonly rebate: Fen;
  readonly nextThreshold: Fen | null;
  /** Order yuan (tax included) missing to the next tier at weight 1; null in the top tier. */
  readonly gap: Fen | null;
  /**
   * What the whole portfolio earns more when the gap is closed with sales of this component; null
   * in the top tier.
   */
  readonly gain: Fen | null;
  /**
   * Order yuan (tax included) at weight 1 that may be refunded without losing the tier; 0 in tier
   * 0.
   */
  readonly cushion: Fen;
  readonly lines: readonly TierLine[];
  /** Why it pays nothing although it might; 'unknown': the ledger or the facts do not show it. */
  readonly blocked: 'gate-unmet' | 'gate-unknown' | 'stacked-out' | 'unknown' | null;
  /** The same as a fact with its particulars, for a block or a gate. */
  readonly reason: BlockedFact | GateFact | null;
  readonly note: WindowNote | null;
  /**
   * False where no single tier, rate, gap or cushion exists: several members, or nothing known.
   * `tier` and `rate` are 0 then and mean nothing.
   */
  readonly single: boolean;
  /** One a member of 累计对象, by name; null for the partner as one. */
  readonly members: readonly MemberFigures[] | null;
  /** Where thresholds are not sales of the window: what is missing, in the unit of the measure. */
  readonly level: LevelGap | null;
  /** What a cap, and the group's cap, took of the entitlement: 0 or less. */
  readonly capped: Fen;
  /** What was taken back at original rates and is in the rebate: 0 or less. */
  readonly clawedBack: Fen;
}

/** What one member of 累计对象 has in a window; amounts as in the window. */
export interface MemberFigures {
  readonly name: string;
  readonly sales: Fen;
  readonly tierSales: Fen;
  readonly tier: number;
  readonly rate: Decimal;
  readonly rebate: Fen;
  readonly gap: Fen | null;
  readonly gain: Fen | null;
}

/** Counts are whole, shares 0…1, sales of other windows fen. */
export interface LevelGap {
  readonly unit: 'orders' | 'customers' | 'new-customers' | 'share' | 'fact' | 'sales';
  /** null: 0 ÷ 0. */
  readonly now: Decimal | null;
  readonly next: Decimal | null;
  readonly missing: Decimal | null;
}

/** What one pay period pays, over all components. */
export interface Payout {
  readonly period: Period;
  readonly rebate: Fen;
  readonly trueUp: Fen;
  /** Of `rebate`: what caps took (0 or less; more where a refund gave room again). */
  readonly cap: Fen;
  /** Of `rebate`: what was taken back at original rates, 0 or less. */
  readonly clawBack: Fen;
  readonly parts: readonly {
    readonly component: Component;
    readonly window: Period;
    readonly rebate: Fen;
    readonly trueUp: Fen;
  }[];
}

/** Sales that earn nothing, and why. */
export interface Unpaid {
  readonly position: number;
  readonly reason: 'no-policy-on-day' | 'not-eligible' | 'not-taken-back';
}

/** How many there are of each kind; kinds that do not occur are left out. */
export const countUnpaid = ({
  unpaid,
}: Pick<RebateToDate, 'unpaid'>): readonly (readonly [Unpaid['reason'], number])[] =>
  (['no-policy-on-day', 'not-eligible', 'not-taken-back'] as const)
    .map((reason) => [reason, unpaid.filter((one) => one.reason === reason).length] as const)
    .filter(([, count]) => count > 0);

export interface RebateToDate {
  readonly windows: readonly Window[];
  readonly payouts: readonly Payout[];
  readonly unpaid: readonly Unpaid[];
  /** Sum of all payouts up to the as-of day. */
  readonly total: Fen;
}
