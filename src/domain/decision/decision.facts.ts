/** Why no set or split can be given. Positions count from 0. */
export type DecisionFact =
  | { readonly code: 'decision.unequal-lists'; readonly deals: number; readonly costs: number }
  | { readonly code: 'decision.no-such-tier'; readonly tier: number; readonly tiers: number }
  /** Even all deals together stay below the tier. */
  | { readonly code: 'decision.unreachable'; readonly tier: number }
  /** Deals tied to each other by needs and excludes: more than can be tried out together. */
  | { readonly code: 'decision.rules-too-large'; readonly deals: number; readonly most: number }
  | { readonly code: 'decision.too-large' }
  | {
      readonly code: 'decision.too-many-partners';
      readonly partners: number;
      readonly most: number;
    };
