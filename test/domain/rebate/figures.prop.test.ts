import * as fc from 'fast-check';
import { type Fen, fen } from '#domain/money/fen.ts';
import type { Component } from '#domain/policy/policy.ts';
import { amountOf, cushionOf, explain, gainOf, gapOf, tierAt } from '#domain/rebate/figures.ts';
import { anyComponent } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

const REACH = 100_000;
const sales = fc.integer({ min: -20_000, max: 2 * REACH }).map(fen);
const check = (property: (of: Component, at: Fen) => void): void =>
  fc.assert(fc.property(anyComponent(REACH), sales, property), { numRuns: runs(1500) });

/** The rebate in exact whole-number fractions: no code shared with what it judges. */
function oracle(of: Component, at: number): bigint {
  const scale = 1_000_000n;
  const tax = of.base === 'net' ? BigInt(of.taxRate.times(1e6).plus(1e6).toNumber()) : scale;
  // A threshold t is reached by gross sales S when S × 10^6 ≥ t × tax (at) or > (above).
  const reached = of.tiers.filter(({ threshold }) => {
    const left = BigInt(at) * scale;
    const right = BigInt(threshold) * tax;
    return of.edge === 'at' ? left >= right : left > right;
  }).length;
  const rates = of.tiers.map(({ rate }) => BigInt(rate.times(1e6).toNumber()));
  // Everything below is in fen × 10^6 (rate) × 10^6 (scale), to be divided by 10^6 × tax.
  let earned = 0n;
  const top = reached > 0 ? (rates[reached - 1] as bigint) : 0n;
  if (of.scheme === 'whole') earned = BigInt(at) * top * scale;
  if (of.scheme === 'increment' && reached > 0)
    earned =
      top *
      ((rise) => (rise > 0n ? rise : 0n))(
        BigInt(at) * scale - BigInt(of.baseline?.toNumber() ?? 0) * tax,
      );
  if (of.scheme === 'marginal') {
    of.tiers.forEach(({ threshold }, index) => {
      const from = BigInt(threshold) * tax;
      const next = of.tiers[index + 1];
      const to = next === undefined ? null : BigInt(next.threshold) * tax;
      const have = BigInt(at) * scale;
      const inside = (to !== null && have > to ? to : have) - from;
      if (inside > 0n) earned += inside * (rates[index] as bigint);
    });
  }
  const denominator = scale * tax;
  const round = (numerator: bigint): bigint => {
    const sign = numerator < 0n ? -1n : 1n;
    const size = numerator * sign;
    return (
      sign *
      (of.rounding.mode === 'truncate'
        ? size / denominator
        : (2n * size + denominator) / (2n * denominator))
    );
  };
  let total =
    of.rounding.per === 'order' && of.scheme !== 'increment' ? round(earned) * denominator : earned;
  const bonuses = of.tiers.slice(0, reached).map(({ bonus }) => BigInt(bonus));
  total +=
    (of.scheme === 'marginal'
      ? bonuses.reduce((sum, bonus) => sum + bonus, 0n)
      : (bonuses.at(-1) ?? 0n)) * denominator;
  if (
    of.floor !== null &&
    (reached > 0 || of.tiers[0]?.threshold === 0) &&
    total < BigInt(of.floor) * denominator
  )
    total = BigInt(of.floor) * denominator;
  if (of.cap !== null && total > BigInt(of.cap) * denominator) total = BigInt(of.cap) * denominator;
  return round(total);
}

it('the rebate equals exact fractions', () => {
  check((of, at) => expect(BigInt(amountOf(of, at, at))).toBe(oracle(of, at)));
});

it('the working adds up to the rebate', () => {
  check((of, at) =>
    expect(explain(of, at, at).reduce((sum, line) => sum + line.rebate, 0)).toBe(
      amountOf(of, at, at),
    ),
  );
});

it('closing exactly the gap reaches the next tier, and a fen less does not', () => {
  check((of, at) => {
    const gap = gapOf(of, at);
    if (gap === null) {
      expect(tierAt(of, at)).toBe(of.tiers.length);
    } else {
      expect(tierAt(of, fen(at + gap))).toBeGreaterThan(tierAt(of, at));
      expect(tierAt(of, fen(at + gap - 1))).toBe(tierAt(of, at));
    }
  });
});

it('the cushion can be refunded without dropping a tier, and a fen more cannot', () => {
  check((of, at) => {
    const tier = tierAt(of, at);
    const cushion = cushionOf(of, at);
    expect(tierAt(of, fen(at - cushion))).toBe(tier);
    if (tier > 0) expect(tierAt(of, fen(at - cushion - 1))).toBeLessThan(tier);
    else expect(cushion).toBe(0);
  });
});

it('the gain is the rebate after closing the gap minus the rebate now', () => {
  check((of, at) => {
    const gap = gapOf(of, at);
    expect(gainOf(of, at, at)).toBe(
      gap === null ? null : amountOf(of, fen(at + gap), fen(at + gap)) - amountOf(of, at, at),
    );
  });
});

it('a marginal rebate with rates that only rise never falls as sales grow', () => {
  check((of, at) => {
    const rates = of.tiers.map(({ rate }) => rate).sort((a, b) => a.cmp(b));
    const rising: Component = {
      ...of,
      scheme: 'marginal',
      tiers: of.tiers.map((tier, index) => ({
        ...tier,
        rate: rates[index] as (typeof rates)[number],
      })),
    };
    expect(amountOf(rising, fen(at + 1), fen(at + 1))).toBeGreaterThanOrEqual(
      amountOf(rising, at, at),
    );
  });
});
