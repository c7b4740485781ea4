import type { LocalDate } from '../calendar/local-date.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { PolicyColumn } from './columns.ts';

/**
 * Everything the policy reader and its check can say. `cell` stands beside the fact in the finding.
 */
export type PolicyFact =
  | { readonly code: 'policy.empty' }
  | { readonly code: 'policy.no-header' }
  | { readonly code: 'policy.column-missing'; readonly column: PolicyColumn }
  | { readonly code: 'policy.column-twice'; readonly column: PolicyColumn }
  | { readonly code: 'policy.threshold-missing'; readonly component: string }
  | { readonly code: 'policy.threshold-unreadable'; readonly typed: string }
  | { readonly code: 'policy.threshold-needs-baseline'; readonly typed: string }
  | { readonly code: 'policy.threshold-negative'; readonly typed: string }
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
      readonly choices: readonly string[];
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
  | { readonly code: 'policy.gate-unreadable'; readonly typed: string }
  | {
      readonly code: 'policy.gate-unknown';
      readonly component: string;
      readonly gate: string;
      readonly name: string;
    }
  | { readonly code: 'policy.fact-unreadable'; readonly name: string; readonly typed: string }
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
      readonly code: 'policy.category-not-in-catalog';
      readonly component: string;
      readonly category: string;
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
  | { readonly code: 'policy.rate-floor'; readonly component: string; readonly rate: Decimal }
  | { readonly code: 'policy.json-unreadable'; readonly field: string };
