import { type Cell, type Sheet, formatAt } from '#domain/sheet.ts';
import type { Page } from '#pages/page.ts';
import type { ContractCase, ContractSheet, ContractSubject, MakeSubject } from './subject.ts';

const ORDERS: ContractSheet = {
  name: '契约 订单',
  rows: [
    ['订单号', '客户', '金额', '支付日期'],
    ['SO001', '甲', 58_000, 45_658],
    ['SO002', '乙', -1_200.5, 45_659],
    ['SO003', '丙', 0.1, 45_660],
    ['SO004', '丁', 123_456_789_012_345, 45_661],
  ],
  formats: { 'D2:D5': 'yyyy-mm-dd', 'C2:C3': '#,##0.00' },
  fills: { 'A1:D1': '#1F3A5F', 'B3:C3': '#FFCC00' },
};

const pageOf = (name: string, rows: readonly (readonly Cell[])[]): Page => ({
  name,
  mark: `contract:${name}`,
  columnWidths: [12],
  frozenRows: 0,
  charts: [],
  rows: rows.map((cells) => ({
    cells: cells.map((value) => (value === null || typeof value === 'object' ? null : { value })),
  })),
});

/** What every adapter of the workbook port promises, whatever is behind it. */
export const CONTRACT: readonly ContractCase[] = [
  on(
    'values come back with their types',
    [
      {
        name: '契约 值',
        rows: [
          ['0012', 12, -0.5, true, null, ' 空格 '],
          [{ fault: '#N/A' }, 109.499_999_999_999_99, 1e-7, false, '多行\n文字', '汉字“引号”&<x>'],
        ],
      },
    ],
    async ({ port }) => {
      const sheet = await port.readSheet('契约 值');
      equal(grid(sheet, 2, 6), [
        ['0012', 12, -0.5, true, null, ' 空格 '],
        [{ fault: '#N/A' }, 109.499_999_999_999_99, 1e-7, false, '多行\n文字', '汉字“引号”&<x>'],
      ]);
    },
  ),

  on(
    'numbers keep their formats, so that a date can be told from an amount',
    [ORDERS],
    async ({ port }) => {
      const sheet = await port.readSheet(ORDERS.name);
      equal(
        [1, 2, 3].map((row) => formatAt(sheet, row, 3) ?? 'General'),
        ['yyyy-mm-dd', 'yyyy-mm-dd', 'yyyy-mm-dd'],
      );
      equal(
        [1, 2, 3].map((row) => formatAt(sheet, row, 2) ?? 'General'),
        ['#,##0.00', '#,##0.00', 'General'],
      );
      equal(sheet.columns[3]?.slice(1), [45_658, 45_659, 45_660, 45_661]);
    },
  ),

  on(
    'title lines and blank rows keep every cell at its address',
    [{ name: '契约 位置', rows: [['2025 年订单'], [], [null, null, '金额'], [null, null, 5]] }],
    async ({ port }) => {
      const sheet = await port.readSheet('契约 位置');
      equal(
        [sheet.rowCount, grid(sheet, 4, 3)],
        [
          4,
          [
            ['2025 年订单', null, null],
            [null, null, null],
            [null, null, '金额'],
            [null, null, 5],
          ],
        ],
      );
    },
  ),

  on(
    'merged cells and tables are told',
    [
      {
        ...ORDERS,
        name: '契约 表',
        rows: [
          ['日期', '金额'],
          [45_658, 1],
          [null, 2],
          [45_659, 3],
        ],
        merges: ['A2:A3'],
        formats: {},
        fills: {},
        tables: [],
      },
      { ...ORDERS, tables: [{ name: 'ContractOrders', address: 'A1:D5' }] },
    ],
    async ({ port }) => {
      equal((await port.readSheet('契约 表')).merges, [{ top: 1, left: 0, bottom: 2, right: 0 }]);
      equal((await port.readSheet(ORDERS.name)).tables, [
        { name: 'ContractOrders', block: { top: 0, left: 0, bottom: 4, right: 3 } },
      ]);
    },
  ),

  on(
    'sheets are listed with their extent and whether they are hidden or ours',
    [ORDERS, { name: '契约 隐藏', rows: [['x', 1]], hidden: true }],
    async ({ port }) => {
      await port.writePage(
        pageOf('契约 页', [
          ['a', 1],
          ['b', 2],
        ]),
      );
      const listed = (await port.listSheets())
        .filter(({ name }) => name.startsWith('契约'))
        .map((sheet) => ({ ...sheet }));
      equal(
        listed.sort((a, b) => (a.name < b.name ? -1 : 1)),
        [
          { name: '契约 订单', rowCount: 5, columnCount: 4, hidden: false, ours: false },
          { name: '契约 隐藏', rowCount: 1, columnCount: 2, hidden: true, ours: false },
          { name: '契约 页', rowCount: 2, columnCount: 2, hidden: false, ours: true },
        ].sort((a, b) => (a.name < b.name ? -1 : 1)),
      );
      equal(
        [(await port.readSheet('契约 页')).ours, (await port.readSheet('契约 隐藏')).hidden],
        [true, true],
      );
    },
  ),

  on('text stays text, whatever it looks like', [ORDERS], async (subject) => {
    const texts = [
      '=1+1',
      '+86',
      '-',
      '-5',
      '@x',
      "'quoted",
      '\tTab',
      '0012',
      '2025-01-05',
      '1/2',
      'TRUE',
      '#N/A',
      '1,234',
      '12%',
      '￥58',
      '５００',
      '三月五日',
      '甲',
    ];
    await subject.port.writePage(
      pageOf(
        '契约 文字',
        texts.map((text) => [text]),
      ),
    );
    const after = await subject.reopen();
    equal((await after.port.readSheet('契约 文字')).columns[0], texts);
  }),

  on('clearing the highlights brings back the user’s own fills', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, [
      { row: 3, color: '#E2EFDA' },
      { row: 4, color: '#FCE4D6' },
    ]);
    equal(await subject.fills(ORDERS.name, 3, 4), ['#E2EFDA', '#E2EFDA', '#E2EFDA', '#E2EFDA']);
    equal(await subject.fills(ORDERS.name, 4, 4), ['#FCE4D6', '#FCE4D6', '#FCE4D6', '#FCE4D6']);
    await subject.port.clearHighlights();
    equal(await fillsOf(subject), before);
  }),

  on('also after the workbook was saved and opened again', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, [
      { row: 3, color: '#E2EFDA' },
    ]);
    const after = await subject.reopen();
    await after.port.clearHighlights();
    equal(await fillsOf(after), before);
  }),

  on('highlighting again replaces the highlights before', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, [
      { row: 3, color: '#E2EFDA' },
    ]);
    await subject.port.highlight(ORDERS.name, { left: 1, right: 2 }, [
      { row: 5, color: '#FFF2CC' },
    ]);
    equal(
      [await subject.fills(ORDERS.name, 3, 4), await subject.fills(ORDERS.name, 5, 4)],
      [before[2], ['', '#FFF2CC', '#FFF2CC', '']],
    );
    await subject.port.clearHighlights();
    equal(await fillsOf(subject), before);
  }),

  on('highlighting no row takes the highlights away', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, [
      { row: 3, color: '#E2EFDA' },
    ]);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, []);
    equal(await fillsOf(subject), before);
  }),

  on('clearing where nothing is highlighted changes nothing', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.clearHighlights();
    equal(await fillsOf(subject), before);
  }),

  on(
    'a page is written under its name and rewriting it replaces only itself',
    [ORDERS],
    async ({ port }) => {
      equal(
        await port.writePage(
          pageOf('契约 页', [
            ['first', 1],
            ['second', 2],
            ['third', 3],
          ]),
        ),
        '契约 页',
      );
      equal(await port.writePage(pageOf('契约 页', [['again', 9]])), '契约 页');
      equal(grid(await port.readSheet('契约 页'), 3, 2), [
        ['again', 9],
        [null, null],
        [null, null],
      ]);
      equal((await port.readSheet(ORDERS.name)).columns[0], [
        '订单号',
        'SO001',
        'SO002',
        'SO003',
        'SO004',
      ]);
    },
  ),

  on(
    'a sheet that is not ours keeps its name and its cells',
    [ORDERS, { name: '契约 页', rows: [['mine']] }],
    async ({ port }) => {
      const name = await port.writePage(pageOf('契约 页', [['ours']]));
      equal(
        [
          name === '契约 页',
          (await port.readSheet('契约 页')).columns[0],
          (await port.readSheet(name)).columns[0],
        ],
        [false, ['mine'], ['ours']],
      );
    },
  ),

  on(
    'kept texts come back, also after the workbook was opened again',
    [ORDERS],
    async (subject) => {
      const long = '{"订单号":"“引号” & <标签> \\\\"}'.repeat(3_000);
      await subject.port.writeKept('contract', 'short');
      await subject.port.writeKept('contract', long);
      equal((await (await subject.reopen()).port.readKept('contract'))?.length, long.length);
      await subject.port.writeKept('contract', '');
      equal(
        [
          await subject.port.readKept('contract'),
          await subject.port.readKept('contract never written'),
        ],
        [undefined, undefined],
      );
    },
  ),

  on('a run that is stopped rejects with an AbortError', [ORDERS], async ({ port }) => {
    const controller = new AbortController();
    controller.abort();
    const ended = await port.readSheet(ORDERS.name, { signal: controller.signal }).then(
      () => 'read',
      (error: { readonly name?: string }) => error.name,
    );
    equal(ended, 'AbortError');
  }),

  on(
    'progress goes forward to the end',
    [{ name: '契约 长', rows: Array.from({ length: 3_000 }, (_, row) => [`SO${row}`, row]) }],
    async ({ port }) => {
      const seen: number[] = [];
      const sheet = await port.readSheet('契约 长', { progress: (done) => void seen.push(done) });
      equal(
        [
          sheet.rowCount,
          sheet.columns[1]?.[2_999],
          seen.length > 0,
          seen.every((done, at) => done >= (seen[at - 1] ?? 0)),
          seen.at(-1),
        ],
        [3_000, 2_999, true, true, 3_000],
      );
    },
  ),
];

/** A case about one workbook, which is put away at the end whatever happens. */
function on(
  name: string,
  sheets: readonly ContractSheet[],
  check: (subject: ContractSubject) => Promise<void>,
): ContractCase {
  return {
    name,
    run: async (make: MakeSubject) => {
      const subject = await make(sheets);
      try {
        await check(subject);
      } finally {
        await subject.close();
      }
    },
  };
}

const grid = (sheet: Sheet, rows: number, columns: number): Cell[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => sheet.columns[column]?.[row] ?? null),
  );

const fillsOf = (subject: ContractSubject): Promise<readonly (readonly string[])[]> =>
  Promise.all([1, 2, 3, 4, 5].map((row) => subject.fills(ORDERS.name, row, 4)));

/** Compares as JSON: what a person could see, not how it is held. */
function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [actual, expected].map((value) =>
    JSON.stringify(value, (_, part: unknown) => (part === undefined ? '(nothing)' : part)),
  );
  if (found !== wanted) throw new Error(`expected ${wanted}, found ${found}`);
}
