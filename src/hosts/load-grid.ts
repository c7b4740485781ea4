import { loadPackages } from '../livesheet/load-in-turn.ts';

/** The live sheet's code: one file, which does not hold the page while it begins to run. */
export async function loadGrid(): Promise<typeof import('./live-grid.ts')> {
  await loadPackages();
  return import(/* webpackMode: "eager" */ './live-grid.ts');
}
