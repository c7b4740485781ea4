import { DEEPEST_FORMULA, LONGEST_FORMULA, LONGEST_FORMULA_CHAIN } from '#domain/bounds.ts';
import { type Cell, cellAt, formatAt } from '#domain/sheet.ts';
import { bookOf, opened, sheetData } from './fixture.ts';

/** A cell as programs write it that know no arithmetic: a formula and no result. */
const formula = (at: string, text: string): string =>
  `<c r="${at}"><f>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</f><v></v></c>`;
const number = (at: string, value: number): string => `<c r="${at}"><v>${value}</v></c>`;
const text = (at: string, value: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** What C1 comes to beside 186400 in A1, 0.1 in B1, a text in D1, and nothing in E1. */
async function c1(written: string): Promise<Cell> {
  const row =
    `<row r="1">${number('A1', 186400)}${number('B1', 0.1)}${formula('C1', written)}` +
    `${text('D1', '退')}</row><row r="2">${number('A2', 0.2)}</row>`;
  const book = await opened(bookOf({ sheets: { 订单: sheetData(row) } }));
  return cellAt(await book.readSheet('订单'), 0, 2);
}

const OPEN = { fault: '#CALC!' };

describe('a formula that its program has not calculated', () => {
  test.each([
    ['A1-B1', 186399.9],
    ['A1*(1-B1)', 167760],
    ['$A$1*B1/2+3', 9323],
    ['-A1+50%', -186399.5],
    ['B1+A2', 0.1 + 0.2],
    ['ROUND(A1*0.333335,2)', 62133.64],
    ['ROUND(1.005,2)', 1.01],
    ['ROUND(-2.5,0)', -3],
    ['SUM(A1:B1,A2,1)', 186400 + 0.1 + 0.2 + 1],
    ['SUM(A1:D1)', OPEN],
    ['IF(D1="退",-A1,A1)', -186400],
    ['IF(D1<>"退","",A1)', 186400],
    ['IF(E1="","",A1*D1)', null],
    ['IF(E1=0,A1,B1)', 186400],
    ['IF(A1>=186400,1,2)', 1],
    ['D1&"-"&A1', '退-186400'],
    ['E1', 0],
    // What it takes more than arithmetic to know, or a text in place of a number.
    ['A1*D1', OPEN],
    ['A1/E1', OPEN],
    ['C1+1', OPEN],
    ['VLOOKUP(D1,A:B,2,0)', OPEN],
    ['IFERROR(1/0,A1)', OPEN],
    ['A1+其他!A1', OPEN],
    ['A1+1 2', OPEN],
    ['TODAY()', OPEN],
    ['IF(D1,1,2)', OPEN],
    ['(A1', OPEN],
    ['A1:B1', OPEN],
    ['SUM(A:A)', OPEN],
    ['REBATE_AMOUNT(A1)', OPEN],
  ])('=%s', async (written, value) => {
    expect(await c1(written)).toEqual(value);
  });
});

test('one that rests on another, and a circle that rests on itself', async () => {
  const rows =
    `<row r="1">${formula('A1', 'B1*2')}${formula('B1', 'C1+1')}${number('C1', 4)}</row>` +
    `<row r="2">${formula('A2', 'B2')}${formula('B2', 'A2')}</row>`;
  const sheet = await (await opened(bookOf({ sheets: { S: sheetData(rows) } }))).readSheet('S');
  expect([cellAt(sheet, 0, 0), cellAt(sheet, 0, 1)]).toEqual([10, 5]);
  expect([cellAt(sheet, 1, 0), cellAt(sheet, 1, 1)]).toEqual([OPEN, OPEN]);
});

test('a running sum of thousands of rows, each upon the last', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => {
    const at = index + 1;
    const sum = index === 0 ? 'A1' : `B${index}+A${at}`;
    return `<row r="${at}">${number(`A${at}`, 1.5)}${formula(`B${at}`, sum)}</row>`;
  });
  const sheet = await (
    await opened(bookOf({ sheets: { S: sheetData(rows.join('')) } }))
  ).readSheet('S');
  expect(cellAt(sheet, 2999, 1)).toBe(4500);
});

describe('is no longer than Excel allows', () => {
  const brackets = (deep: number): string => '('.repeat(deep) + 'A1' + ')'.repeat(deep);
  const plus = (length: number): string => 'A1'.padEnd(length - (length % 2), '+0');
  test.each([
    [brackets(DEEPEST_FORMULA), 186400],
    [brackets(DEEPEST_FORMULA + 1), OPEN],
    [`${'-'.repeat(DEEPEST_FORMULA + 1)}A1`, OPEN],
    [plus(LONGEST_FORMULA), 186400],
    [plus(LONGEST_FORMULA + 2), OPEN],
  ])('%#', async (written, value) => {
    expect(await c1(written)).toEqual(value);
  });
});

test('a chain upon what stands below is followed as far as a stack holds it', async () => {
  const rows = Array.from({ length: LONGEST_FORMULA_CHAIN + 50 }, (_, at) => {
    return `<row r="${at + 1}">${formula(`A${at + 1}`, `A${at + 2}+1`)}</row>`;
  });
  const last = LONGEST_FORMULA_CHAIN + 51;
  const ending = `<row r="${last}">${number(`A${last}`, 0)}</row>`;
  const book = await opened(bookOf({ sheets: { S: sheetData(rows.join('') + ending) } }));
  const sheet = await book.readSheet('S');
  expect([cellAt(sheet, 0, 0), cellAt(sheet, 520, 0)]).toEqual([OPEN, 30]);
});

test('one that it shares with the cells below', async () => {
  const shared = '<c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$A$1</f><v></v></c>';
  const below = '<c r="B2"><f t="shared" si="0"/><v/></c>';
  const rows =
    `<row r="1">${number('A1', 3)}${shared}</row>` + `<row r="2">${number('A2', 5)}${below}</row>`;
  const sheet = await (await opened(bookOf({ sheets: { S: sheetData(rows) } }))).readSheet('S');
  expect([cellAt(sheet, 0, 1), cellAt(sheet, 1, 1)]).toEqual([9, 15]);
});

test('an array formula stays open, and so do the cells that its results took', async () => {
  const array = '<c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v></v></c>';
  const rows =
    `<row r="1">${array}${number('B1', 3)}</row>` +
    `<row r="2">${number('A2', 8)}${number('B2', 3)}</row><row r="3">${number('A3', 1)}</row>`;
  const sheet = await (await opened(bookOf({ sheets: { S: sheetData(rows) } }))).readSheet('S');
  expect(sheet.columns[0]).toEqual([OPEN, OPEN, 1]);
});

test('a computed number has the format of its cell', async () => {
  const rows =
    `<row r="1">${number('A1', 45_000)}</row>` +
    '<row r="2"><c r="A2" s="1"><f>A1+1</f><v></v></c></row>';
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const book = await opened(bookOf({ sheets: { S: sheetData(rows) }, styles }));
  const sheet = await book.readSheet('S');
  expect(cellAt(sheet, 1, 0)).toBe(45_001);
  expect(formatAt(sheet, 1, 0)).not.toBe(formatAt(sheet, 0, 0));
});
