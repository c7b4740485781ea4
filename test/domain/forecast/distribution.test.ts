import * as fc from 'fast-check';
import {
  chanceOfTier,
  expectedRebate,
  tierChances,
  totalChances,
} from '#domain/forecast/distribution.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import type { Component } from '#domain/policy/policy.ts';
import { amountOf, tierAt } from '#domain/rebate/figures.ts';
import type { Result } from '#domain/result.ts';
import { anyComponent, component, rate, wan } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

const value = <T>(result: Result<T, { readonly code: string }>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const rates = (...texts: string[]): Decimal[] => texts.map(rate);

describe('expected rebate, worked by hand', () => {
  test.each([
    [
      '440万 and three deals',
      wan(440),
      [wan(40), wan(30), wan(20)],
      rates('0.6', '0.5', '0.7'),
      wan(34.824),
      ['0', '0', '0.49', '0.51'],
    ],
    [
      '480万 and one deal at the edge',
      wan(480),
      [wan(20)],
      rates('0.5'),
      wan(34.4),
      ['0', '0', '0.5', '0.5'],
    ],
    [
      'a probable refund of 10万 at 505万',
      wan(505),
      [wan(-10)],
      rates('0.25'),
      wan((40.4 * 3 + 29.7) / 4),
      ['0', '0', '0.25', '0.75'],
    ],
    ['nothing pending', wan(200), [], [], wan(12), ['0', '0', '1', '0']],
    [
      'certain and impossible deals',
      wan(190),
      [wan(10), wan(300)],
      rates('1', '0'),
      wan(12),
      ['0', '0', '1', '0'],
    ],
  ] as [string, Fen, Fen[], Decimal[], Fen, string[]][])(
    '%s',
    (_, committed, deals, chances, expected, tiers) => {
      expect(value(expectedRebate(component(), committed, deals, chances))).toBe(expected);
      expect(value(tierChances(component(), committed, deals, chances)).map(String)).toEqual(tiers);
    },
  );

  it('gives the chance of a tier or better', () => {
    const ask = (tier: number): string =>
      String(
        value(
          chanceOfTier(
            component(),
            wan(440),
            [wan(40), wan(30), wan(20)],
            rates('0.6', '0.5', '0.7'),
            tier,
          ),
        ),
      );
    expect([0, 1, 2, 3].map(ask)).toEqual(['1', '1', '1', '0.51']);
  });

  it('counts totals between any bounds', () => {
    const chances = value(
      totalChances([wan(10), wan(20), wan(30)], wan(0), [wan(10), wan(10)], rates('0.5', '0.5')),
    );
    expect(chances.map(String)).toEqual(['0.25', '0.5', '0.25', '0']);
  });
});

describe('wrong input is said, not computed', () => {
  test.each([
    ['a chance above 1', [wan(1)], rates('1.2'), 'forecast.not-a-probability'],
    ['a chance below 0', [wan(1)], rates('-0.1'), 'forecast.not-a-probability'],
    ['a chance that is no number', [wan(1)], [new Decimal(NaN)], 'forecast.not-a-probability'],
    ['more deals than chances', [wan(1), wan(2)], rates('0.5'), 'forecast.unequal-lists'],
  ] as [string, Fen[], Decimal[], string][])('%s', (_, deals, chances, code) => {
    const answer = expectedRebate(component(), wan(100), deals, chances);
    expect(answer.ok ? '' : answer.error.code).toBe(code);
  });

  it('knows only the tiers that the policy has', () => {
    expect(chanceOfTier(component(), wan(1), [], [], 4)).toEqual({
      ok: false,
      error: { code: 'forecast.no-such-tier', tier: 4, tiers: 3 },
    });
  });
});

const anyDeals = (
  amounts: fc.Arbitrary<number>,
  most: number,
): fc.Arbitrary<readonly { readonly amount: number; readonly percent: number }[]> =>
  fc.array(fc.record({ amount: amounts, percent: fc.integer({ min: 0, max: 100 }) }), {
    maxLength: most,
  });

/** All outcomes, one by one. */
function enumerate(
  of: Component,
  committed: number,
  deals: readonly { readonly amount: number; readonly percent: number }[],
): { readonly expected: string; readonly tiers: readonly string[] } {
  const tiers = [0, ...of.tiers].map(() => 0n);
  let numerator = 0n;
  for (let outcome = 0; outcome < 2 ** deals.length; outcome += 1) {
    let total = committed;
    let weight = 1n;
    deals.forEach(({ amount, percent }, index) => {
      const won = Math.floor(outcome / 2 ** index) % 2 === 1;
      weight *= BigInt(won ? percent : 100 - percent);
      if (won) total += amount;
    });
    numerator += weight * BigInt(amountOf(of, fen(total), fen(total)));
    const tier = tierAt(of, fen(total));
    tiers[tier] = (tiers[tier] as bigint) + weight;
  }
  const whole = new Decimal(100).pow(deals.length);
  return {
    expected: new Decimal(numerator.toString())
      .div(whole)
      .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
      .toString(),
    tiers: tiers.map((weight) => new Decimal(weight.toString()).div(whole).toString()),
  };
}

describe('equals the enumeration of every outcome', () => {
  test.each([
    ['amounts to the fen', fc.integer({ min: -2000, max: 9000 }), 9],
    ['amounts on a grid', fc.integer({ min: -3, max: 9 }).map((step) => step * 1000), 11],
  ] as [string, fc.Arbitrary<number>, number][])('%s', (_, amounts, most) => {
    fc.assert(
      fc.property(
        anyComponent(20_000),
        fc.integer({ min: 0, max: 25_000 }),
        anyDeals(amounts, most),
        (of, committed, deals) => {
          const all = enumerate(of, committed, deals);
          const chances = deals.map(({ percent }) => new Decimal(percent).div(100));
          const list = deals.map(({ amount }) => fen(amount));
          expect(String(value(expectedRebate(of, fen(committed), list, chances)))).toBe(
            all.expected,
          );
          expect(value(tierChances(of, fen(committed), list, chances)).map(String)).toEqual(
            all.tiers,
          );
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe('size', () => {
  const many = (
    amount: (index: number) => number,
    count = 300,
  ): { readonly deals: Fen[]; readonly chances: Decimal[] } => {
    const indices = [...Array(count).keys()];
    return {
      deals: indices.map((index) => fen(amount(index))),
      chances: indices.map((index) => new Decimal((index * 37) % 101).div(100)),
    };
  };

  test.each([
    ['300 deals in whole 万', (index: number) => (((index * 7919) % 30) + 1) * 10_000_00],
  ])('%s have a chance of the top tier', (_, amount) => {
    const { deals, chances } = many(amount);
    const chance = value(
      chanceOfTier(
        component({
          tiers: [50, 200, 500, 1000, 2000].map((from, index) => ({
            ...(component().tiers[0] as Component['tiers'][number]),
            threshold: wan(from),
            rate: rate(`0.0${index + 1}`),
          })),
        }),
        wan(100),
        deals,
        chances,
        5,
      ),
    );
    expect(chance.gt(0) && chance.lte(1)).toBe(true);
  });

  it('300 deals to the fen that stay inside a tier are a mean and a rounding', () => {
    const { deals, chances } = many((index) => (index * 104_729) % 9_999_991);
    const sure = deals.reduce(
      (sum, amount, index) => sum.plus(new Decimal(amount).times(chances[index] as Decimal)),
      new Decimal(wan(600)),
    );
    const expected = value(expectedRebate(component(), wan(600), deals, chances));
    expect(sure.times('0.08').minus(expected).abs().lte(1)).toBe(true);
  });
});
