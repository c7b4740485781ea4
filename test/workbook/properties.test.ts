import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { parseNumber } from '#workbook/xlsx/read/cell-text.ts';
import { CLOSE, END, MORE, OPEN, TEXT, XmlScanner } from '#workbook/xlsx/xml/scanner.ts';
import { decodeEscapes, decodeText, encodeText, escapeText } from '#workbook/xlsx/xml/text.ts';
import { bookOf, opened, sheetData, unzip } from './fixture.ts';
import { RICH_SHEET, richBook } from './rich-book.ts';
import { runs } from '../runs.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const LETTERS = 'ABCDEF';

/**
 * Sheets as programs write them: with and without r and s, gaps, self-closing rows, blanks in tags.
 */
const rowXml = fc
  .tuple(
    fc.constantFrom('', ' spans="1:6"', ' s="1" customFormat="1"', ' hidden="1" '),
    fc.boolean(),
    fc.array(
      fc.record({
        column: fc.integer({ min: 0, max: 5 }),
        style: fc.option(fc.constantFrom('0', '1')),
        form: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([attributes, compact, cells]) => (r: number): string => {
    const inner = [...new Map(cells.map((cell) => [cell.column, cell])).values()]
      .sort((a, b) => a.column - b.column)
      .map(({ column, style, form }) => {
        const head = `<c r="${LETTERS[column]}${r}"${style === null ? '' : ` s="${style}"`}`;
        return [
          `${head}><v>${r}</v></c>`,
          `${head}/>`,
          `${head} />`,
          `${head} t="inlineStr"><is><t>甲&amp;</t></is></c>`,
        ][form];
      })
      .join('');
    return inner === '' && compact
      ? `<row r="${r}"${attributes}/>`
      : `<row r="${r}"${attributes}>${inner}</row>`;
  });

test(
  'any rows highlighted and cleared again leave the sheet as it was, byte ' + 'for byte',
  async () => {
    const styles =
      '<styleSheet><fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
      '<cellXfs count="2"><xf fillId="0"/><xf fillId="0"/></cellXfs></styleSheet>';
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowXml, { minLength: 1, maxLength: 6 }),
        fc.subarray([1, 2, 3, 4, 5, 6], { minLength: 1 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 2 }),
        async (rows, chosen, left, width) => {
          const xml = sheetData(
            `<row r="50"><c r="A50"><v>1</v></c></row>${rows.map((row, i) => row(i + 1)).join('')}`,
          );
          const book = await opened(bookOf({ sheets: { 订单: xml }, styles }));
          await book.highlight(
            '订单',
            { left, right: left + width },
            chosen.map((row) => ({ row, color: '#FFE699' })),
          );
          const copy = await opened(book.save());
          const marked = strFromU8(unzip(book.save())[SHEET]!);
          expect(marked.match(/<v>[^<]*<\/v>/g)).toEqual(xml.match(/<v>[^<]*<\/v>/g));
          expect(marked !== xml || !chosen.some((row) => row <= rows.length)).toBe(true);
          await copy.clearHighlights();
          expect(strFromU8(unzip(copy.save())[SHEET]!)).toBe(xml);
        },
      ),
      { numRuns: runs(40) },
    );
  },
);

test("a number's digits give the double that JavaScript reads from them", () => {
  const digits = fc
    .tuple(
      fc.boolean(),
      fc.stringMatching(/^\d{1,17}$/),
      fc.option(fc.stringMatching(/^\d{1,17}$/)),
    )
    .map(([minus, whole, rest]) => `${minus ? '-' : ''}${whole}${rest === null ? '' : `.${rest}`}`);
  fc.assert(
    fc.property(
      fc.oneof(digits, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)),
      (text) => {
        const bytes = encodeText(`<v>${text}</v>`);
        expect(parseNumber(bytes, 3, bytes.length - 4)).toBe(Number(text));
      },
    ),
    { numRuns: runs(2000) },
  );
});

test('what is escaped reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const bytes = encodeText(escapeText(text));
      expect(decodeEscapes(decodeText(bytes, 0, bytes.length, false))).toBe(text);
    }),
    { numRuns: runs(150) },
  );
});

/** Kind and text of every token, neighbouring texts joined (a seam may split nothing else). */
function tokens(pieces: readonly Uint8Array[]): readonly string[] {
  const scanner = new XmlScanner('part');
  const found: string[] = [];
  const drain = (): void => {
    for (let token = scanner.next(); token !== MORE && token !== END; token = scanner.next()) {
      const kind =
        token === OPEN ? 'open' : token === CLOSE ? 'close' : token === TEXT ? 'text' : '?';
      found.push(
        `${kind} ${strFromU8(scanner.buffer.subarray(scanner.start, scanner.end))} ` +
          `${token === OPEN ? [...scanner.attributes.all().keys()].join() : ''}`,
      );
    }
  };
  for (const piece of pieces) {
    scanner.feed(piece);
    drain();
  }
  scanner.finish();
  drain();
  return found;
}

test('wherever a part is cut, the scanner sees the same', () => {
  const bytes = encodeText(
    `${RICH_SHEET.slice(0, RICH_SHEET.indexOf('<row r="3"'))}<!-- a > b --><x:y z='1 > 2'>` +
      '<![CDATA[ <a> ]]></x:y></sheetData></worksheet>',
  );
  const whole = tokens([bytes]);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 8 }),
      (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        expect(tokens(edges.slice(1).map((to, i) => bytes.subarray(edges[i], to)))).toEqual(whole);
      },
    ),
    { numRuns: runs(150) },
  );
  expect(tokens([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
});

test('fields written by the rules of CSV read back, whatever is in them', async () => {
  const field = fc.string({
    unit: fc.constantFrom('a', '华', ',', '"', '\n', '\r\n', ';', '\t', ' ', '1'),
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      async (rows, end) => {
        const records = [['h1', 'h2', 'h3'], ...rows];
        const text = records
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join(end);
        const book = await opened(encodeText(text), 'a.csv');
        const sheet = await book.readSheet('a');
        expect(records.map((_, r) => [0, 1, 2].map((c) => sheet.columns[c]?.[r] ?? ''))).toEqual(
          records,
        );
      },
    ),
    { numRuns: runs(200) },
  );
});

test('a workbook with broken bytes opens or says why, and never anything else', async () => {
  const good = richBook();
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.integer({ min: 0, max: good.length - 1 }), fc.integer({ min: 0, max: 255 })),
        { minLength: 1, maxLength: 4 },
      ),
      async (flips) => {
        const bytes = good.slice();
        for (const [at, value] of flips) bytes[at] = value;
        const result = await openWorkbook(bytes, 'a.xlsx');
        expect(result.ok || result.error.code.startsWith('file.')).toBe(true);
      },
    ),
    { numRuns: runs(150) },
  );
});

test('broken XML inside a sound package opens or says why', async () => {
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>12.5</v></c></row>';
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom('<', '>', '"', '&', '', '/', '<a>', '</v>', '\u0000'),
      async (at, junk) => {
        const xml = sheetData(rows);
        const broken = xml.slice(0, at % xml.length) + junk + xml.slice((at % xml.length) + 1);
        const result = await openWorkbook(
          bookOf({ sheets: { 订单: broken }, strings: ['<t>甲</t>'] }),
          'a.xlsx',
        );
        const sheet = result.ok
          ? await result.value
              .readSheet('订单')
              .catch((error: { fact?: { code: string } }) => error.fact?.code ?? String(error))
          : result.error.code;
        expect(typeof sheet === 'string' ? sheet : 'file.').toMatch(/^file\./);
      },
    ),
    { numRuns: runs(200), examples: [[235, '<']] },
  );
});
