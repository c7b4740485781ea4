import type { Page } from 'playwright-core';

/** Waits for the live sheet of the file opened as the n-th. */
export const gridIsThere = (page: Page, opening = 1): Promise<void> =>
  page.locator(`[data-live^="${opening}:"] canvas`).first().waitFor({ timeout: 60_000 });

/** Goes to a cell by its name and types into it. */
export async function typeInto(page: Page, cell: string, text: string): Promise<void> {
  await goTo(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Goes to a cell or a block ("T2", "B2:B9") by its name. */
export async function goTo(page: Page, cell: string): Promise<void> {
  const name = page.locator('input[type=text]').first();
  await name.click();
  await name.fill(cell);
  await name.press('Enter');
}
