import { MARK_PROPERTY } from '#workbook/office/page-mark.ts';
import type { Page } from '#pages/page.ts';
import { MARK_PROPERTY as FILE_MARK_PROPERTY } from '#workbook/xlsx/edit/sheet-mark.ts';
import { namedMarks } from '#workbook/own-sheet-mark.ts';
import { open, ORDERS } from './small-book.ts';

const PAGE: Page = {
  name: '返点复盘 2025Q1',
  mark: 'review:2025Q1',
  columnWidths: [20, 12, 12],
  frozenRows: 2,
  printTitleRows: [1, 2],
  landscape: true,
  tabColor: '#1F3A5F',
  footer: '返点雷达',
  rows: [
    {
      cells: [
        { value: '返点复盘', style: 'title' },
        { value: null, style: 'title' },
        { value: null, style: 'title' },
      ],
      height: 30,
    },
    {
      cells: [
        { value: '订单号', style: 'header' },
        { value: '日期', style: 'header' },
        { value: '金额', style: 'header-right' },
      ],
    },
    {
      cells: [
        { value: '=1+1', style: 'text', link: "'订单'!A2" },
        { value: 45_658, style: 'date' },
        { value: 1234.5, style: 'money' },
      ],
      level: 1,
    },
    {
      cells: [
        { value: '0012', style: 'text' },
        { value: '2025-01-05', style: 'text' },
        { value: 2469, formula: 'C3*2', style: 'money' },
      ],
      level: 1,
    },
    {
      cells: [
        { value: '+86', style: 'text' },
        { value: '-', style: 'text' },
        { value: '@x', style: 'text' },
      ],
    },
    { cells: [null, { value: true }, { value: 'TRUE', style: 'text' }] },
  ],
  merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
  charts: [
    {
      title: '档位',
      kind: 'bar',
      categories: { row: 2, column: 0, rows: 2 },
      at: { row: 7, column: 0, rows: 10, columns: 3 },
      numberFormat: '#,##0',
      series: [
        { name: '金额', row: 2, column: 2, rows: 2, color: '#0F766E' },
        { name: '日期', row: 2, column: 1, rows: 2, color: '#1F3A5F' },
      ],
    },
  ],
  validations: [{ column: 0, fromRow: 2, toRow: 5, list: ['甲', '乙'] }],
  tables: [{ name: 'Reviewed', row: 1, column: 0, rows: 3, columns: ['订单号', '日期', '金额'] }],
  names: [{ name: 'ReviewTotal', refersTo: "'返点复盘 2025Q1'!$C$4" }],
};

test('a page is written under its name, marked as ours, with text that stays text', async () => {
  const { host, workbook } = open();
  const before = host.snapshot();
  expect(await workbook.writePage(PAGE)).toBe('返点复盘 2025Q1');
  expect(host.snapshot((sheet) => sheet.name === '订单')).toMatchObject({
    sheets: before['sheets'],
  });
  const sheet = host.sheet('返点复盘 2025Q1');
  expect(sheet.columns.map((cells) => cells.slice(2))).toEqual([
    ['=1+1', '0012', '+86'],
    [45_658, '2025-01-05', '-', true],
    [1234.5, 0, '@x', 'TRUE'],
  ]);
  expect([...sheet.formulas.values()]).toEqual(['=C3*2']);
  expect(Object.fromEntries(sheet.customProperties)).toEqual({
    'RebateRadar.page': 'review:2025Q1',
  });
});

test('the look, the frame and the parts of a page arrive', async () => {
  const { host, workbook } = open();
  await workbook.writePage(PAGE);
  const sheet = host.sheet('返点复盘 2025Q1');
  const look = (row: number, column: number): unknown => sheet.formats.get(row * 16_384 + column);
  expect(look(0, 1)).toMatchObject({
    'fill.color': '#1F3A5F',
    'font.size': 18,
    'font.bold': true,
    verticalAlignment: 'Center',
  });
  expect(look(2, 2)).toMatchObject({
    numberFormat: '#,##0.00',
    horizontalAlignment: 'Right',
    'borders.EdgeBottom.color': '#E1E6ED',
  });
  expect(sheet.merges).toEqual([{ top: 0, left: 0, rows: 1, columns: 3 }]);
  expect(sheet.frozen).toEqual({ rows: 2, columns: 0 });
  expect([...sheet.outline.rows]).toEqual([
    [2, 1],
    [3, 1],
  ]);
  expect(sheet.columnWidths.get(0)).toBe(108.75);
  expect(sheet.rowHeights.get(0)).toBe(30);
  expect(sheet.showGridlines).toBe(false);
  expect([...sheet.links.values()]).toEqual([{ documentReference: "'订单'!A2" }]);
  expect(Object.fromEntries(sheet.pageLayout)).toEqual({
    orientation: 'Landscape',
    paperSize: 'A4',
    zoom: { horizontalFitToPages: 1 },
    centerHorizontally: true,
    leftMargin: 36,
    rightMargin: 36,
    topMargin: 36,
    bottomMargin: 43.2,
    headerMargin: 21.6,
    footerMargin: 21.6,
    leftFooter: '返点雷达',
    rightFooter: '&P / &N',
    printTitleRows: '$1:$2',
  });
  expect(sheet.tables).toMatchObject([
    { name: 'Reviewed', block: { top: 1, left: 0, rows: 3, columns: 3 } },
  ]);
  expect(sheet.validations).toMatchObject([
    {
      block: { top: 2, left: 0, rows: 4, columns: 1 },
      rule: { list: { inCellDropDown: true, source: '甲,乙' } },
    },
  ]);
  expect(host.model.names.get('ReviewTotal')).toBe("='返点复盘 2025Q1'!$C$4");
  expect(sheet.charts).toMatchObject([
    {
      type: 'BarClustered',
      title: '档位',
      from: 'A8',
      to: 'C17',
      valueAxisFormat: '#,##0',
      legend: { visible: true, position: 'Bottom' },
      series: [
        {
          name: '金额',
          values: "'返点复盘 2025Q1'!C3:C4",
          categories: "'返点复盘 2025Q1'!A3:A4",
          color: '#0F766E',
        },
        {
          name: '日期',
          values: "'返点复盘 2025Q1'!B3:B4",
          categories: "'返点复盘 2025Q1'!A3:A4",
          color: '#1F3A5F',
        },
      ],
    },
  ]);
});

test('writing the same page again replaces it and nothing else', async () => {
  const { host, workbook } = open();
  await workbook.writePage(PAGE);
  const once = host.snapshot();
  await workbook.writePage({
    ...PAGE,
    rows: [...PAGE.rows, { cells: [{ value: '多一行', style: 'section' }], level: 2 }],
  });
  expect(host.model.sheets).toHaveLength(2);
  expect(host.sheet('返点复盘 2025Q1').columns[0]?.[6]).toBe('多一行');
  await workbook.writePage(PAGE);
  expect(host.snapshot()).toEqual(once);
});

test('a sheet of that name that is not ours is left alone', async () => {
  const { host, workbook, notices } = open({
    sheets: [ORDERS, { name: '返点复盘 2025Q1', rows: [['mine']] }],
  });
  expect(await workbook.writePage(PAGE)).toBe('返点复盘 2025Q1 (2)');
  expect(host.sheet('返点复盘 2025Q1').columns).toEqual([['mine']]);
  expect(notices).toEqual([
    { code: 'excel.otherName', wanted: '返点复盘 2025Q1', used: '返点复盘 2025Q1 (2)' },
  ]);
});

test('a name of 31 characters still finds a free one', async () => {
  const name = 'R'.repeat(31);
  const { workbook } = open({ sheets: [{ name, rows: [['mine']] }] });
  expect(await workbook.writePage({ ...PAGE, name, names: [] })).toBe(`${'R'.repeat(27)} (2)`);
});

test('a protected structure is refused before anything is written', async () => {
  const { host, workbook } = open({ sheets: [ORDERS], structureProtected: true });
  const start = host.snapshot();
  await expect(workbook.writePage(PAGE)).rejects.toMatchObject({
    fact: { code: 'excel.workbookProtected' },
  });
  expect(host.snapshot()).toEqual(start);
});

test('dates of a 1904 workbook are written as that workbook counts them', async () => {
  const { host, workbook } = open({ sheets: [ORDERS], date1904: true });
  await workbook.writePage(PAGE);
  expect(host.sheet('返点复盘 2025Q1').columns[1]?.[2]).toBe(45_658 - 1_462);
});

test('a name that leads elsewhere is the user’s and stays', async () => {
  const { host, workbook } = open({ sheets: [ORDERS], names: { ReviewTotal: '=订单!$C$2' } });
  await workbook.writePage(PAGE);
  expect(host.model.names.get('ReviewTotal')).toBe('=订单!$C$2');
});

test('writing is one step of the undo list', async () => {
  const { host, workbook } = open();
  const start = host.snapshot();
  await workbook.writePage(PAGE);
  expect(host.journal.depth).toBe(1);
  host.journal.undo();
  expect(host.snapshot()).toEqual(start);
});

test('a machine without a printer still gets its page', async () => {
  const { host, workbook } = open();
  host.faults.push(({ statements }) =>
    statements.some((statement) => statement.includes('PageLayout')) ? 'InvalidOperation' : null,
  );
  await workbook.writePage(PAGE);
  expect(host.sheet('返点复盘 2025Q1').charts).toHaveLength(1);
});

describe('taking back the last run', () => {
  test('the page before comes back', async () => {
    const { host, workbook } = open();
    await workbook.writePage(PAGE);
    const before = host.snapshot();
    await workbook.writePage({ ...PAGE, rows: PAGE.rows.slice(0, 4) });
    expect(await workbook.undoLast()).toBe('page');
    expect(host.snapshot()).toEqual(before);
    expect(await workbook.undoLast()).toBeNull();
  });

  test('a first page leaves an empty sheet, highlights leave the user’s fills', async () => {
    const { host, workbook } = open();
    const start = host.snapshot();
    await workbook.highlight('订单', { left: 0, right: 2 }, [{ row: 2, color: '#FFF2CC' }]);
    expect(await workbook.undoLast()).toBe('highlights');
    expect(host.snapshot()).toEqual(start);
    await workbook.writePage(PAGE);
    expect(await workbook.undoLast()).toBe('page');
    expect([
      host
        .sheet('返点复盘 2025Q1')
        .columns.flat()
        .filter((cell) => cell !== null),
      host.sheet('返点复盘 2025Q1').charts,
    ]).toEqual([[], []]);
  });
});

test('a page that Excel left half-written is told', async () => {
  const { host, workbook } = open();
  await workbook.writePage(PAGE);
  expect(await workbook.unfinishedPages()).toEqual([]);
  host.sheet('返点复盘 2025Q1').customProperties.set('RebateRadar.unfinished', '1');
  expect(await workbook.unfinishedPages()).toEqual(['返点复盘 2025Q1']);
});

test('the file adapter knows our sheets by the same mark', () => {
  expect(MARK_PROPERTY).toBe(FILE_MARK_PROPERTY);
});

test(
  'a page is ours by a name of the workbook where another program dropped its ' + 'property',
  async () => {
    const { host, workbook } = open();
    await workbook.writePage(PAGE);
    const names = [...host.model.names].map(([name, refersTo]) => ({ name, refersTo }));
    expect(namedMarks(names)).toEqual(new Map([['返点复盘 2025q1', 'review:2025Q1']]));
    host.sheet('返点复盘 2025Q1').customProperties.clear();
    const listed = await workbook.listSheets();
    expect(listed.map(({ name, ours }) => [name, ours])).toEqual([
      ['订单', false],
      ['返点复盘 2025Q1', true],
    ]);
    expect((await workbook.readSheet('返点复盘 2025Q1')).ours).toBe(true);
    expect(await workbook.writePage(PAGE)).toBe('返点复盘 2025Q1');
    expect((await workbook.listSheets()).length).toBe(2);
    expect(Object.fromEntries(host.sheet('返点复盘 2025Q1').customProperties)).toEqual({
      'RebateRadar.page': 'review:2025Q1',
    });
  },
);
