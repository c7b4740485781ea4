import type { Forecast, Picture, WindowForecast } from '#domain/pipeline/forecast.ts';
import type { RunRate } from '#domain/pipeline/run-rate.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import type { Fen } from '#domain/money/fen.ts';

/** The forecast as the pane shows it. */
export interface ForecastView {
  readonly committed: Fen;
  readonly everything: Fen;
  /** null when too many deals lie too close to the thresholds for an exact figure. */
  readonly expected: Fen | null;
  readonly ofExpectedSales: Fen;
  /** Deals in the figures, and deals left out because nobody said how likely they are. */
  readonly likely: number;
  readonly unsaid: number;
  readonly windows: readonly WindowForecastView[];
}

export interface WindowForecastView {
  /** Components that wait for the same sales share a picture. */
  readonly components: readonly string[];
  readonly period: string;
  readonly tier: number;
  readonly tierSales: Fen;
  readonly chances: readonly Decimal[] | null;
  readonly runRate: RunRate | null;
  readonly picture: Picture;
}

export function forecastView({
  committed,
  everything,
  expected,
  ofExpectedSales,
  likely,
  needsProbability,
  windows,
}: Forecast): ForecastView {
  return {
    committed,
    everything,
    ofExpectedSales,
    expected: expected.ok ? expected.value : null,
    likely: likely.length,
    unsaid: needsProbability.reduce((sum, { deals }) => sum + deals.length, 0),
    windows: windows.reduce<readonly WindowForecastView[]>(joined, []),
  };
}

/** Adds a window, or its component to a window that it shares sales and thresholds with. */
function joined(
  views: readonly WindowForecastView[],
  { window, tier, chances, runRate, picture }: WindowForecast,
): readonly WindowForecastView[] {
  const same = views.findIndex(
    (view) =>
      view.period === window.period.label &&
      view.tierSales === window.tierSales &&
      String(view.picture.thresholds) === String(picture.thresholds),
  );
  if (same >= 0)
    return views.map((view, index) =>
      index === same ? { ...view, components: [...view.components, window.component.name] } : view,
    );
  return [
    ...views,
    {
      components: [window.component.name],
      period: window.period.label,
      tier,
      tierSales: window.tierSales,
      chances: chances.ok ? chances.value : null,
      runRate,
      picture,
    },
  ];
}
