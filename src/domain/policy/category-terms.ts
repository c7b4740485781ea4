import type { Decimal } from '../money/decimal.ts';
import { ownValue } from '../own-value.ts';
import type { Categories, Counts } from './policy.ts';

/** Whether a policy's list of categories has this one, by `categoryKey`. */
export const includesCategory = (categories: Categories, key: string): boolean =>
  categories === 'all' || Object.hasOwn(categories, key);

/** With which weight a category sets the tier, by `categoryKey`. */
export const categoryWeight = (counts: Counts, key: string): Decimal =>
  ownValue(counts.weights, key) ?? counts.others;
