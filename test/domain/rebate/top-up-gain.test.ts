import { paid } from '../../examples/programme.ts';

/** 2 % of a quarter of 1,000,000; from 4,000,000 the whole year gets 2 %. */
const POLICY = `
  返点项|门槛(万元)|比例|计算方式|达线归属|累计周期|结算周期|叠加
  季度|100|2%|全额|达到|季|季|叠加
  年度|400|2%|全额|达到|年|年|补足 季度
`;
const LEDGER = `
  订单号|客户名称|产品类别|签约日期|实付金额
  V1|甲|基础|2025-02-01|1200000
  V2|甲|基础|2025-05-01|800000
  V3|甲|基础|2025-08-01|1900000
`;

it('closing a year’s gap before its last pay day is worth what its top-up will add', () => {
  const { rebate } = paid({ policy: POLICY, ledger: LEDGER, asOf: '2025-09-01' });
  const year = rebate.windows.find(({ component }) => component.name === '年度');
  // 100,000 more: the year is 4,000,000 × 2 % = 80,000; the quarters pay 24,000 + 40,000 of it.
  // 2,000 of that 40,000 come with the order, 16,000 with the year's end.
  expect([year?.rebate, year?.gap, year?.gain]).toEqual([0, 100_000_00, 18_000_00]);
});
