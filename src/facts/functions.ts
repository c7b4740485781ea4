import type { PolicyColumn } from '#domain/policy/columns.ts';
import type { Fen } from '#domain/money/fen.ts';
import type { DecisionFact } from '#domain/decision/decision.facts.ts';
import type { ForecastFact } from '#domain/forecast/forecast.facts.ts';
import type { LedgerFact } from '#domain/ledger/ledger.facts.ts';
import type { PolicyFact } from '#domain/policy/policy.facts.ts';
import type { ItemFact } from '#domain/rebate/item.facts.ts';
import type { TierLine } from '#domain/rebate/window.ts';

/** What the arguments are called in code; people see the names of their language. */
export type ArgumentName =
  | 'sales'
  | 'item'
  | 'policy'
  | 'date'
  | 'tier_sales'
  | 'items'
  | 'committed'
  | 'deals'
  | 'probabilities'
  | 'costs'
  | 'tier'
  | 'product'
  | 'catalog'
  | 'period'
  | 'year_start'
  | 'text'
  | 'orders'
  | 'as_of'
  | 'figure'
  | 'facts';

/** What REBATE_ORDERS gives for each row. */
export type OrderFigure = 'rebate' | 'tier' | 'rate' | 'category' | 'kind';

/** The functions' names; permanent: they stand in people's formulas. */
export type FunctionId =
  | 'REBATE_TIER'
  | 'REBATE_RATE'
  | 'REBATE_AMOUNT'
  | 'REBATE_GAP'
  | 'REBATE_GAIN'
  | 'REBATE_CUSHION'
  | 'REBATE_EXPLAIN'
  | 'REBATE_TOTAL'
  | 'REBATE_EXPECTED'
  | 'REBATE_CHANCE'
  | 'REBATE_PULLIN'
  | 'REBATE_POOL'
  | 'REBATE_CATEGORY'
  | 'REBATE_PERIOD'
  | 'REBATE_MONEY'
  | 'REBATE_ORDERS'
  | 'REBATE_SUMMARY';

/** The columns of REBATE_SUMMARY. */
export type SummaryColumn =
  | 'component'
  | 'period'
  | 'sales'
  | 'tier'
  | 'rate'
  | 'rebate'
  | 'nextThreshold'
  | 'gap'
  | 'gain'
  | 'cushion';

/** Everything a cell can say. `text` is what the user typed. */
export type FunctionFact =
  | { readonly code: 'functions.argument-missing'; readonly argument: ArgumentName }
  | { readonly code: 'functions.one-cell'; readonly argument: ArgumentName; readonly shape: string }
  | {
      readonly code: 'functions.shapes-differ';
      readonly first: ArgumentName;
      readonly firstShape: string;
      readonly second: ArgumentName;
      readonly secondShape: string;
    }
  | {
      readonly code: 'functions.cell-error';
      readonly argument: ArgumentName;
      readonly text: string;
    }
  /** A 0 that may be an empty cell, where the two would give different figures. */
  | { readonly code: 'functions.zero-or-blank'; readonly argument: ArgumentName }
  | {
      readonly code: 'functions.policy-zero';
      readonly cell: string;
      readonly column: PolicyColumn;
    }
  /** An error value inside a policy range. */
  | {
      readonly code: 'functions.policy-cell-error';
      readonly cell: string;
      readonly text: string;
    }
  | {
      readonly code: 'functions.not-an-amount';
      readonly argument: ArgumentName;
      readonly text: string;
    }
  /** 17.500, or 25,00: nobody knows which of its marks is the decimal one. */
  | {
      readonly code: 'functions.amount-open-mark';
      readonly argument: ArgumentName;
      readonly text: string;
    }
  | {
      readonly code: 'functions.amount-open-unit';
      readonly argument: ArgumentName;
      readonly text: string;
    }
  | {
      readonly code: 'functions.amount-open-currency';
      readonly argument: ArgumentName;
      readonly text: string;
    }
  | {
      readonly code: 'functions.amount-too-large';
      readonly argument: ArgumentName;
      readonly text: string;
    }
  /** A bad element of a range whose sum is asked for: it cannot stay in its own place. */
  | { readonly code: 'functions.in-row'; readonly row: number; readonly fact: FunctionFact }
  | { readonly code: 'functions.no-forecast'; readonly fact: ForecastFact }
  | { readonly code: 'functions.no-decision'; readonly fact: DecisionFact }
  | { readonly code: 'functions.not-a-probability'; readonly text: string }
  | { readonly code: 'functions.not-a-date'; readonly text: string }
  | { readonly code: 'functions.not-a-tier'; readonly text: string; readonly tiers: number }
  | { readonly code: 'functions.not-a-period'; readonly text: string }
  | { readonly code: 'functions.not-a-month'; readonly text: string }
  | { readonly code: 'functions.no-policy' }
  | { readonly code: 'functions.policy-not-a-range' }
  | {
      readonly code: 'functions.policy-error';
      readonly cell: string;
      readonly fact: PolicyFact;
      readonly errors: number;
    }
  | ItemFact
  | { readonly code: 'functions.product-unknown'; readonly text: string }
  | { readonly code: 'functions.product-undecided'; readonly text: string }
  | { readonly code: 'functions.catalog-unreadable' }
  | { readonly code: 'functions.own-service' }
  /** What a row of orders has to be asked, in the ledger's own words. */
  | { readonly code: 'functions.order-question'; readonly fact: LedgerFact }
  | { readonly code: 'functions.open-question' }
  | { readonly code: 'functions.orders-unread'; readonly report: readonly LedgerFact[] }
  | { readonly code: 'functions.not-a-figure'; readonly text: string }
  | { readonly code: 'functions.facts-not-a-range' }
  | { readonly code: 'functions.not-a-fact'; readonly name: string; readonly text: string }
  | { readonly code: 'functions.figure'; readonly figure: OrderFigure }
  | { readonly code: 'functions.summary-column'; readonly column: SummaryColumn }
  | { readonly code: 'functions.summary-total' }
  /** `beyond`: what was paid more or less than the sum of the windows, in fen. */
  | { readonly code: 'functions.summary-beyond'; readonly beyond: Fen }
  | { readonly code: 'functions.summary-questions'; readonly count: number }
  | { readonly code: 'functions.policy-cell'; readonly row: number; readonly column: string }
  | {
      readonly code: 'functions.line-source';
      readonly kind: TierLine['kind'];
      readonly source: string;
      readonly cell: string;
    };
