import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';
import { readSheets } from '#application/read/read-sheets.ts';
import { SHEET_COLUMNS } from '#domain/bounds.ts';
import { refusedFact } from '#facts/any-fact.ts';
import type { Sheet } from '#domain/sheet.ts';
import { type CsvPart, sheetOfParts } from '#workbook/csv/csv-part.ts';
import { CsvReader } from '#workbook/csv/csv-reader.ts';
import { FieldDecoder } from '#workbook/csv/field-decoder.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { bookOf, bookParts, sheetData, zipOf } from '../../workbook/fixture.ts';
import { type BoundName, lowered } from './lowered.ts';

jest.mock('#domain/bounds.ts', () => ({
  __esModule: true,
  ...jest.requireActual<object>('#domain/bounds.ts'),
}));

const cell = (address: string): string => `<c r="${address}"><v>1</v></c>`;
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 'read', or the code of the fact why not. */
async function outcome(bytes: Uint8Array, name = 'a.xlsx'): Promise<string> {
  try {
    const opened = await openWorkbook(bytes, name);
    if (!opened.ok) return opened.error.code;
    const options = { signal: new AbortController().signal, progress: () => undefined };
    await readSheets(opened.value, options);
    return 'read';
  } catch (error) {
    return refusedFact(error)?.code ?? String(error);
  }
}

const four = bookOf({
  sheets: { 订单: sheetData(row(1, cell('A1') + cell('B1')) + row(2, cell('A2') + cell('B2'))) },
});
const far = bookOf({ sheets: { 订单: sheetData(row(1, cell('A1')) + row(9, cell('B9'))) } });
const texts = ['甲', '乙', '丙'].map((text) => `<t>${text}</t>`);
const shared = bookOf({ sheets: { 订单: sheetData(row(1, cell('A1'))) }, strings: texts });
const whole = bookParts({ sheets: { 订单: sheetData(row(1, cell('A1'))) } });
const sizes = Object.values(unzipSync(zipOf(whole))).map(({ length }) => length);
const total = sizes.reduce((sum, size) => sum + size, 0);
const large = bookOf({ sheets: { 订单: sheetData(row(1, cell('A1')) + ' '.repeat(50_000)) } });
const attributes = (count: number): Uint8Array => {
  const more = Array.from({ length: count - 1 }, (_, at) => ` a${at}="1"`).join('');
  return bookOf({ sheets: { 订单: sheetData(`<row${more} r="1">${cell('A1')}</row>`) } });
};
const token = (length: number): Uint8Array =>
  bookOf({ sheets: { 订单: sheetData(`<row a="${noise(length)}" r="1">${cell('A1')}</row>`) } });
/** Text that does not shrink, so that it comes in pieces. */
const noise = (length: number): string => randomBytes(length / 2).toString('hex');

const quoted = (length: number): Uint8Array =>
  utf8(`订单号,金额\n1,"${'x'.repeat(length / 2)}\n${'x'.repeat(length / 2 - 1)}"\n2,"b"\n`);

/** A bound, a value at which the file is read, the next at which it is not, and why. */
const cases: readonly (readonly [BoundName, Uint8Array, number, number, string])[] = [
  ['MAX_CELLS', four, 4, 3, 'file.tooLarge'],
  ['MAX_PADDING', far, 8, 7, 'file.scattered'],
  ['MAX_STRINGS', shared, 3, 2, 'file.tooLarge'],
  ['MAX_PARTS', zipOf(whole), sizes.length, sizes.length - 1, 'file.tooLarge'],
  ['MAX_PART_BYTES', zipOf(whole), Math.max(...sizes), Math.max(...sizes) - 1, 'file.tooLarge'],
  ['MAX_PACKAGE_BYTES', zipOf(whole), total, total - 1, 'file.tooLarge'],
  ['MAX_WHOLE_BYTES', zipOf(whole), Math.max(...sizes), 100, 'file.tooLarge'],
  ['MOST_ATTRIBUTES', attributes(30), 30, 29, 'file.damaged'],
];

it.each(cases)(
  '%s: at it a workbook is read, beyond it refused',
  async (name, file, at, beyond, why) => {
    expect(await lowered({ [name]: at }, () => outcome(file))).toBe('read');
    expect(await lowered({ [name]: beyond }, () => outcome(file))).toBe(why);
  },
);

it('MAX_RATIO holds from RATIO_FROM_BYTES on', async () => {
  const low = { MAX_RATIO: 20 };
  expect(await lowered({ ...low, RATIO_FROM_BYTES: 60_000 }, () => outcome(large))).toBe('read');
  expect(await lowered({ ...low, RATIO_FROM_BYTES: 1000 }, () => outcome(large))).toBe(
    'file.tooLarge',
  );
});

it('MAX_TOKEN_BYTES: what never ends is damage', async () => {
  const long = token(400_000);
  expect(await lowered({ MAX_TOKEN_BYTES: 500_000 }, () => outcome(long))).toBe('read');
  expect(await lowered({ MAX_TOKEN_BYTES: 1000 }, () => outcome(long))).toBe('file.damaged');
});

it('MAX_PADDING holds for a CSV, too', async () => {
  const ragged = utf8(`a,b\n${'1\n'.repeat(8)}1,2\n`);
  expect(await lowered({ MAX_PADDING: 8 }, () => outcome(ragged, 'a.csv'))).toBe('read');
  expect(await lowered({ MAX_PADDING: 7 }, () => outcome(ragged, 'a.csv'))).toBe('file.scattered');
});

describe('MAX_PADDING of a CSV that two threads read', () => {
  const part = (text: string): CsvPart => {
    const bytes = utf8(text);
    const reader = new CsvReader(bytes, 0, ',', new FieldDecoder(bytes, 'utf-8', true));
    reader.read(bytes.length);
    return reader.part();
  };
  const ragged = `${'1\n'.repeat(4)}1,2\n`;

  it('holds for each while it is read', () => {
    expect(lowered({ MAX_PADDING: 4 }, () => part(ragged)).padding).toBe(4);
    expect(() => lowered({ MAX_PADDING: 3 }, () => part(ragged))).toThrow('file.scattered');
  });

  it('and for both together', () => {
    const parts = [part(ragged), part(ragged)];
    const sheet = (): Sheet => sheetOfParts('a', parts);
    expect(lowered({ MAX_PADDING: 8 }, sheet).rowCount).toBe(10);
    expect(() => lowered({ MAX_PADDING: 7 }, sheet)).toThrow('file.scattered');
  });
});

it('SHEET_COLUMNS: a line of a CSV may have as many as a sheet, and one more is told', async () => {
  const wide = (columns: number): Uint8Array =>
    utf8(`a,b\n"x\ny",2\n1${',2'.repeat(columns - 1)}\n`);
  expect(await outcome(wide(SHEET_COLUMNS), 'a.csv')).toBe('read');
  const beyond = await openWorkbook(wide(SHEET_COLUMNS + 1), 'a.csv');
  expect(beyond).toMatchObject({ error: { code: 'file.tooWide', name: 'a.csv', row: 4 } });
});

it('LONGEST_QUOTED: a longer field began with a stray quote, and no row is lost', async () => {
  const rows = async (): Promise<number> => {
    const opened = await openWorkbook(quoted(100), 'a.csv');
    if (!opened.ok) throw new Error(opened.error.code);
    const options = { signal: new AbortController().signal, progress: () => undefined };
    return (await readSheets(opened.value, options))[0]?.rowCount ?? 0;
  };
  expect(await lowered({ LONGEST_QUOTED: 101 }, rows)).toBe(3);
  expect(await lowered({ LONGEST_QUOTED: 100 }, rows)).toBe(4);
});
