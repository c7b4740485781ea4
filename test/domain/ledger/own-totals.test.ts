import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { sayIn } from '#i18n/say/say.ts';
import { read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '产品', '类别', '付款日期', '实付金额', '状态'];
const line = (id: string, amount: Cell, status = '已签'): Cell[] => [
  id,
  '甲公司',
  'ECS',
  '基础',
  '2025-01-06',
  amount,
  status,
];
const total = (word: string, amount: number): Cell[] => [word, null, null, null, null, amount];

/** [row, theirs, ours, rows that make the difference, left over], in yuan. */
const totals = (...rows: Cell[][]): unknown[] =>
  read([sheetOf([HEAD, ...rows])]).report.flatMap((fact) =>
    fact.code === 'ledger.own-total'
      ? [[fact.row, fact.theirs / 100, fact.ours / 100, fact.rows, fact.unexplained / 100]]
      : [],
  );

const cases: readonly (readonly [string, Cell[][], unknown[]])[] = [
  [
    'a total that agrees',
    [line('A1', 1000), line('A2', 2000), total('合计', 3000)],
    [[4, 3000, 3000, [], 0]],
  ],
  [
    'subtotals cover their group, the grand total all',
    [
      line('A1', 1000),
      total('小计', 1000),
      line('A2', 2000),
      total('小计', 2000),
      total('总计', 3000),
    ],
    [
      [3, 1000, 1000, [], 0],
      [5, 2000, 2000, [], 0],
      [6, 3000, 3000, [], 0],
    ],
  ],
  [
    'a duplicate and a void row explain it',
    [line('A1', 1000), line('A1', 1000), line('A2', 500, '作废'), total('合计', 2500)],
    [[5, 2500, 1000, [3, 4], 0]],
  ],
  [
    'one row alone explains it',
    [line('A1', 1000), line('A2', 300, '跟进中'), line('A3', 500, '作废'), total('合计', 1300)],
    [[5, 1300, 1000, [3], 0]],
  ],
  [
    'text that Excel passes over',
    [line('A1', 1000), line('A2', '2万'), total('合计', 1000)],
    [[4, 1000, 21000, [3], 0]],
  ],
  [
    'what nothing explains is said',
    [line('A1', 1000), total('合计', 1234)],
    [[3, 1234, 1000, [], 234]],
  ],
];
/** [rows that make the difference, of all rows those that wait for an answer, left over]. */
const asked = (...rows: Cell[][]): unknown[] =>
  read([sheetOf([HEAD, ...rows])]).report.flatMap((fact) =>
    fact.code === 'ledger.own-total' ? [[fact.rows, fact.asked, fact.unexplained / 100]] : [],
  );

const waiting: readonly (readonly [string, Cell[][], unknown[]])[] = [
  [
    'one open amount is the difference',
    [line('A1', 1000), line('A2', '约2000'), total('合计', 3000)],
    [[[3], [3], 0]],
  ],
  [
    'two of three open amounts are',
    [
      line('A1', 1000),
      line('A2', '约2000'),
      line('A3', '约300'),
      line('A4', '约50'),
      total('合计', 1350),
    ],
    [[[4, 5], [4, 5], 0]],
  ],
  [
    'an open amount beside a void row',
    [line('A1', 1000), line('A2', '约2000'), line('A3', 70, '作废'), total('合计', 3070)],
    [[[4, 3], [3], 0]],
  ],
  [
    'a refund without a sign that the total took off',
    [line('A1', 1000), line('A2', 300, '降配'), total('合计', 700)],
    [[[3], [3], 0]],
  ],
  [
    'an amount that nobody can read may hold what is left',
    [line('A1', 1000), line('A2', '见合同'), total('合计', 1234)],
    [[[], [3], 234]],
  ],
  [
    'a row whose amount is known cannot hold it',
    [line('A1', 1000), line('A2', 500, '未知状态词'), total('合计', 1234)],
    [[[], [], 234]],
  ],
];
test.each(waiting)('%s', (_name, rows, expected) => expect(asked(...rows)).toEqual(expected));

test('says which rows wait for an answer', () => {
  const said = (language: 'zh-CN' | 'en-US', ...rows: Cell[][]): string[] =>
    read([sheetOf([HEAD, ...rows])]).report.flatMap((fact) =>
      fact.code === 'ledger.own-total' ? [sayIn(language)(fact)] : [],
    );
  const open = [line('A1', 1000), line('A2', '约2000'), total('合计', 3000)];
  expect(said('zh-CN', ...open)).toEqual([
    '“订单”第 4 行写的合计是 ¥3,000.00，计入的是 ¥1,000.00。差在待回答的第 3 行。',
  ]);
  expect(said('en-US', ...open)).toEqual([
    'Row 4 of "订单" gives a total of ¥3,000.00; ¥1,000.00 counts. The difference is in ' +
      'rows 3 (still to be answered).',
  ]);
});

test.each(cases)('%s', (_name, rows, expected) => expect(totals(...rows)).toEqual(expected));
