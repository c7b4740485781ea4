import { formatAt } from '#domain/sheet.ts';
import { equal, grid, on, ORDERS, pageOf } from './contract-case.ts';
import type { ContractCase } from './subject.ts';

/** How sheets are read. */
export const READING: readonly ContractCase[] = [
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
