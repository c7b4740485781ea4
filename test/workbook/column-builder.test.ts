import fc from 'fast-check';
import { isRefusal } from '#domain/refusal.ts';
import type { Cell } from '#domain/sheet.ts';
import type { FileTrouble } from '#facts/files.ts';
import { ColumnBuilder } from '#workbook/xlsx/read/column-builder.ts';
import { runs } from '../runs.ts';

const WORDS = ['基础', '安全', 'a', '很长的备注，比十六个字节长', 'A&B'];

const cells = fc.array(
  fc.record({
    gap: fc.nat({ max: 3 }),
    cell: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom<Cell>(...WORDS) },
      { weight: 1, arbitrary: fc.constantFrom<Cell>(1, 0.5, true) },
    ),
    way: fc.constantFrom('value', 'bytes', 'shared'),
  }),
  { maxLength: 60 },
);

function put(builder: ColumnBuilder, row: number, cell: Cell, way: string): void {
  if (typeof cell !== 'string' || way === 'value') builder.put(row, 0, cell);
  else if (way === 'shared') builder.column(row, 0).putShared(row, WORDS.indexOf(cell), cell);
  else {
    const bytes = new TextEncoder().encode(`<${cell.replace('&', '&amp;')}>`);
    builder.column(row, 0).putBytes(row, bytes, 1, bytes.length - 1);
  }
}

function isRefused(builder: ColumnBuilder, row: number): boolean {
  try {
    put(builder, row, 'a', 'bytes');
    return false;
  } catch (error) {
    return isRefusal<FileTrouble>(error, 'file') && error.fact.code === 'file.damaged';
  }
}

test('a column is what was put into it, and none of its cells can be put again', () => {
  let repeating = 0;
  fc.assert(
    fc.property(cells, (all) => {
      const [builder, expected] = [new ColumnBuilder('sheet1.xml'), [] as Cell[]];
      for (const { gap, cell, way } of all) {
        for (let empty = 0; empty < gap; empty++) expected.push(null);
        put(builder, expected.push(cell) - 1, cell, way);
      }
      builder.finish();
      const column = builder.columns[0] ?? [];
      expect([...column]).toEqual(expected);
      const repeated = builder.texts()[0] ?? null;
      if (repeated !== null) repeating++;
      const spelled = repeated && Array.from(repeated.codes, (code) => repeated.texts[code]);
      expect(spelled).toEqual(spelled && expected.map((cell) => cell ?? ''));
      expect(repeated === null).toBe(
        expected.length === 0 ||
          expected.some((cell) => cell !== null && !WORDS.includes(`${cell as string}`)),
      );
      const filled = expected.findIndex((cell) => cell !== null);
      expect(filled < 0 || isRefused(builder, filled)).toBe(true);
    }),
    { numRuns: runs(300) },
  );
  expect(repeating).toBeGreaterThan(10);
});

test('what is written over a text leaves the others', () => {
  const builder = new ColumnBuilder('sheet1.xml');
  for (let row = 0; row < 4; row++) put(builder, row, WORDS[row % 2]!, 'bytes');
  builder.replace(2, 0, 7);
  expect(builder.columns[0]).toEqual(['基础', '安全', 7, '安全']);
  expect(builder.texts()).toEqual([null]);
});
