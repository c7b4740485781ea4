import { Decimal } from '#domain/money/decimal.ts';
import { type Facts, factKey } from '#domain/policy/facts.ts';

/** Facts that hold always. */
export const factsThatHold = (values: { readonly [name: string]: string }): Facts =>
  new Map(
    Object.entries(values).map(([name, value]) => [
      factKey(name),
      [{ name, period: null, value: new Decimal(value), percent: false, cell: '' }],
    ]),
  );
