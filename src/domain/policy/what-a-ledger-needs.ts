import { type Catalog, extendCatalog, knownCatalog } from '../catalog/catalog.ts';
import { categoryKey } from '../catalog/category.ts';
import type { PolicyCategories } from '../catalog/policy-categories.ts';
import type { CatalogProduct } from '../catalog/products.ts';
import { headersNamedBy } from './headers-named.ts';
import type { Component, Policy } from './policy.ts';
import { productsOfExamples } from './product-examples.ts';

/** What the reader of a ledger takes from the policy in force. */
interface PolicyForLedger {
  readonly headers: readonly string[];
  readonly categoriesMatter: boolean;
  readonly catalog: Catalog;
  readonly policy?: PolicyCategories;
}

/** @param own - products of the user's own catalog, which go before what the policy names */
export function policyForLedger(
  policy: Policy | null,
  own: readonly CatalogProduct[] = [],
): PolicyForLedger {
  const examples = productsOfExamples(policy?.examples ?? []);
  return {
    headers: headersNamedBy(policy),
    categoriesMatter: categoriesMatter(policy),
    catalog:
      own.length + examples.length === 0 ? knownCatalog : extendCatalog([...own, ...examples]),
    ...(policy === null ? {} : { policy: categoriesNamedBy(policy.components) }),
  };
}

function categoriesNamedBy(components: readonly Component[]): PolicyCategories {
  const names = new Map<string, string>();
  const byRate = new Map<string, Set<string>>();
  for (const { categories, counts, tiers, measure } of components) {
    const own = categories === 'all' ? [] : Object.values(categories);
    for (const name of own) names.set(categoryKey(name), name);
    for (const key of Object.keys(counts.weights)) if (!names.has(key)) names.set(key, key);
    if (measure.kind === 'share') names.set(categoryKey(measure.category), measure.category);
    for (const { rate } of tiers)
      for (const name of own)
        byRate.set(rate.toString(), (byRate.get(rate.toString()) ?? new Set()).add(name));
  }
  return { names, byRate: new Map([...byRate].map(([rate, own]) => [rate, [...own]])) };
}

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
