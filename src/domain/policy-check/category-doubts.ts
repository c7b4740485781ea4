import { categoryKey } from '../catalog/category.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import { type PolicyFinding, clauseCell } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import type { Component } from '../policy/policy.ts';

/** Categories that a component names and no order has: those that earn, that count, of a share. */
export function categoryDoubts(
  component: Component,
  categories: readonly string[],
): readonly PolicyFinding[] {
  if (categories.length === 0) return [];
  const there = new Set(categories.map(categoryKey));
  const nowhere = (named: readonly string[]): readonly string[] =>
    named.filter((category) => !there.has(categoryKey(category)));
  const of = (
    column: PolicyColumn,
    code: Extract<PolicyFact, { readonly category: string }>['code'],
    named: readonly string[],
  ): readonly PolicyFinding[] =>
    nowhere(named).map((category) => ({
      level: 'warning',
      cell: clauseCell(component, column),
      fact: { code, component: component.name, category },
      atStake: null,
    }));
  const { counts, measure, gate } = component;
  return [
    ...of('categories', 'policy.category-nowhere', earning(component)),
    ...of('counts', 'policy.counted-nowhere', Object.keys(counts.weights)),
    ...of('measure', 'policy.share-nowhere', measure.kind === 'share' ? [measure.category] : []),
    ...of(
      'gate',
      'policy.share-nowhere',
      (gate?.terms ?? []).flatMap((term) =>
        term.measure.kind === 'share' ? [term.measure.category] : [],
      ),
    ),
  ];
}

const earning = ({ categories }: Component): readonly string[] =>
  categories === 'all' ? [] : Object.values(categories);
