import type { Forecast } from '#domain/pipeline/forecast.ts';
import type { TierPicture } from '#domain/pipeline/tier-picture.ts';
import type { WindowForecast } from '#domain/pipeline/window-forecast.ts';
import type { Fen } from '#domain/money/fen.ts';

/** The forecast as the pane shows it: the domain's figures, without the list of all deals. */
export interface ForecastView extends Pick<
  Forecast,
  'committed' | 'everything' | 'ofExpectedSales' | 'windows'
> {
  /** null when too many deals lie too close to the thresholds for an exact figure. */
  readonly expected: Fen | null;
  /** Deals in the figures, and deals left out because nobody said how likely they are. */
  readonly likely: number;
  readonly unsaid: number;
  readonly pictures: readonly PictureView[];
}

/** Windows that wait for the same sales share a picture. */
export interface PictureView extends Pick<WindowForecast, 'chances' | 'runRate'> {
  readonly components: readonly string[];
  readonly period: string;
  readonly tierSales: Fen;
  readonly picture: TierPicture;
}

export function forecastView({
  committed,
  everything,
  expected,
  ofExpectedSales,
  deals,
  likely,
  windows,
}: Forecast): ForecastView {
  return {
    committed,
    everything,
    ofExpectedSales,
    windows,
    expected: expected.ok ? expected.value : null,
    likely: likely.length,
    unsaid: deals.length - likely.length,
    pictures: windows.reduce<readonly PictureView[]>(withWindow, []),
  };
}

/** Adds a window, or its component to one of which all that is drawn is the same. */
function withWindow(
  views: readonly PictureView[],
  { window, chances, runRate, picture }: WindowForecast,
): readonly PictureView[] {
  const { component, period, tierSales } = window;
  const drawn = { period: period.label, tierSales, chances, runRate, picture };
  const same = views.findIndex(({ components: _, ...view }) => isAlike(view, drawn));
  return same < 0
    ? [...views, { components: [component.name], ...drawn }]
    : views.map((one, index) =>
        index === same ? { ...one, components: [...one.components, component.name] } : one,
      );
}

const isAlike = (one: object, other: object): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
