import * as fc from 'fast-check';
import { pullIn } from '#domain/decision/pull-in.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import type { Component } from '#domain/policy/policy.ts';
import { amountOf } from '#domain/rebate/figures.ts';
import { component, tier, wan } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

/**
 * Up to 18 deals: the best net over every one of the 2^18 sets, sums and costs carried from set to
 * set.
 */
function bestNet(
  of: Component,
  committed: Fen,
  deals: readonly number[],
  costs: readonly number[],
): number {
  const sets = 2 ** deals.length;
  const sums = new Float64Array(sets);
  const spent = new Float64Array(sets);
  const before = amountOf(of, committed, committed);
  let best = 0;
  for (let mask = 1; mask < sets; mask += 1) {
    const low = 31 - Math.clz32(mask & -mask);
    const rest = mask & (mask - 1);
    sums[mask] = (sums[rest] as number) + (deals[low] as number);
    spent[mask] = (spent[rest] as number) + (costs[low] as number);
    const total = fen(committed + (sums[mask] as number));
    best = Math.max(best, amountOf(of, total, total) - before - (spent[mask] as number));
  }
  return best;
}

it('13 to 18 deals: the chosen set is the best of all sets', () => {
  const deals = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 600_000_00 }), fc.integer({ min: 0, max: 60_000_00 })),
    { minLength: 13, maxLength: 18 },
  );
  const scheme = fc.constantFrom('whole' as const, 'marginal' as const);
  fc.assert(
    fc.property(scheme, fc.integer({ min: 0, max: 480 }), deals, (which, committed, pairs) => {
      const of = component({
        scheme: which,
        tiers: [tier(wan(50), '0.04'), tier(wan(200), '0.06'), tier(wan(500), '0.08', wan(1))],
      });
      const [amounts, costs] = [
        pairs.map(([amount]) => fen(amount)),
        pairs.map(([, cost]) => fen(cost)),
      ];
      const answer = pullIn(of, wan(committed), amounts, costs, { kind: 'largest-net' });
      expect(answer.ok && answer.value.net).toBe(bestNet(of, wan(committed), amounts, costs));
      expect(answer.ok && answer.value.proof).toEqual({ kind: 'optimal' });
    }),
    { numRuns: runs(20) },
  );
});
