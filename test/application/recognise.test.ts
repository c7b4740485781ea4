import { recognise } from '#application/read/recognise.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';

const sheet = (name: string, ...rows: readonly (readonly Cell[])[]): Sheet => ({
  name,
  rowCount: rows.length,
  columns: (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null)),
});
const ORDERS = sheet(
  '订单',
  ['订单号', '客户', '签约日期', '实付金额'],
  ['A1', '甲', '2025-01-02', 5],
);
const STATEMENT = sheet('Sheet1', ['订单号', '返点金额', '备注'], ['A1', 36000, null]);
const BOTH = ['订单号', '下单时间', '实付金额', '返点金额', '返点比例'];

it.each([
  ['台账.csv', ORDERS, 'orders'],
  ['三月.csv', STATEMENT, 'statement'],
  ['三月.csv', sheet('Sheet1', BOTH, ['A1', '2025-01-02', 5, 1, '5%']), 'either'],
  ['3月结算单.xlsx', sheet('Sheet1', BOTH, ['A1', '2025-01-02', 5, 1, '5%']), 'statement'],
  ['Statement March.csv', sheet('x', BOTH, ['A1', '2025-01-02', 5, 1, '5%']), 'statement'],
  ['午饭.csv', sheet('x', ['菜', '价'], ['面', 12]), 'neither'],
] as const)('%s %# is recognised', (name, sheet, expected) => {
  expect(recognise(name, [sheet])).toBe(expected);
});
