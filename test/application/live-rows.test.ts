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

it('brings the figures of a delimited text as its copy will hold them', async () => {
  const columns = [
    ['订单号', '10023', '10024'],
    ['金额', '1,300.50', '250000'],
    ['日期', '2025-01-08', '待定'],
    ['备注', '7', '8'],
  ];
  const text = { name: 'T', rowCount: 3, columns };
  const edited = [{ row: 2, column: 3, kind: 'value', value: '8' }];
  const file = {
    shownSheet: () => Promise.resolve(text),
    readLook: () => Promise.resolve(null),
    editsOf: () => edited,
  } as never;
  const book = liveBook(() => file);
  const [filled] = await filledSheets(book as never, [{ name: 'T' }] as never, () => false);
  expect(filled?.columns).toEqual([
    ['订单号', '10023', '10024'],
    ['金额', 1300.5, 250_000],
    ['日期', 45_665, '待定'],
    ['备注', 7, '8'],
  ]);
  expect(filled?.formats?.slice(1)).toEqual([
    [null, '#,##0.00', '0'],
    [null, 'yyyy\\-mm\\-dd', null],
    [null, '0', null],
  ]);
});
