import { type Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import { FILE_KEPT_NAMESPACE } from '#workbook/office/file-kept-texts.ts';
import { bigOrders } from '../../host/big-orders.ts';
import type { WorkbookLiteral } from '../../host/model.ts';
import { bookOf, opened, sheetData, unzip } from '../fixture.ts';
import { open, ORDERS } from './small-book.ts';

const errorOf = (work: Promise<unknown>): Promise<Refusal<ExcelFact>> =>
  work.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: Refusal<ExcelFact>) => error,
  );
const isPage = (statements: readonly string[]): boolean =>
  statements.some((statement) => statement.endsWith('GetRangeByIndexes.load(values)'));

describe('pages that are too much for Excel', () => {
  test('are halved when Excel refuses them, and stay small', async () => {
    const { host, workbook } = open(
      { sheets: [{ name: '订单', columns: bigOrders(3_000) }] },
      { payloadLimit: 60_000 },
    );
    const sheet = await workbook.readSheet('订单');
    expect(sheet.columns[0]?.slice(-1)).toEqual(['SO0000003000']);
    expect(sheet.columns[0]).toHaveLength(3_001);
    expect(
      host.log.filter(({ error }) => error === 'ResponsePayloadSizeLimitExceeded').length,
    ).toBeLessThan(6);
  });

  test.each(['null', 'error'] as const)(
    'are halved when Excel replies %s for too many cells',
    async (overCellLimit) => {
      const { workbook } = open(
        { sheets: [{ name: '订单', columns: bigOrders(2_000) }] },
        { cellLimit: 1_000, overCellLimit },
      );
      expect((await workbook.readSheet('订单')).columns[11]?.length).toBe(2_001);
    },
  );

  test('end with the row that does not fit alone', async () => {
    const { workbook } = open(
      { sheets: [{ name: '订单', rows: [['a'], ['x'.repeat(30_000)]] }] },
      { payloadLimit: 20_000 },
    );
    expect((await errorOf(workbook.readSheet('订单'))).fact).toEqual({
      code: 'excel.rowTooLarge',
      sheet: '订单',
      row: 2,
    });
  });
});

describe('what others do meanwhile', () => {
  test('cells edited by a co-author are read again, and said', async () => {
    const { host, workbook, notices } = open({
      sheets: [{ name: '订单', columns: bigOrders(2_000) }],
    });
    let edited = false;
    host.before.push((_, statements) => {
      if (
        edited ||
        !isPage(statements) ||
        host.log.filter((entry) => isPage(entry.statements)).length < 1
      )
        return;
      edited = true;
      host.sheet('订单').columns[4]![7] = 77;
      host.raiseChanged('订单', 'E8', 'Remote');
    });
    const sheet = await workbook.readSheet('订单');
    expect(sheet.columns[4]?.[7]).toBe(77);
    expect(notices).toEqual([{ code: 'excel.changedWhileReading', sheet: '订单', remote: true }]);
  });

  test('rows inserted by a co-author start the reading anew', async () => {
    const { host, workbook } = open();
    let inserted = false;
    host.before.push((_, statements) => {
      if (inserted || !isPage(statements)) return;
      inserted = true;
      const sheet = host.sheet('订单');
      sheet.columns = sheet.columns.map((cells, at) => [
        cells[0] ?? null,
        ['A0', '新', 50][at] ?? null,
        ...cells.slice(1),
      ]);
      host.raiseChanged('订单', '2:2', 'Remote', 'RowInserted');
    });
    const sheet = await workbook.readSheet('订单');
    expect(sheet.columns[0]).toEqual(['订单号', 'A0', 'A1', 'A2', 'A3', 'A4', 'A5']);
  });

  test('a sheet whose rows keep moving is given up', async () => {
    const { host, workbook } = open();
    host.before.push((_, statements) => {
      if (isPage(statements)) host.raiseChanged('订单', '2:2', 'Remote', 'RowDeleted');
    });
    expect((await errorOf(workbook.readSheet('订单'))).fact).toEqual({
      code: 'excel.keepsChanging',
      sheet: '订单',
    });
  });

  test('an Excel whose events are off still notices that the sheet grew', async () => {
    const { host, workbook } = open();
    let grown = false;
    host.before.push((_, statements) => {
      if (grown || !isPage(statements)) return;
      grown = true;
      host.sheet('订单').columns.forEach((cells, at) => cells.push(['A6', '己', 600][at] ?? null));
    });
    expect((await workbook.readSheet('订单')).rowCount).toBe(7);
  });
});

test(
  'while a cell is being edited the user is told once, and the run goes on ' + 'after Enter',
  async () => {
    const { host, workbook, notices } = open();
    let polls = 0;
    host.beginCellEdit();
    host.onRefused = () => {
      if ((polls += 1) === 3) host.endCellEdit();
    };
    expect((await workbook.readSheet('订单')).rowCount).toBe(6);
    expect(notices).toEqual([{ code: 'excel.cellEdit' }]);
  },
);

test('a run can be stopped while a cell is being edited', async () => {
  const { host, workbook } = open();
  host.beginCellEdit();
  const controller = new AbortController();
  host.onRefused = () => controller.abort();
  await expect(workbook.readSheet('订单', { signal: controller.signal })).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('stopping does not wait for Excel', async () => {
  const { workbook } = open(
    { sheets: [{ name: '订单', columns: bigOrders(5_000) }] },
    { latency: 60_000 },
  );
  const controller = new AbortController();
  const reading = workbook.readSheet('订单', { signal: controller.signal });
  controller.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});

test('progress counts rows up to the sheet’s own number', async () => {
  const { workbook } = open({ sheets: [{ name: '订单', columns: bigOrders(60_000) }] });
  const seen: [number, number | undefined][] = [];
  await workbook.readSheet('订单', { progress: (done, total) => void seen.push([done, total]) });
  expect(seen[0]).toEqual([0, 60_001]);
  expect(seen.at(-1)).toEqual([60_001, 60_001]);
  expect(seen.map(([done]) => done)).toEqual([...seen.map(([done]) => done)].sort((a, b) => a - b));
});

describe('merged cells', () => {
  const merged = {
    name: '订单',
    rows: [
      ['日期', '金额'],
      [45_658, 1],
      [null, 2],
      [45_659, 3],
    ],
    merges: ['A2:A3'],
  };

  test('are told where a filled column has holes', async () => {
    const { workbook } = open({ sheets: [merged] });
    expect((await workbook.readSheet('订单')).merges).toEqual([
      { top: 1, left: 0, bottom: 2, right: 0 },
    ]);
  });

  test('are not asked for where there are none: asking empties the undo list', async () => {
    const { host, workbook } = open();
    await workbook.highlight('订单', { left: 0, right: 2 }, [{ row: 2, color: '#FFF2CC' }]);
    await workbook.readSheet('订单');
    expect(host.journal.depth).toBe(1);
  });
});

test('hidden and filtered rows are read like any other', async () => {
  const { workbook } = open({ sheets: [{ ...ORDERS, hiddenRows: [3], filteredRows: [4] }] });
  expect((await workbook.readSheet('订单')).columns[2]).toEqual(['金额', 100, 200, 300, 400, 500]);
});

test('a sheet that begins somewhere in the middle keeps its addresses', async () => {
  const { workbook } = open({
    sheets: [{ name: '订单', rows: [[], [null, null, '金额'], [null, null, 5]] }],
  });
  const sheet = await workbook.readSheet('订单');
  expect([sheet.rowCount, sheet.columns]).toEqual([3, [[], [], [null, '金额', 5]]]);
});

test('an empty sheet and a 1904 workbook', async () => {
  const { workbook } = open({ date1904: true, sheets: [{ name: '空' }] });
  expect(await workbook.readSheet('空')).toEqual({
    name: '空',
    rowCount: 0,
    columns: [],
    formats: [],
    tables: [],
    hidden: false,
    ours: false,
    date1904: true,
  });
});

test(
  'samples show the first rows of what could be the order sheet, and nothing ' + 'of ours',
  async () => {
    const { workbook } = open({
      sheets: [
        { name: '订单', columns: bigOrders(500) },
        { name: '隐', visibility: 'Hidden', rows: [['a']] },
        { name: '复盘', rows: [['b']], customProperties: { 'RebateRadar.page': 'review:x' } },
        { name: '空' },
      ],
    });
    const samples = await workbook.sampleSheets();
    expect(
      samples.map(({ name, rowCount, columns }) => [
        name,
        rowCount,
        columns.length,
        columns[0]?.length,
      ]),
    ).toEqual([['订单', 501, 12, 40]]);
  },
);

describe('kept texts', () => {
  const long = '长文字"\\'.repeat(20_000);

  test.each([
    ['a short one', 'x'],
    ['a long one', long],
    ['an empty one', ''],
  ])('%s comes back', async (_, text) => {
    const { workbook } = open();
    await workbook.writeKept('answers', long.slice(0, 65_000));
    await workbook.writeKept('answers', text);
    expect(await workbook.readKept('answers')).toBe(text === '' ? undefined : text);
  });

  test('a kept text that lost a piece is as if it had never been written', async () => {
    const { host, workbook } = open();
    await workbook.writeKept('answers', long);
    host.model.settings.delete('RebateRadar.memo.answers#1');
    expect(await workbook.readKept('answers')).toBeUndefined();
  });

  const ANSWERS = '{"订单号":"<&_x0041_>\\n “引号”"}';

  /** What the file adapter writes, as Excel would hand it over. */
  async function writtenByFile(): Promise<WorkbookLiteral> {
    const file = await opened(
      bookOf({ sheets: { 订单: sheetData('<row r="1"><c r="A1"><v>1</v></c></row>') } }),
    );
    await file.writeKept('answers', ANSWERS);
    const part = Object.entries(unzip(file.save())).find(([name]) =>
      /^customXml\/item\d*\.xml$/.test(name),
    );
    return {
      sheets: [ORDERS, { name: '复盘', customProperties: { 'RebateRadar.page': 'review:x' } }],
      customXml: [{ namespace: FILE_KEPT_NAMESPACE, xml: new TextDecoder().decode(part?.[1]) }],
    };
  }

  test(
    'what the browser edition left in the workbook is known, until it is ' + 'written anew',
    async () => {
      const { workbook } = open(await writtenByFile());
      expect(await workbook.readKept('answers')).toBe(ANSWERS);
      await workbook.writeKept('answers', 'new');
      expect(await workbook.readKept('answers')).toBe('new');
      await workbook.writeKept('answers', '');
      expect(await workbook.readKept('answers')).toBeUndefined();
    },
  );

  test(
    'a workbook without a sheet of ours is not asked for custom XML: asking empties the ' +
      'undo list',
    async () => {
      const { host, workbook } = open({ ...(await writtenByFile()), sheets: [ORDERS] });
      expect(await workbook.readKept('answers')).toBeUndefined();
      expect(
        host.log.some(({ statements }) =>
          statements.some((statement) => statement.includes('CustomXmlParts')),
        ),
      ).toBe(false);
    },
  );

  test('none was ever written', async () => {
    expect(await open().workbook.readKept('answers')).toBeUndefined();
  });
});

test('a row is shown and selected, and a hidden one said to be hidden', async () => {
  const { host, workbook, notices } = open({
    sheets: [{ name: '其他' }, { ...ORDERS, hiddenRows: [5] }],
  });
  await workbook.selectRow('订单', 4);
  expect([host.model.active, host.model.selection.block]).toEqual([
    host.sheet('订单').id,
    { top: 3, left: 0, rows: 1, columns: 3 },
  ]);
  await workbook.selectRow('订单', 5);
  expect(notices).toEqual([{ code: 'excel.rowHidden', sheet: '订单', row: 5 }]);
  expect((await errorOf(workbook.selectRow('没有', 1))).fact).toEqual({
    code: 'excel.sheetGone',
    sheet: '没有',
  });
});

test('changes are told, ours are not', async () => {
  const { host, workbook } = open();
  const told: unknown[] = [];
  const heard: (() => void)[] = [];
  const stop = await workbook.onSheetChanged((change) => {
    told.push(change);
    heard.shift()?.();
  });
  const next = new Promise<void>((resolve) => void heard.push(resolve));
  await workbook.writePage({
    name: '复盘',
    mark: 'review:x',
    columnWidths: [],
    frozenRows: 0,
    rows: [{ cells: [{ value: 'a' }] }],
    charts: [],
  });
  host.sheet('订单').columns[0]![1] = 'B1';
  host.raiseChanged('订单', 'A2', 'Remote');
  await next;
  expect(told).toEqual([
    { sheet: '订单', blocks: [{ top: 1, left: 0, bottom: 1, right: 0 }], remote: true },
  ]);
  await stop();
  expect(host.registered.size).toBe(0);
});

test('every page asks for formats only where there are numbers', async () => {
  const { host, workbook } = open({ sheets: [{ name: '订单', columns: bigOrders(2_000) }] });
  await workbook.readSheet('订单');
  const pages = host.log.filter((entry) => isPage(entry.statements));
  const formatLoads = pages
    .at(-1)
    ?.statements.filter((statement) => statement.endsWith('load(numberFormat)'));
  expect(formatLoads).toHaveLength(1);
});

test('more merged areas than Excel can name are read in parts', async () => {
  const count = 700;
  const { workbook } = open({
    sheets: [
      {
        name: '订单',
        rows: [
          ['客户', '金额'],
          ...Array.from({ length: count * 2 }, (_, row) => [
            row % 2 === 0 ? `客户${row}` : null,
            1,
          ]),
        ],
        merges: Array.from({ length: count }, (_, at) => `A${at * 2 + 2}:A${at * 2 + 3}`),
      },
    ],
  });
  const { merges } = await workbook.readSheet('订单');
  expect(merges).toHaveLength(count);
  expect(merges?.[0]).toEqual({ top: 1, left: 0, bottom: 2, right: 0 });
});
