import { readStatement } from '#domain/settlement/read-statement.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './fixture.ts';

const read = (...rows: Cell[][]) => readStatement([sheetOf(rows)]);
const paid = (...rows: Cell[][]): (string | number)[] =>
  read(...rows).lines.flatMap(({ orderId, amount }) => [orderId, amount]);
const A = ['A1001', '甲公司', 8000, '2025-03-31'];
const HEAD = ['订单号', '客户', '佣金', '结算日期'];

describe('tables of a statement, one below the other', () => {
  it('are all read, whichever says most about its columns', () => {
    const wide = ['订单号', '客户', '产品', '计佣金额', '比例', '佣金', '结算日期'];
    const later = ['A1002', '乙公司', 'WAF', 300000, '7%', 21000, '2025-03-31'];
    expect(paid(HEAD, A, [], ['2月'], wide, later)).toEqual(['A1001', 800000, 'A1002', 2100000]);
  });
  it.each([
    [
      ['扣回明细'],
      ['订单号', '扣回金额', '扣回日期', '原因'],
      ['A1001', 2000, '2025-03-31', '退订'],
    ],
    [['扣款'], ['订单号', '金额'], ['A1001', 2000]],
    [[], ['Order ID', 'Refund amount'], ['A1001', 2000]],
  ])('%s %s take back', (heading, head, line) => {
    const rows = [HEAD, A, [], ...(heading.length > 0 ? [heading] : []), head, line];
    expect(paid(...rows)).toEqual(['A1001', 800000, 'A1001', -200000]);
    expect(read(...rows).facts).toMatchObject([
      { code: 'settlement.taken-back', rows: [rows.length], amount: -200000 },
    ]);
  });
  it('say their header again on each printed page: one table', () => {
    const B = ['B1001', '乙公司', 100, '2025-03-31'];
    expect(paid(HEAD, A, HEAD, B)).toEqual(['A1001', 800000, 'B1001', 10000]);
  });
});

it('months across are named as what they are', () =>
  expect(read(['订单号', '客户', '1月', '2月'], ['A1001', '甲公司', 8000, null]).facts).toEqual([
    { code: 'settlement.crosstab', sheet: 'statement', cell: 'C1', header: '1月' },
  ]));
