import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Sheet } from '#domain/sheet.ts';
import { Pump } from '#workbook/paced-loop.ts';
import { type Helpers, type ReadTheRest, readCsv, readRecords } from '#workbook/csv/read-csv.ts';
import { RecordScanner, roomToScan } from '#workbook/csv/record-scanner.ts';
import { ScannedRows } from '#workbook/csv/scanned-rows.ts';
import { runs } from '../runs.ts';

/** Records that the scanner has read, over all tests: none of them means nothing was tested. */
let scannedRecords = 0;
class Counted extends ScannedRows {
  override scan(at: number, until: number, delimiter: number): boolean {
    const isPlain = super.scan(at, until, delimiter);
    scannedRecords += this.rows;
    return isPlain;
  }
}

/** The text as a large file's is read: in memory that two scanners see, in halves or in one. */
function scanned(text: string, inHalves: boolean, step?: number): Promise<Sheet> {
  const utf8 = new TextEncoder().encode(text);
  const room = roomToScan(utf8.length);
  const bytes = new Uint8Array(room.memory.buffer, 0, utf8.length);
  bytes.set(utf8);
  const rest: ReadTheRest = (all, from, delimiter) => {
    const second = new Counted(new RecordScanner(room, all.length, 1));
    return Promise.resolve(readRecords(all, from, delimiter, second));
  };
  const first = new Counted(new RecordScanner(room, bytes.length, 0));
  const helpers: Helpers = { scanned: first, ...(inHalves ? { rest } : {}) };
  return readCsv(bytes, '订单', new Pump(), step, helpers);
}

/** The same without a scanner: the codes of texts may be others, what they say may not. */
async function expectSame(text: string, inHalves: boolean, step?: number): Promise<void> {
  const [quick, plain] = [
    await scanned(text, inHalves, step),
    await readCsv(new TextEncoder().encode(text), '订单', new Pump(), step, {
      ...(inHalves
        ? { rest: (all, from, mark) => Promise.resolve(readRecords(all, from, mark)) }
        : {}),
    }),
  ];
  // Only where they differ: what jest shows costs more than reading.
  const [one, other] = [told(quick), told(plain)];
  expect(isDeepStrictEqual(one, other) ? plain : quick).toBe(plain);
}

const told = ({ columns, texts, ...rest }: Sheet): unknown => ({
  ...rest,
  columns: columns.map((cells) => [...cells]),
  spelled: texts?.map((each) => each && Array.from(each.codes, (code) => each.texts[code])),
});

const pieces = fc.constantFrom(
  ...['"', '""', ',', ',', ',', '\n', '\n', '\r\n', '\r', '云', 'a', '1', '-5.20', ' ', '客户'],
  ...['"a,b"', '"",', '"云"', 'RR20250001', '很长的备注，比十六个字节长', 'RR2025-0002'],
);

/** What fields and records begin and end with, in every sequence. */
const ends = fc.constantFrom('"', '"', ',', '\n', '\r', 'a');

test.each([
  ['any text', pieces],
  ['what is little else than quotes and ends', ends],
])('%s is read the same with a scanner, in halves and steps of any size', async (_, piece) => {
  const before = scannedRecords;
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 80 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 60 }),
      (all, inHalves, step) => expectSame(`甲,乙,丙\n丁,戊,己\n${all.join('')}`, inHalves, step),
    ),
    { numRuns: runs(100) },
  );
  expect(scannedRecords - before).toBeGreaterThan(100);
});

const rowsOf = (count: number, row: (index: number) => string): string =>
  `单号,客户,金额,备注\n${Array.from({ length: count }, (_, index) => row(index)).join('\n')}`;

test.each<[string, string]>([
  ['numbers, customers and amounts', rowsOf(20_000, (i) => `RR${i},客户${i % 700},${i}.5,`)],
  ['rows of many lengths', rowsOf(9_000, (i) => `RR${i},客户${i % 7}${',x'.repeat(i % 5)}`)],
  ['more columns than there is room for', rowsOf(3_000, (i) => `${i},b${',c'.repeat(i % 40)}`)],
  ['a column that starts late', rowsOf(9_000, (i) => `${i},b,${i > 6_000 ? `,,,${i % 3}` : ''}`)],
  [
    'quotes in most rows, which only looking at each byte can read',
    rowsOf(
      9_000,
      (i) => `RR${i},"客户""${i % 7}""","${i},000.00",${i % 11 === 0 ? '"甲\n乙"' : ''}`,
    ),
  ],
  ['quotes around each field', rowsOf(9_000, (i) => `"RR${i}","客户,${i % 7}","${i}.00",""`)],
  ['customers of whom most buy once', rowsOf(20_000, (i) => `A,客户${i % 12_000},${i % 5}`)],
])('the same sheet of %s', async (_, text) => {
  await expectSame(text, false);
  await expectSame(text.replaceAll('\n', '\r\n'), true);
});

test('more different texts than there is room for are told apart', async () => {
  await expectSame(
    rowsOf(210_000, (i) => `,客户${i % 3 > 0 ? i % 7 : i},`),
    false,
  );
});

test('a NUL is seen at any place of the text, and not behind it', () => {
  const size = 100;
  const room = roomToScan(size);
  const bytes = new Uint8Array(room.memory.buffer, 0, size).fill(97);
  const scanner = new RecordScanner(room, size, 0);
  expect(scanner.holdsNul()).toBe(false);
  const unseen = [...bytes.keys()].filter((at) => {
    bytes[at] = 0;
    const isSeen = scanner.holdsNul();
    bytes[at] = 97;
    return !isSeen;
  });
  expect(unseen).toEqual([]);
});

test('the scanner is made of its source', () => {
  const script = `
    const { scannerText } = await import('${resolve(__dirname, '../../scripts/scan-records.mjs')}');
    process.stdout.write(await scannerText());`;
  const made = execFileSync(process.execPath, ['--input-type=module', '-e', script]);
  const kept = resolve(__dirname, '../../src/workbook/csv/scan-records.wasm.ts');
  expect(made.toString()).toBe(readFileSync(kept, 'utf8'));
});
