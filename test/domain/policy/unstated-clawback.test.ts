import { run } from '../../examples/programme.ts';

/** 100,000 at 10 % in June, 40,000 of it back in July, after the end of the component. */
const outcome = (next: string, clawback: string): unknown => {
  const result = run({
    policy: `
      返点项|门槛|比例|计算方式|达线归属|累计周期|结算周期|退款口径|追回期|生效|失效
      激励|0|10%|全额|达到|年|季|按原单比例|${clawback}|2025-01-01|2025-06-30
      ${next}|0|4%|全额|达到|年|季|按退款日||2025-07-01|
    `,
    ledger: `
      订单号|原订单号|产品类别|签约日期|实付金额(元)
      A1||云|2025-06-10|100000
      R1|A1|云|2025-07-10|-40000
    `,
    asOf: '2025-12-31',
  });
  if (!('total' in result)) throw new Error(result.join(','));
  const finding = result.findings.find(({ fact }) => fact.code === 'policy.clawback-unstated');
  return [result.total, finding?.atStake ?? null, finding?.fact ?? null];
};

const fact = { code: 'policy.clawback-unstated', component: '激励' };

it('prices a claw-back period that the table does not state', () => {
  expect(outcome('下半年激励', '')).toEqual([
    '10000.00',
    4000_00,
    { ...fact, now: 10_000_00, never: 10_000_00, always: 6_000_00 },
  ]);
  expect(outcome('激励', '')).toEqual([
    '6000.00',
    4000_00,
    { ...fact, now: 6_000_00, never: 10_000_00, always: 6_000_00 },
  ]);
});

it('says nothing where it is stated', () => {
  expect(outcome('下半年激励', '6月')).toEqual(['6000.00', null, null]);
  expect(outcome('激励', '0')).toEqual(['10000.00', null, null]);
});

it('takes a claw-back period of none for no word on refunds', () => {
  const result = run({
    policy: '门槛|比例|累计周期|追回期|失效\n0|10%|年|0|2025-06-30',
    ledger: `
      订单号|原订单号|产品类别|签约日期|实付金额(元)
      A1||云|2025-06-10|100000
      R1|A1|云|2025-06-20|-40000
    `,
  });
  const codes = 'total' in result ? result.findings.map(({ fact }) => fact.code) : result;
  expect(codes).not.toContain('policy.clawback-unstated');
});
