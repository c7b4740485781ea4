import { strFromU8 } from 'fflate';
import type { CellEdit } from '#application/live/cell-edit.ts';
import { stretchedFormula } from '#application/live/stretched-ranges.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { Pump } from '#workbook/paced-loop.ts';
import { readLook } from '#workbook/xlsx/look/read-look.ts';
import { OfficePackage } from '#workbook/xlsx/package.ts';
import { readWorkbookPart } from '#workbook/xlsx/read/workbook-part.ts';
import {
  bookParts,
  type Parts,
  TABLE_OF_FIRST,
  tableOfFirst,
  unzip,
  worksheet,
  zipOf,
} from '../fixture.ts';

const text = (cell: string, value: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A table A1:B3 with a filter, and everything that holds for whole columns of it, or nearly. */
function bookWith(bottom: number): Parts {
  const other =
    '<conditionalFormatting sqref="B2:B3"><cfRule type="expression"/></conditionalFormatting>';
  const rules =
    `<conditionalFormatting sqref="B2:B${bottom} D4"><cfRule type="expression" priority="1">` +
    `<formula>SUM($B$2:$B$${bottom})&gt;A2</formula></cfRule></conditionalFormatting>` +
    `<conditionalFormatting sqref="B2 C2:C3 A1:C3"><cfRule type="expression" priority="2">` +
    '<formula>B2="A2:A3"</formula></cfRule></conditionalFormatting>' +
    `<dataValidations count="1"><dataValidation type="list" sqref="A2:A${bottom}">` +
    `<formula1>$A$2:$A$${bottom}</formula1></dataValidation></dataValidations>` +
    TABLE_OF_FIRST +
    '<extLst><ext uri="x"><x14:dataValidations xmlns:x14="a" xmlns:xm="b"><x14:dataValidation>' +
    `<x14:formula1><xm:f>汇总!$A$2:$A$3</xm:f></x14:formula1><xm:sqref>A1:B${bottom}</xm:sqref>` +
    '</x14:dataValidation></x14:dataValidations></ext></extLst>';
  const rows =
    `<row r="1">${text('A1', '单号')}${text('B1', '实付')}</row>` +
    '<row r="2"><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>';
  const parts = bookParts({
    sheets: {
      订单: worksheet(`<sheetData>${rows}</sheetData>${rules}`),
      汇总: worksheet(
        `<sheetData><row r="1"><c r="A1"><f>SUM(T[实付])</f><v>3</v></c></row></sheetData>${other}`,
      ),
    },
    more: tableOfFirst('T', {
      ref: `A1:B${bottom}`,
      columns: ['单号', '实付'],
      filter: `A1:B${bottom}`,
    }),
  });
  const names =
    `<definedNames><definedName name="a">订单!$B$2:$B$${bottom}</definedName>` +
    `<definedName name="b">SUM('订单'!$A$1:$B$${bottom},汇总!$B$2:$B$3,订单!$B$1:$B$2)` +
    '</definedName></definedNames>';
  const workbook = String(parts['xl/workbook.xml']);
  return { ...parts, 'xl/workbook.xml': workbook.replace('</sheets>', `</sheets>${names}`) };
}

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzip(bytes)).map(([name, part]) => [name, strFromU8(part)] as const),
  );

async function opened(bottom: number) {
  const book = await openWorkbook(zipOf(bookWith(bottom)), 'x.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  return book.value;
}

const reach = (bottom: number) => ({ tables: [{ table: 'T', bottom: bottom - 1 }] });

it('takes along what holds for whole columns, and nothing else', async () => {
  const book = await opened(3);
  await book.writeCells('订单', [], reach(5));
  expect(partsOf(book.save())).toEqual(partsOf(zipOf(bookWith(5))));
});

it('leaves no trace of a table that grew and was taken back', async () => {
  for (const saved of [false, true]) {
    const book = await opened(3);
    const before = partsOf(book.save());
    if (saved) await book.writeCells('订单', [], reach(5));
    const emptied: CellEdit = { row: 3, column: 0, kind: 'value', value: null };
    await book.writeCells('订单', [emptied], reach(3));
    expect(partsOf(book.save())).toEqual(before);
  }
});

it('knows the rows that it has grown by when their cells are written and read', async () => {
  const book = await opened(3);
  const edit = (column: number, rest: Partial<CellEdit>): CellEdit => ({
    row: 3,
    column,
    kind: 'value',
    value: 4,
    ...rest,
  });
  const typed = edit(2, { kind: 'formula', formula: 'T[@实付]', value: 4 });
  const inside = edit(1, { kind: 'formula', formula: 'LEN([@单号])', value: 1 });
  await book.writeCells('订单', [edit(0, { value: 'x' }), inside, typed], reach(4));
  const sheet = partsOf(book.save())['xl/worksheets/sheet1.xml'];
  expect(sheet).toContain('<f>LEN(T[[#This Row],[单号]])</f>');
  const look = await book.readLook('订单');
  expect(look?.named?.map(({ block }) => block.bottom)).toEqual([3]);
  expect(look?.filter?.bottom).toBe(3);
  expect((await book.readSheet('订单')).tables?.[0]?.block.bottom).toBe(3);
});

it('reads what fills columns, and whether the sheet is locked', async () => {
  const formula = '<calculatedColumnFormula>_xlfn.CONCAT(T[[#This Row],[a]])&lt;1';
  const locked = (protection: string) =>
    zipOf(
      bookParts({
        sheets: { 订单: worksheet(`<sheetData/>${protection}${TABLE_OF_FIRST}`) },
        more: tableOfFirst('T', {
          ref: 'A1:B3',
          columns: ['a', ['b', `${formula}</calculatedColumnFormula>`]],
        }),
      }),
    );
  const looks = ['', '<sheetProtection sheet="1"/>', '<sheetProtection sheet="0"/>'].map(
    async (protection) => {
      const parts = new OfficePackage(locked(protection));
      const book = readWorkbookPart(parts);
      return readLook(parts, book, book.sheets[0]!, new Pump());
    },
  );
  const [free, shut, open] = await Promise.all(looks);
  expect(free?.named?.[0]?.calculated).toEqual([null, 'CONCAT(T[[#This Row],[a]])<1']);
  expect([free, shut, open].map((look) => look?.isProtected)).toEqual([undefined, true, undefined]);
});

it.each<readonly [string, string]>([
  ['SUM(B2:B3)', 'SUM(B2:B5)'],
  ['SUM($B$2:$B$3,A1:B3)', 'SUM($B$2:$B$5,A1:B5)'],
  ["SUM('订单'!B2:B3)+SUM(订单!b$2:b$3)", "SUM('订单'!B2:B5)+SUM(订单!b$2:b$5)"],
  ['"B2:B3"&T[B2:B3]', '"B2:B3"&T[B2:B3]'],
  ['SUM(B2:B2)+B3+SUM(B3:B3)+SUM(B2:C3)+SUM(B2:B30)', ''],
  ["SUM([1]订单!B2:B3,订单:汇总!B2:B3,'[a]订单'!B2:B3)+'it''s 订单'!B2:B3", ''],
  ["SUM(别的!B2:B3)+'a订单'!B2:B3+XB2:B3+B2:B3x", ''],
])('stretches whole columns alone: %s', (formula, stretched) => {
  const block = { top: 0, left: 0, bottom: 2, right: 1 };
  const quoted = { sheet: "it's 订单", block, heads: 1, bottom: 4 };
  expect(stretchedFormula("'it''s 订单'!B2:B3+B2:B3", '订单', quoted)).toBe(
    "'it''s 订单'!B2:B5+B2:B3",
  );
  const table = { sheet: '订单', block, heads: 1, bottom: 4 };
  expect(stretchedFormula(formula, '订单', table)).toBe(stretched || formula);
});
