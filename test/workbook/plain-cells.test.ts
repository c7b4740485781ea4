import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readIdColumn } from '#domain/ledger/id-column.ts';
import { PART_ID, RISING_ID } from '#domain/reading/plain-id.ts';
import { SharedStringsReader } from '#workbook/xlsx/read/shared-strings.ts';
import { SheetReader } from '#workbook/xlsx/read/sheet-reader.ts';
import { encodeText } from '#workbook/xlsx/xml/text.ts';
import { sheetData } from './fixture.ts';
import { runs } from '../runs.ts';

const STRINGS = ['', '华东', 'a_x000D_b', 'R&D', '12'];
const FORMATS = ['General', '0.00', 'm/d/yyyy'];

const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('', '-0', '1e3', ' 7', '0.1000000000000000055', 'NaN', '1.2.3', '+5', '.5', '5.'),
);
const text = fc.constantFrom('华东', 'RR1', '', 'R&amp;D', 'a_x000D_b', '_', '😀', 'x'.repeat(40));
const value: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  number.map((v) => ['', `<v>${v}</v>`] as const),
  number.map((v) => [' t="n"', `<v>${v}</v>`] as const),
  fc.constantFrom('0', '1', '2', '4').map((v) => [' t="s"', `<v>${v}</v>`] as const),
  text.map((v) => [' t="inlineStr"', `<is><t>${v}</t></is>`] as const),
  text.map((v) => [' t="inlineStr"', `<is><t xml:space="preserve">${v}</t></is>`] as const),
  fc.constantFrom(
    ['', ''] as const,
    [' t="b"', '<v>1</v>'] as const,
    [' t="e"', '<v>#N/A</v>'] as const,
    [' t="str"', '<f>A1</f><v>x</v>'] as const,
    ['', '<f>1+1</f><v>2</v>'] as const,
    ['', '<f>1+1</f>'] as const,
    [' t="inlineStr"', '<is><r><t>a</t></r><rPh><t>b</t></rPh></is>'] as const,
  ),
);
const cell = fc.record({
  value,
  at: fc.option(fc.constantFrom('A', 'B', 'C', 'AA'), { freq: 3 }),
  style: fc.constantFrom('', ' s="1"', ' s="2"', ' s="9"'),
  typeFirst: fc.boolean(),
  short: fc.boolean(),
});
const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });

/** `blank` stands where a program may write more blanks than one. */
function sheetXml(written: readonly (readonly Parts[])[], blank: string): string {
  const body = written.map((cells, r) => {
    const inside = cells.map(({ value: [type, content], at, style, typeFirst, short }) => {
      const said = typeFirst ? `${type}${style}` : `${style}${type}`;
      const place = at === null ? '' : ` r="${at}${r + 1}"`;
      const isShort = short && content === '';
      return `<c${place}${said}${blank}${isShort ? '/>' : `>${content}</c>`}`;
    });
    return `<row r="${r + 1}">${inside.join('')}</row>`;
  });
  return sheetData(body.join(''));
}
type Parts = typeof cell extends fc.Arbitrary<infer T> ? T : never;

/** Everything that a reader says of a sheet, in pieces of a size; the refusal if it refuses. */
function read(xml: string, size: number): unknown {
  const bytes = encodeText(xml);
  const context = { part: 'sheet1.xml', strings: STRINGS, formats: FORMATS, date1904: false };
  const reader = new SheetReader(context);
  try {
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size));
    reader.finish();
  } catch (error) {
    return String(error);
  }
  const { cells } = reader;
  return { columns: cells.columns, rows: cells.rowCount, formats: cells.formats() };
}

const item = fc.oneof(
  text.map((v) => `<si><t>${v}</t></si>`),
  text.map((v) => `<si><t xml:space="preserve">${v}</t></si>`),
  fc.constantFrom(
    '<si/>',
    '<si><t/></si>',
    '<si><r><t>a</t></r><r><t>b</t></r></si>',
    '<si><t>a</t><rPh><t>b</t></rPh></si>',
  ),
);

function readStrings(xml: string, size: number): readonly string[] {
  const bytes = encodeText(xml);
  const reader = new SharedStringsReader('sharedStrings.xml');
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size));
  reader.finish();
  return reader.strings;
}

describe('shared texts taken straight from the bytes', () => {
  test('are what the scanner makes of them, in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(item), fc.integer({ min: 1, max: 200 }), (items, size) => {
        const expected = readStrings(
          `<sst>${items.join('')}</sst>`.replaceAll('<si>', '<si >'),
          9999,
        );
        expect(readStrings(`<sst>${items.join('')}</sst>`, 9999)).toEqual(expected);
        expect(readStrings(`<sst>${items.join('')}</sst>`, size)).toEqual(expected);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('cells taken straight from the bytes', () => {
  test('are what the scanner makes of them, in pieces of any size', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 400 }), (written, size) => {
        const expected = read(sheetXml(written, '  '), 1 << 20);
        expect(read(sheetXml(written, ''), 1 << 20)).toEqual(expected);
        expect(read(sheetXml(written, ''), size)).toEqual(expected);
      }),
      { numRuns: runs(400) },
    );
  });

  test('keep their texts when a column stops repeating itself', () => {
    const name = (row: number): string =>
      row % 7 === 0 ? `客户${row}` : row % 11 === 0 ? `a&amp;${row}` : `RR${row}`;
    const lines = Array.from({ length: 9000 }, (_, row) => name(row));
    const xml = (tag: string): string =>
      sheetData(
        lines
          .map((line) => `<row><${tag} t="inlineStr"><is><t>${line}</t></is></c></row>`)
          .join(''),
      );
    const straight = read(xml('c'), 5000) as { columns: readonly unknown[][] };
    expect(straight).toEqual(read(xml('c '), 5000));
    expect(straight.columns[0]).toEqual(lines.map((line) => line.replace('&amp;', '&')));
  });

  test('say which text stands in each row as long as a column has nothing else', () => {
    const reader = new SheetReader({ part: '', strings: STRINGS, formats: [], date1904: false });
    const body = ['<c t="s"><v>1</v></c>', '<c/>', '<c t="inlineStr"><is><t>华东</t></is></c>'];
    const mixed = ['', '<c><v>5</v></c>', '<c t="s"><v>4</v></c>'];
    const xml = body.map((first, r) => `<row>${first}${mixed[r]}</row>`).join('');
    reader.push(encodeText(sheetData(xml)));
    reader.finish();
    const [texts, none] = reader.cells.texts();
    expect(Array.from(texts!.codes, (code) => texts!.texts[code])).toEqual(['华东', '', '华东']);
    expect(none).toBeNull();
  });
});

test('order numbers told from the bytes of a sheet are read as they are without being told', () => {
  const odd = [
    'rr12',
    'TOTAL5',
    '2025000000000123456',
    'E5',
    'RR0001-12',
    '',
    '甲7',
    'A_1',
    'R&amp;1',
  ];
  const told = { plain: 0, rising: 0, parts: 0 };
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9_499), fc.constantFrom(...odd, 'again')), {
        maxLength: 4,
      }),
      fc.integer({ min: 1, max: 8_000 }),
      (changed, from) => {
        const ids = Array.from({ length: 9_500 }, (_, row) => `RR${String(row).padStart(14, '0')}`);
        for (const [row, id] of changed) ids[row] = id === 'again' ? (ids[row - 2] ?? '') : id;
        const rows = ids.map(
          (id, row) => `<row r="${row + 1}"><c t="inlineStr"><is><t>${id}</t></is></c></row>`,
        );
        const reader = new SheetReader({ part: '', strings: [], formats: [], date1904: false });
        reader.push(encodeText(sheetData(rows.join(''))));
        reader.finish();
        const { columns, rowCount } = reader.cells;
        const [plainIds] = reader.cells.plainIds();
        const sheet = { name: '订单', rowCount, columns };
        const range = { from, to: rowCount };
        const cells = columns[0]!;
        expect(
          readIdColumn({ ...range, sheet: { ...sheet, plainIds: [plainIds ?? null] } }, 0, cells),
        ).toEqual(readIdColumn({ ...range, sheet }, 0, cells));
        for (const known of plainIds ?? []) {
          told.plain += known > 0 ? 1 : 0;
          told.rising += (known & RISING_ID) !== 0 ? 1 : 0;
          told.parts += (known & PART_ID) !== 0 ? 1 : 0;
        }
      },
    ),
    // A part of an order for certain, which chance may leave out.
    { numRuns: runs(10), examples: [[[[9000, 'RR0001-12']], 1]] },
  );
  expect([told.plain > 1000, told.rising > 1000, told.parts > 0]).toEqual([true, true, true]);
});
