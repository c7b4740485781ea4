import type { PolicyCategories } from '../catalog/policy-categories.ts';
import { parseRate } from '../reading/parse-rate.ts';
import type { TextColumn } from './text-column.ts';

/** What the ledger's own rate column says about a product: shown with its question, never taken. */
export interface CategoryEvidence {
  /** The rates recorded on it, 0…1: for the eye alone. */
  readonly rates: readonly number[];
  /** The one category in which the policy in force pays all of them. */
  readonly suggested?: string;
}

const MOST_RATES = 3;

/** One pass over the section, when the first product is asked about. */
export function categoryEvidence(
  product: TextColumn | undefined,
  rate: TextColumn | undefined,
  policy: PolicyCategories | undefined,
): (productCode: number) => CategoryEvidence {
  let byProduct: ReadonlyMap<number, ReadonlySet<string>> | undefined;
  return (code) => {
    if (product === undefined || rate === undefined) return { rates: [] };
    byProduct ??= ratesByProduct(product, rate);
    const texts = [...(byProduct.get(code) ?? [])].sort();
    if (texts.length === 0 || texts.length > MOST_RATES) return { rates: [] };
    const rates = texts.map(Number);
    const paying = texts.map((text) => policy?.byRate.get(text) ?? []);
    const fitting = (paying[0] ?? []).filter((name) => paying.every((some) => some.includes(name)));
    const [suggested] = fitting;
    return suggested === undefined || fitting.length > 1 ? { rates } : { rates, suggested };
  };
}

function ratesByProduct(
  product: TextColumn,
  rate: TextColumn,
): ReadonlyMap<number, ReadonlySet<string>> {
  const read = rate.values.map((text) => {
    const reading = parseRate(text);
    return reading.kind === 'rate' && reading.rate.gt(0) ? reading.rate.toString() : '';
  });
  const found = new Map<number, Set<string>>();
  for (let offset = 0; offset < product.codes.length; offset++) {
    const text = read[rate.codes[offset] ?? 0] ?? '';
    const code = product.codes[offset] ?? 0;
    if (text !== '') found.set(code, (found.get(code) ?? new Set()).add(text));
  }
  return found;
}
