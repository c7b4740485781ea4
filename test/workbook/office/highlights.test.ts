import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import { open, ORDERS } from './small-book.ts';
import { lookOf } from '../../host/kinds/range-access.ts';
import type { WireHost } from '../../host/host.ts';

const COLUMNS = { left: 0, right: 2 };
const FILLS = [
  { row: 3, color: '#E2EFDA' },
  { row: 4, color: '#E2EFDA' },
  { row: 6, color: '#FCE4D6' },
];
const colorsOf = (host: WireHost, row: number): unknown[] =>
  [0, 1, 2].map((column) => lookOf(host.sheet('订单'), row - 1, column, 'fill.color'));

test('highlighting colours whole rows and clearing leaves the workbook as it was', async () => {
  const { host, workbook } = open();
  const start = host.snapshot();
  await workbook.highlight('订单', COLUMNS, FILLS);
  expect(colorsOf(host, 3)).toEqual(['#E2EFDA', '#E2EFDA', '#E2EFDA']);
  expect(colorsOf(host, 6)).toEqual(['#FCE4D6', '#FCE4D6', '#FCE4D6']);
  await workbook.clearHighlights();
  expect(host.snapshot()).toEqual(start);
});

test('the record survives save and reopen, and a renamed sheet', async () => {
  const { host, workbook } = open();
  const start = host.snapshot();
  await workbook.highlight('订单', COLUMNS, FILLS);
  host.sheet('订单').name = '2025 订单';
  await new OfficeWorkbook().clearHighlights();
  host.sheet('2025 订单').name = '订单';
  expect(host.snapshot()).toEqual(start);
});

test('highlighting again replaces the earlier highlights of that sheet only', async () => {
  const { host, workbook } = open({ sheets: [ORDERS, { ...ORDERS, name: '订单2' }] });
  const start = host.snapshot();
  await workbook.highlight('订单', COLUMNS, FILLS);
  await workbook.highlight('订单2', COLUMNS, [{ row: 2, color: '#FFF2CC' }]);
  await workbook.highlight('订单', COLUMNS, [{ row: 2, color: '#FFF2CC' }]);
  expect(colorsOf(host, 3)).toEqual(['#FFCC00', '#FFCC00', '#FFFFFF']);
  expect(colorsOf(host, 2)).toEqual(['#FFF2CC', '#FFF2CC', '#FFF2CC']);
  await workbook.clearHighlights();
  expect(host.snapshot()).toEqual(start);
});

test('rows that moved are found by their values; a row that is gone is reported', async () => {
  const { host, workbook, notices } = open();
  await workbook.highlight('订单', COLUMNS, FILLS);
  const sheet = host.sheet('订单');
  // A row is inserted above everything: values and formats move down by one.
  sheet.columns = sheet.columns.map((cells) => [null, ...cells]);
  sheet.formats = new Map([...sheet.formats].map(([key, format]) => [key + 16_384, format]));
  // The last coloured row (now 7) is edited and its twin moves away: nobody can tell it any more.
  sheet.columns[2]![6] = 501;
  await workbook.clearHighlights();
  expect(colorsOf(host, 4)).toEqual(['#FFCC00', '#FFCC00', '#FFFFFF']);
  expect(colorsOf(host, 5)).toEqual(['#FF0000', '#FFFFFF', '#FFFFFF']);
  expect(colorsOf(host, 7)).toEqual(['#FCE4D6', '#FCE4D6', '#FCE4D6']);
  expect(notices).toEqual([{ code: 'excel.rowsLeftColoured', sheet: '订单', count: 1 }]);
});

test('an edited row keeps its place and gets its fill back', async () => {
  const { host, workbook, notices } = open();
  await workbook.highlight('订单', COLUMNS, FILLS);
  host.sheet('订单').columns[2]![2] = 999;
  await workbook.clearHighlights();
  expect(colorsOf(host, 3)).toEqual(['#FFCC00', '#FFCC00', '#FFFFFF']);
  expect(notices).toEqual([]);
});

test('a cell that the user coloured since keeps the new colour', async () => {
  const { host, workbook } = open();
  await workbook.highlight('订单', COLUMNS, FILLS);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('订单').getRange('B3').format.fill.color = '#123456';
    await context.sync();
  });
  await workbook.clearHighlights();
  expect(colorsOf(host, 3)).toEqual(['#FFCC00', '#123456', '#FFFFFF']);
});

test('a gradient, which Office.js cannot write back, is not painted over', async () => {
  const { host, workbook } = open({
    sheets: [
      { ...ORDERS, formats: { B3: { 'fill.pattern': 'LinearGradient', 'fill.color': '#AAAAAA' } } },
    ],
  });
  const start = host.snapshot();
  await workbook.highlight('订单', COLUMNS, FILLS);
  expect(colorsOf(host, 3)).toEqual(['#E2EFDA', '#AAAAAA', '#E2EFDA']);
  await workbook.clearHighlights();
  expect(host.snapshot()).toEqual(start);
});

test(
  'a protected sheet is refused before anything is written, unless formats are ' + 'allowed',
  async () => {
    const closed = open({ sheets: [{ ...ORDERS, protection: {} }] });
    const start = closed.host.snapshot();
    await expect(closed.workbook.highlight('订单', COLUMNS, FILLS)).rejects.toMatchObject({
      fact: { code: 'excel.sheetProtected', sheet: '订单' },
    });
    expect(closed.host.snapshot()).toEqual(start);
    const allowed = open({ sheets: [{ ...ORDERS, protection: { allowFormatCells: true } }] });
    await allowed.workbook.highlight('订单', COLUMNS, FILLS);
    expect(colorsOf(allowed.host, 3)).toEqual(['#E2EFDA', '#E2EFDA', '#E2EFDA']);
  },
);

test(
  'under a filter the hidden rows keep their colour on record until the filter ' + 'is gone',
  async () => {
    const { host, workbook, notices } = open(
      { sheets: [{ ...ORDERS, fills: {} }] },
      { filterSkipsFormats: true },
    );
    const start = host.snapshot();
    await workbook.highlight('订单', COLUMNS, [
      { row: 5, color: '#E2EFDA' },
      { row: 6, color: '#E2EFDA' },
    ]);
    host.sheet('订单').filteredRows.add(5);
    await workbook.clearHighlights();
    expect(colorsOf(host, 6)).toContain('#E2EFDA');
    expect(notices).toEqual([{ code: 'excel.filteredRowsKept', sheet: '订单', count: 1 }]);
    host.sheet('订单').filteredRows.clear();
    await workbook.clearHighlights();
    expect(host.snapshot()).toEqual(start);
  },
);

test(
  'one run is one step of the undo list, and clearing after Ctrl+Z changes ' + 'nothing',
  async () => {
    const { host, workbook } = open();
    const start = host.snapshot();
    await workbook.highlight('订单', COLUMNS, FILLS);
    expect(host.journal.depth).toBe(1);
    host.journal.undo();
    expect(host.snapshot()).toEqual(start);
    await workbook.clearHighlights();
    expect(host.snapshot()).toEqual(start);
  },
);

test('an Excel without undo groups is not asked for one', async () => {
  const { host, workbook } = open(undefined, { office: { excelApi: '1.13' } });
  await workbook.highlight('订单', COLUMNS, FILLS);
  expect(host.journal.depth).toBeGreaterThan(1);
});

test.each(['UndoNotSupported', 'GeneralException', 'InvalidOperation'])(
  'an Excel whose undo groups fail with %s gets the same without one, and says so',
  async (code) => {
    const { host, workbook, notices } = open();
    host.faults.push(({ statements }) =>
      host.isGrouped && statements.some((statement) => statement.endsWith('Fill.Color='))
        ? code
        : null,
    );
    await workbook.highlight('订单', COLUMNS, FILLS);
    expect(colorsOf(host, 3)).toEqual(['#E2EFDA', '#E2EFDA', '#E2EFDA']);
    expect(notices).toEqual([{ code: 'excel.undoNotGrouped' }]);
  },
);

test('hidden rows are coloured too, and said so', async () => {
  const { workbook, notices } = open({ sheets: [{ ...ORDERS, hiddenRows: [6] }] });
  await workbook.highlight('订单', COLUMNS, FILLS);
  expect(notices).toEqual([{ code: 'excel.coloursHidden', sheet: '订单', count: 1 }]);
});

test('a thousand scattered rows stay far below the limits of a request', async () => {
  const rows = 3_000;
  const columns = [0, 1, 2].map((column) =>
    Array.from({ length: rows * 2 }, (_, row) => `${column}/${row}`),
  );
  const { host, workbook } = open({ sheets: [{ name: '订单', columns }] });
  const start = host.snapshot();
  await workbook.highlight(
    '订单',
    COLUMNS,
    Array.from({ length: rows }, (_, at) => ({ row: at * 2 + 1, color: '#FFF2CC' })),
  );
  await workbook.clearHighlights();
  expect(host.snapshot()).toEqual(start);
  expect(
    Math.max(...host.log.map(({ requestBytes, replyBytes }) => Math.max(requestBytes, replyBytes))),
  ).toBeLessThan(2_500_000);
});

test(
  'a row that changed or moved between the reading and the colouring is not ' + 'coloured',
  async () => {
    const { host, workbook, notices } = open();
    await workbook.readSheet('订单');
    host.sheet('订单').columns[2]![3] = 999;
    await workbook.highlight('订单', COLUMNS, FILLS);
    expect(colorsOf(host, 3)).toEqual(['#E2EFDA', '#E2EFDA', '#E2EFDA']);
    expect(colorsOf(host, 4)).toEqual(['#FF0000', '#FFFFFF', '#FFFFFF']);
    expect(notices).toEqual([{ code: 'excel.rowsChangedSince', sheet: '订单', count: 1 }]);
  },
);

test('after a row was inserted above, no colour lands on a neighbour', async () => {
  const { host, workbook, notices } = open();
  await workbook.readSheet('订单');
  const sheet = host.sheet('订单');
  sheet.columns = sheet.columns.map((cells) => [cells[0] ?? null, 'new', ...cells.slice(1)]);
  await workbook.highlight('订单', COLUMNS, FILLS);
  expect(notices).toEqual([{ code: 'excel.rowsChangedSince', sheet: '订单', count: 3 }]);
  expect(host.model.settings.size).toBe(0);
});
