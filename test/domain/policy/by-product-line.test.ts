import { type Programme, run } from '../../examples/programme.ts';

/** A vendor's table with a line for each product line and no name for what it pays. */
const ledger = `
  订单号|产品类别|签约日期|实付金额(元)
  A1|云|2025-01-05|300000
  A2|安全|2025-01-06|200000
  A3|网络|2025-01-07|100000
`;

function payers(policy: string): readonly unknown[] {
  const result = run({ policy, ledger, asOf: '2025-03-31' } satisfies Programme);
  if (!('total' in result)) return result;
  return [
    result.total,
    ...result.rebate.windows.map(({ component, tier }) => [component.name, tier]),
  ];
}

it('is a component a line, each by its product line', () => {
  // 300,000 × 5 % + 200,000 × 8 %; 网络 is in no line.
  expect(
    payers(`
      产品线|门槛|比例|定档口径|累计周期|结算周期
      云|0|5%|云|季|季
      安全|100000|8%|安全|季|季
    `),
  ).toEqual(['31000.00', ['云', 1], ['安全', 1]]);
});

it('with several tiers a line, merged or repeated', () => {
  const tiers = (second: string): string => `
    产品线|门槛|比例|定档口径|累计周期|结算周期
    云|0|5%|云|季|季
    ${second}|250000|6%|${second}|季|季
    安全|0|8%|安全|季|季
  `;
  // 300,000 × 6 % + 200,000 × 8 %
  expect(payers(tiers(''))).toEqual(['34000.00', ['云', 2], ['安全', 1]]);
  expect(payers(tiers('云'))).toEqual(['34000.00', ['云', 2], ['安全', 1]]);
});
