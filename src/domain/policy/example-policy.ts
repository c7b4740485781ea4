import { itemAt } from '../columns.ts';
import { BASE_CATEGORY, SECURITY_CATEGORY, categoryKey } from '../catalog/category.ts';
import { Decimal, ONE } from '../money/decimal.ts';
import { fen } from '../money/fen.ts';
import { componentDefaults } from './defaults.ts';
import type { Component, Policy } from './policy.ts';

/**
 * The table of a trade article: 50/200/500 万 of the year's sales of both categories, 4/6/8 % and
 * 7/10/12 %+. It says neither "whole" nor "at"; both are how the trade reads it. No official table
 * is public: this is an example and is named so wherever a figure rests on it.
 */
export const examplePolicy: Policy = {
  name: '示例政策 / example policy',
  example: true,
  facts: new Map(),
  examples: [{ product: '乾坤云一体机', category: SECURITY_CATEGORY }],
  components: [
    exampleComponent(BASE_CATEGORY, ['0.04', '0.06', '0.08'], false),
    exampleComponent(SECURITY_CATEGORY, ['0.07', '0.10', '0.12'], true),
  ],
};

/** Whether the example stands in for a policy that nobody gave, rather than on somebody's sheet. */
export const standsIn = ({ example, name, components }: Policy): boolean =>
  example && name === examplePolicy.name && components.every(({ cells }) => cells === undefined);

function exampleComponent(
  category: string,
  rates: readonly string[],
  lastIsFloor: boolean,
): Component {
  const thresholds = [500_000_00, 2_000_000_00, 5_000_000_00];
  return {
    ...componentDefaults,
    id: category,
    name: category,
    categories: { [category]: category },
    counts: { weights: { [BASE_CATEGORY]: ONE, [SECURITY_CATEGORY]: ONE }, others: new Decimal(0) },
    tiers: thresholds.map((threshold, index) => ({
      threshold: fen(threshold),
      rate: new Decimal(itemAt(rates, index)),
      rateIsFloor: lastIsFloor && index === thresholds.length - 1,
      bonus: fen(0),
      cell: '',
    })),
  };
}

/**
 * The example with its components called what the ledger calls those categories: Base and Security
 * in an English one.
 */
export function exampleInWordsOf(categories: readonly string[]): Policy {
  const words = new Map(categories.map((name) => [categoryKey(name), name] as const));
  return {
    ...examplePolicy,
    components: examplePolicy.components.map((component) => {
      const name = words.get(component.id) ?? component.name;
      return { ...component, name, categories: { [component.id]: name } };
    }),
  };
}
