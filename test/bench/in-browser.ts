import type { Page } from 'playwright-core';
import { serveFolder } from '../../scripts/static-server.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { gridIsThere } from '../e2e/grid.ts';
import { builtSite } from '../e2e/site.ts';
import { wordsOf } from '../e2e/words.ts';
import type { Run } from './whole.bench.ts';

const words = wordsOf('zh-CN');
const PATIENCE = 300_000;

/** What the page did meanwhile. */
export interface Shown {
  /** Milliseconds of the longest task of the main thread. */
  readonly longest: number;
  /** The same, before: until the page with its live sheet stood. */
  readonly loading: number;
  /** Texts of the progress that were seen. */
  readonly steps: number;
}

/**
 * A file opened and analyzed in the browser edition, from the choice of the file to the figures;
 * null without a browser.
 */
export async function analyzedInBrowser(
  file: string,
  rows: RegExp,
): Promise<{ readonly run: Run; readonly shown: Shown } | null> {
  const browser = await launchChromium().catch(() => null);
  if (browser === null) return null;
  const server = await serveFolder(await builtSite(), 0);
  try {
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${server.address}?lang=zh-CN`);
    const analyze = page.getByRole('button', { name: words.actions.analyze, disabled: false });
    await look(page);
    await analyze.waitFor();
    await gridIsThere(page);
    const { longest: loading } = await seen(page);
    const from = performance.now();
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText(rows).first().waitFor();
    // The same number stands in the progress before the file is open.
    await page.getByTestId('progress').waitFor({ state: 'detached' });
    await analyze.click();
    const again = { name: words.actions.analyzeAgain, disabled: false };
    await page.getByRole('button', again).waitFor();
    const wall = (performance.now() - from) / 1000;
    return { run: { wall, cpu: NaN, peak: NaN }, shown: { ...(await seen(page)), loading } };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Keeps how long the tasks of the page took, and what its progress said. */
const look = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const kept = { longest: 0, said: new Set<string>() };
    Object.assign(globalThis, { kept });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longest = Math.max(kept.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
    setInterval(() => {
      const text = document.querySelector('[data-testid=progress]')?.textContent;
      if (text) kept.said.add(text);
    }, 50);
  });

/** And begins anew. */
const seen = (page: Page): Promise<Omit<Shown, 'loading'>> =>
  page.evaluate(() => {
    const { kept } = globalThis as unknown as { kept: { longest: number; said: Set<string> } };
    const found = { longest: Math.round(kept.longest), steps: kept.said.size };
    kept.longest = 0;
    return found;
  });
