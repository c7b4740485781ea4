import type { Page } from 'playwright-core';
import { strFromU8 } from 'fflate';
import { formatAt, columnName } from '#domain/sheet.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import {
  bookOf,
  MAIN,
  TABLE_OF_FIRST,
  tableOfFirst,
  unzip,
  worksheet,
} from '../workbook/fixture.ts';
import { recalculated } from '../workbook/libreoffice.ts';
import { gridIsThere, pasteAt, typeInto } from './grid.ts';
import { upload } from './ledgers.ts';
import { downloadedBytes } from './saved.ts';
import { type Language, Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** A table grows over orders that are typed or pasted below it, on screen and in the file. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const NAMES = {
  'zh-CN': {
    table: '订单表',
    heads: ['单号', '实付 (Q3)', '两倍', '返点'],
    sheets: ['订单', '汇总'],
  },
  'en-US': {
    table: 'Orders',
    heads: ['Order', 'Paid (Q3)', 'Double', 'Rebate'],
    sheets: ['Order list', 'Totals'],
  },
} as const;

const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const formula = (cell: string, written: string, value: number): string =>
  `<c r="${cell}"><f>${written}</f><v>${value}</v></c>`;
const PAID = [1000, 2000, 3000];
const MONEY = '#,##0.00';
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
  '<borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/>' +
  '<xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>';

/** Two columns of the table are computed; another sheet adds it up. */
function bookWithTable({ table, heads, sheets }: (typeof NAMES)[Language]): Uint8Array {
  const [order, paid, double, rebate] = heads;
  const row = `${table}[[#This Row],[${paid}]]`;
  const formulas = [`${row}*2`, `REBATE_AMOUNT(${row},,$J$1:$K$2)`] as const;
  const rows = PAID.map((amount, at) => {
    const n = at + 2;
    return (
      `<row r="${n}">${text(`A${n}`, `N${n}`)}<c r="B${n}" s="1"><v>${amount}</v></c>` +
      formula(`C${n}`, formulas[0], amount * 2) +
      `${formula(`D${n}`, formulas[1], amount / 25)}</row>`
    );
  });
  const header = heads.map((word, at) => text(`${columnName(at)}1`, word)).join('');
  const calculated = (of: string): string =>
    `<calculatedColumnFormula>${of}</calculatedColumnFormula>`;
  return bookOf({
    sheets: {
      [sheets[0]]: worksheet(
        `<sheetData><row r="1">${header}</row>${rows.join('')}</sheetData>${TABLE_OF_FIRST}`,
      ),
      [sheets[1]]: worksheet(
        `<sheetData><row r="1">${formula('A1', `SUM(${table}[${paid}])`, 6000)}` +
          `${formula('B1', `ROWS(${table}[${paid}])`, 3)}</row></sheetData>`,
      ),
    },
    styles: STYLES,
    more: tableOfFirst(table, {
      ref: 'A1:D4',
      columns: [order, paid, [double, calculated(formulas[0])], [rebate, calculated(formulas[1])]],
      filter: 'A1:D4',
    }),
  });
}

async function read(bytes: Uint8Array, sheets: readonly string[]) {
  const book = await openWorkbook(bytes, 'x.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  const [orders, totals] = await Promise.all(sheets.map((name) => book.value.readSheet(name)));
  const look = await book.value.readLook(sheets[0] ?? '');
  return {
    columns: orders!.columns.slice(0, 4).map((column) => column.filter((cell) => cell !== null)),
    totals: totals!.columns.map(([first]) => first),
    bottom: look!.named?.[0]?.block.bottom,
    format: formatAt(orders!, 4, 1),
    formula: look!.formulas.find(({ row, column }) => row === 4 && column === 2)?.formula,
  };
}

it.each(['zh-CN', 'en-US'] as const)('%s', async (language: Language) => {
  const { browser } = wordsOf(language);
  const { table, heads, sheets } = NAMES[language];
  const given = bookWithTable(NAMES[language]);
  const { page, errors } = await stage.page({ language, live: true });
  const saved = (of: Page): Promise<Uint8Array> => downloadedBytes(of, browser.download);
  const undo = page.getByRole('button', { name: browser.grid.undo, exact: true });
  const redo = page.getByRole('button', { name: browser.grid.redo, exact: true });
  await gridIsThere(page);
  await page.getByLabel(browser.open, { exact: true }).setInputFiles(upload('grows.xlsx', given));
  await gridIsThere(page, 2);
  await pasteAt(page, 'J1', language === 'zh-CN' ? '门槛\t比例\n1\t4%' : 'Threshold\tRate\n1\t4%');

  await typeInto(page, 'B5', '4000');
  const typed = await saved(page);
  const once = await read(typed, sheets);
  expect(once).toEqual({
    columns: [
      [heads[0], 'N2', 'N3', 'N4'],
      [heads[1], ...PAID, 4000],
      [heads[2], 2000, 4000, 6000, 8000],
      [heads[3], 40, 80, 120, 160],
    ],
    totals: [10_000, 4],
    bottom: 4,
    format: MONEY,
    formula: `${table}[[#This Row],[${heads[1]}]]*2`,
  });
  const { copy = typed } = await recalculated({ copy: typed });
  expect((await read(copy, sheets)).totals).toEqual([10_000, 4]);

  // What is pasted counts row by row; a sum below its column is none of its rows.
  await pasteAt(page, 'A6', 'N6\t5000\nN7\t6000');
  await typeInto(page, 'B8', `=SUM(${table}[${heads[1]}])`);
  const pasted = await saved(page);
  const all = await read(pasted, sheets);
  expect([all.bottom, all.totals]).toEqual([6, [21_000, 6]]);
  expect(all.columns[1]?.slice(4)).toEqual([4000, 5000, 6000, 21_000]);
  expect(all.columns[2]?.slice(4)).toEqual([8000, 10_000, 12_000]);
  const { again = pasted } = await recalculated({ again: pasted });
  const theirs = await read(again, sheets);
  expect([theirs.totals, theirs.columns[1]]).toEqual([all.totals, all.columns[1]]);

  // Taken back: the sum, the growth and what was pasted, the growth and what was typed.
  for (let steps = 0; steps < 3; steps += 1) await undo.click();
  expect(await read(await saved(page), sheets)).toEqual(once);
  await undo.click();
  const below = await read(await saved(page), sheets);
  expect([below.bottom, below.totals]).toEqual([3, [6000, 3]]);
  expect(below.columns.map((column) => column.length)).toEqual([4, 5, 4, 4]);
  await undo.click();
  const partOf = (bytes: Uint8Array, part: string): string => strFromU8(unzip(bytes)[part]!);
  const back = await saved(page);
  expect(partOf(back, 'xl/tables/table1.xml')).toBe(partOf(given, 'xl/tables/table1.xml'));
  expect((await read(back, sheets)).columns).toEqual((await read(given, sheets)).columns);
  for (let steps = 0; steps < 2; steps += 1) await redo.click();
  expect(await read(await saved(page), sheets)).toEqual(once);

  // It is as large after a reload, and goes on growing.
  await page.reload();
  await gridIsThere(page);
  await typeInto(page, 'B6', '5000');
  const later = await read(await saved(page), sheets);
  expect([later.bottom, later.totals]).toEqual([5, [15_000, 5]]);
  expect(errors).toEqual([]);
});
