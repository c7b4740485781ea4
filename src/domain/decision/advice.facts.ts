import type { LocalDate } from '../calendar/local-date.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { LevelGap } from '../rebate/window.ts';
import type { Industry, SetProduct } from './industry.ts';

/** An order as a sentence names it; the id may be empty. */
export interface NamedOrder {
  readonly orderId: string;
  readonly customer: string;
  readonly amount: Fen;
}

/** A window as a sentence names it: "基础 2025 (2025-01~2025-12)". */
export interface NamedWindow {
  readonly component: string;
  readonly period: string;
  readonly months: string;
}

type TitleFact =
  | {
      readonly code: 'advice.close-gap';
      readonly window: NamedWindow;
      readonly category: string;
      readonly amount: Fen;
      readonly threshold: Fen;
      readonly gain: Fen;
      readonly daysLeft: number;
    }
  | {
      readonly code: 'advice.close-member';
      readonly window: NamedWindow;
      readonly member: string;
      readonly category: string;
      readonly amount: Fen;
      readonly gain: Fen;
      readonly daysLeft: number;
    }
  | {
      readonly code: 'advice.close-level';
      readonly window: NamedWindow;
      readonly unit: LevelGap['unit'];
      /** Of a fact. */
      readonly name: string | null;
      /** Thresholds are written as percentages. */
      readonly isPercent: boolean;
      /** In that unit; shares 0…1, sales fen. */
      readonly missing: Decimal;
      readonly gain: Fen;
      readonly daysLeft: number;
    }
  /** The ledger or the facts do not support the window's figure. */
  | { readonly code: 'advice.not-from'; readonly window: NamedWindow }
  /** Nobody knows whether the gate is met; `gain` is what it decides about. */
  | {
      readonly code: 'advice.gate-open';
      readonly component: string;
      readonly gate: string;
      readonly gain: Fen;
    }
  | {
      readonly code: 'advice.pull-in';
      readonly count: number;
      readonly sum: Fen;
      readonly gain: Fen;
      readonly net: Fen;
    }
  | {
      readonly code: 'advice.reach-tier';
      readonly window: NamedWindow;
      readonly threshold: Fen;
      readonly count: number;
      readonly sum: Fen;
      readonly cost: Fen;
      readonly gain: Fen;
    }
  | {
      readonly code: 'advice.hold';
      readonly window: NamedWindow;
      readonly cushion: Fen;
      readonly count: number;
      readonly loss: Fen;
    }
  | {
      readonly code: 'advice.pool';
      readonly partners: number;
      readonly joint: Fen;
      readonly surplus: Fen;
    }
  | {
      readonly code: 'advice.bundle';
      readonly industry: Industry;
      readonly customers: number;
      readonly amount: Fen;
      readonly category: string;
      readonly gain: Fen;
    }
  | {
      readonly code: 'advice.share';
      readonly category: string;
      readonly share: Decimal;
      readonly amount: Fen;
      readonly most: Fen;
    }
  | {
      readonly code: 'advice.headroom';
      readonly customer: string;
      readonly adds: Fen;
      readonly sales: Fen;
    }
  | {
      readonly code: 'advice.renewal';
      readonly count: number;
      readonly sum: Fen;
      readonly until: LocalDate;
      readonly gain: Fen;
    }
  | {
      readonly code: 'advice.gate';
      readonly component: string;
      readonly gate: string;
      readonly gain: Fen;
    }
  | {
      readonly code: 'advice.threshold-flips';
      readonly window: NamedWindow;
      readonly threshold: Fen;
      readonly needed: Fen;
      readonly gain: Fen;
    }
  | {
      readonly code: 'advice.weight-flips';
      readonly window: NamedWindow;
      readonly category: string;
      readonly weight: Decimal;
      readonly needed: Decimal;
      readonly gain: Fen;
    }
  | {
      readonly code: 'advice.answer';
      readonly count: number;
      readonly least: Fen;
      readonly most: Fen;
    };

type ReasonFact =
  /** Two full recomputations. */
  | {
      readonly code: 'advice.difference';
      readonly without: Fen;
      readonly with: Fen;
      readonly gain: Fen;
    }
  | {
      readonly code: 'advice.tier-step';
      readonly window: NamedWindow;
      readonly tier: number;
      readonly rate: Decimal;
      readonly next: number;
      readonly nextRate: Decimal;
      readonly isFloor: boolean;
    }
  | {
      readonly code: 'advice.break-even';
      readonly discount: Decimal;
      readonly amount: Fen;
      readonly gain: Fen;
    }
  | { readonly code: 'advice.own-and-others'; readonly own: Fen; readonly others: Fen }
  | {
      readonly code: 'advice.deal';
      readonly order: NamedOrder;
      readonly cost: Fen;
      readonly probability: Decimal | null;
    }
  | { readonly code: 'advice.proven' }
  | { readonly code: 'advice.not-proven'; readonly gap: Fen }
  | {
      readonly code: 'advice.runner-up';
      /** The first of them. */
      readonly orders: readonly NamedOrder[];
      /** How many there are beside those named. */
      readonly more: number;
      readonly gain: Fen;
      readonly cost: Fen;
      readonly net: Fen;
    }
  | {
      readonly code: 'advice.next-period-loss';
      readonly loss: Fen;
      readonly count: number;
      readonly until: LocalDate;
    }
  | { readonly code: 'advice.order-at-risk'; readonly order: NamedOrder; readonly loss: Fen }
  | {
      readonly code: 'advice.cushion';
      readonly cushion: Fen;
      readonly tier: number;
      readonly rate: Decimal;
    }
  | {
      readonly code: 'advice.partner-share';
      readonly name: string;
      readonly sales: Fen;
      readonly alone: Fen;
      readonly fair: Fen;
      readonly equal: Fen;
      readonly proRata: Fen;
    }
  | {
      readonly code: 'advice.our-share';
      readonly sales: Fen;
      readonly alone: Fen;
      readonly fair: Fen;
      readonly equal: Fen;
      readonly proRata: Fen;
    }
  | { readonly code: 'advice.bundle-customer'; readonly customer: string; readonly sales: Fen }
  | { readonly code: 'advice.bundle-all'; readonly customers: number; readonly gain: Fen }
  | {
      readonly code: 'advice.product-set';
      readonly level: 2 | 3;
      readonly required: readonly SetProduct[];
      readonly suggested: readonly SetProduct[];
    }
  | { readonly code: 'advice.industry-prompt'; readonly industry: Industry }
  | {
      readonly code: 'advice.share-statement';
      readonly orderId: string;
      readonly customer: string;
      readonly amount: Fen;
      readonly discount: Fen;
      readonly payable: Fen;
    }
  | {
      readonly code: 'advice.share-left';
      readonly reached: boolean;
      readonly rate: Decimal;
      readonly left: Fen;
      readonly leftNet: Fen;
    }
  | {
      readonly code: 'advice.share-invoice';
      readonly kind: 'agency' | 'resale';
      readonly rebate: Fen;
      readonly invoice: Fen;
      readonly inputTax: Fen;
    }
  | {
      readonly code: 'advice.customer-part';
      readonly customer: string;
      readonly sales: Fen;
      readonly leaveOut: Fen;
      readonly fair: Fen | null;
      readonly proRata: Fen;
    }
  | {
      readonly code: 'advice.customer-could';
      readonly customer: string;
      readonly renewals: Fen;
      readonly worth: Fen;
    }
  | { readonly code: 'advice.renewal-due'; readonly order: NamedOrder; readonly on: LocalDate }
  | {
      readonly code: 'advice.gate-state';
      readonly fact: string;
      readonly state: 'gate-unmet' | 'gate-unknown';
    }
  | {
      readonly code: 'advice.question';
      readonly cell: string;
      readonly typed: string;
      readonly least: Fen;
      readonly most: Fen;
    }
  | { readonly code: 'advice.more'; readonly count: number };

type AssumptionFact =
  | { readonly code: 'advice.counted-on'; readonly day: LocalDate }
  | { readonly code: 'advice.example-policy' }
  | { readonly code: 'advice.rate-is-floor' }
  | {
      readonly code: 'advice.open-questions';
      readonly count: number;
      readonly least: Fen;
      readonly most: Fen;
    }
  | { readonly code: 'advice.cost-not-said'; readonly count: number }
  | { readonly code: 'advice.cost-by-discount'; readonly discount: Decimal; readonly count: number }
  | { readonly code: 'advice.chance-not-said'; readonly count: number }
  | { readonly code: 'advice.independent' }
  /** All of the deals come in with a chance below `least`. */
  | { readonly code: 'advice.unlikely'; readonly least: Decimal }
  | { readonly code: 'advice.true-orders-only' }
  | { readonly code: 'advice.one-of-several-ways' }
  | { readonly code: 'advice.refund-dated-now' }
  | { readonly code: 'advice.pool-consent' }
  | { readonly code: 'advice.common-practice' }
  | { readonly code: 'advice.typical-amount'; readonly amount: Fen; readonly orders: number }
  | { readonly code: 'advice.supposed-amount'; readonly amount: Fen }
  | { readonly code: 'advice.share-openly' }
  | { readonly code: 'advice.share-sure-rate'; readonly rate: Decimal; readonly margin: Decimal }
  | { readonly code: 'advice.tax-practice' }
  | { readonly code: 'advice.renews-alike' }
  | { readonly code: 'advice.customers-by-sums' }
  | { readonly code: 'advice.most-customers'; readonly most: number }
  | { readonly code: 'advice.ask-vendor' }
  | { readonly code: 'advice.on-present-sales' }
  /** Supposed orders of nobody are taken to meet the conditions of these components. */
  | { readonly code: 'advice.meets-conditions'; readonly components: readonly string[] };

/** Everything advice can say. */
export type AdviceFact = TitleFact | ReasonFact | AssumptionFact;
