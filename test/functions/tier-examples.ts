import { Decimal } from 'decimal.js';
import { tierLines } from '../examples/tiers.ts';

/**
 * The worked examples that a finance person can read and sign, as policy tables and arguments of a
 * cell. Unit prices (7 a piece) are priced per 100 pieces, so that they are rates.
 */
export interface TierExample {
  readonly name: string;
  readonly gives: string;
  readonly policy: readonly (readonly (string | number)[])[];
  readonly sales: number;
  readonly tierSales: number;
  readonly expected: number;
}

const WORDS: Readonly<Record<string, string>> = {
  whole: '全额',
  marginal: '超额',
  increment: '增量',
  at: '达到',
  above: '超过',
};

export function tierExamples(): readonly TierExample[] {
  return tierLines().map((line) => {
    const { name, gives, scheme, edge, baseline, thresholds, rates, expected } = line;
    const price = rates.some((rate) => Number(rate) > 1) ? 100 : 1;
    const amount = (text: string): string | number =>
      text.endsWith('%') ? text : new Decimal(text).times(price).toNumber();
    const rows = thresholds.map((threshold, index) => [
      amount(threshold),
      new Decimal(rates[index] as string).div(price).toNumber(),
      index === 0 ? (WORDS[scheme] as string) : '',
      index === 0 ? (WORDS[edge] as string) : '',
      index === 0 ? baseline : '',
    ]);
    const rounded =
      gives === 'rate'
        ? new Decimal(expected)
        : new Decimal(expected).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
    return {
      name,
      gives,
      policy: [['门槛', '比例', '计算方式', '达线归属', '基数'], ...rows],
      sales: amount(line.sales) as number,
      tierSales: amount(line.tierSales) as number,
      expected: rounded.toNumber(),
    };
  });
}
