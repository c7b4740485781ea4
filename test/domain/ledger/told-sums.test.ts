import { netSales, read } from './told-rows.ts';
import { sheetOf } from './sheet-of.ts';

const ledgerOf = (amount: string | number, remark: string): ReturnType<typeof read> =>
  read([
    sheetOf([
      ['订单号', '客户', '类别', '日期', '金额', '备注'],
      ['A1', '甲', '基础', '2025-01-05', amount, remark],
    ]),
  ]);

describe('a sum told in a remark', () => {
  it.each<[string | number, string]>([
    [800, '实付800'],
    [800, '实付８００元'],
    [1200, '客户实付1,200，已签'],
    [80000, '实付8万'],
    [80000, '改为8万元'],
    [12.5, '实付12.50'],
    [800, '实付rmb800'],
  ])('asks nothing of %p where it is %s', (amount, remark) => {
    const ledger = ledgerOf(amount, remark);
    expect(ledger.questions).toEqual([]);
    expect(netSales(ledger)).toBe(Number(amount).toFixed(2));
  });
  it.each<[string | number, string]>([
    [500, '实付800'],
    [15, '实付1,5'],
    [1, '实付1.000'],
    [1234, '实付1.234,00'],
    [800, '实付$800'],
    [800, '实付800美元'],
    [800, '实付800日元'],
    [800, '实付usd800'],
    [8, '实付8万'],
    [800, '实付800，改为900'],
    [85, '实付85折'],
    [12, '改为12月'],
  ])('asks about %p where it is %s', (amount, remark) => {
    const ledger = ledgerOf(amount, remark);
    expect(ledger.questions.map(({ fact }) => fact.code)).toEqual(['ledger.row-doubted']);
    expect(netSales(ledger)).toBe('0.00');
  });
});
