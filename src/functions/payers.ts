import { Refusal } from '#domain/refusal.ts';
import { type CellRefusal, refuse } from './cell-refusal.ts';
import { includesCategory } from '#domain/policy/category-terms.ts';
import { BASE_CATEGORY, SECURITY_CATEGORY, categoryKey } from '#domain/catalog/category.ts';
import { isInForce } from '#domain/policy/in-force.ts';
import { needsOrders } from '#domain/policy/needs-orders.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { earns } from '#domain/rebate/component-earnings.ts';
import { type Cells, cellAt, isEmpty, isErrorCell } from './cells.ts';
import { errorCell } from './plain-cell.ts';
import { readDate } from './read-date.ts';

/** The components an item means; with 'one', exactly one. */
export type Payers = readonly Component[];
/** 'all': several components that fit add up. 'one': the caller has to say which. */
export type PayerChoice = 'one' | 'all';
export interface PayerRules {
  readonly choice: PayerChoice;
  /** Serial numbers of days count from 1904. */
  readonly date1904: boolean;
}

/**
 * Finds the components for each cell: item and date are looked up once a distinct pair, not once a
 * cell. What is wrong with a single item or date is wrong with the whole call and is thrown.
 */
export function payerLookup(
  policy: Policy,
  items: Cells | undefined,
  dates: Cells | undefined,
  { choice, date1904 }: PayerRules,
): (row: number, column: number) => Payers | CellRefusal {
  const find = (item: unknown, date: unknown): Payers | CellRefusal =>
    payersOf(policy, item, date, { choice, date1904 });
  if ((items === undefined || items.single) && (dates === undefined || dates.single)) {
    const payers = find(items && cellAt(items, 0, 0), dates && cellAt(dates, 0, 0));
    if (payers instanceof Refusal) throw payers;
    return () => payers;
  }
  const found = new Map<unknown, Map<unknown, Payers | CellRefusal>>();
  return (row, column) => {
    const item = items && cellAt(items, row, column);
    const date = dates && cellAt(dates, row, column);
    let byDate = found.get(item);
    if (byDate === undefined) found.set(item, (byDate = new Map()));
    let payers = byDate.get(date);
    if (payers === undefined) byDate.set(date, (payers = find(item, date)));
    return payers;
  };
}

/** The components that an item, on a date, means in this policy. */
export function payersOf(
  policy: Policy,
  item: unknown,
  date: unknown,
  { choice, date1904 }: PayerRules,
): Payers | CellRefusal {
  if (isErrorCell(item)) return errorCell('item', item);
  const day = isEmpty(date) ? null : readDate(date, date1904);
  if (day instanceof Refusal) return day;
  const fitting = isEmpty(item) ? onlyComponent(policy) : fittingItem(policy, item, choice);
  if (fitting instanceof Refusal) return fitting;
  const inForce =
    day === null
      ? undatedVersions(fitting)
      : fitting.filter((component) => isInForce(component, day));
  if (inForce instanceof Refusal) return inForce;
  const unknowable = unknowableFrom(inForce);
  if (unknowable !== undefined) return unknowable;
  if (choice === 'all') return inForce;
  if (inForce.length === 0 && day !== null) return refuse({ code: 'functions.not-in-force', day });
  if (inForce.length > 1)
    return refuse({
      code: 'functions.item-several',
      text: itemText(item),
      names: namesOf(inForce),
    });
  return inForce;
}

/**
 * Every component in force on a date; without one, every component once. Refuses when
 * versions differ.
 */
export function componentsOn(policy: Policy, date: unknown, date1904: boolean): Payers {
  const day = isEmpty(date) ? null : readDate(date, date1904);
  if (day instanceof Refusal) throw day;
  const components =
    day === null
      ? undatedVersions(policy.components)
      : policy.components.filter((component) => isInForce(component, day));
  if (components instanceof Refusal) throw components;
  const unknowable = unknowableFrom(components);
  if (unknowable !== undefined) throw unknowable;
  return components;
}

/** A clause that sales alone cannot answer: it is named, never left out. */
function unknowableFrom(components: Payers): CellRefusal | undefined {
  for (const component of components) {
    const [column] = needsOrders(component);
    if (column !== undefined)
      return refuse({
        code: 'functions.clause-needs-orders',
        component: component.name,
        column,
      });
  }
  return undefined;
}

/**
 * The category that an item of a portfolio stands for: itself, or the only category of the
 * component it names. In a policy with one component the item may be left out.
 */
export function holdingKey(policy: Policy, item: unknown): string | CellRefusal {
  if (isErrorCell(item)) return errorCell('items', item);
  const text = itemText(item);
  const key = categoryKey(text);
  if (text !== '' && knownCategories(policy).has(key)) return key;
  const meant = isEmpty(item)
    ? onlyComponent(policy)
    : policy.components.filter((component) => categoryKey(component.name) === key);
  if (meant instanceof Refusal) return meant;
  const categories = meant[0]?.categories;
  if (categories !== undefined && categories !== 'all') {
    const keys = Object.keys(categories);
    if (keys.length === 1 || isEmpty(item)) return keys[0] as string;
    return refuse({
      code: 'functions.item-several',
      text,
      names: Object.values(categories),
    });
  }
  if (categories === 'all' || policy.components.some((component) => component.categories === 'all'))
    return key;
  return refuse({ code: 'functions.item-unknown', text, names: whatThereIs(policy) });
}

function onlyComponent(policy: Policy): Payers | CellRefusal {
  const names = namesOf(policy.components);
  return names.length === 1 ? policy.components : refuse({ code: 'functions.item-needed', names });
}

/**
 * A name that is also one of the component's own categories is read as the category (everything
 * that pays it fits); any other component name means that component alone.
 */
function fittingItem(policy: Policy, item: unknown, choice: PayerChoice): Payers | CellRefusal {
  const text = itemText(item);
  const key = categoryKey(text);
  const named = policy.components.filter((component) => categoryKey(component.name) === key);
  const asCategory = named.some(
    (component) => component.categories !== 'all' && includesCategory(component.categories, key),
  );
  if (named.length > 0 && (choice === 'one' || !asCategory)) return named;
  const paying = policy.components.filter(
    (component) => named.includes(component) || earns(component, key),
  );
  if (paying.length > 0) return paying;
  if (!knownCategories(policy).has(key))
    return refuse({ code: 'functions.item-unknown', text, names: whatThereIs(policy) });
  return choice === 'all'
    ? []
    : refuse({ code: 'functions.item-unpaid', text, names: namesOf(policy.components) });
}

/** Without a date, versions of one component have to say the same. */
function undatedVersions(fitting: Payers): Payers | CellRefusal {
  const latest = new Map<string, Component>();
  for (const component of fitting) {
    const name = categoryKey(component.name);
    const other = latest.get(name);
    if (other !== undefined && rulesText(other) !== rulesText(component))
      return dateNeeded(component, fitting);
    latest.set(name, component);
  }
  return [...latest.values()];
}

function dateNeeded(component: Component, fitting: Payers): CellRefusal {
  const versions = fitting.filter(
    (other) => categoryKey(other.name) === categoryKey(component.name),
  );
  return refuse({
    code: 'functions.date-needed',
    component: component.name,
    from: versions.map((version) => version.from),
  });
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

const namesOf = (components: Payers): readonly string[] => [
  ...new Set(components.map((component) => component.name)),
];
const itemText = (item: unknown): string => (isEmpty(item) ? '' : String(item).trim());
