import { strFromU8 } from 'fflate';
import { cellAt } from '#domain/sheet.ts';
import { bookOf, bookParts, MAIN, opened, sheetData, unzip, worksheet, zipOf } from './fixture.ts';
import { RICH_SHEET, RICH_STYLES, richBook } from './rich-book.ts';
import { centralDirectory } from './zip-directory.ts';
import { pattern } from '#domain/pattern.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const COLUMNS = { left: 0, right: 3 };
const FILLS = [2, 3, 4, 5].map((row) => ({ row, color: row % 2 === 0 ? '#FFE699' : '#F8CBAD' }));
const text = (bytes: Uint8Array, part: string): string => strFromU8(unzip(bytes)[part]!);

async function highlighted(
  bytes: Uint8Array,
  sheet = '订单 2025',
  fills = FILLS,
  columns = COLUMNS,
): Promise<Uint8Array> {
  const book = await opened(bytes);
  await book.highlight(sheet, columns, fills);
  return book.save();
}

/** Style tokens by cell address, read from the XML with plain patterns. */
const stylesOf = (xml: string): Record<string, string | undefined> =>
  Object.fromEntries(
    [...xml.matchAll(/<(?:\w+:)?c\b([^>]*)>/g)].map(([, attributes = '']) => [
      /\sr=["'](\w+)["']/.exec(attributes)?.[1] ?? '?',
      /\ss=["'](\d+)["']/.exec(attributes)?.[1],
    ]),
  );
/** The sheet without any cell style and without cells that are nothing but one. */
const bare = (xml: string): string =>
  xml
    .replace(/<((?:\w+:)?)c r="[A-Z]+\d+"(?: s="\d+")?\s*\/>/g, '')
    .replace(/(<(?:\w+:)?c\b[^>]*?)\ss=["']\d+["']/g, '$1')
    .replace(/(<row\b[^>]*?)\s*\/>/g, '$1></row>')
    .replace(/(<row\b[^>]*?)\s+>/g, '$1>');
const fillOf = (styles: string, style: string | undefined): string => {
  const xf =
    [
      ...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(
        /<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs,
      ),
    ][Number(style)]?.[0] ?? '';
  return (
    [...(/<fills.*<\/fills>/s.exec(styles)?.[0] ?? '').matchAll(/<fill>.*?<\/fill>/gs)][
      Number(/fillId="(\d+)"/.exec(xf)?.[1])
    ]?.[0] ?? ''
  );
};

describe('the copy of a rich workbook', () => {
  test(
    'the input is untouched, and every part that is not concerned keeps its bytes, its packed ' +
      'bytes and its place',
    async () => {
      const input = richBook();
      const before = input.slice();
      const output = await highlighted(input);
      expect(input).toEqual(before);
      const [was, is] = [centralDirectory(input), centralDirectory(output)];
      const touched = new Set([
        SHEET,
        'xl/styles.xml',
        'xl/workbook.xml',
        'xl/_rels/workbook.xml.rels',
        '[Content_Types].xml',
      ]);
      expect(is.map(({ name }) => name).slice(0, was.length)).toEqual(was.map(({ name }) => name));
      const untouched = was.filter(({ name }) => !touched.has(name));
      expect(untouched.length).toBeGreaterThan(5);
      expect(is.slice(0, was.length).filter(({ name }) => !touched.has(name))).toEqual(untouched);
      expect(is.slice(was.length).map(({ name }) => name)).toEqual([
        'customXml/item2.xml',
        'customXml/itemProps1.xml',
        'customXml/_rels/item2.xml.rels',
        'xl/worksheets/sheet3.xml',
        'xl/customProperty2.bin',
        'xl/worksheets/_rels/sheet3.xml.rels',
      ]);
    },
  );

  test('in the sheet only styles changed, in the rows that were named', async () => {
    const xml = text(await highlighted(richBook()), SHEET);
    expect(bare(xml)).toBe(bare(RICH_SHEET));
    const [was, is] = [stylesOf(RICH_SHEET), stylesOf(xml)];
    for (const address of ['A1', 'D1', 'F2', 'F3', 'A6']) expect(is[address]).toBe(was[address]);
    for (const row of [2, 3, 4, 5])
      for (const column of 'ABCD') expect(Number(is[`${column}${row}`])).toBeGreaterThan(5);
    expect(xml.slice(0, xml.indexOf('<row r="2"'))).toBe(
      RICH_SHEET.slice(0, RICH_SHEET.indexOf('<row r="2"')),
    );
    expect(xml.slice(xml.indexOf('</sheetData>'))).toBe(
      RICH_SHEET.slice(RICH_SHEET.indexOf('</sheetData>')),
    );
  });

  test('the style sheet only grows, and a highlighted cell keeps all but its fill', async () => {
    const styles = text(await highlighted(richBook()), 'xl/styles.xml');
    const shrunk = styles
      .replace(/(<fills count=")5/, '$13')
      .replace(/(<cellXfs count=")\d+/, '$16');
    for (const line of [/<numFmts.*<\/fonts>/s, /<borders.*<\/cellStyleXfs>/s, /<cellStyles.*$/s])
      expect(shrunk.match(line)?.[0]).toBe(RICH_STYLES.match(line)?.[0]);
    expect(shrunk.startsWith(RICH_STYLES.slice(0, RICH_STYLES.indexOf('</fills>')))).toBe(true);
    expect(styles).toContain(
      (
        '<xf numFmtId="176" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" ' +
        'applyBorder="1" applyFill="1"><alignment horizontal="right" indent="1"/>' +
        '<protection locked="0"/></xf>'
      )
        .replace(' applyFill="1">', '>')
        .replace('<xf ', '<xf applyFill="1" '),
    );
    const sheet = stylesOf(text(await highlighted(richBook()), SHEET));
    expect(fillOf(styles, sheet['B2'])).toContain('FFFFE699');
    expect(fillOf(styles, sheet['B3'])).toContain('FFF8CBAD');
    expect(styles.match(/<cellXfs count="(\d+)"/)?.[1]).toBe(
      String([...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf\b/g)].length),
    );
  });

  test(
    'cells that a row lacks are added inside the block only, with the look of their row or ' +
      'column',
    async () => {
      const output = await highlighted(richBook());
      const xml = text(output, SHEET);
      expect(xml).toMatch(
        pattern()`
          <row r="4"[^>]*><c r="A4" s="\d+" t="s"><v>2<\/v><\/c><c r="B4" s="\d+"\/>
          <c r="C4" s="\d+"\/><c r='D4'
        `,
      );
      expect(xml).toMatch(
        pattern()`
          <row r="5" spans="1:6" hidden="1" ><c r="A5" s="\d+"\/><c r="B5" s="\d+"\/>
          <c r="C5" s="\d+"\/><c r="D5" s="\d+"\/><\/row>
        `,
      );
      const styles = text(output, 'xl/styles.xml');
      const xfs = [
        ...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(
          /<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs,
        ),
      ].map(([xf]) => xf);
      expect(xfs[Number(stylesOf(xml)['B4'])]).toContain('numFmtId="4"');
      expect(xfs[Number(stylesOf(xml)['D5'])]).toContain('numFmtId="10"');
    },
  );

  test('values read the same from the copy', async () => {
    const input = await (await opened(richBook())).readSheet('订单 2025');
    const output = await (await opened(await highlighted(richBook()))).readSheet('订单 2025');
    expect(output.columns).toEqual(input.columns);
    expect(output.formats).toEqual(input.formats);
    expect(cellAt(output, 1, 1)).toBe(86400);
  });
});

describe('taking highlights back', () => {
  test('after save and reopen the sheet is the original, byte for byte', async () => {
    const copy = await opened(await highlighted(richBook()));
    await copy.clearHighlights();
    expect(text(copy.save(), SHEET)).toBe(RICH_SHEET);
  });

  test('other rows replace the earlier ones, and clearing still gives the original', async () => {
    const copy = await opened(await highlighted(richBook()));
    await copy.highlight('订单 2025', { left: 1, right: 2 }, [
      { row: 3, color: '#E4DFEC' },
      { row: 5, color: '#E4DFEC' },
    ]);
    const once = await opened(copy.save());
    const changed = stylesOf(text(copy.save(), SHEET));
    expect(
      Object.entries(changed)
        .filter(([, style]) => Number(style) > 5)
        .map(([address]) => address),
    ).toEqual(['B3', 'C3', 'B5', 'C5']);
    await once.clearHighlights();
    expect(text(once.save(), SHEET)).toBe(RICH_SHEET);
  });

  test('highlighting again does not make the style sheet grow', async () => {
    const first = await highlighted(richBook());
    expect(text(await highlighted(first), 'xl/styles.xml')).toBe(text(first, 'xl/styles.xml'));
  });

  test('a cell that the user has restyled since keeps the new look', async () => {
    const parts = unzip(await highlighted(richBook()));
    const mine = strFromU8(parts[SHEET]!).replace(/<c r="B2" s="\d+"/, '<c r="B2" s="4"');
    const copy = await opened(zipOf({ ...parts, [SHEET]: mine }));
    await copy.clearHighlights();
    expect(text(copy.save(), SHEET)).toBe(RICH_SHEET.replace('<c r="B2" s="2"', '<c r="B2" s="4"'));
  });

  test(
    'after another program has renumbered the styles, the fills come back by what ' + 'they were',
    async () => {
      const parts = unzip(await highlighted(richBook()));
      const styles = strFromU8(parts['xl/styles.xml']!);
      const shifted = styles.replace(
        /(<cellXfs count="\d+">)/,
        '$1<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"/>',
      );
      const sheet = strFromU8(parts[SHEET]!).replace(
        /(\ss=["'])(\d+)/g,
        (_, head: string, style: string) => `${head}${Number(style) + 1}`,
      );
      const copy = await opened(zipOf({ ...parts, 'xl/styles.xml': shifted, [SHEET]: sheet }));
      await copy.clearHighlights();
      const [after, afterStyles] = [
        stylesOf(text(copy.save(), SHEET)),
        text(copy.save(), 'xl/styles.xml'),
      ];
      expect(fillOf(afterStyles, after['B2'])).toBe(
        '<fill><patternFill patternType="none"/></fill>',
      );
      expect(fillOf(afterStyles, after['C2'])).toContain('theme="4" tint="0.8"');
      expect(fillOf(afterStyles, after['B4'])).toContain('theme="4" tint="0.8"');
    },
  );

  test('without highlights, clearing changes nothing', async () => {
    const book = await opened(richBook());
    await book.clearHighlights();
    expect(unzip(book.save())).toEqual(unzip(richBook()));
  });
});

describe('sheets of other makes', () => {
  test('prefixed names', async () => {
    const xml =
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>` +
      '</x:row><x:row r="2"/></x:sheetData></x:worksheet>';
    const styles =
      `<x:styleSheet xmlns:x="${MAIN}"><x:fills count="1"><x:fill><x:patternFill ` +
      'patternType="none"/></x:fill></x:fills><x:cellXfs count="1"><x:xf numFmtId="0" ' +
      'fillId="0"/></x:cellXfs></x:styleSheet>';
    const bytes = await highlighted(
      bookOf({ sheets: { 订单: xml }, styles }),
      '订单',
      [
        { row: 1, color: '#FFE699' },
        { row: 2, color: '#FFE699' },
      ],
      { left: 0, right: 1 },
    );
    expect(text(bytes, SHEET)).toBe(
      xml
        .replace('r="A1">', 'r="A1" s="1">')
        .replace(
          '</x:row><x:row r="2"/>',
          '<x:c r="B1" s="1"/></x:row><x:row r="2"><x:c r="A2" s="1"/><x:c r="B2" s="1"/></x:row>',
        ),
    );
    const written = text(bytes, 'xl/styles.xml');
    expect(written).toContain(
      '<x:fill><x:patternFill patternType="gray125"/></x:fill><x:fill><x:patternFill ' +
        'patternType="solid"><x:fgColor rgb="FFFFE699"/><x:bgColor indexed="64"/>' +
        '</x:patternFill></x:fill></x:fills>',
    );
    expect(written).toContain(
      '<x:cellXfs count="2"><x:xf numFmtId="0" fillId="0"/><x:xf applyFill="1" numFmtId="0" ' +
        'fillId="2"/></x:cellXfs>',
    );
    const copy = await opened(bytes);
    await copy.clearHighlights();
    expect(text(copy.save(), SHEET)).toBe(xml);
  });

  test('rows and cells without r', async () => {
    const xml = sheetData(
      '<row><c><v>1</v></c></row><row><c s="0"><v>2</v></c><c t="str"><v>x</v></c></row>',
    );
    const bytes = await highlighted(
      bookOf({ sheets: { 订单: xml } }),
      '订单',
      [{ row: 2, color: '#FFE699' }],
      { left: 0, right: 2 },
    );
    expect(text(bytes, SHEET)).toBe(
      xml
        .replace('<c s="0">', '<c s="1">')
        .replace('<c t="str"><v>x</v></c>', '<c s="1" t="str"><v>x</v></c><c r="C2" s="1"/>'),
    );
    const copy = await opened(bytes);
    await copy.clearHighlights();
    expect(text(copy.save(), SHEET)).toBe(xml);
  });

  test('a workbook without a style sheet gets one that is linked and typed', async () => {
    const bytes = await highlighted(
      bookOf({ sheets: { 订单: sheetData('<row r="1"><c r="A1"><v>1</v></c></row>') } }),
      '订单',
      [{ row: 1, color: '#FFE699' }],
      { left: 0, right: 0 },
    );
    expect(text(bytes, 'xl/_rels/workbook.xml.rels')).toContain('Target="styles.xml"');
    expect(text(bytes, '[Content_Types].xml')).toContain('PartName="/xl/styles.xml"');
    expect(fillOf(text(bytes, 'xl/styles.xml'), stylesOf(text(bytes, SHEET))['A1'])).toContain(
      'FFFFE699',
    );
  });

  test('what looks like the end of a row in a comment is none', async () => {
    const comment = '<!-- </row><row r="9"> --><?x </row>?>';
    const rows = [1, 2, 3].map(
      (r) => `<row r="${r}">${comment}<c r="A${r}"><v>${r}</v></c></row><!-- <row r="2"> -->`,
    );
    const bytes = bookOf({ sheets: { Orders: sheetData(rows.join('')) } });
    const book = await opened(bytes);
    await book.highlight('Orders', { left: 0, right: 0 }, [{ row: 3, color: '#FFC7CE' }]);
    const sheet = strFromU8(unzip(book.save())['xl/worksheets/sheet1.xml']!);
    expect(sheet.replace(/ s="\d+"/g, '')).toBe(sheetData(rows.join('')));
    expect(/<c r="(A\d)" s="\d+">/.exec(sheet)?.[1]).toBe('A3');
    await book.clearHighlights();
    expect(unzip(book.save())['xl/worksheets/sheet1.xml']).toEqual(
      unzip(bytes)['xl/worksheets/sheet1.xml'],
    );
  });

  test('a long sheet is edited as it streams by', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, i) =>
        `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c><c r="B${i + 1}" t="str"><v>订单 ` +
        `${i}</v></c></row>`,
    );
    const xml = worksheet(`<sheetData>${rows.join('')}</sheetData>`);
    const fills = [1, 25_000, 50_000].map((row) => ({ row, color: '#FFE699' }));
    const bytes = await highlighted(zipOf(bookParts({ sheets: { 订单: xml } })), '订单', fills, {
      left: 0,
      right: 1,
    });
    const marked = Object.entries(stylesOf(text(bytes, SHEET)))
      .filter(([, style]) => style !== undefined)
      .map(([address]) => address);
    expect(marked).toEqual(['A1', 'B1', 'A25000', 'B25000', 'A50000', 'B50000']);
    const copy = await opened(bytes);
    await copy.clearHighlights();
    expect(text(copy.save(), SHEET)).toBe(xml);
  });

  test('an aborted run keeps nothing', async () => {
    const book = await opened(richBook());
    const stop = new AbortController();
    stop.abort(new Error('stopped by the user'));
    await expect(
      book.highlight('订单 2025', COLUMNS, FILLS, { signal: stop.signal }),
    ).rejects.toThrow('stopped by the user');
    expect(unzip(book.save())).toEqual(unzip(richBook()));
  });

  test('an unknown sheet is a fact', async () => {
    await expect(highlighted(richBook(), '没有')).rejects.toMatchObject({
      fact: { code: 'file.noSuchSheet' },
    });
  });
});

describe('kept texts', () => {
  test('stay with the workbook, whatever they say, and leave other custom XML alone', async () => {
    const book = await opened(richBook());
    const words = 'a<&>"\u0001_x000D_ 答案\r\n\t=1+1';
    await book.writeKept('answers', words);
    await book.writeKept('mapping', '{}');
    const again = await opened(book.save());
    expect(await again.readKept('answers')).toBe(words);
    expect(await again.readKept('mapping')).toBe('{}');
    expect(await again.readKept('nothing')).toBeUndefined();
    expect(text(again.save(), 'customXml/item1.xml')).toBe(
      '<b:other xmlns:b="urn:theirs">not ours</b:other>',
    );
    await again.clearHighlights();
    expect(await again.readKept('answers')).toBe(words);
  });
});
