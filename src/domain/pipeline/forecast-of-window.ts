import type { WindowId } from '../rebate/window.ts';
import type { Forecast } from './forecast.ts';
import type { WindowForecast } from './window-forecast.ts';

/** The forecast of a window; closed windows and windows of single orders have none. */
export const forecastFor = (
  { windows }: Pick<Forecast, 'windows'>,
  id: WindowId,
): WindowForecast | undefined => windows.find(({ window }) => window.id === id);
