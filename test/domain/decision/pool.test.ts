import * as fc from 'fast-check';
import { type Pool, pool } from '#domain/decision/pool.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { amountOf } from '#domain/rebate/figures.ts';
import type { Component } from '#domain/policy/policy.ts';
import { anyComponent, component, wan } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

const pooled = (of: Component, sales: readonly Fen[]): Pool => {
  const answer = pool(of, sales);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

describe('pools worked by hand on 50/200/500万 at 4/6/8 %', () => {
  test.each([
    [
      '380万 and 150万',
      [wan(380), wan(150)],
      wan(42.4),
      wan(13.6),
      [wan(29.6), wan(12.8)],
      [wan(29.6), wan(12.8)],
      [wan(30.4), wan(12)],
    ],
    [
      '40万 and 20万, neither alone in a tier',
      [wan(40), wan(20)],
      wan(2.4),
      wan(2.4),
      [wan(1.2), wan(1.2)],
      [wan(1.2), wan(1.2)],
      [wan(1.6), wan(0.8)],
    ],
    // Alone 0, 0, 2.4; pairs 2.8, 4, 3.6; over the six orders 7.6, 6.4 and 17.2万 in sixths; two
    // fen left go to the first two.
    [
      'three partners',
      [wan(40), wan(30), wan(60)],
      wan(5.2),
      wan(2.8),
      [fen(1_266_667), fen(1_066_667), fen(2_866_666)],
      [fen(933_334), fen(933_333), fen(3_333_333)],
      [wan(1.6), wan(1.2), wan(2.4)],
    ],
  ] as [string, Fen[], Fen, Fen, Fen[], Fen[], Fen[]][])(
    '%s',
    (_, sales, joint, surplus, fair, equal, proRata) => {
      const answer = pooled(component(), sales);
      expect([answer.joint, answer.surplus]).toEqual([joint, surplus]);
      expect(answer.partners.map((partner) => partner.fair)).toEqual(fair);
      expect(answer.partners.map((partner) => partner.equal)).toEqual(equal);
      expect(answer.partners.map((partner) => partner.proRata)).toEqual(proRata);
    },
  );

  it('refuses more partners than it can try', () => {
    expect(pool(component(), Array(17).fill(wan(1)))).toEqual({
      ok: false,
      error: { code: 'decision.too-many-partners', partners: 17, most: 16 },
    });
  });

  it('shares among 12 partners to the fen', () => {
    const answer = pooled(
      component(),
      [...Array(12).keys()].map((index) => wan(37 + index * 3.25)),
    );
    expect(answer.partners.reduce((sum, { fair }) => sum + fair, 0)).toBe(answer.joint);
  });
});

/** Every order of joining, one by one: n! × the mean. */
function joiningSums(of: Component, sales: readonly number[]): readonly number[] {
  const sums = sales.map(() => 0);
  const visit = (rest: readonly number[], total: number): number => {
    if (rest.length === 0) return 1;
    return rest.reduce((orders, player) => {
      const next = total + (sales[player] as number);
      const following = visit(
        rest.filter((other) => other !== player),
        next,
      );
      sums[player] =
        (sums[player] as number) +
        following *
          (amountOf(of, fen(next), fen(next)) -
            (rest.length === sales.length ? 0 : amountOf(of, fen(total), fen(total))));
      return orders + following;
    }, 0);
  };
  visit([...sales.keys()], 0);
  return sums;
}

describe('the fair split', () => {
  it('is the mean over every order of joining, to the fen, and adds up', () => {
    fc.assert(
      fc.property(
        anyComponent(20_000),
        fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 1, maxLength: 5 }),
        (of, amounts) => {
          const { joint, partners } = pooled(of, amounts.map(fen));
          const orders = [1, 1, 2, 6, 24, 120][amounts.length] as number;
          joiningSums(of, amounts).forEach((sum, index) =>
            expect(Math.abs((partners[index]?.fair ?? NaN) * orders - sum)).toBeLessThan(orders),
          );
          for (const split of ['fair', 'equal', 'proRata'] as const)
            expect(partners.reduce((sum, partner) => sum + partner[split], 0)).toBe(joint);
        },
      ),
      { numRuns: runs(150) },
    );
  });
});
