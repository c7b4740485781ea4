import { Refusal } from '#domain/refusal.ts';
import type { FilesFact } from '#facts/files.ts';
import {
  bookOf,
  bookParts,
  MAIN,
  opened,
  relationships,
  RELS,
  sheetData,
  worksheet,
  zipOf,
} from './fixture.ts';

const read = async (rows: string, extra: Partial<Parameters<typeof bookOf>[0]> = {}) =>
  (await opened(bookOf({ sheets: { 订单: sheetData(rows) }, ...extra }))).readSheet('订单');

describe('reading cells', () => {
  test.each<[string, string, unknown]>([
    ['a whole number', '<c r="A1"><v>42</v></c>', 42],
    ['a decimal as Excel writes it', '<c r="A1"><v>109.49999999999999</v></c>', 109.49999999999999],
    ['two places', '<c r="A1"><v>86400.25</v></c>', 86400.25],
    ['a negative', '<c r="A1"><v>-5000.5</v></c>', -5000.5],
    ['an exponent', '<c r="A1"><v>9.25E+14</v></c>', 925000000000000],
    ['more digits than a double', '<c r="A1"><v>925010800000017001</v></c>', 925010800000017000],
    ['blanks around', '<c r="A1"><v> 7 </v></c>', 7],
    ['not a number where one should stand', '<c r="A1"><v>NaN</v></c>', { fault: '#NUM!' }],
    ['shared text', '<c r="A1" t="s"><v>0</v></c>', '华东 & 华南'],
    ['rich shared text without its phonetic guide', '<c r="A1" t="s"><v>1</v></c>', '杭州分公司'],
    [
      'inline text',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a&lt;b </t></is></c>',
      ' a<b ',
    ],
    ["a formula's text", '<c r="A1" t="str"><f>A2&amp;"x"</f><v>ok</v></c>', 'ok'],
    ["a formula's number", '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
    ['a formula never calculated', '<c r="A1"><f>NOW()</f><v></v></c>', { fault: '#CALC!' }],
    ['a formula without any value', '<c r="A1"><f>NOW()</f></c>', { fault: '#CALC!' }],
    ['a boolean', '<c r="A1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { fault: '#N/A' }],
    ['a date of a strict file', '<c r="A1" t="d"><v>2025-01-08</v></c>', 45665],
    ['text in CDATA', '<c r="A1" t="str"><v><![CDATA[a<&]]></v></c>', 'a<&'],
    ['an escaped line break', '<c r="A1" t="str"><v>a_x000D_b_x005F_x</v></c>', 'a\rb_x'],
    ['an empty text', '<c r="A1" t="str"><f>""</f><v></v></c>', undefined],
  ])('%s', async (_, cell, expected) => {
    const sheet = await read(`<row r="1">${cell}<c r="B1"><v>1</v></c></row>`, {
      strings: [
        '<t>华东 &amp; 华南</t>',
        '<r><t>杭州</t></r><r><rPr><b/></rPr><t>分公司</t></r><rPh sb="0" eb="1"><t>ハン</t></rPh>',
      ],
    });
    expect(sheet.columns[0]?.[0]).toEqual(expected);
  });

  test(
    'rows and cells without r count on from their neighbours; rows with r ' + 'may skip',
    async () => {
      const sheet = await read(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v>' +
          '</c></row><row><c><v>5</v></c></row>',
      );
      expect(sheet.rowCount).toBe(5);
      expect(sheet.columns).toEqual([
        [1, null, null, null, 5],
        [2],
        [null, null, null, 3],
        [null, null, null, 4],
      ]);
    },
  );

  test('styled cells without a value neither count as rows nor as columns', async () => {
    const sheet = await read(
      '<row r="1"><c r="A1"><v>1</v></c><c r="Z1" s="3"/></row><row r="1048576"><c ' +
        'r="A1048576" s="1"/></row>',
    );
    expect([sheet.rowCount, sheet.columns.length]).toEqual([1, 1]);
  });

  test('prefixed names, comments and single quotes are the same workbook', async () => {
    const xml =
      `<?xml version='1.0'?><!-- a > b --><x:worksheet xmlns:x='${MAIN}'><x:sheetData><x:row ` +
      `r='1'><!-- <x:c/> --><x:c r='B1' t='str'><x:v>甲</x:v></x:c></x:row></x:sheetData>` +
      '</x:worksheet>';
    const sheet = await (await opened(bookOf({ sheets: { 订单: xml } }))).readSheet('订单');
    expect(sheet.columns).toEqual([[], ['甲']]);
  });
});

describe('what belongs to a sheet', () => {
  const styles =
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" ` +
    'formatCode="0.00&quot;万&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/>' +
    '</cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176"/>' +
    '</cellXfs></styleSheet>';

  test(
    'number formats: one text where a column agrees, one a row where it does not; text does ' +
      'not count',
    async () => {
      const sheet = await read(
        '<row r="1"><c r="A1" t="str"><v>日期</v></c><c r="B1" t="str"><v>金额</v></c></row>' +
          '<row r="2"><c r="A2" s="1"><v>45665</v></c><c r="B2"><v>5</v></c></row><row r="3">' +
          '<c r="A3" s="1"><v>45666</v></c><c r="B3" s="2"><v>6</v></c></row>',
        { styles },
      );
      expect(sheet.formats).toEqual(['yyyy"年"m"月"d"日"', [null, 'General', '0.00"万"']]);
    },
  );

  test('merges, tables, hidden sheets and the 1904 calendar', async () => {
    const bytes = zipOf({
      ...bookParts({
        sheets: {
          订单: worksheet(
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells ' +
              'count="1"><mergeCell ref="A2:B4"/></mergeCells><tableParts count="1">' +
              '<tablePart r:id="rId1"/></tableParts>',
          ),
          隐藏: sheetData('<row r="1"><c r="A1"><v>1</v></c></row>'),
        },
        workbookHead: '<workbookPr date1904="1"/>',
        sheetAttributes: { 隐藏: 'state="veryHidden"' },
      }),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships([
        'rId1',
        'table',
        '/xl/tables/table1.xml',
      ]),
      'xl/tables/table1.xml':
        `<table xmlns="${MAIN}" id="1" name="T" displayName="订单表" ` + 'ref="A1:C9"/>',
    });
    const book = await opened(bytes);
    const sheet = await book.readSheet('订单');
    expect(sheet).toMatchObject({
      date1904: true,
      merges: [{ top: 1, left: 0, bottom: 3, right: 1 }],
      tables: [{ name: '订单表', block: { top: 0, left: 0, bottom: 8, right: 2 } }],
    });
    expect((await book.readSheet('隐藏')).hidden).toBe(true);
    expect((await book.listSheets()).map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  test('the extent of a sheet that states none, or only A1, is counted', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="D3"><v>1</v></c><c r="F3" ' +
      's="1"/></row>';
    for (const head of ['', '<dimension ref="A1"/>']) {
      const book = await opened(
        bookOf({ sheets: { 订单: worksheet(`${head}<sheetData>${rows}</sheetData>`) } }),
      );
      expect(await book.listSheets()).toEqual([
        { name: '订单', rowCount: 3, columnCount: 4, hidden: false, ours: false },
      ]);
    }
  });

  test('chart sheets are no sheets of cells', async () => {
    const parts = bookParts({
      sheets: { 订单: sheetData('<row r="1"><c r="A1"><v>1</v></c></row>') },
    });
    parts['xl/workbook.xml'] =
      `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="图" sheetId="2" ` +
      'r:id="rId2"/><sheet name="订单" sheetId="1" r:id="rId1"/></sheets></workbook>';
    parts['xl/_rels/workbook.xml.rels'] = relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
    );
    expect((await (await opened(zipOf(parts))).listSheets()).map(({ name }) => name)).toEqual([
      '订单',
    ]);
  });
});

describe('long reads', () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}" t="str"><v>订单${i}</v></c><c r="B${i + 1}">` +
      `<v>${i}.5</v></c></row>`,
  ).join('');
  const bytes = bookOf({
    sheets: { 订单: worksheet(`<dimension ref="A1:B60000"/><sheetData>${rows}</sheetData>`) },
  });

  test('cells that fall on the seams of the pieces are whole, and progress is told', async () => {
    const told: [number, number | undefined][] = [];
    const sheet = await (
      await opened(bytes)
    ).readSheet('订单', { progress: (done, total) => told.push([done, total]) });
    expect(sheet.rowCount).toBe(60_000);
    expect(sheet.columns[0]?.every((cell, i) => cell === `订单${i}`)).toBe(true);
    expect(sheet.columns[1]?.every((cell, i) => cell === i + 0.5)).toBe(true);
    expect(told.at(-1)).toEqual([60_000, 60_000]);
  });

  test('an aborted read stops with the reason', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped by the user'));
    await expect((await opened(bytes)).readSheet('订单', { signal: stop.signal })).rejects.toThrow(
      'stopped by the user',
    );
  });

  test('a sheet that is not there is a fact', async () => {
    const error: unknown = await (
      await opened(bytes)
    )
      .readSheet('没有')
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal<FilesFact>).fact).toEqual({
      code: 'file.noSuchSheet',
      name: 'book.xlsx',
      sheet: '没有',
    });
  });
});
