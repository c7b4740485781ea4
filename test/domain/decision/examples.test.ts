import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pool } from '#domain/decision/pool.ts';
import { pullIn } from '#domain/decision/pull-in.ts';
import { expectedRebate, tierChances } from '#domain/forecast/distribution.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import { roundFen } from '#domain/money/rounding.ts';
import { amountOf, cushionOf, gainOf, gapOf } from '#domain/rebate/figures.ts';
import type { Result } from '#domain/result.ts';
import { component, rate, tier, wan } from '../../examples/components.ts';

interface Examples {
  readonly tiers: readonly (readonly [number, number])[];
  readonly cheapest: readonly {
    readonly base: number;
    readonly target: number;
    readonly deals: readonly (readonly [number, number])[];
    readonly pick: readonly number[] | null;
    readonly cost: number;
  }[];
  readonly largestNet: readonly {
    readonly base: number;
    readonly deals: readonly (readonly [number, number])[];
    readonly pick: readonly number[] | null;
    readonly net: number;
  }[];
  readonly expected: readonly {
    readonly base: number;
    readonly deals: readonly (readonly [number, string])[];
    readonly rebate: number;
    readonly ofExpectedSales: number;
    readonly tiers: Readonly<Record<string, string>>;
  }[];
  readonly pooling: readonly {
    readonly sales: readonly number[];
    readonly joint: number;
    readonly surplus: number;
    readonly fair: readonly number[];
    readonly proRata: readonly number[];
  }[];
  readonly cushions: readonly { readonly sales: number; readonly cushion: number }[];
  readonly gaps: readonly {
    readonly sales: number;
    readonly gap: number;
    readonly gain: number;
    readonly breakEven: string;
  }[];
}

const examples = JSON.parse(
  readFileSync(join(__dirname, '../../examples/decisions.json'), 'utf8'),
) as Examples;
const of = component({
  tiers: examples.tiers.map(([from, percent]) => tier(wan(from), String(percent / 100))),
});
const value = <T>(result: Result<T, { readonly code: string }>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

test.each(examples.cheapest)('cheapest set from $base万', ({ base, target, deals, pick, cost }) => {
  const solution = value(
    pullIn(
      of,
      wan(base),
      deals.map(([amount]) => wan(amount)),
      deals.map(([, price]) => wan(price)),
      { kind: 'cheapest', tier: target },
    ),
  );
  expect(solution.cost).toBe(wan(cost));
  expect(pick === null ? null : solution.chosen).toEqual(pick);
});

test.each(examples.largestNet)('largest net from $base万', ({ base, deals, pick, net }) => {
  const solution = value(
    pullIn(
      of,
      wan(base),
      deals.map(([amount]) => wan(amount)),
      deals.map(([, price]) => wan(price)),
      { kind: 'largest-net' },
    ),
  );
  expect(solution.net).toBe(wan(net));
  expect(pick === null ? null : solution.chosen).toEqual(pick);
});

test.each(examples.expected)(
  'expected rebate at $base万',
  ({ base, deals, rebate, ofExpectedSales, tiers }) => {
    const [amounts, chances] = [
      deals.map(([amount]) => wan(amount)),
      deals.map(([, chance]) => rate(chance)),
    ];
    expect(value(expectedRebate(of, wan(base), amounts, chances))).toBe(wan(rebate));
    const mean = roundFen(
      amounts.reduce(
        (sum, amount, index) => sum.plus((chances[index] as Decimal).times(amount)),
        new Decimal(wan(base)),
      ),
      'half-up',
    );
    expect(amountOf(of, mean, mean)).toBe(wan(ofExpectedSales));
    value(tierChances(of, wan(base), amounts, chances)).forEach((chance, index) =>
      expect(String(chance)).toBe(tiers[index] ?? '0'),
    );
  },
);

test.each(examples.pooling)('pooling $sales', ({ sales, joint, surplus, fair, proRata }) => {
  const solution = value(pool(of, sales.map(wan)));
  expect([solution.joint, solution.surplus]).toEqual([wan(joint), wan(surplus)]);
  expect(solution.partners.map((partner) => partner.fair)).toEqual(fair.map(wan));
  expect(solution.partners.map((partner) => partner.proRata)).toEqual(proRata.map(wan));
});

test.each(examples.cushions)('cushion at $sales万', ({ sales, cushion }) => {
  expect(cushionOf(of, wan(sales))).toBe(wan(cushion));
});

test.each(examples.gaps)('gap at $sales万', ({ sales, gap, gain, breakEven }) => {
  expect([gapOf(of, wan(sales)), gainOf(of, wan(sales), wan(sales))]).toEqual([
    wan(gap),
    wan(gain),
  ]);
  expect(
    new Decimal(gainOf(of, wan(sales), wan(sales)) ?? fen(0))
      .div(wan(gap))
      .toDecimalPlaces(9)
      .toString(),
  ).toBe(breakEven);
});
