/** Why a chance or an expectation cannot be given. */
export type ForecastFact =
  /** `position` counts from 0. */
  | {
      readonly code: 'forecast.not-a-probability';
      readonly position: number;
      readonly value: string;
    }
  | {
      readonly code: 'forecast.unequal-lists';
      readonly deals: number;
      readonly probabilities: number;
    }
  | { readonly code: 'forecast.no-such-tier'; readonly tier: number; readonly tiers: number }
  /**
   * So many deals with so finely different amounts that no exact result can be had: never an
   * approximation instead.
   */
  | { readonly code: 'forecast.too-large'; readonly deals: number };
