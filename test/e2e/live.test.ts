import { readFile } from 'node:fs/promises';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { gridIsThere, typeInto } from './grid.ts';
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

describe.each(['zh-CN', 'en-US'] as const)('%s', (language: Language) => {
  const words = wordsOf(language);

  it('takes what is typed, computes the functions, and saves both in the file', async () => {
    const { page, errors } = await stage.page({ language, live: true });
    await gridIsThere(page);
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
    await page.getByText('¥136,946.50').first().waitFor();
    await typeInto(page, 'M57', WON[language]);
    await typeInto(page, 'R1', 'Threshold');
    await typeInto(page, 'S1', 'Rate');
    await typeInto(page, 'R2', '50万');
    await typeInto(page, 'S2', '6%');
    await typeInto(page, 'T2', '=REBATE_AMOUNT(1234567.89,,R1:S2)');
    await typeInto(page, 'T3', '=SUM(K2:K3)*2');
    // The pending deal of 96,000.00 counts now, by itself: so much less is missing.
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
