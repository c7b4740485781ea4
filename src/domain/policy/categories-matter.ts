import type { Policy } from './policy.ts';

/**
 * Whether an order without a category could not be counted: some component takes or counts only
 * part of the categories.
 */
export const categoriesMatter = (policy: Policy | null): boolean =>
  policy === null ||
  policy.components.some(
    ({ categories, counts }) =>
      categories !== 'all' || !counts.others.eq(1) || Object.keys(counts.weights).length > 0,
  );
