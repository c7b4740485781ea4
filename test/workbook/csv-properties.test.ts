import fc from 'fast-check';
import { readIdColumn } from '#domain/ledger/id-column.ts';
import { PART_ID, RISING_ID } from '#domain/reading/plain-id.ts';
import { plainFen, plainFenOfBytes } from '#domain/reading/plain-amount.ts';
import type { Sheet } from '#domain/sheet.ts';
import { Pump } from '#workbook/paced-loop.ts';
import { detectDelimiter } from '#workbook/csv/delimiter.ts';
import { type ReadTheRest, readCsv, readRecords } from '#workbook/csv/read-csv.ts';
import { LONGEST_QUOTED } from '../../src/domain/bounds.ts';
import { plainCsv } from './plain-csv.ts';
import { runs } from '../runs.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, step?: number): Promise<Sheet> =>
  readCsv(utf8(text), '订单', new Pump(), step);

const rowsOf = (sheet: Sheet): string[][] =>
  Array.from({ length: sheet.rowCount }, (_, row) =>
    sheet.columns.map((cells) => String(cells[row] ?? '')),
  );

function expected(text: string, delimiter: string): string[][] {
  const records = plainCsv(text, delimiter);
  const width = Math.max(0, ...records.map((fields) => 1 + fields.findLastIndex((f) => f !== '')));
  const rows = records.map((fields) => Array.from({ length: width }, (_, c) => fields[c] ?? ''));
  return rows.slice(0, 1 + rows.findLastIndex((fields) => fields.some((field) => field !== '')));
}

/** Pieces of which a broken export is made: quotes anywhere, line ends of all systems. */
const broken = fc
  .array(
    fc.constantFrom(
      '"',
      '""',
      ',',
      ',',
      '\n',
      '\r\n',
      '\r',
      '云',
      'a',
      '1',
      '-5.20',
      ' ',
      '\t',
      '客户',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => `甲,乙,丙\n丁,戊,己\n${pieces.join('')}`)
  // Tabs in most lines are another delimiter, by right.
  .filter((text) => detectDelimiter(text) === ',');

test('a field is not taken for the one in quotes above it', async () => {
  const text = '甲,乙,丙\n"安,全",2,3\n安,全,9\n"4\n5",6,7\n4\n5,6,7\n';
  expect(rowsOf(await read(text))).toEqual(expected(text, ','));
});

test('any text gives the cells that its characters one by one give', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async (text) => {
      expect(rowsOf(await read(text))).toEqual(expected(text, ','));
    }),
    { numRuns: runs(500) },
  );
});

test('two halves read at once give the cells of one read, whatever stands between', async () => {
  let halves = 0;
  const rest: ReadTheRest = (bytes, from, delimiter) => {
    halves++;
    return Promise.resolve(readRecords(bytes, from, delimiter));
  };
  await fc.assert(
    fc.asyncProperty(broken, fc.integer({ min: 1, max: 40 }), async (text, step) => {
      const { lines, texts: _texts, fen: _fen, ...alone } = await read(text);
      const both = await readCsv(utf8(text), '订单', new Pump(), step, { rest });
      expect(both).toMatchObject({ ...alone, ...(lines === undefined ? {} : { lines }) });
      expect(rowsOf(both)).toEqual(expected(text, ','));
      for (const [column, repeated] of both.texts!.entries())
        expect(repeated && [...repeated.codes].map((code) => repeated.texts[code] || null)).toEqual(
          repeated && [...both.columns[column]!],
        );
    }),
    { numRuns: runs(500) },
  );
  expect(halves).toBeGreaterThan(0);
});

test('columns that stop repeating themselves in one half only are the same columns', async () => {
  const rows = Array.from({ length: 30_000 }, (_, row) => {
    const id = row < 14_000 || row === 20_000 ? `same${row % 7}` : `RR${row}`;
    const amount = row % 997 === 0 ? '' : row % 1009 === 0 ? '12,500.00元' : `${row}.5`;
    return `${id},"${amount}",${row % 3 === 0 ? '甲' : ''}`;
  });
  const text = `单号,金额,客户\n${rows.join('\n')}\n`;
  const rest: ReadTheRest = (bytes, from, delimiter) =>
    Promise.resolve(readRecords(bytes, from, delimiter));
  const both = await readCsv(utf8(text), '订单', new Pump(), 1 << 16, { rest });
  expect(rowsOf(both)).toEqual(expected(text, ','));
  const known = [...both.fen![1]!.entries()].filter(([, fen]) => !Number.isNaN(fen));
  for (const [row, fen] of known) expect(plainFen(both.columns[1]![row] as string)).toBe(fen);
});

test('rows that get longer or shorter than the first thousand are the same rows', async () => {
  const short = Array.from({ length: 3_000 }, (_, row) => `R${row},${row % 9},${row}.25`);
  const long = short.map((row) => `${row},${'很长的备注'.repeat(40)}${row},甲`);
  for (const rows of [
    [...short, ...long],
    [...long, ...short],
  ]) {
    const text = `单号,客户,金额\n${rows.join('\n')}\n`;
    const sheet = await read(text, 1 << 14);
    expect(rowsOf(sheet)).toEqual(expected(text, ','));
    expectSameBeside(sheet);
  }
});

test('a column whose first texts differ and are then repeated keeps each', async () => {
  const rows = Array.from({ length: 5_000 }, (_, row) => `客户${row % 1_500},${row % 700}.50`);
  const text = `客户,金额\n${rows.join('\n')}\n`;
  const sheet = await read(text);
  expect(rowsOf(sheet)).toEqual(expected(text, ','));
  expectSameBeside(sheet);
});

test('rows in which nothing is written do not choose the delimiter', async () => {
  expect(rowsOf(await read('甲,乙,丙\n丁,戊,己\n\t\n\t\n\t\n\t'))[0]).toEqual(['甲', '乙', '丙']);
});

test('any size of the pieces gives the same cells', async () => {
  await fc.assert(
    fc.asyncProperty(broken, fc.integer({ min: 1, max: 40 }), async (text, step) => {
      expect(await read(text, step)).toEqual(await read(text));
    }),
    { numRuns: runs(300) },
  );
});

const seen = { repeated: 0, amounts: 0 };
afterAll(() => expect([seen.repeated > 0, seen.amounts > 0]).toEqual([true, true]));

/** What stands beside the cells says the same as the cells. */
function expectSameBeside(sheet: Sheet): void {
  for (const [c, cells] of sheet.columns.entries()) {
    const repeated = sheet.texts?.[c];
    seen.repeated += repeated ? 1 : 0;
    expect(repeated && [...repeated.codes].map((code) => repeated.texts[code])).toEqual(
      repeated && cells.map((cell) => cell ?? ''),
    );
    const fen = sheet.fen?.[c] ?? new Float64Array(0);
    for (const [row, amount] of fen.entries()) {
      if (Number.isNaN(amount)) continue;
      seen.amounts += 1;
      expect(plainFen(String(cells[row]))).toBe(amount);
    }
  }
}

test('codes and amounts beside the cells say what the cells say', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async (text) => expectSameBeside(await read(text))),
    { numRuns: runs(300) },
  );
});

test('a column that stops repeating itself keeps every text', async () => {
  const rows = Array.from({ length: 9_000 }, (_, i) =>
    i % 7 === 3 ? `,,客户${i % 5}` : `R${i},${i * 37}.5${i % 10},"客户${i % 5}"`,
  );
  const sheet = await read(['单号,金额,客户', ...rows].join('\n'));
  expect(rowsOf(sheet).slice(1)).toEqual(rows.map((row) => row.replaceAll('"', '').split(',')));
  expect(sheet.texts?.map((column) => column === null)).toEqual([true, true, false]);
  expect(sheet.fen?.map((column) => column === null)).toEqual([true, false, true]);
  expectSameBeside(sheet);
});

test('order numbers told beside the cells are read as they are without being told', async () => {
  const odd = [
    'rr12',
    'TOTAL5',
    '2025000000000123456',
    '925000000000000',
    'SU9',
    'A-1_2',
    'E5',
    'RR0001-12',
  ];
  const told = { plain: 0, rising: 0, parts: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 8_999 }),
          fc.constantFrom(...odd, '', '甲7', 'RR000001'),
        ),
        { maxLength: 12 },
      ),
      fc.integer({ min: 1, max: 8_000 }),
      fc.boolean(),
      async (changed, from, inHalves) => {
        const ids = Array.from({ length: 9_000 }, (_, row) => `RR${String(row).padStart(6, '0')}`);
        for (const [row, id] of changed) ids[row] = id;
        const text = `单号,客户\n${ids.map((id) => `${id},甲`).join('\n')}\n`;
        const rest: ReadTheRest = (bytes, at, delimiter) =>
          Promise.resolve(readRecords(bytes, at, delimiter));
        const sheet = await readCsv(
          utf8(text),
          '订单',
          new Pump(),
          undefined,
          inHalves ? { rest } : {},
        );
        const cells = sheet.columns[0]!;
        const alone = { ...sheet, plainIds: undefined as never };
        const range = { from, to: sheet.rowCount };
        expect(readIdColumn({ ...range, sheet }, 0, cells)).toEqual(
          readIdColumn({ ...range, sheet: alone }, 0, cells),
        );
        for (const known of sheet.plainIds?.[0] ?? []) {
          told.plain += known > 0 ? 1 : 0;
          told.rising += (known & RISING_ID) !== 0 ? 1 : 0;
          told.parts += (known & PART_ID) !== 0 ? 1 : 0;
        }
      },
    ),
    { numRuns: runs(25) },
  );
  expect([told.plain > 1000, told.rising > 1000, told.parts > 0]).toEqual([true, true, true]);
});

test('an amount is the same from its bytes as from its text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.stringMatching(/^-?\d{1,17}(\.\d{0,4})?$/),
        fc.stringMatching(/^-?\d{1,4}(,\d{1,4}){0,4}(\.\d{1,3})?$/),
        fc.stringMatching(/^[-+.,0-9 e万]{0,8}$/),
      ),
      (text) => {
        const bytes = utf8(`x${text}y`);
        expect(plainFenOfBytes(bytes, 1, bytes.length - 1)).toBe(plainFen(text));
      },
    ),
    { numRuns: runs(2_000) },
  );
});

describe('a stray quote', () => {
  const row = (i: number): string => `R${i},杭州云栈物流有限公司${i},备注备注备注备注,${i}.00`;
  const rows = Array.from({ length: 200_000 }, (_, i) => row(i));
  const lines = (sheet: Sheet): unknown[] => [...(sheet.columns[0] ?? [])];

  test('at the beginning of a field in a long file loses no row', async () => {
    const text = [...rows.slice(0, 9), '"R9,客户,,9.00', ...rows.slice(10)].join('\n');
    expect(text.length).toBeGreaterThan(8 * 1024 * 1024);
    const sheet = await read(text);
    expect(sheet.rowCount).toBe(200_000);
    expect(lines(sheet).slice(8, 12)).toEqual(['R8', '"R9', 'R10', 'R11']);
    expect(sheet.columns[3]?.at(-1)).toBe('199999.00');
  });

  test('and another one far below swallow nothing between them', async () => {
    const text = [
      ...rows.slice(0, 9),
      '"R9,客户,,9.00',
      ...rows.slice(10, 150_000),
      'R150000,客户,"备注",1.00',
      ...rows.slice(150_001),
    ].join('\n');
    const sheet = await read(text);
    expect(sheet.rowCount).toBe(200_000);
    expect(sheet.columns[2]?.[150_000]).toBe('备注');
  });

  test('that ends in the middle of a later field is a plain character', async () => {
    const sheet = await read('a,b\n"c,1\nd,2\ne"f,3\n');
    expect(rowsOf(sheet)).toEqual([
      ['a', 'b'],
      ['"c', '1'],
      ['d', '2'],
      ['e"f', '3'],
    ]);
  });

  test('a remark of many lines is still one cell', async () => {
    const remark = '第一行\n'.repeat(2_000);
    expect(utf8(remark).length).toBeLessThan(LONGEST_QUOTED);
    const sheet = await read(`a,b\n1,"${remark}"\n2,x\n`);
    expect(sheet.columns[1]).toEqual(['b', remark, 'x']);
    expect(sheet.lines).toEqual([1, 2, 2_003]);
  });
});

/** Whoever reads a field plainly makes its hash on the way, four bytes at a look. */
test('a text is one text of its column, in quotes or without', async () => {
  const texts = [
    'a',
    'ab',
    'abc',
    'abcd',
    'a (b) c',
    'ab#!$%&',
    '云服务器 ECS',
    '!!!!!!!!',
    'a\tb',
  ];
  for (let length = 1; length <= 12; length++) texts.push('x!'.repeat(length).slice(0, length));
  const lines = texts.flatMap((text) => [text, `"${text}"`, `${text},1`, `"${text}",1`]);
  for (const end of ['\n', '\r\n', '\n\n']) {
    const sheet = await read(lines.join(end));
    expect([...sheet.texts![0]!.texts].sort()).toEqual(['', ...new Set(texts)].sort());
  }
});
