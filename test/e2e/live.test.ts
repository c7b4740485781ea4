import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { openWorkbook } from '#workbook/file-workbook.ts';
import { type Language, Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** The browser edition's sheet as a workbook that answers, on the sample ledger. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const SHEET = { 'zh-CN': '订单', 'en-US': 'Orders' } as const;
const WON = { 'zh-CN': '待结算', 'en-US': 'Pending settlement' } as const;

/** Goes to a cell by its name and types into it. */
async function type(page: Page, cell: string, text: string): Promise<void> {
  const name = page.locator('input[type=text]').first();
  await name.click();
  await name.fill(cell);
  await name.press('Enter');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe.each(['zh-CN', 'en-US'] as const)('%s', (language: Language) => {
  const words = wordsOf(language);

  it('takes what is typed, computes the functions, and saves both in the file', async () => {
    const { page, errors } = await stage.page({ language, live: true });
    await page.locator('canvas').first().waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
    await page.getByText('¥136,946.50').first().waitFor();
    await type(page, 'M57', WON[language]);
    await type(page, 'R1', 'Threshold');
    await type(page, 'S1', 'Rate');
    await type(page, 'R2', '50万');
    await type(page, 'S2', '6%');
    await type(page, 'T2', '=REBATE_AMOUNT(1234567.89,,R1:S2)');
    await type(page, 'T3', '=SUM(K2:K3)*2');
    await page.getByRole('button', { name: words.actions.analyzeAgain }).first().click();
    // The pending deal of 96,000.00 counts now: so much less is missing.
    await page.getByText('¥40,946.50').first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.browser.download }).first().click();
    const bytes = new Uint8Array(await readFile(await (await download).path()));
    const opened = await openWorkbook(bytes, 'saved.xlsx');
    if (!opened.ok) throw new Error(opened.error.code);
    const sheet = await opened.value.readSheet(SHEET[language]);
    const at = (column: number, row: number): unknown => sheet.columns[column]?.[row - 1];
    expect(at(12, 57)).toBe(WON[language]);
    expect(at(19, 2)).toBe(74_074.07);
    expect(at(19, 3)).toBe(((at(10, 2) as number) + (at(10, 3) as number)) * 2);
    const look = await opened.value.readLook(SHEET[language]);
    expect(look?.formulas.map(({ formula }) => formula)).toEqual(
      expect.arrayContaining(['REBATE_AMOUNT(1234567.89,,R1:S2)', 'SUM(K2:K3)*2']),
    );
    expect(errors).toEqual([]);
  });
});
