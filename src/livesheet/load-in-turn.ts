/**
 * The packages of the grid, those that others rest on first. All are in the one file of the grid;
 * run at once, as an import of the last would run them, they keep the page from its work for some
 * four tenths of a second.
 */
const PACKAGES = [
  () => import(/* webpackMode: "eager", webpackExports: [] */ '@univerjs/core'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ '@univerjs/engine-render'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ '@univerjs/ui'),
  () => import(/* webpackMode: "eager", webpackExports: [] */ '@univerjs/sheets-ui'),
];

/** Runs what the grid is made of, in turn, and lets the page work in between. */
export const loadPackages = (): Promise<void> => inTurn(PACKAGES);

/** Each step ends before the next begins, and what waits for its turn has it in between. */
export async function inTurn(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) {
    await step();
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}
