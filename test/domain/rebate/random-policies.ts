import * as fc from 'fast-check';
import type { Facts, Order, Rules } from './reckoning.ts';

/** 2024-01-01 + so many days; the policy's own years are 2024 and 2025. */
export const orders: fc.Arbitrary<readonly Order[]> = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 700 }),
    amount: fc.integer({ min: 1, max: 5_000_00 }),
    customer: fc.constantFrom('甲', '乙', '丙'),
    type: fc.constantFrom<Order['type']>('新购', '续费'),
    category: fc.constantFrom<Order['category']>('云', '安全'),
    back: fc.constantFrom(0, 0, 0, 30, 100),
    after: fc.integer({ min: 1, max: 200 }),
  }),
  { minLength: 1, maxLength: 10 },
);

export const facts: fc.Arbitrary<Facts> = fc.record({
  renewal: fc.array(fc.option(fc.constantFrom(80, 90, 95)), { minLength: 12, maxLength: 12 }),
  content: fc.array(fc.option(fc.constantFrom(70, 85, 95)), { minLength: 6, maxLength: 6 }),
});

type Loose = Omit<Rules, 'name' | 'groupCap' | 'stack' | 'window' | 'fromMonth'>;
const component: fc.Arbitrary<Loose> = fc
  .record({
    scheme: fc.constantFrom<Rules['scheme']>('全额', '超额', '滚动', '增量', '每满'),
    edge: fc.constantFrom<Rules['edge']>('达到', '超过'),
    pay: fc.constantFrom<Rules['pay']>('月', '季'),
    categories: fc.constantFrom<Rules['categories']>('全部', '全部', '安全'),
    counts: fc.constantFrom<Rules['counts']>('全部', '全部', '安全', '云、安全×1.5'),
    refund: fc.constantFrom<Rules['refund']>('按退款日', '按原单比例', '按原期重算'),
    where: fc.boolean(),
    countsAll: fc.boolean(),
    per: fc.boolean(),
    measure: fc.constantFrom<Rules['measure']>(
      '销售额',
      '销售额',
      '订单数',
      '客户数',
      '占比 安全',
      '指标 满意度',
    ),
    lag: fc.constantFrom<Rules['lag']>('本期', '本期', '上期', '近2期'),
    baseline: fc.oneof(
      fc.integer({ min: 1, max: 3_000_00 }),
      fc.constantFrom<'去年同期' | '上期'>('去年同期', '上期'),
    ),
    ofBaseline: fc.boolean(),
    gate: fc.constantFrom<Rules['gate']>(
      'none',
      'none',
      '订单数>=2',
      '占比 安全>=30%',
      '续费率>=90%',
    ),
    from: fc.uniqueArray(fc.integer({ min: 1, max: 9_000_00 }), { minLength: 1, maxLength: 3 }),
    rates: fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300)),
    bonuses: fc.tuple(fc.nat(50_00), fc.nat(50_00), fc.nat(50_00)),
    floor: fc.option(fc.nat(20_00)),
    cap: fc.option(fc.integer({ min: 30_00, max: 200_00 })),
    net: fc.boolean(),
    rounding: fc.constantFrom<Rules['rounding']>('四舍五入 汇总', '截位 汇总'),
  })
  .map(settled);

/** Only what can stand together: running schemes look at sales of their own window. */
function settled({
  from,
  rates,
  bonuses,
  ...rest
}: Omit<Loose, 'tiers' | 'baseline'> & {
  readonly baseline: NonNullable<Rules['baseline']>;
  readonly from: readonly number[];
  readonly rates: readonly number[];
  readonly bonuses: readonly number[];
}): Loose {
  const running = rest.scheme === '超额' || rest.scheme === '滚动';
  const measure = running ? '销售额' : rest.measure;
  const lag = running || (measure === '指标 满意度' && rest.lag === '近2期') ? '本期' : rest.lag;
  const based = rest.scheme === '增量';
  const ofBaseline = based && rest.ofBaseline && measure === '销售额' && lag === '本期';
  const scaled = (each: number): number => {
    if (ofBaseline) return 80 + (each % 120);
    return measure === '销售额'
      ? each
      : 1 + (each % (measure === '占比 安全' || measure === '指标 满意度' ? 100 : 4));
  };
  const bounds = [...new Set(from.map(scaled))].sort((a, b) => a - b);
  const rising = [...rates].sort((a, b) => a - b);
  const tiers = bounds.map((bound, tier) => ({
    from: bound,
    rate: rising[tier] as number,
    bonus: bonuses[tier] as number,
  }));
  const full = { from: (bounds[0] as number) + (measure === '销售额' ? 100_00 : 0), rate: 0 };
  return {
    ...rest,
    measure,
    lag,
    ofBaseline,
    baseline: based ? rest.baseline : null,
    cap: rest.cap !== null && rest.floor !== null && rest.cap < rest.floor ? null : rest.cap,
    tiers: rest.scheme === '每满' ? [{ ...full, bonus: (bonuses[0] as number) + 1 }] : tiers,
  };
}

/** One to three components that accumulate alike where they are compared or capped together. */
export const policies: fc.Arbitrary<readonly Rules[]> = fc
  .record({
    parts: fc.array(component, { minLength: 1, maxLength: 3 }),
    windows: fc.tuple(
      ...Array.from({ length: 3 }, () =>
        fc.constantFrom<Rules['window']>('月', '季', '半年', '年'),
      ),
    ),
    together: fc.constantFrom('叠加', '叠加', '取高', '总封顶', '补足'),
    groupCap: fc.integer({ min: 1_00, max: 300_00 }),
    fromMonth: fc.option(fc.integer({ min: 0, max: 18 }).map((month) => month - (month % 3))),
  })
  .map(({ parts, windows, together, groupCap, fromMonth }) =>
    parts.map((part, index): Rules => {
      const alike = together === '取高' || together === '总封顶';
      const tops = together === '补足' && index === 0 && parts.length > 1;
      return {
        ...part,
        name: ['丑', '子', '寅'][index] as string,
        window: tops ? '年' : (windows[alike ? 0 : index] as Rules['window']),
        // Whole windows: what a cut one is compared with is another test's matter.
        fromMonth: fromMonth === null ? null : fromMonth - (fromMonth % 12),
        stack: together === '取高' ? '取高 甲' : tops ? '补足' : '叠加',
        groupCap: together === '总封顶' ? groupCap : null,
        refund: refundIn(together, part),
      };
    }),
  );

/** A top-up follows what has been paid, which a restatement changes. */
const refundIn = (together: string, { refund }: Loose): Rules['refund'] =>
  together === '补足' && refund === '按原期重算' ? '按退款日' : refund;
