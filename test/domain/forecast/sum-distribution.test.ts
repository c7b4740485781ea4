import * as fc from 'fast-check';
import { chanceOfTier, expectedRebate } from '#domain/forecast/distribution.ts';
import { type FloatingShare, errorOf } from '#domain/forecast/floating-share.ts';
import type { Stretch } from '#domain/forecast/share.ts';
import { sumDistribution } from '#domain/forecast/sum-distribution.ts';
import { sumsOnGrid } from '#domain/forecast/sums-on-a-grid.ts';
import { sumsByHalves } from '#domain/forecast/sums-by-halves.ts';
import { type Prospects, prospects } from '#domain/forecast/uncertain-deals.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { component, wan } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

const read = (
  committed: number,
  deals: readonly number[],
  percents: readonly number[],
): Prospects => {
  const answer = prospects(
    fen(committed),
    deals.map(fen),
    percents.map((percent) => new Decimal(percent).div(100)),
  );
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

const anyCase = (most: number) =>
  fc.record({
    committed: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(0, 8000)),
    deals: fc.array(
      fc.tuple(
        fc
          .oneof(
            fc.integer({ min: -3000, max: 9000 }),
            fc.integer({ min: -3, max: 9 }).map((step) => step * 1000),
          )
          .filter((amount) => amount !== 0),
        fc.integer({ min: 1, max: 99 }),
      ),
      { minLength: 1, maxLength: most },
    ),
    cuts: fc.uniqueArray(
      fc.tuple(
        fc.oneof(
          fc.integer({ min: 1, max: 60_000 }),
          fc.integer({ min: 1, max: 40 }).map((step) => step * 1000),
        ),
        fc.integer({ min: 1, max: 60 }),
      ),
      { minLength: 1, maxLength: 4, selector: ([from]) => from },
    ),
  });
const stretchesOf = (cuts: readonly (readonly [number, number])[]): readonly Stretch[] => [
  { from: -Infinity, modulus: 7 },
  ...[...cuts].sort((a, b) => a[0] - b[0]).map(([from, modulus]) => ({ from, modulus })),
];

describe('chances in doubles are those in whole numbers, within the stated error', () => {
  test.each<
    [
      string,
      (stretches: readonly Stretch[], of: Prospects) => readonly FloatingShare[] | null,
      number,
    ]
  >([
    ['on a grid', sumsOnGrid, 10],
    ['by halves', (stretches, of) => sumsByHalves(stretches, of), 10],
    [
      'with the last deals laid against the first',
      (stretches, of) => sumsByHalves(stretches, of, 3),
      10,
    ],
    ['with nearly all laid against two', (stretches, of) => sumsByHalves(stretches, of, 1), 10],
  ])('%s', (_, inDoubles, most) => {
    fc.assert(
      fc.property(anyCase(most), ({ committed, deals, cuts }) => {
        const of = read(
          committed,
          deals.map(([amount]) => amount),
          deals.map(([, percent]) => percent),
        );
        expectAlike(of, stretchesOf(cuts), inDoubles);
      }),
      { numRuns: runs(80) },
    );
  });
});

function expectAlike(
  of: Prospects,
  stretches: readonly Stretch[],
  inDoubles: (stretches: readonly Stretch[], of: Prospects) => readonly FloatingShare[] | null,
): void {
  const [exact, doubles] = [sumDistribution(stretches, of, Infinity), inDoubles(stretches, of)];
  const reach =
    of.deals.reduce((sum, { amount }) => sum + Math.abs(amount), Math.abs(of.committed)) + 1;
  const near = (share: number, weight: bigint, size: number): void =>
    expect(
      new Decimal(share)
        .minus(new Decimal(weight.toString()).div(of.whole.toString()))
        .abs()
        .toNumber(),
    ).toBeLessThanOrEqual(errorOf(of.deals.length) * size);
  expect(exact).not.toBeNull();
  exact?.forEach(({ mass, moments, rests }, index) => {
    const share = doubles?.[index] as FloatingShare;
    near(share.mass, mass, 1);
    near(share.moment, moments[0] as bigint, reach);
    share.rests.forEach((chance, rest) => near(chance, rests.get(rest) ?? 0n, 1));
  });
}

describe('size', () => {
  const asked = (
    count: number,
    grid: number,
    largest: number,
  ): { readonly deals: Fen[]; readonly chances: Decimal[] } => {
    let seed = 99;
    const draw = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const deals = Array.from({ length: count }, () =>
      fen(Math.ceil((draw() * largest) / grid) * grid),
    );
    return { deals, chances: deals.map(() => new Decimal(Math.floor(draw() * 101)).div(100)) };
  };

  test.each([
    ['300 deals in 万', asked(300, 1_000_000, 50_000_000), wan(100)],
    ['300 deals in thousands', asked(300, 100_000, 30_000_000), wan(100)],
    ['300 deals in yuan, 60万 below the last threshold', asked(300, 100, 1_000_000), wan(440)],
    ['40 deals to the fen', asked(40, 1, 10_000_000), wan(450)],
    ['28 deals to the fen, far below', asked(28, 1, 50_000_000), wan(200)],
  ])('%s', (_, { deals, chances }, committed) => {
    const expected = expectedRebate(component(), committed, deals, chances);
    const chance = chanceOfTier(component(), committed, deals, chances, 3);
    const mean = deals.reduce(
      (sum, amount, index) => sum.plus(new Decimal(amount).times(chances[index] as Decimal)),
      new Decimal(committed),
    );
    // Between all of the mean at 4 % and at 8 %, and the chance is one.
    expect(
      expected.ok &&
        mean.times('0.04').lte(expected.value) &&
        mean.times('0.08').plus(1).gte(expected.value),
    ).toBe(true);
    expect(chance.ok && chance.value.gt(0) && chance.value.lte(1)).toBe(true);
  });

  it('says when there is no exact answer', () => {
    const { deals, chances } = asked(300, 1, 10_000_000);
    expect(expectedRebate(component(), wan(440), deals, chances)).toEqual({
      ok: false,
      error: { code: 'forecast.too-large', deals: 300 },
    });
  });
});
