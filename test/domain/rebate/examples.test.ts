import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { roundFen } from '#domain/money/rounding.ts';
import { amountOf, explain, rateAt } from '#domain/rebate/figures.ts';
import type { Component, Edge, Scheme } from '#domain/policy/policy.ts';
import { component, tier } from '../../examples/components.ts';

/**
 * Worked examples of vendors' documents, forums and the example table: a finance person can read
 * and sign the CSV.
 */
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
  const lines = readFileSync(join(__dirname, '../../examples/tiers.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [
      name = '',
      gives = '',
      scheme,
      edge,
      baseline = '',
      thresholds = '',
      rates = '',
      sales = '',
      tierSales = '',
      expected = '',
    ] = line.split(',');
    const rate = rates.split(' | ');
    const base = baseline === '' ? null : yuan(baseline);
    const of = component({
      scheme: scheme as Scheme,
      edge: edge as Edge,
      baseline: base === null ? null : new Decimal(base),
      tiers: thresholds.split(' | ').map((text, index) =>
        tier(
          text.endsWith('%')
            ? fen(
                new Decimal(text.slice(0, -1))
                  .div(100)
                  .times(base ?? 0)
                  .toNumber(),
              )
            : yuan(text),
          rate[index] as string,
        ),
      ),
    });
    return {
      name,
      gives,
      of,
      sales: yuan(sales),
      tierSales: yuan(tierSales),
      expected: new Decimal(expected),
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
