import type { Page } from 'playwright-core';
import { cellAddress, columnName } from '#domain/sheet.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { bookOf, TABLE_OF_FIRST, tableOfFirst, worksheet } from '../workbook/fixture.ts';
import { recalculated } from '../workbook/libreoffice.ts';
import { formulaIn, goTo, gridIsThere, pasteAt, typeInto } from './grid.ts';
import { upload } from './ledgers.ts';
import { downloadedBytes } from './saved.ts';
import { type Language, Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** Formulas that name columns of tables: the file's own, and what is typed. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const NAMES = {
  'zh-CN': {
    table: '订单表',
    heads: ['单号', '实付 (Q3)', '返点', '两倍', '三倍'],
    renamed: '实收',
    sheets: ['订单', '汇总'],
    policy: '门槛\t比例\n1\t4%',
  },
  'en-US': {
    table: 'Orders',
    heads: ['Order', 'Paid (Q3)', 'Rebate', 'Double', 'Triple'],
    renamed: 'Net paid',
    sheets: ['Order list', 'Totals'],
    policy: 'Threshold\tRate\n1\t4%',
  },
} as const;

const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const figure = (cell: string, value: number): string => `<c r="${cell}"><v>${value}</v></c>`;
const formula = (cell: string, written: string, value: number): string =>
  `<c r="${cell}"><f>${written}</f><v>${value}</v></c>`;
const PAID = [1000, 2000, 3000];

/** A table with a row of totals, and another sheet that adds it up. */
function bookWithTable({ table, heads, sheets }: (typeof NAMES)[Language]): Uint8Array {
  const [, paid] = heads;
  const row = `${table}[[#This Row],[${paid}]]`;
  const rows = PAID.map((amount, at) => {
    const n = at + 2;
    const computed =
      formula(`C${n}`, `REBATE_AMOUNT(${row},,$G$1:$H$2)`, amount / 25) +
      formula(`D${n}`, `${row}*2`, amount * 2);
    return `<row r="${n}">${text(`A${n}`, `N${n}`)}${figure(`B${n}`, amount)}${computed}</row>`;
  });
  const header = heads.map((word, at) => text(`${columnName(at)}1`, word)).join('');
  return bookOf({
    sheets: {
      [sheets[0]]: worksheet(
        `<sheetData><row r="1">${header}</row>${rows.join('')}<row r="5">` +
          `${formula('B5', `SUBTOTAL(109,${table}[${paid}])`, 6000)}</row></sheetData>` +
          TABLE_OF_FIRST,
      ),
      [sheets[1]]: worksheet(
        `<sheetData><row r="1">${formula('A1', `SUM(${table}[${paid}])`, 6000)}` +
          `${formula('B1', 'SUM(Elsewhere[x])', 7)}</row><row r="3">` +
          `${formula('C3', `${table}[${paid}]*2`, 4000)}</row></sheetData>`,
      ),
    },
    more: tableOfFirst(table, {
      ref: 'A1:E5',
      columns: heads,
      attributes: ' totalsRowCount="1"',
      filter: 'A1:E4',
    }),
  });
}

describe.each(['zh-CN', 'en-US'] as const)('%s', (language: Language) => {
  const words = wordsOf(language);
  const names = NAMES[language];
  const { table, heads, renamed, sheets } = names;
  const [, paid, rebate] = heads;

  /** The sheets' columns, as they are saved and as LibreOffice computes them, and the formulas. */
  async function saved(page: Page) {
    const bytes = await downloadedBytes(page, words.browser.download);
    const { copy = bytes } = await recalculated({ copy: bytes });
    const [ours, theirs] = await Promise.all([bytes, copy].map(read));
    return { ...ours!, theirs: theirs!.columns };
  }

  async function read(bytes: Uint8Array) {
    const book = await openWorkbook(bytes, 'x.xlsx');
    if (!book.ok) throw new Error(book.error.code);
    const columns = sheets.map(async (name) => (await book.value.readSheet(name)).columns);
    const looks = await Promise.all(sheets.map((name) => book.value.readLook(name)));
    const formulas = looks.flatMap((look, sheet) =>
      look!.formulas.map((each): readonly [string, string] => [
        `${'ab'[sheet]} ${cellAddress(each.row, each.column)}`,
        each.formula,
      ]),
    );
    return { columns: await Promise.all(columns), formulas: new Map(formulas) };
  }

  it('computes them, follows what they name, and saves them as Excel reads them', async () => {
    const { page, errors } = await stage.page({ language, live: true });
    await gridIsThere(page);
    await page
      .getByLabel(words.browser.open, { exact: true })
      .setInputFiles(upload('tables.xlsx', bookWithTable(names)));
    await gridIsThere(page, 2);
    await pasteAt(page, 'G1', names.policy);
    await typeInto(page, 'B2', '5000');
    await typeInto(page, 'E2', `=[@[${paid}]]*3`);
    await goTo(page, 'E2:E4');
    await page.keyboard.press('Control+d');
    await typeInto(page, 'J1', `=SUM(${table}[${rebate}])`);
    await typeInto(page, 'B1', renamed);
    // Formulas say the new name at once, and the old one again when it is taken back.
    expect(await formulaIn(page, 'C2')).toContain(`[[#This Row],[${renamed}]]`);
    expect((await formulaIn(page, 'E3')).replace(/[[\]]/g, '')).toBe(`=@${renamed}*3`);
    const { grid, download } = words.browser;
    await page.getByRole('button', { name: grid.undo, exact: true }).click();
    expect(await formulaIn(page, 'C2')).toContain(`[[#This Row],[${paid}]]`);
    await page.getByRole('button', { name: grid.redo, exact: true }).click();
    expect(await formulaIn(page, 'C2')).toContain(`[[#This Row],[${renamed}]]`);
    await typeInto(page, 'J2', `=SUM(${table}[[#Data],[${renamed}]])`);
    await typeInto(page, 'J3', `=SUM(${table}[x])`);
    await typeInto(page, 'B3', '4000');
    await pasteAt(page, 'J4', '=1+\n=SUM(B2，B3)\n=1 2\n=A2 2\n' + `=VLOOKUP("N3",${table},2)`);
    const { columns, theirs, formulas } = await saved(page);
    const [orders = [], totals] = columns;
    const amounts = [5000, 4000, 3000];
    const times = (factor: number): readonly number[] => amounts.map((each) => each * factor);
    expect(orders[1]).toEqual([renamed, ...amounts, 12_000]);
    for (const [column, factor] of [0.04, 2, 3].entries())
      expect(orders[column + 2]?.slice(1, 4)).toEqual(times(factor));
    // What Excel would not take as a formula is its text.
    expect(orders[9]).toEqual([
      480,
      12_000,
      { fault: '#REF!' },
      '=1+',
      '=SUM(B2，B3)',
      '=1 2',
      '=A2 2',
      4000,
    ]);
    // What the file stores as no array formula takes the cell of its row, and no more.
    expect(totals?.map((column) => column.filter((cell) => cell !== null))).toEqual([
      [12_000],
      [7],
      [8000],
    ]);
    // LibreOffice does not know our functions.
    for (const column of [1, 3, 4]) expect(theirs[0]?.[column]).toEqual(orders[column]);
    expect(theirs[0]?.[9]?.slice(1)).toEqual(orders[9]?.slice(1));
    expect([theirs[1]?.[0]?.[0], theirs[1]?.[2]?.[2]]).toEqual([12_000, 8000]);
    const row = `${table}[[#This Row],[${renamed}]]`;
    for (const n of [2, 3, 4]) {
      expect(formulas.get(`a C${n}`)).toBe(`REBATE_AMOUNT(${row},,$G$1:$H$2)`);
      expect(formulas.get(`a E${n}`)).toBe(`${row}*3`);
    }
    expect(formulas.get('a J2')).toBe(`SUM(${table}[[#Data],[${renamed}]])`);
    expect(formulas.get('a J3')).toBe('SUM(#REF!)');
    expect(formulas.get('b B1')).toBe('SUM(Elsewhere[x])');
    await goTo(page, 'B3');
    await page.getByRole('button', { name: grid.sortUp, exact: true }).click();
    const sorted = await read(await downloadedBytes(page, download));
    const up = sorted.columns[0] ?? [];
    expect(up[1]).toEqual([renamed, 3000, 4000, 5000, 12_000]);
    expect(up[4]).toEqual([heads[4], 9000, 12_000, 15_000]);
    expect([...sorted.formulas.keys()].sort()).toEqual([...formulas.keys()].sort());
    await page.getByRole('button', { name: grid.undo, exact: true }).click();
    expect(await read(await downloadedBytes(page, download))).toEqual({ columns, formulas });
    expect(errors).toEqual([]);
  });
});
