import { paid } from '../../examples/programme.ts';

/** Every order is a window of its own; from 100,000 it gets 10 %, below 6 %. */
const policy = (stack = ''): string => `
  返点项|门槛|比例|计算方式|达线归属|累计周期|结算周期|退款口径|追回期|生效|失效|叠加
  单笔|0|6%|全额|达到|单|季|按原期重算|6月|2025-01-01|2025-06-30|${stack}
  |100000|10%|||||||||
  ${stack === '' ? '' : `竞争|0|5%|全额|达到|单|季|按退款日|||2025-06-30|${stack}`}
`;
const ledger = (refundDay: string): string => `
  订单号|原订单号|客户名称|产品类别|订单类型|签约日期|实付金额|状态
  A1||甲|云|新购|2025-02-10|100000|已付
  A2||乙|云|新购|2025-05-20|50000|已付
  R1|A1|甲|云|退款|${refundDay}|-60000|已退款
`;
const payouts = (refundDay: string, stack?: string): unknown =>
  paid({ policy: policy(stack), ledger: ledger(refundDay), asOf: '2025-12-31' }).rebate.payouts.map(
    ({ period, rebate, trueUp }) => [period.label, rebate, trueUp],
  );

/** 100,000 at 10 % become 40,000 at 6 %: 7,600 of what Q1 paid go back when the refund comes. */
it.each([
  [
    '2025-05-30',
    'within the component',
    [
      ['2025Q1', 10_000_00, 0],
      ['2025Q2', 3_000_00, -7_600_00],
    ],
  ],
  [
    '2025-07-10',
    'after its end, within the claw-back period',
    [
      ['2025Q1', 10_000_00, 0],
      ['2025Q2', 3_000_00, 0],
      ['2025Q3', 0, -7_600_00],
    ],
  ],
  [
    '2025-03-01',
    'in the quarter of the order',
    [
      ['2025Q1', 2_400_00, 0],
      ['2025Q2', 3_000_00, 0],
    ],
  ],
])('what a refund of %s restates is true-up of its own quarter: %s', (day, _, expected) => {
  expect(payouts(day)).toEqual(expected);
});

it('a rival that pays less competes with the same orders', () => {
  expect(payouts('2025-05-30', '取高 甲')).toEqual(payouts('2025-05-30'));
});
