import { categoryKey } from '#domain/catalog/category.ts';
import type { Analysis } from '#domain/review/analysis.ts';

/**
 * Components by the names of their policy; those of the example, which is nobody's own, by the
 * ledger's names of the categories.
 */
export function componentNames({
  policy,
  ledger,
}: Pick<Analysis, 'policy' | 'ledger'>): (name: string) => string {
  if (!policy.example) return (name) => name;
  const own = new Map(ledger.categories.map((category) => [categoryKey(category), category]));
  return (name) => own.get(categoryKey(name)) ?? name;
}
