import type { LocalDate } from '../calendar/local-date.ts';
import type { Fen } from '../money/fen.ts';
import type { GateTerm } from '../policy/policy.ts';

/** Why a window pays nothing, or not yet: what the ledger or the facts do not show. */
export type BlockedFact =
  | {
      /** The ledger begins after the window that a baseline or a measure looks back to. */
      readonly code: 'rebate.past-missing';
      readonly component: string;
      readonly clause: 'last-year' | 'previous' | 'lag';
      /** Label of the window that is needed. */
      readonly needed: string;
      /** First day of the ledger. */
      readonly first: LocalDate;
    }
  | {
      readonly code: 'rebate.fact-missing';
      readonly component: string;
      readonly name: string;
      readonly clause: 'target' | 'measure';
      readonly window: string;
      /** Periods for which the fact is stated. */
      readonly periods: readonly string[];
    }
  | { readonly code: 'rebate.no-customers'; readonly component: string };

/** A gate that keeps a window from paying. */
export type GateFact =
  | {
      readonly code: 'rebate.gate-unmet';
      readonly component: string;
      readonly window: string;
      readonly term: GateTerm;
      /** What is there, in the unit of the gate. */
      readonly value: string;
    }
  | {
      readonly code: 'rebate.gate-unknown';
      readonly component: string;
      readonly window: string;
      readonly term: GateTerm;
      readonly periods: readonly string[];
    };

/** What a window says beside its figure. */
export type WindowNote = {
  /** 补足 pays on its last pay day and is not in the totals before. */
  readonly code: 'rebate.top-up-waits';
  readonly component: string;
  readonly on: LocalDate;
  /** What it would pay as things stand. */
  readonly now: Fen;
};

export type RebateFact = BlockedFact | GateFact | WindowNote;
