import { isFault } from '#domain/sheet.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { recalculated } from '../workbook/libreoffice.ts';
import { goTo, gridIsThere, pasteAt, typeInto } from './grid.ts';
import { downloadedBook, downloadedBytes } from './saved.ts';
import { type Language, Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** Formulas filled down follow their policy; the copy with the review is the same elsewhere. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const SHEET = { 'zh-CN': '订单', 'en-US': 'Orders' } as const;
const REVIEW = { 'zh-CN': /^返点复盘/, 'en-US': /^Rebate review/ } as const;
const POLICY = {
  'zh-CN': '门槛\t比例\n1\t4%',
  'en-US': 'Threshold\tRate\n1\t4%',
} as const;

it.each(['zh-CN', 'en-US'] as const)('%s', async (language: Language) => {
  const words = wordsOf(language);
  const { page, errors } = await stage.page({ language, live: true });
  await gridIsThere(page);
  await pasteAt(page, 'R1', POLICY[language]);
  await typeInto(page, 'T2', '=REBATE_AMOUNT(K2,,R$1:S$2)');
  await goTo(page, 'T2:T4');
  await page.keyboard.press('Control+d');
  const filled = async (): Promise<unknown> =>
    (
      await (await downloadedBook(page, words.browser.download)).readSheet(SHEET[language])
    ).columns[19]?.slice(1, 4);
  expect(await filled()).toEqual([5120, 1872, 6000]);
  await typeInto(page, 'S2', '5%');
  expect(await filled()).toEqual([6400, 2340, 7500]);
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await page.getByRole('button', { name: words.actions.writeReview }).click();
  await page.getByText(language === 'zh-CN' ? /复盘已写入/ : /Review written/).waitFor();
  await gridIsThere(page);
  // It stays while the figures follow the sheet that was written.
  await page.getByRole('button', { name: words.review.show }).click();
  await page.getByRole('tab', { name: REVIEW[language], selected: true }).waitFor();
  const bytes = await downloadedBytes(page, words.browser.download);
  const { copy = bytes } = await recalculated({ copy: bytes });
  const [ours, theirs] = await Promise.all([numbersOf(bytes), numbersOf(copy)]);
  expect(ours.length).toBeGreaterThan(50);
  expect(theirs).toEqual(ours);
  expect(errors).toEqual([]);

  /** Every figure and error of the review's sheets, with its place. */
  async function numbersOf(of: Uint8Array): Promise<readonly string[]> {
    const opened = await openWorkbook(of, 'copy.xlsx');
    if (!opened.ok) throw new Error(opened.error.code);
    const names = (await opened.value.listSheets()).map(({ name }) => name);
    const sheets = names.filter((name) => REVIEW[language].test(name));
    const read = await Promise.all(sheets.map((name) => opened.value.readSheet(name)));
    return read.flatMap(({ name, columns }) =>
      columns.flatMap((cells, column) =>
        cells.flatMap((cell, row) =>
          typeof cell === 'number' || isFault(cell)
            ? [`${name} ${column}:${row} ${typeof cell === 'number' ? cell.toFixed(6) : 'error'}`]
            : [],
        ),
      ),
    );
  }
});
