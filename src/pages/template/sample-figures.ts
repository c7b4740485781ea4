import { itemAt } from '#domain/columns.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen, fenFromYuan, sumFen, yuanNumber } from '#domain/money/fen.ts';
import { largestRemainder } from '#domain/money/largest-remainder.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { amountOf, rateAt } from '#domain/rebate/figures.ts';
import { invariant } from '#domain/result.ts';
import { type Cell, cellAddress } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import type { Page } from '../page.ts';
import { FRACTION } from './plain/plain-layout.ts';
import { POLICY_HEADER_ROW } from './policy-sheet.ts';
import { SAMPLE_ORDERS } from './sample-orders.ts';
import { wordsOf } from '../template-language.ts';

/**
 * The policy that stands on the template's own sheet, read as any workbook's is: cached figures
 * rest on what is written there.
 */
export function templatePolicy(page: Page): Policy {
  const table = page.rows
    .slice(POLICY_HEADER_ROW)
    .map((row) => row.cells.map((cell): Cell => cell?.value ?? null));
  const { policy, findings } = readPolicy(table, {
    cellName: (row, column) => cellAddress(POLICY_HEADER_ROW + row, column),
    example: true,
  });
  invariant(
    policy !== null,
    `the template's policy is readable: ` +
      `${findings.map((finding) => `${finding.cell} ${finding.fact.code}`).join(', ')}`,
  );
  return policy;
}

export function componentOf(
  policy: Policy,
  category: 'base' | 'security',
  language: Language,
): Component {
  const key = categoryKey(wordsOf(language).categories[category]);
  const component = policy.components.find((one) => categoryKey(one.name) === key);
  invariant(component !== undefined, `the template's policy pays ${category}`);
  return component;
}

export const fenOf = (yuan: string): Fen => fenFromYuan(new Decimal(yuan)) ?? fen(0);

/** Sales of the sample year: everything, or one category. */
export const sampleSales = (category?: 'base' | 'security'): Fen =>
  sumFen(
    SAMPLE_ORDERS.filter((order) => category === undefined || order.category === category).map(
      (order) => fenOf(order.paid),
    ),
  );

/** What an order of the sample gets, and what the plain formulas show on the way, in yuan. */
interface SampleShare {
  readonly plainRebate: number;
  readonly plainShare: number;
  readonly plainFraction: number;
}

/** The sample's orders with their parts of the rebate, by category in the order of the rows. */
export function sampleShares(
  policy: Policy,
  language: Language,
  category: 'base' | 'security',
): readonly SampleShare[] {
  const component = componentOf(policy, category, language);
  const [sales, year] = [sampleSales(category), sampleSales()];
  const rate = rateAt(component, year);
  const paid = amountOf(component, sales, year);
  const amounts = SAMPLE_ORDERS.filter((order) => order.category === category).map((order) =>
    fenOf(order.paid),
  );
  const parts = amounts.map((amount) => new Decimal(paid).times(amount).div(sales));
  const whole = largestRemainder(parts, paid);
  return parts.map((part, index) => ({
    plainRebate: yuanNumber(itemAt(whole, index)),
    plainShare: rate.times(itemAt(amounts, index)).div(100).toNumber(),
    plainFraction: part.minus(part.floor()).times(FRACTION).round().toNumber(),
  }));
}

/** Odd fen that the largest remainders of a category get. */
export const sampleOdd = (shares: readonly SampleShare[]): number =>
  Math.round(shares.reduce((sum, { plainFraction }) => sum + plainFraction, 0) / FRACTION);
