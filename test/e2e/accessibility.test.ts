import type { Page } from 'playwright-core';
import { axeViolations, overflow, Stage } from './stage.ts';
import { brokenPolicyLedger } from './ledgers.ts';
import { statementOf } from './statements.ts';
import { wordsOf } from './words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** Each language in each theme and at each width: what is named, what is coloured, what is laid. */
const CASES = [
  { language: 'zh-CN', theme: 'light', width: 320 },
  { language: 'zh-CN', theme: 'dark', width: 1280 },
  { language: 'en-US', theme: 'light', width: 1280 },
  { language: 'en-US', theme: 'dark', width: 320 },
] as const;

/**
 * Keeps the next run from reaching the worker, so that the running pane can be looked at; the
 * answer lets it go.
 */
async function holdRun(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage as (this: Worker, message: unknown) => void;
    Worker.prototype.postMessage = function hold(this: Worker, message: unknown): void {
      if ((message as { readonly method?: string }).method !== 'analyze')
        return post.call(this, message);
      Worker.prototype.postMessage = post;
      (window as unknown as { release: () => void }).release = () => post.call(this, message);
    };
  });
  return () => page.evaluate(() => (window as unknown as { release: () => void }).release());
}

/** Half way from one colour to another there is a contrast that nobody chose. */
const standsStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(moving.map(({ finished }) => finished.catch(() => null)));
  });

/** States with something else beside the pane; else the sheet there is the one looked at before. */
const WHOLE_PAGE: ReadonlySet<string> = new Set(['first run', 'overview', 'menu']);

/** What is wrong with the page as it stands; the dark theme has other colours, nothing else. */
const look = async (
  page: Page,
  theme: 'light' | 'dark',
  state: string,
): Promise<readonly string[]> => {
  const tooWide = await overflow(page);
  const rule = theme === 'dark' ? 'color-contrast' : null;
  const part = WHOLE_PAGE.has(state) ? null : { include: 'main' };
  const violations = await axeViolations(page, part, rule);
  return [...(tooWide > 0 ? [`${tooWide} px too wide`] : []), ...violations];
};

describe.each(CASES)('$language, $theme, $width px', ({ language, theme, width }) => {
  const words = wordsOf(language);
  const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

  it('no state has an accessibility violation or sticks out of the window', async () => {
    const dark = theme === 'dark';
    const { page, errors } = await stage.page({ language, dark, width, height: 520 });
    const found: string[] = [];
    const check = async (state: string): Promise<void> => {
      await standsStill(page);
      found.push(...(await look(page, theme, state)).map((wrong) => `${state}: ${wrong}`));
    };
    await page.getByRole('button', { name: words.actions.analyze }).waitFor();
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
    await check('first run');

    const release = await holdRun(page);
    await page.getByRole('button', { name: words.actions.analyze }).click();
    await page.getByText(words.running.read).waitFor();
    await check('running');
    await release();
    await page.getByRole('heading', { name: words.needs.title }).waitFor();
    await check('overview');
    const closed = page
      .getByRole('region', { name: words.needs.title })
      .getByRole('button', { expanded: false });
    while ((await closed.count()) > 0) await closed.first().click();
    await check('overview with everything open');

    await tab(page, words.tabs.edges).click();
    await page.getByRole('list', { name: words.edges.list }).getByRole('button').first().click();
    await check('edge orders');
    await tab(page, words.tabs.advice).click();
    await page
      .getByRole('region', { name: words.advice.whatIf })
      .getByRole('checkbox')
      .first()
      .check();
    const terms = page.getByRole('region', { name: words.circumstances.title });
    await terms.getByRole('button', { name: words.circumstances.add }).click();
    await terms.getByLabel(words.circumstances.sales).fill('x');
    await check('what to do');
    await tab(page, words.tabs.statement).click();
    await page.getByRole('button', { name: words.statement.choose }).waitFor();
    await check('statement');
    await page.getByLabel(words.statement.fromDay, { exact: true }).fill('2025-01-01');
    await page.getByLabel(words.statement.toDay, { exact: true }).fill('2025-03-31');
    await page.getByLabel(words.statement.choose).setInputFiles(statementOf());
    await page.getByRole('heading', { name: words.statement.letter }).waitFor();
    await check('statement read');
    await tab(page, words.tabs.policy).click();
    await page.getByRole('button', { name: words.policy.draft }).click();
    await page.getByRole('button', { name: words.policy.write }).waitFor();
    await check('policy');
    await page.getByRole('button', { name: words.actions.settings, exact: true }).click();
    await page.getByRole('heading', { name: words.settings.title }).waitFor();
    await check('settings');
    await page.getByRole('button', { name: words.actions.close }).click();
    await page.getByRole('button', { name: words.actions.more, exact: true }).click();
    await page.getByRole('menuitem', { name: words.actions.clearHighlights }).waitFor();
    await check('menu');
    await page.keyboard.press('Escape');

    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(await brokenPolicyLedger());
    await page.getByRole('button', { name: words.actions.analyze }).click();
    await page.getByRole('button', { name: words.actions.retry }).waitFor();
    await check('failed');

    expect({ found, errors }).toEqual({ found: [], errors: [] });
  });
});
