import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { type FileWorkbook, openWorkbook } from '#workbook/files/file-workbook.ts';

/** The copy that the page's button hands out. */
export async function downloadedBytes(page: Page, button: string): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return new Uint8Array(await readFile(await (await download).path()));
}

export async function downloadedBook(page: Page, button: string): Promise<FileWorkbook> {
  const opened = await openWorkbook(await downloadedBytes(page, button), 'saved.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}
