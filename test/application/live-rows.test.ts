import { liveBook } from '#application/live/live-book.ts';
import { filledSheets } from '#taskpane/browser/use-live-grid.ts';

/** The page takes a sheet in pieces; put together they are the sheet. */
const ROWS = 12_345;
const formulas = [0, 4999, 5000, 12_344].map((row) => ({ row, column: 1, formula: 'A1' }));
const rows = [{ row: 7, height: 30 }, ...[5000, 12_400].map((row) => ({ row, hidden: true }))];
const cells = Array.from({ length: ROWS }, (_, row) => row);
const sheet = { name: 'S', rowCount: ROWS, columns: [cells, cells] };
const workbook = {
  shownSheet: () => Promise.resolve(sheet),
  readLook: () => Promise.resolve({ formulas, rows, merges: [] }),
  editsOf: () => [],
} as never;

it('brings each formula with its row, and rows below the last value', async () => {
  const book = liveBook(() => workbook);
  const [filled] = await filledSheets(book as never, [{ name: 'S' }] as never, () => false);
  expect(filled?.look?.formulas).toEqual(formulas);
  expect(filled?.look?.rows).toEqual(rows);
  expect(filled?.columns).toEqual(sheet.columns);
});

it('never brings the formulas of a whole sheet at once', async () => {
  const book = liveBook(() => workbook);
  const { look } = await book.gridFrame('S');
  expect([look?.formulas, look?.rows]).toEqual([[], []]);
  const part = await book.gridRows('S', 4999, 5001);
  expect(part.formulas.map(({ row }) => row)).toEqual([4999, 5000]);
  expect(part.rows).toEqual([{ row: 5000, hidden: true }]);
  expect(part.columns).toEqual([
    [4999, 5000],
    [4999, 5000],
  ]);
});
