import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { roundFen } from '#domain/money/rounding.ts';
import { amountOf, explain, rateAt } from '#domain/rebate/figures.ts';
import type { Component, Edge, Scheme } from '#domain/policy/policy.ts';
import { component, tier } from '../../examples/components.ts';
import { tierLines } from '../../examples/tiers.ts';

interface Example {
  readonly name: string;
  readonly gives: string;
  readonly of: Component;
  readonly sales: Fen;
  readonly tierSales: Fen;
  readonly expected: Decimal;
}

const yuan = (text: string): Fen => roundFen(new Decimal(text).times(100), 'half-up');

function examples(): readonly Example[] {
  return tierLines().map((line) => {
    const base = line.baseline === '' ? null : yuan(line.baseline);
    const of = component({
      scheme: line.scheme as Scheme,
      edge: line.edge as Edge,
      baseline: base === null ? null : new Decimal(base),
      tiers: line.thresholds.map((text, index) =>
        tier(
          text.endsWith('%')
            ? fen(
                new Decimal(text.slice(0, -1))
                  .div(100)
                  .times(base ?? 0)
                  .toNumber(),
              )
            : yuan(text),
          line.rates[index] as string,
        ),
      ),
    });
    return {
      name: line.name,
      gives: line.gives,
      of,
      sales: yuan(line.sales),
      tierSales: yuan(line.tierSales),
      expected: new Decimal(line.expected),
    };
  });
}

describe('worked examples', () => {
  const all = examples();

  it('are all there', () => {
    expect(all.length).toBeGreaterThanOrEqual(85);
  });

  it.each(all.filter(({ gives }) => gives === 'rebate').map((each) => [each.name, each] as const))(
    '%s: rebate',
    (_, { of, sales, tierSales, expected }) => {
      expect(amountOf(of, sales, tierSales)).toBe(roundFen(expected.times(100), 'half-up'));
    },
  );

  it.each(all.filter(({ gives }) => gives === 'rate').map((each) => [each.name, each] as const))(
    '%s: rate',
    (_, { of, tierSales, expected }) => {
      expect(rateAt(of, tierSales).toString()).toBe(expected.toString());
    },
  );

  it.each(all.filter(({ gives }) => gives === 'rebate').map((each) => [each.name, each] as const))(
    '%s: the working adds up',
    (_, { of, sales, tierSales }) => {
      expect(explain(of, sales, tierSales).reduce((sum, line) => sum + line.rebate, 0)).toBe(
        amountOf(of, sales, tierSales),
      );
    },
  );
});
