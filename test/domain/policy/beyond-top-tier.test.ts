import { run } from '../../examples/programme.ts';

/** What the findings say of the top tier's end, with sales of 2,000,000 in a quarter. */
const said = (tiers: string, per = ''): readonly unknown[] => {
  const result = run({
    policy: `返点项|门槛|比例|计算方式|达线归属|累计周期|结算周期|累计对象
      激励|${tiers.split(';').join(`|全额|达到|季|季|${per}\n|`)}|||||`,
    ledger: `
      订单号|客户名称|产品类别|签约日期|实付金额(元)
      A1|甲|云|2025-01-05|1200000
      A2|乙|云|2025-01-06|800000
    `,
    asOf: '2025-03-31',
  });
  if (!('total' in result)) throw new Error(result.join(','));
  return result.findings.flatMap(({ fact, atStake }) =>
    fact.code === 'policy.beyond-top-tier' ? [fact.end, fact.reached, atStake] : [],
  );
};

it('asks what is paid beyond a top tier that is written as a range', () => {
  expect(said('0-50万|5%;50-100万|6%')).toEqual([1_000_000_00, 2_000_000_00, 120_000_00]);
  expect(said('50万以下|5%;50-100万|6%', '客户')).toEqual([1_000_000_00, 1_200_000_00, 72_000_00]);
});

it('says nothing where the top tier has no end, or nothing lies beyond it', () => {
  expect(said('0-50万|5%;50-100万|6%;100万以上|8%')).toEqual([]);
  expect(said('0-50万|5%;50-200万|6%')).toEqual([]);
});
