import * as fc from 'fast-check';
import { excel } from './excel.ts';
import { runs } from '../runs.ts';

let call: Awaited<ReturnType<typeof excel>>['call'];
beforeAll(async () => {
  ({ call } = await excel());
});

/** A policy as a person types it; amounts in whole fen, rates in parts of ten thousand. */
interface Typed {
  readonly scheme: '全额' | '超额' | '增量';
  readonly edge: '达到' | '超过';
  readonly rounding: '四舍五入' | '截位';
  readonly baseline: number;
  readonly tiers: readonly {
    readonly threshold: number;
    readonly rate: number;
    readonly bonus: number;
  }[];
}

const typedPolicy: fc.Arbitrary<Typed> = fc
  .record({
    scheme: fc.constantFrom<Typed['scheme']>('全额', '超额', '增量'),
    edge: fc.constantFrom<Typed['edge']>('达到', '超过'),
    rounding: fc.constantFrom<Typed['rounding']>('四舍五入', '截位'),
    baseline: fc.integer({ min: 1, max: 100_000_00 }),
    thresholds: fc.uniqueArray(fc.integer({ min: 0, max: 500_000_00 }), {
      minLength: 1,
      maxLength: 5,
    }),
    rates: fc.array(fc.integer({ min: 1, max: 2500 }), { minLength: 5, maxLength: 5 }),
    bonuses: fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 900_00 })),
      { minLength: 5, maxLength: 5 },
    ),
  })
  .map(({ thresholds, rates, bonuses, ...rest }) => {
    // Rates that rise with the tier, so that the policy check has nothing against them.
    const rising = [...rates].sort((a, b) => a - b);
    return {
      ...rest,
      tiers: [...thresholds]
        .sort((a, b) => a - b)
        .map((threshold, tier) => ({
          threshold,
          rate: rising[tier] as number,
          bonus: bonuses[tier] as number,
        })),
    };
  });

const yuan = (amount: number): string =>
  `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

function table({ scheme, edge, rounding, baseline, tiers }: Typed): unknown[][] {
  return [
    ['门槛', '比例', '奖励', '计算方式', '达线归属', '舍入', '基数'],
    ...tiers.map(({ threshold, rate, bonus }) => [
      yuan(threshold),
      `${rate / 100}%`,
      yuan(bonus),
      scheme,
      edge,
      rounding,
      scheme === '增量' ? yuan(baseline) : '',
    ]),
  ];
}

/** The rebate as the contract says it, in fractions of bigints. */
function oracle({ scheme, edge, rounding, baseline, tiers }: Typed, sales: number): number {
  const tier = tiers.filter(({ threshold }) =>
    edge === '达到' ? sales >= threshold : sales > threshold,
  ).length;
  const own = tiers[tier - 1];
  let earned = 0n;
  let bonus = own?.bonus ?? 0;
  if (scheme === '全额' && own) earned = BigInt(sales) * BigInt(own.rate);
  if (scheme === '增量' && own) earned = BigInt(Math.max(sales - baseline, 0)) * BigInt(own.rate);
  if (scheme === '超额') {
    tiers.forEach(({ threshold, rate }, index) => {
      const inside = Math.min(sales, tiers[index + 1]?.threshold ?? Infinity) - threshold;
      if (inside > 0) earned += BigInt(inside) * BigInt(rate);
    });
    bonus = tiers.slice(0, tier).reduce((sum, reached) => sum + reached.bonus, 0);
  }
  const exact = earned + BigInt(bonus) * 10_000n;
  const size = exact < 0n ? -exact : exact;
  const rounded = rounding === '截位' ? size / 10_000n : (size + 5_000n) / 10_000n;
  return Number(exact < 0n ? -rounded : rounded);
}

const salesNear = ({ tiers }: Typed): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: -10_000_00, max: 700_000_00 }),
    fc.constantFrom(...tiers.flatMap(({ threshold }) => [threshold - 1, threshold, threshold + 1])),
  );
const cases = typedPolicy.chain((policy) =>
  fc.tuple(fc.constant(policy), fc.array(salesNear(policy), { minLength: 1, maxLength: 6 })),
);

/** Whole numbers of fen typed as yuan; a cell holds the nearest double. */
const column = (sales: readonly number[]): number[][] => sales.map((amount) => [amount / 100]);

it('REBATE_AMOUNT equals exact fractions, on every cell', () => {
  fc.assert(
    fc.property(cases, ([policy, sales]) => {
      expect(call('REBATE_AMOUNT', column(sales), null, table(policy))).toEqual(
        sales.map((amount) => [oracle(policy, amount) / 100]),
      );
    }),
    { numRuns: runs(400) },
  );
});

it('the rows of REBATE_EXPLAIN add up to REBATE_AMOUNT to the fen', () => {
  fc.assert(
    fc.property(
      cases,
      // Tier sales of 0 may be an empty cell: blanks.test.ts.
      fc.integer({ min: 1, max: 700_000_00 }),
      ([policy, [sales = 0]], tierSales) => {
        for (const own of [null, tierSales / 100]) {
          const rows = call(
            'REBATE_EXPLAIN',
            sales / 100,
            null,
            table(policy),
            null,
            own,
          ) as readonly (readonly number[])[];
          const total = rows.reduce((sum, row) => sum + Math.round((row[5] as number) * 100), 0);
          expect(total / 100).toBe(
            call('REBATE_AMOUNT', sales / 100, null, table(policy), null, own),
          );
        }
      },
    ),
    { numRuns: runs(300) },
  );
});

it('closing the gap earns the gain and reaches the next tier; the cushion keeps it', () => {
  fc.assert(
    fc.property(cases, ([policy, [sales = 0]]) => {
      const ask = (
        id: 'REBATE_TIER' | 'REBATE_AMOUNT' | 'REBATE_GAP' | 'REBATE_GAIN' | 'REBATE_CUSHION',
        at: number,
      ): number => Math.round((call(id, at / 100, null, table(policy)) as number) * 100);
      const tier = ask('REBATE_TIER', sales) / 100;
      const [gap, cushion] = [ask('REBATE_GAP', sales), ask('REBATE_CUSHION', sales)];
      if (gap > 0) {
        expect([
          ask('REBATE_TIER', sales + gap - 1) / 100,
          ask('REBATE_TIER', sales + gap) / 100,
        ]).toEqual([tier, tier + 1]);
        expect(ask('REBATE_GAIN', sales)).toBe(
          ask('REBATE_AMOUNT', sales + gap) - ask('REBATE_AMOUNT', sales),
        );
      } else expect([tier, ask('REBATE_GAIN', sales)]).toEqual([policy.tiers.length, 0]);
      expect(ask('REBATE_TIER', sales - cushion) / 100).toBe(tier);
      expect(tier > 0 ? ask('REBATE_TIER', sales - cushion - 1) / 100 : -1).toBe(tier - 1);
    }),
    { numRuns: runs(300) },
  );
});
