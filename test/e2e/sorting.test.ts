import type { Page } from 'playwright-core';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { RICH_STYLES } from '../workbook/rich-book.ts';
import { bookOf, sheetData } from '../workbook/fixture.ts';
import { goTo, gridIsThere, typeInto } from './grid.ts';
import { upload } from './ledgers.ts';
import { downloadedBytes } from './saved.ts';
import { Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/**
 * Sorting, filling, finding: what moves many cells, and what the saved copy makes of it. One page
 * for all: what a test changes, no later one reads.
 */
let stage: Stage;
let page: Page;
let errors: readonly string[];
beforeAll(async () => {
  stage = await Stage.open();
  ({ page, errors } = await stage.page({ live: true }));
  await gridIsThere(page);
  await page
    .getByLabel(words.browser.open, { exact: true })
    .setInputFiles(upload('排序.xlsx', orders()));
  await gridIsThere(page, 2);
});
afterAll(() => stage.close());

const words = wordsOf('zh-CN');
const button = (name: string) => page.getByRole('button', { name, exact: true });

const text = (cell: string, value: string, style = '') =>
  `<c r="${cell}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;
const AMOUNTS = [30, 10, 40, 20];
/** A title, a header, orders with a formula each; the first order's number has its own look. */
const orders = (): Uint8Array => {
  const words = ['订单号', '客户', '金额', '两倍'];
  const header = words.map((word, at) => text(`${'ABCD'[at]}2`, word));
  const rows = AMOUNTS.map((amount, at) => {
    const row = at + 3;
    return (
      `<row r="${row}">${text(`A${row}`, `N${amount}`, at === 0 ? ' s="1"' : '')}` +
      `${text(`B${row}`, `客户${at}`)}<c r="C${row}"><v>${amount}</v></c>` +
      `<c r="D${row}"><f>C${row}*2</f><v>${amount * 2}</v></c></row>`
    );
  });
  const title = `<row r="1">${text('A1', '2025 年订单')}</row>`;
  const sheet = sheetData(`${title}<row r="2">${header.join('')}</row>${rows.join('')}`);
  return bookOf({ sheets: { 订单: sheet }, styles: RICH_STYLES });
};

/** The saved copy's columns of orders, with formulas and looks by row from 1. */
async function saved() {
  const bytes = await downloadedBytes(page, words.browser.download);
  const book = await openWorkbook(bytes, 'x.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  const [sheet, look] = await Promise.all([
    book.value.readSheet('订单'),
    book.value.readLook('订单'),
  ]);
  const formulas = (look?.formulas ?? []).map(({ row, formula }) => [row + 1, formula]);
  const looks = [...(look?.cells[0] ?? [])].flatMap((at, row) => (at === 0 ? [] : [row + 1]));
  return { columns: sheet.columns, formulas, looks };
}

it('sorts the orders: titles and header stay, formulas and looks go with their rows', async () => {
  const before = await saved();
  await goTo(page, 'C4');
  await button(words.browser.grid.sortUp).click();
  const up = await saved();
  const numbers = ['N10', 'N20', 'N30', 'N40'];
  expect(up.columns[0]).toEqual(['2025 年订单', '订单号', ...numbers]);
  expect(up.columns[3]?.slice(2)).toEqual([20, 40, 60, 80]);
  expect(up.formulas).toEqual([3, 4, 5, 6].map((row) => [row, `C${row}*2`]));
  expect([before.looks, up.looks]).toEqual([[3], [5]]);
  await button(words.browser.grid.sortDown).click();
  const down = await saved();
  expect(down.columns[0]?.slice(1)).toEqual(['订单号', ...[...numbers].reverse()]);
  expect(down.columns[3]?.slice(2)).toEqual([80, 60, 40, 20]);
  await button(words.browser.grid.undo).click();
  await button(words.browser.grid.undo).click();
  expect(await saved()).toEqual(before);
  expect(errors).toEqual([]);
});

it('says that a look cannot be changed here, and does not change it', async () => {
  const before = await saved();
  await goTo(page, 'A4');
  await page.keyboard.press('Control+b');
  await page.getByText(words.browser.notKept).waitFor();
  expect(await saved()).toEqual(before);
});

it('copies formulas as formulas, by copying and by filling down', async () => {
  await typeInto(page, 'E3', '=REBATE_MONEY(C3)+1');
  await goTo(page, 'E3');
  await page.keyboard.press('Control+c');
  await goTo(page, 'E4:E5');
  await page.keyboard.press('Control+v');
  await goTo(page, 'E5:E6');
  await page.keyboard.press('Control+d');
  const { columns, formulas } = await saved();
  expect(columns[4]?.slice(2)).toEqual([31, 11, 41, 21]);
  const typed = formulas.filter(([, formula]) => String(formula).includes('REBATE'));
  expect(typed).toEqual([3, 4, 5, 6].map((row) => [row, `REBATE_MONEY(C${row})+1`]));
});

it('finds what a cell holds, and replaces it', async () => {
  // Among several chosen cells it would look there alone.
  await goTo(page, 'A1');
  await button(words.browser.grid.find).click();
  await page.getByPlaceholder('输入查找内容').fill('N20');
  await page.getByPlaceholder('输入查找内容').press('Enter');
  await page.getByText('1/1').waitFor();
  await page.getByText('替换 / 高级查找').click();
  await page.getByPlaceholder('输入替换内容').fill('M20');
  await button('替换').click();
  await page.getByText('1/1').waitFor({ state: 'detached' });
  expect((await saved()).columns[0]?.slice(2)).toEqual(['N30', 'N10', 'N40', 'M20']);
  expect(errors).toEqual([]);
});
