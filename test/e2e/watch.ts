import type { Page } from 'playwright-core';

export interface Watch {
  /** Durations of the page's long tasks, milliseconds. */
  readonly tasks: number[];
  /** Times at which what the progress says changed. */
  readonly shown: number[];
}

/** Notes the page's long tasks, and when what the progress says changes. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: Watch = { tasks: [], shown: [] };
    (window as unknown as { watch: Watch }).watch = noted;
    new PerformanceObserver((list) =>
      noted.tasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({ type: 'longtask' });
    let last = '';
    new MutationObserver(() => {
      const text = document.querySelector('[data-testid=progress]')?.textContent ?? '';
      if (text === last) return;
      last = text;
      if (text !== '') noted.shown.push(performance.now());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

export const seen = (page: Page): Promise<Watch> =>
  page.evaluate(() => (window as unknown as { watch: Watch }).watch);

const gaps = (times: readonly number[]): number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? time));

/**
 * What is seen in the first of three runs that holds, else in the last: whatever else the machine
 * does while a test runs can only make a run look slower than it is.
 */
export async function calmest<T>(run: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  const first = await run();
  if (holds(first)) return first;
  const second = await run();
  return holds(second) ? second : run();
}

/** Whether the page answered throughout; one pause is let pass, a second would be ours. */
export const isSmooth = ({ tasks, shown }: Watch): boolean =>
  tasks.filter((task) => task >= 200).length < 2 &&
  gaps(shown).filter((gap) => gap >= 250).length < 2;
