import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
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
test.each(cases)('%s', (_name, rows, expected) => expect(totals(...rows)).toEqual(expected));
