import { type Fen, fen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import { earns } from './component-earnings.ts';
import { amountOfUnits } from './figures.ts';
import { tierWalk, unitsPerFen } from './tier-walk.ts';

/** Sales of one category, in fen of order amount. */
export interface Holding {
  readonly categoryKey: string;
  readonly sales: Fen;
}

/**
 * Rebates of several components together: those that add, and of every HIGHEST group the largest
 * alone.
 */
export function jointAmount(
  components: readonly Component[],
  amount: (component: Component) => Fen,
): Fen {
  let total = 0;
  const highest = new Map<string, number>();
  for (const component of components) {
    const own = amount(component);
    if (component.stack.kind !== 'highest') total += own;
    else
      highest.set(component.stack.group, Math.max(own, highest.get(component.stack.group) ?? own));
  }
  for (const largest of highest.values()) total += largest;
  return fen(total);
}

/**
 * Rebate of sales of many categories: each component earns on its own categories and counts what it
 * counts.
 */
export function portfolioRebate(
  components: readonly Component[],
  holdings: readonly Holding[],
): Fen {
  return jointAmount(components, (component) =>
    component.accumulate === 'order'
      ? eachAlone(component, holdings)
      : amountTogether(component, holdings),
  );
}

/** Every order is a window of its own, and so is every line of the portfolio. */
function eachAlone(component: Component, holdings: readonly Holding[]): Fen {
  return fen(holdings.reduce((sum, holding) => sum + amountTogether(component, [holding]), 0));
}

function amountTogether(component: Component, holdings: readonly Holding[]): Fen {
  const walk = tierWalk(component);
  let sales = 0;
  let units = 0;
  for (const holding of holdings) {
    units += holding.sales * unitsPerFen(walk, holding.categoryKey);
    if (earns(component, holding.categoryKey)) sales += holding.sales;
  }
  return amountOfUnits(walk, fen(sales), units);
}
