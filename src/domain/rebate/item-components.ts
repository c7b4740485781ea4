import { BASE_CATEGORY, SECURITY_CATEGORY, categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { includesCategory } from '../policy/category-terms.ts';
import type { Facts } from '../policy/facts.ts';
import { isInForce } from '../policy/in-force.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type Result, fail, ok } from '../result.ts';
import { earns } from './component-earnings.ts';
import { gateState } from './gate.ts';
import type { ItemFact } from './item.facts.ts';
import type { PolicyColumn } from '../policy/columns.ts';

type Components = readonly Component[];

type Found<T = Components> = Result<T, ItemFact>;

/** 'all': several components that fit add up. 'one': whoever asks has to say which. */
export type ItemChoice = 'one' | 'all';

/**
 * The components that an item means in this policy: by their name, or by a category that they pay.
 * With 'one', exactly one.
 * @param item - '' where it was left out: the only component
 * @param day - null where it was left out: versions of a component have to say the same
 */
export function componentsOfItem(
  policy: Policy,
  item: string,
  day: LocalDate | null,
  choice: ItemChoice,
): Found {
  const fitting = item === '' ? onlyComponent(policy) : fittingItem(policy, item, choice);
  const found = fitting.ok ? onDay(fitting.value, day, policy.facts) : fitting;
  if (!found.ok || choice === 'all') return found;
  const components = found.value;
  if (components.length === 0 && day !== null) return fail({ code: 'item.not-in-force', day });
  if (components.length > 1)
    return fail({ code: 'item.several', text: item, names: namesOf(components) });
  return found;
}

/** Every component in force on a day; without one, every component once. */
export const componentsOn = (policy: Policy, day: LocalDate | null): Found =>
  onDay(policy.components, day, policy.facts);

/**
 * The category that an item of a portfolio stands for: itself, or the only category of the
 * component it names. In a policy with one component the item may be left out.
 */
export function categoryOfItem(policy: Policy, item: string): Found<string> {
  const key = categoryKey(item);
  if (item !== '' && knownCategories(policy).has(key)) return ok(key);
  const meant = item === '' ? onlyComponent(policy) : ok(namedBy(policy, key));
  if (!meant.ok) return meant;
  const categories = meant.value[0]?.categories;
  if (categories !== undefined && categories !== 'all') {
    const [first, ...others] = Object.keys(categories);
    return first !== undefined && (others.length === 0 || item === '')
      ? ok(first)
      : fail({ code: 'item.several', text: item, names: Object.values(categories) });
  }
  if (categories === 'all' || policy.components.some((component) => component.categories === 'all'))
    return ok(key);
  return fail({ code: 'item.unknown', text: item, names: whatThereIs(policy) });
}

function onDay(fitting: Components, day: LocalDate | null, facts: Facts): Found {
  const inForce =
    day === null
      ? undatedVersions(fitting)
      : ok(fitting.filter((component) => isInForce(component, day)));
  return inForce.ok ? knowable(inForce.value, facts) : inForce;
}

/**
 * A clause that sales alone cannot settle: it is named, never left out. So is a gate that the facts
 * at hand neither open nor shut.
 */
function knowable(components: Components, facts: Facts): Found {
  for (const component of components) {
    const shut = gateState(component.gate, facts) === 'gate-unknown';
    const column = needsOrders(component)[0] ?? (shut ? 'gate' : undefined);
    if (column !== undefined)
      return fail({ code: 'item.needs-orders', component: component.name, column });
  }
  return ok(components);
}

function onlyComponent(policy: Policy): Found {
  const names = namesOf(policy.components);
  return names.length === 1 ? ok(policy.components) : fail({ code: 'item.needed', names });
}

const namedBy = (policy: Policy, key: string): Components =>
  policy.components.filter((component) => categoryKey(component.name) === key);

/**
 * A name that is also one of the component's own categories is read as the category (everything
 * that pays it fits); any other component name means that component alone.
 */
function fittingItem(policy: Policy, text: string, choice: ItemChoice): Found {
  const key = categoryKey(text);
  const named = namedBy(policy, key);
  const asCategory = named.some(
    (component) => component.categories !== 'all' && includesCategory(component.categories, key),
  );
  if (named.length > 0 && (choice === 'one' || !asCategory)) return ok(named);
  const paying = policy.components.filter(
    (component) => named.includes(component) || earns(component, key),
  );
  if (paying.length > 0) return ok(paying);
  if (!knownCategories(policy).has(key))
    return fail({ code: 'item.unknown', text, names: whatThereIs(policy) });
  return choice === 'all'
    ? ok([])
    : fail({ code: 'item.unpaid', text, names: namesOf(policy.components) });
}

/** Without a day, versions of one component have to say the same. */
function undatedVersions(fitting: Components): Found {
  const latest = new Map<string, Component>();
  for (const component of fitting) {
    const name = categoryKey(component.name);
    const other = latest.get(name);
    if (other !== undefined && rulesText(other) !== rulesText(component))
      return fail(dateNeeded(component, fitting));
    latest.set(name, component);
  }
  return ok([...latest.values()]);
}

function dateNeeded(component: Component, fitting: Components): ItemFact {
  const versions = fitting.filter(
    (other) => categoryKey(other.name) === categoryKey(component.name),
  );
  return {
    code: 'item.date-needed',
    component: component.name,
    from: versions.map((version) => version.from),
  };
}

/** What a component says, without where and since when it says it. */
function rulesText(component: Component): string {
  const {
    id: _id,
    policy: _policy,
    from: _from,
    to: _to,
    source: _source,
    recordedOn: _recordedOn,
    tiers,
    ...rules
  } = component;
  return JSON.stringify([rules, tiers.map(({ cell: _cell, ...tier }) => tier)]);
}

function knownCategories(policy: Policy): ReadonlySet<string> {
  const known = new Set([BASE_CATEGORY, SECURITY_CATEGORY]);
  for (const { categories, counts } of policy.components) {
    if (categories !== 'all') for (const key of Object.keys(categories)) known.add(key);
    for (const key of Object.keys(counts.weights)) known.add(key);
  }
  return known;
}

function whatThereIs(policy: Policy): readonly string[] {
  const categories = policy.components.flatMap((component) =>
    component.categories === 'all' ? [] : Object.values(component.categories),
  );
  return [...new Set([...namesOf(policy.components), ...categories])];
}

const namesOf = (components: Components): readonly string[] => [
  ...new Set(components.map((component) => component.name)),
];

/**
 * Clauses of a component that need the orders, the facts by period or the other components: what a
 * function of sales alone cannot know. It names the first and refers to the functions that know the
 * orders; it never leaves a clause out.
 */
function needsOrders(component: Component): readonly PolicyColumn[] {
  const { where, countsWhere, per, measure, lag, baselineFrom, refund, clawback } = component;
  const clauses: readonly (readonly [PolicyColumn, boolean])[] = [
    ['where', where !== null],
    ['countsWhere', countsWhere !== null && countsWhere !== 'all'],
    ['per', per !== null],
    ['measure', measure.kind !== 'sales'],
    ['lag', lag.kind !== 'current'],
    ['baseline', baselineFrom !== null],
    ['refund', refund !== 'on-its-day' || clawback !== null],
    ['stack', component.stack.kind === 'top-up'],
    ['groupCap', component.groupCap !== null],
    ['scheme', component.scheme === 'rolling'],
  ];
  return clauses.flatMap(([column, needed]) => (needed ? [column] : []));
}
