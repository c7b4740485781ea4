import type { Locator, Page } from 'playwright-core';

/** Waits for the live sheet of the file opened as the n-th. */
export const gridIsThere = (page: Page, opening = 1): Promise<void> =>
  page.locator(`[data-live^="${opening}:"] canvas`).first().waitFor({ timeout: 60_000 });

/** Goes to a cell by its name and types into it; settles when the cell has taken it. */
export async function typeInto(page: Page, cell: string, text: string): Promise<void> {
  await goTo(page, cell);
  await page.keyboard.type(text);
  await enter(page, cell);
}

/** Presses Enter until the cell has taken what was typed; a list of completions takes the first. */
export async function enter(page: Page, cell: string): Promise<void> {
  for (let times = 0; times < 8; times += 1) {
    await page.keyboard.press('Enter');
    if (await hasLeft(page, cell)) return;
  }
  throw new Error(`${cell} did not take what was typed`);
}

const hasLeft = (page: Page, cell: string): Promise<boolean> =>
  page
    .waitForFunction(
      (name) => document.querySelector<HTMLInputElement>('input[type=text]')?.value !== name,
      cell,
      { timeout: 5_000 },
    )
    .then(
      () => true,
      () => false,
    );

/**
 * Presses Escape until what stands beside a cell is gone: the first may close a list of functions
 * that is some moments behind what is typed.
 */
export async function escape(page: Page, beside: Locator): Promise<void> {
  for (let times = 0; times < 40; times += 1) {
    await page.keyboard.press('Escape');
    if (await isGone(beside)) return;
  }
  throw new Error('what stands beside the cell did not go');
}

const isGone = (beside: Locator): Promise<boolean> =>
  beside
    .first()
    .waitFor({ state: 'detached', timeout: 1_000 })
    .then(
      () => true,
      () => false,
    );

/** Goes to a cell or a block ("T2", "B2:B9") by its name. */
export async function goTo(page: Page, cell: string): Promise<void> {
  const name = page.locator('input[type=text]').first();
  await name.click();
  await name.fill(cell);
  await name.press('Enter');
  await isAt(page, cell);
}

/** The formula of a cell, as its editor shows it; asked until the keys have met the editor. */
export async function formulaIn(page: Page, cell: string): Promise<string> {
  for (let times = 0; times < 8; times += 1) {
    await goTo(page, cell);
    await page.evaluate((text) => navigator.clipboard.writeText(text), NOTHING_YET);
    await page.keyboard.press('F2');
    await editorIsOpen(page);
    for (const key of ['Control+a', 'Control+c']) await page.keyboard.press(key);
    const copied = await page.evaluate(copiedSince, NOTHING_YET);
    await page.keyboard.press('Escape');
    if (copied.startsWith('=')) return copied.trim();
  }
  throw new Error(`${cell} shows no formula`);
}

const NOTHING_YET = 'nothing yet';

/** What is copied next, or after five seconds still what stands there; runs in the page. */
async function copiedSince(before: string): Promise<string> {
  let copied = before;
  for (let looks = 0; copied === before && looks < 250; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    copied = await navigator.clipboard.readText();
  }
  return copied;
}

/** The editor of a cell stands in the sheet, and no longer far outside of it. */
const editorIsOpen = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('.univer-absolute.univer-z-10')].some(
      ({ style }) => parseFloat(style.left) >= 0 && parseFloat(style.width) > 0,
    ),
  );

/** Pastes lines of text, tabs between their cells, from a cell on. */
export async function pasteAt(page: Page, cell: string, text: string): Promise<void> {
  await goTo(page, cell);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

/** The selection is there, and the keyboard is the sheet's. */
const isAt = async (page: Page, cell: string): Promise<void> => {
  await page.waitForFunction(
    (name) =>
      document.querySelector<HTMLInputElement>('input[type=text]')?.value === name &&
      document.activeElement?.getAttribute('data-u-comp') === 'editor',
    cell,
  );
};
