import { int16At, float64At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { categoryKey } from '../catalog/category.ts';
import { ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { endOfDay } from '../rebate/order-book.ts';
import type { Window } from '../rebate/window.ts';
import type { PolicyFinding } from '../policy/finding.ts';
import { includesCategory } from '../policy/category-terms.ts';
import type { Component } from '../policy/policy.ts';
import { type Doubting, warning, worthOf } from './doubt-worth.ts';
import { hasBareFactor } from './baseline-doubts.ts';

const SMALL_THRESHOLD = 1_000_00;

const LARGE_ORDER = 10_000_00;

const TIMES_WAN = 10_000;

export function thresholdDoubts(
  component: Component,
  doubting: Doubting,
): readonly PolicyFinding[] {
  return [...unitDoubts(component, doubting), ...beyondTop(component, doubting)];
}

/** 50–100万 as the top tier, and 200万 of sales: what those earn the table does not say. */
function beyondTop(component: Component, doubting: Doubting): readonly PolicyFinding[] {
  const { name, tiers, topEnd } = component;
  const top = tiers.at(-1);
  if (topEnd === undefined || top === undefined) return [];
  const reached = doubting.rebate.windows
    .filter((window) => window.component === component)
    .flatMap(({ tierSales, members }) => [
      ...(members === null ? [tierSales] : members.map((member) => member.tierSales)),
    ])
    .reduce((most, sales) => (sales > most ? sales : most), fen(0));
  if (topEnd.gte(reached)) return [];
  const nothing = { ...top, threshold: fen(topEnd.toNumber()), rate: ZERO, bonus: fen(0) };
  return [
    warning(
      component,
      'threshold',
      { code: 'policy.beyond-top-tier', component: name, end: nothing.threshold, reached },
      worthOf(component, { tiers: [...tiers, nothing] }, doubting),
    ),
  ];
}

function unitDoubts(component: Component, doubting: Doubting): readonly PolicyFinding[] {
  const { name, tiers, measure, scheme } = component;
  if (measure.kind !== 'sales' || scheme === 'per-full') return [];
  const own = doubting.rebate.windows.filter(
    (window) => window.component === component && window.single && window.sales > 0,
  );
  const top = tiers.at(-1)?.threshold ?? 0;
  const first = tiers[0]?.threshold ?? 0;
  // Of a million orders nobody asks for the largest without a reason.
  const largest = top < SMALL_THRESHOLD ? largestOrder(component, doubting) : fen(0);
  const isSmall = largest >= LARGE_ORDER && largest > top;
  // Beside a baseline a bare 1.1 is a doubt of its own.
  if (top > 0 && isSmall && !hasBareFactor(component))
    return [
      warning(
        component,
        'threshold',
        { code: 'policy.thresholds-small', component: name, threshold: fen(top), largest },
        worthOf(component, { tiers: inWan(component) }, doubting),
      ),
    ];
  if (own.length === 0 || hasBareFactor(component)) return [];
  if (top > 0 && own.every(({ tier }) => tier === tiers.length) && isFarAbove(own, top))
    return [
      warning(
        component,
        'threshold',
        { code: 'policy.all-in-top-tier', component: name },
        worthOf(component, { tiers: inWan(component) }, doubting),
      ),
    ];
  return own.every(({ tier }) => tier === 0) && isFarBelow(own, first, doubting.asOf)
    ? [
        warning(
          component,
          'threshold',
          { code: 'policy.no-tier-reached', component: name },
          worthOf(component, { tiers: inYuan(component) }, doubting),
        ),
      ]
    : [];
}

const FAR_ABOVE = 10;

/** Just over the top tier is what a good year looks like; ten times over is another unit. */
const isFarAbove = (windows: readonly Window[], top: number): boolean =>
  windows.every(({ tierSales }) => tierSales >= top * FAR_ABOVE);

/** A closed window below the first tier, or open ones that at their pace stay far below it. */
const isFarBelow = (windows: readonly Window[], first: number, asOf: LocalDate): boolean =>
  windows.some(({ open }) => !open) ||
  windows.every(({ tierSales, period: { from, to } }) => {
    const pace = (tierSales / (asOf - from + 1)) * (to - from + 1);
    return pace * FAR_ABOVE < first;
  });

const inYuan = ({ tiers }: Component): Component['tiers'] =>
  tiers.map((tier) => ({ ...tier, threshold: fen(Math.trunc(tier.threshold / TIMES_WAN)) }));

const inWan = ({ tiers }: Component): Component['tiers'] =>
  tiers.map((tier) => ({ ...tier, threshold: fen(tier.threshold * TIMES_WAN) }));

function largestOrder({ categories }: Component, { book, asOf }: Doubting): Fen {
  const pays = book.categories.map((name) => includesCategory(categories, categoryKey(name)));
  let largest = 0;
  const end = endOfDay(book, asOf);
  for (let position = 0; position < end; position += 1)
    if (pays[int16At(book.category, position)] === true || categories === 'all')
      largest = Math.max(largest, float64At(book.amount, position));
  return fen(largest);
}
