import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import type { Cell } from '#domain/sheet.ts';
import { cellAddress } from '#domain/sheet.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { Pump } from '#workbook/paced-loop.ts';
import type { CellEdit } from '#application/live/cell-edit.ts';
import { editCells } from '#workbook/xlsx/cells/edit-cells.ts';
import { OfficePackage } from '#workbook/xlsx/package.ts';
import { readWorkbookPart } from '#workbook/xlsx/read/workbook-part.ts';
import { bookParts, MAIN, RELS, TABLE_OF_FIRST, tableOfFirst, unzip, zipOf } from '../fixture.ts';
import { brokenLinks, illFormed } from '../package-check.ts';
import { RICH_STYLES, richBook } from '../rich-book.ts';
import { runs } from '../../runs.ts';

const book = (rows: string, more = ''): Uint8Array =>
  zipOf(
    bookParts({
      styles: RICH_STYLES,
      sheets: {
        订单:
          `<worksheet xmlns="${MAIN}"><dimension ref="A1:C3"/><cols><col min="2" max="2" ` +
          `width="9" style="1"/></cols><sheetData>${rows}</sheetData>${more}</worksheet>`,
      },
    }),
  );

async function edited(bytes: Uint8Array, edits: readonly CellEdit[]): Promise<Uint8Array> {
  const pack = new OfficePackage(bytes);
  const parts = readWorkbookPart(pack);
  await editCells(pack, parts, parts.sheets[0]!, { typed: edits, renamed: [] }, new Pump());
  return pack.save();
}

const sheetXml = (bytes: Uint8Array): string =>
  strFromU8(unzip(bytes)['xl/worksheets/sheet1.xml']!);

async function cells(bytes: Uint8Array): Promise<ReadonlyMap<string, Cell>> {
  const opened = await openWorkbook(bytes, 'x.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  const [first] = await opened.value.listSheets();
  const sheet = await opened.value.readSheet(first!.name);
  const found = new Map<string, Cell>();
  for (const [c, column] of sheet.columns.entries())
    for (const [r, cell] of column.entries())
      if (cell !== null && cell !== undefined) found.set(cellAddress(r, c), cell);
  return found;
}

const LONG = '长'.repeat(255);

const value = (row: number, column: number, v: Cell): CellEdit => ({
  row,
  column,
  kind: 'value',
  value: v,
});

describe('edited cells in a sheet’s own XML', () => {
  test(
    'a number, a text that looks like a formula, an emptied cell, a cell and a row that were ' +
      'not there',
    async () => {
      const before = book(
        '<row r="1" spans="1:3"><c r="A1"><v>1</v></c><c r="C1" s="1"><v>3</v></c></row>' +
          '<row r="3"/>',
      );
      const after = await edited(before, [
        value(0, 0, 12.5),
        value(0, 1, '=HYPERLINK("x")'),
        value(0, 2, null),
        value(0, 5, true),
        value(1, 0, 'new row'),
        value(2, 1, 7),
        value(9, 0, { fault: '#N/A' }),
      ]);
      const xml = sheetXml(after);
      expect(xml).toContain('<dimension ref="A1:F10"/>');
      expect(xml).toContain('<row r="1" spans="1:6"><c r="A1"><v>12.5</v></c>');
      expect(xml).toContain(
        '<c r="B1" s="1" t="inlineStr"><is><t>=HYPERLINK(&quot;x&quot;)</t></is></c><c r="C1" ' +
          's="1"/><c r="F1" t="b"><v>1</v></c></row>',
      );
      expect(xml).toContain('<row r="2"><c r="A2" t="inlineStr">');
      expect(xml).toContain('<row r="3"><c r="B3" s="1"><v>7</v></c></row>');
      expect(xml).toContain('<row r="10"><c r="A10" t="e"><v>#N/A</v></c></row></sheetData>');
      expect(brokenLinks(after)).toEqual([]);
      expect(illFormed(after)).toEqual([]);
    },
  );

  test('formulas: typed, replaced by a value, kept with another result', async () => {
    const before = book(
      '<row r="1"><c r="A1"><f>B1*2</f><v>2</v></c><c r="B1"><v>1</v></c><c r="C1" t="str">' +
        '<f>B1&amp;"x"</f><v>1x</v></c></row>',
    );
    const after = await edited(before, [
      { row: 0, column: 0, kind: 'result', value: 'two' },
      { row: 0, column: 1, kind: 'formula', formula: 'XLOOKUP(1,A:A,B:B)', value: 4 },
      value(0, 2, 5),
      { row: 1, column: 0, kind: 'formula', formula: 'REBATE_TIER(B1)', value: 2 },
    ]);
    const xml = sheetXml(after);
    expect(xml).toContain('<c r="A1" t="str"><f>B1*2</f><v>two</v></c>');
    expect(xml).toContain('<c r="B1"><f>_xlfn.XLOOKUP(1,A:A,B:B)</f><v>4</v></c>');
    expect(xml).toContain('<c r="C1"><v>5</v></c>');
    expect(xml).toContain(
      '<c r="A2" cm="1"><f t="array" ref="A2">_xldudf_REBATE_TIER(B1)</f><v>2</v></c>',
    );
    expect(strFromU8(unzip(after)['xl/workbook.xml']!)).toContain('fullCalcOnLoad="1"');
    expect(brokenLinks(after)).toEqual([]);
  });

  test('a cell that changed its place takes its look along, an empty one too', async () => {
    const before = book('<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="1"/></row>');
    const after = await edited(before, [
      { ...value(0, 0, null), look: 1 },
      { ...value(0, 1, 1), look: 2 },
      { ...value(0, 2, 5), look: 0 },
      { ...value(1, 0, null), look: 2 },
    ]);
    const xml = sheetXml(after);
    expect(xml).toContain(
      '<c r="A1" s="1"/><c r="B1" s="2"><v>1</v></c><c r="C1" s="0"><v>5</v></c>',
    );
    expect(xml).toContain('<c r="A2" s="2"/>');
  });

  test('cells that share the formula of an edited cell keep their own', async () => {
    const before = book(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>' +
        '<row r="3"><c r="A3"><f t="shared" si="0"></f><v>3</v></c></row>',
    );
    const xml = sheetXml(await edited(before, [value(0, 0, 9)]));
    expect(xml).toContain('<c r="A2"><f>B2*$C$1</f><v>2</v></c>');
    expect(xml).toContain('<c r="A3"><f>B3*$C$1</f><v>3</v></c>');
  });

  test(
    'a part of an array formula is refused with its cell; the whole takes its ' + 'rest along',
    async () => {
      const before = book(
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2">' +
          '<c r="A2"><v>2</v></c></row>',
      );
      await expect(edited(before, [value(1, 0, 9)])).rejects.toMatchObject({
        fact: { code: 'file.partOfArray', cell: 'A2', block: 'A1:A2' },
      });
      expect(await cells(await edited(before, [value(0, 0, 9)]))).toEqual(new Map([['A1', 9]]));
    },
  );

  const plus = (length: number): string => `${'0+'.repeat((length - 1) / 2)}1`;
  it.each<readonly [string, CellEdit, object]>([
    [
      'a text',
      value(0, 0, '长'.repeat(32_768)),
      { what: 'text', cell: 'A1', characters: 32_768, most: 32_767 },
    ],
    [
      'a text that a formula gives',
      { row: 3, column: 0, kind: 'formula', formula: 'B1', value: 'x'.repeat(40_000) },
      { what: 'text', cell: 'A4', characters: 40_000, most: 32_767 },
    ],
    [
      'a formula',
      { row: 1, column: 2, kind: 'formula', formula: plus(8_193), value: 1 },
      { what: 'formula', cell: 'C2', characters: 8_193, most: 8_192 },
    ],
  ])('%s longer than Excel takes is refused with its cell', async (_, edit, fact) => {
    const before = book('<row r="1"><c r="A1"><v>0</v></c></row>');
    await expect(edited(before, [edit])).rejects.toMatchObject({
      fact: { code: 'file.typedTooLong', sheet: '订单', ...fact },
    });
  });

  test('as much as Excel takes is written whole', async () => {
    const before = book('<row r="1"><c r="A1"><v>0</v></c></row>');
    const longest = '长'.repeat(32_767);
    const after = await edited(before, [
      value(0, 0, longest),
      { row: 1, column: 0, kind: 'formula', formula: `${plus(8_191)}0`, value: 10 },
      { row: 2, column: 0, kind: 'formula', formula: 'A1', value: longest },
    ]);
    expect((await cells(after)).get('A1')).toBe(longest);
    expect(sheetXml(after)).toContain('+10</f><v>10</v></c>');
    expect((await cells(after)).get('A3')).toBe(longest);
  });

  describe('heads of a table', () => {
    const head = (cell: string, text: string): string =>
      `<c r="${cell}1" t="inlineStr"><is><t>${text}</t></is></c>`;
    const withHead = (workbookHead: string): Uint8Array =>
      zipOf(
        bookParts({
          workbookHead,
          sheets: {
            订单:
              `<worksheet xmlns="${MAIN}" xmlns:r="${RELS}"><sheetData><row r="1">` +
              `${head('A', '订单号')}${head('B', '金额')}${head('C', '备注')}</row></sheetData>` +
              `${TABLE_OF_FIRST}</worksheet>`,
          },
          more: tableOfFirst('T', { ref: 'A1:C3', columns: ['订单号', '金额', '备注'] }),
        }),
      );
    const before = withHead('');

    it.each<readonly [string, Cell, string, string]>([
      ['a text', '实付 "元"', '实付 "元"', '实付 &quot;元&quot;'],
      ['nothing: the name that Excel gives', null, 'Column2', 'Column2'],
      ['a number: a text', 2025, '2025', '2025'],
      ['another column’s name: a number after it', '备注', '备注2', '备注2'],
      ['two lines', '实付\n元', '实付\n元', '实付_x000a_元'],
      ['a tab, which an attribute would lose', '实付\t元', '实付\t元', '实付_x0009_元'],
      ['what no formula could name', '实\u0001付\r\n\ud800元', '实付\n元', '实付_x000a_元'],
      ['as much as a head holds', LONG, LONG, LONG],
    ])('%s', async (_, typed, cell, name) => {
      const after = await edited(before, [value(0, 1, typed)]);
      expect((await cells(after)).get('B1')).toBe(cell);
      const table = strFromU8(unzip(after)['xl/tables/table1.xml']!);
      const names = [...table.matchAll(/name="([^"]*)"\/>/g)].map(([, own]) => own);
      expect(names).toEqual(['订单号', name, '备注']);
    });

    it('one of another’s name is told apart in what a head holds, no half character', async () => {
      const long = `${'长'.repeat(253)}𠮷`;
      const after = await edited(before, [value(0, 1, long), value(0, 2, long)]);
      expect((await cells(after)).get('B1')).toBe(long);
      expect((await cells(after)).get('C1')).toBe(`${'长'.repeat(253)}2`);
    });

    it('a longer one is refused with its cell', async () => {
      await expect(edited(before, [value(0, 1, `${LONG}尾`)])).rejects.toMatchObject({
        fact: { code: 'file.typedTooLong', what: 'head', cell: 'B1', characters: 256, most: 255 },
      });
    });

    it.each([
      ['', 45_658],
      ['<workbookPr date1904="1"/>', 44_196],
    ])('a day is the head that it is shown as %s', async (counted, day) => {
      const typed = { ...value(0, 1, day), format: 'yyyy-mm-dd' };
      const after = await edited(withHead(counted), [typed]);
      expect((await cells(after)).get('B1')).toBe('2025-01-01');
    });

    it.each<readonly [string, CellEdit, readonly object[]]>([
      ['a name of its own: nothing to say', value(0, 1, '实付'), []],
      ['a number, which reads the same', value(0, 1, 2025), []],
      ['nothing', value(0, 1, null), [{ typed: '', head: 'Column2' }]],
      ['another’s name', value(0, 1, '备注'), [{ typed: '备注', head: '备注2' }]],
      [
        'a formula, of which its result is left',
        { ...value(0, 1, '实付'), kind: 'formula', formula: 'A9' },
        [{ typed: '=A9', head: '实付' }],
      ],
    ])('what is written otherwise is told: %s', async (_, typed, made) => {
      const opened = await openWorkbook(before, 'x.xlsx');
      if (!opened.ok) throw new Error(opened.error.code);
      const book = opened.value;
      for (let time = 0; time < 2; time += 1) {
        await book.writeCells('订单', [typed]);
        expect(book.notes).toEqual(
          made.map((each) => ({
            ...{ code: 'file.headMade', name: 'x.xlsx', sheet: '订单', cell: 'B1' },
            ...each,
          })),
        );
      }
    });
  });

  test('a date typed into a plain cell brings its number format, once', async () => {
    const before = book('<row r="1"><c r="A1" s="1"><v>0</v></c></row>');
    const after = await edited(before, [
      { ...value(0, 0, 45658), format: 'yyyy-mm-dd' },
      { ...value(1, 0, 45659), format: 'yyyy-mm-dd' },
    ]);
    const styles = strFromU8(unzip(after)['xl/styles.xml']!);
    expect(styles.match(/formatCode="yyyy-mm-dd"/g)).toHaveLength(1);
    expect(sheetXml(after)).toContain('<c r="A1" s="6"><v>45658</v></c>');
    expect(sheetXml(after)).toContain('<c r="A2" s="7"><v>45659</v></c>');
    expect(brokenLinks(after)).toEqual([]);
  });

  test(
    'the chain of calculation, and all else of a rich workbook of calculation, and all else ' +
      'of a rich workbook',
    async () => {
      const before = unzip(richBook());
      const after = unzip(await edited(richBook(), [value(1, 1, 77), value(1, 3, 5)]));
      const changed = Object.keys(before).filter(
        (part) =>
          after[part] === undefined ||
          strFromU8(before[part]!, true) !== strFromU8(after[part], true),
      );
      expect(changed.sort()).toEqual(
        [
          'xl/_rels/workbook.xml.rels',
          'xl/calcChain.xml',
          'xl/workbook.xml',
          'xl/worksheets/sheet1.xml',
        ].sort(),
      );
      expect(Object.keys(after).filter((part) => before[part] === undefined)).toEqual([]);
    },
  );
});

const plain = fc.oneof<fc.Arbitrary<Cell>[]>(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.boolean(),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
  fc.constantFrom('甲方“科技”<有限>&公司', '=1+1', '_x0041_', '  x  '),
);

test(
  'random edits of random sheets: edited cells say what was typed, all others keep ' +
    'their bytes',
  async () => {
    const place = fc.record({ row: fc.nat(14), column: fc.nat(7) });
    const one = fc.record({ at: place, value: fc.option(plain, { nil: null }) });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ at: place, value: plain }), {
          selector: ({ at }) => `${at.row},${at.column}`,
          maxLength: 40,
        }),
        fc.uniqueArray(one, {
          selector: ({ at }) => `${at.row},${at.column}`,
          minLength: 1,
          maxLength: 12,
        }),
        async (filled, changes) => {
          const start = await edited(
            book('<row r="1"><c r="A1"><v>0</v></c></row>'),
            filled.map(({ at, value: v }) => value(at.row, at.column, v)),
          );
          const edits = changes.map(({ at, value: v }) => value(at.row, at.column, v));
          const end = await edited(start, edits);
          const expected = new Map(await cells(start));
          for (const { row, column, value: v } of edits) {
            if (v === null) expected.delete(cellAddress(row, column));
            else expected.set(cellAddress(row, column), v);
          }
          expect(await cells(end)).toEqual(expected);
          const touched = new Set(edits.map(({ row, column }) => cellAddress(row, column)));
          expect(untouched(sheetXml(end), touched)).toEqual(untouched(sheetXml(start), touched));
        },
      ),
      { numRuns: runs(60) },
    );
  },
);

const untouched = (xml: string, touched: ReadonlySet<string>): readonly string[] =>
  [...xml.matchAll(/<c r="([A-Z]+\d+)"(?:[^>]*\/>|.*?<\/c>)/gs)]
    .filter(([, at = '']) => !touched.has(at))
    .map(([whole]) => whole);
