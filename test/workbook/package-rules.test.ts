import { strFromU8 } from 'fflate';
import { say } from '#i18n/say/say.ts';
import { bookOf, bookParts, MAIN, opened, sheetData, unzip, zipOf, type Parts } from './fixture.ts';
import { brokenLinks, illFormed } from './package-check.ts';
import { richParts } from './rich-book.ts';
import { samplePage } from './sample-pages.ts';

const text = (bytes: Uint8Array, part: string): string => strFromU8(unzip(bytes)[part]!);
const cell = sheetData('<row r="1"><c r="A1"><v>86400.5</v></c></row>');
const coloured = async (bytes: Uint8Array, sheet = '订单'): Promise<Uint8Array> => {
  const book = await opened(bytes);
  await book.highlight(sheet, { left: 0, right: 1 }, [{ row: 1, color: '#FFE699' }]);
  await book.writePage(samplePage());
  return book.save();
};

describe('the calculation chain of a workbook that Excel saved', () => {
  const chain =
    '<c r="D2" i="7"/><c r="D3"/><c r="B5" i="10"/><c r="B6"/><c r="C2" i="9"/><c r="C3"/>';
  const saved = (entries: string): Promise<Uint8Array> =>
    (async () => {
      const book = await opened(zipOf(richParts()));
      await book.writePage(samplePage());
      return zipOf({
        ...unzip(book.save()),
        'xl/calcChain.xml': `<calcChain xmlns="${MAIN}">${entries}</calcChain>`,
      });
    })();

  test('loses the entries of the sheet that is replaced, and no other', async () => {
    const book = await opened(await saved(chain));
    await book.writePage(samplePage());
    expect(text(book.save(), 'xl/calcChain.xml')).toContain(
      '<c r="D2" i="7"/><c r="D3"/><c r="C2" i="9"/><c r="C3"/>',
    );
  });

  test('an entry that took its sheet from a lost one says it itself', async () => {
    const book = await opened(
      await saved('<c r="B5" i="10"/><c r="D2" i="7"/><c r="B6" i="10"/><c r="D3" i="7"/>'),
    );
    await book.writePage(samplePage());
    expect(text(book.save(), 'xl/calcChain.xml')).toContain('<c r="D2" i="7"/><c r="D3" i="7"/>');
  });

  test('goes when nothing is left in it', async () => {
    const book = await opened(await saved('<c r="B5" i="10"/><c r="B6"/>'));
    await book.writePage(samplePage());
    const bytes = book.save();
    expect(unzip(bytes)['xl/calcChain.xml']).toBeUndefined();
    expect(brokenLinks(bytes)).toEqual([]);
    expect(text(bytes, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });
});

test('parts that Excel hangs on our sheet and its charts go with them', async () => {
  const book = await opened(zipOf(richParts()));
  await book.writePage(samplePage());
  const parts = unzip(book.save());
  const rels = Object.keys(parts).find((name) =>
    /charts\/_rels|worksheets\/_rels\/sheet3/.test(name),
  )!;
  const sheetRels = 'xl/worksheets/_rels/sheet3.xml.rels';
  expect(rels).toBe(sheetRels);
  const bytes = zipOf({
    ...parts,
    [sheetRels]: strFromU8(parts[sheetRels]!).replace(
      '</Relationships>',
      '<Relationship Id="rId77" ' +
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/' +
        'printerSettings" ' +
        'Target="../printerSettings/printerSettings9.bin"/></Relationships>',
    ),
    'xl/printerSettings/printerSettings9.bin': Uint8Array.of(1),
    'xl/charts/_rels/chart2.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      '<Relationship Id="rId1" ' +
      'Type="http://schemas.microsoft.com/office/2011/relationships/chartStyle" ' +
      'Target="style1.xml"/></Relationships>',
    'xl/charts/style1.xml': '<a/>',
  });
  const again = await opened(bytes);
  await again.writePage(samplePage());
  const names = Object.keys(unzip(again.save()));
  expect(names).not.toContain('xl/printerSettings/printerSettings9.bin');
  expect(names).not.toContain('xl/charts/style1.xml');
  expect(names).toContain('xl/printerSettings/printerSettings1.bin');
});

describe('packages of other makes', () => {
  const parts = bookParts({ sheets: { 订单: cell }, styles: `<styleSheet xmlns="${MAIN}"/>` });

  test('a style sheet of a single tag: no cell that was plain changes its look', async () => {
    const bytes = await coloured(zipOf(parts));
    const styles = text(bytes, 'xl/styles.xml');
    expect(styles).toContain('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf ');
    expect(brokenLinks(bytes)).toEqual([]);
    expect(illFormed(bytes)).toEqual([]);
  });

  test('a macro sheet of old, listed without a part', async () => {
    const old = {
      ...parts,
      'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
        '</sheets>',
        '<sheet name="Module1" sheetId="9" r:id=""/></sheets>',
      ),
    };
    const bytes = await coloured(zipOf(old));
    expect((await (await opened(bytes)).readSheet('订单')).columns).toEqual([[86400.5]]);
    expect(text(bytes, 'xl/workbook.xml')).toContain('name="Module1" sheetId="9" r:id=""');
  });

  const wide = (xml: string, little: boolean): Uint8Array => {
    const body = Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    return new Uint8Array(little ? body : body.swap16());
  };
  test.each([true, false])('parts in UTF-16 (little end first: %s)', async (little) => {
    const all: Parts = Object.fromEntries(
      Object.entries(parts).map(([name, body]) => [name, wide(String(body), little)]),
    );
    const bytes = await coloured(zipOf(all));
    expect((await (await opened(bytes)).readSheet('订单')).columns).toEqual([[86400.5]]);
    expect(illFormed(bytes)).toEqual([]);
    expect(text(bytes, 'xl/workbook.xml')).toMatch(/encoding="UTF-8"/);
  });

  test('no default type for relationships', async () => {
    const types = String(parts['[Content_Types].xml']).replace(
      /<Default Extension="rels"[^>]*>/,
      ['_rels/.rels', 'xl/_rels/workbook.xml.rels']
        .map(
          (part) =>
            `<Override PartName="/${part}" ` +
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        )
        .join(''),
    );
    expect(brokenLinks(await coloured(zipOf({ ...parts, '[Content_Types].xml': types })))).toEqual(
      [],
    );
  });

  test('no more cell formats than Excel opens', async () => {
    const full =
      `<styleSheet xmlns="${MAIN}"><cellXfs>${'<xf fillId="0"/>'.repeat(65_490)}</cellXfs>` +
      '</styleSheet>';
    const attempt = coloured(bookOf({ sheets: { 订单: cell }, styles: full }));
    const fact = { code: 'file.tooManyFormats', name: 'book.xlsx' } as const;
    await expect(attempt).rejects.toMatchObject({ fact });
    expect(say(fact, 'zh-CN')).toContain('65,490');
    expect(say(fact, 'en-US')).toContain('65,490');
  });
});

describe('macros', () => {
  const withMacros = (type: string): Uint8Array => {
    const parts = bookParts({ sheets: { 订单: cell }, more: { 'xl/vbaProject.bin': 'x' } });
    return zipOf({
      ...parts,
      '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        type,
      ),
    });
  };

  test('a workbook with macros asks for .xlsm', async () => {
    const book = await opened(withMacros('application/vnd.ms-excel.sheet.macroEnabled.main+xml'));
    expect(book.extension).toBe('.xlsm');
  });

  test('a workbook without them may be saved as one', async () => {
    const book = await opened(bookOf({ sheets: { 订单: cell } }));
    expect(book.extension).toBe('.xlsx');
    expect(text(book.save('.xlsm'), '[Content_Types].xml')).toContain(
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
  });

  test('a template with macros becomes a workbook with macros', async () => {
    const book = await opened(
      withMacros('application/vnd.ms-excel.template.macroEnabled.main+xml'),
    );
    expect(book.extension).toBe('.xlsm');
    expect(text(book.save('.xlsm'), '[Content_Types].xml')).toContain(
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
  });
});
