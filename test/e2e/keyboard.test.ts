import type { Page } from 'playwright-core';
import { Stage } from './stage.ts';
import { wordsOf } from './words.ts';

const words = wordsOf('zh-CN');
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** What has the focus, as it is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      document.activeElement?.getAttribute('aria-label') ??
      document.activeElement?.textContent ??
      '',
  );

async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 60 && (await focused(page)) !== name; stops += 1)
    await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(name);
}

it(
  'does everything from the keyboard: analyze, change pages, choose an order, settle on a ' +
    'menu entry',
  async () => {
    const { page } = await stage.page();
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
    await tabTo(page, words.actions.analyze);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.needs.title }).waitFor();
    await tabTo(page, words.tabs.overview);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe(words.tabs.edges);
    await page.getByRole('list', { name: words.edges.list }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('[data-row="4"][aria-current="true"]').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.locator('[data-row="31"][aria-current="true"]').waitFor();
    await tabTo(page, words.actions.more);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(words.actions.clearHighlights);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe(words.actions.more);
  },
);

it('shows where the focus is, in high contrast too', async () => {
  const { page } = await stage.page();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await page.getByRole('tab', { name: words.tabs.overview }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('list', { name: words.edges.list }).waitFor();
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement as Element).outlineStyle,
  );
  expect(outline).toBe('solid');
});
