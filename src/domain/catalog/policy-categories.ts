import { BASE_CATEGORY, SECURITY_CATEGORY, categoryKey } from './category.ts';
import type { Place } from './catalog.ts';
import { familyWithin } from './family.ts';

/** What a policy says about categories; where it takes all of them alike, `names` is empty. */
export interface PolicyCategories {
  /** As the policy writes them, by `categoryKey`. */
  readonly names: ReadonlyMap<string, string>;
  /** Categories in which the policy pays a rate, by the rate as a decimal: "0.07". */
  readonly byRate: ReadonlyMap<string, readonly string[]>;
}

/**
 * The category of a product under the policy's own words; `undefined` when nobody has said it.
 *
 * A family is a category where the policy names it and names no second class that the product
 * could belong to. A product whose family the policy, naming families alone, does not name is under
 * its family: no component pays it, and it is listed as such.
 */
export function categoryUnder(
  { category, family, decided }: Place,
  { names }: PolicyCategories,
): string | undefined {
  const own = category !== null && decided ? category : undefined;
  if (names.size === 0) return own ?? family;
  const fitting = new Set<string>();
  for (const [key, name] of names) {
    if (own !== undefined && categoryKey(own) === key) fitting.add(name);
    if (family !== undefined && familyWithin(name) === family) fitting.add(name);
  }
  if (fitting.size === 1) return [...fitting][0];
  if (fitting.size > 1) return undefined;
  return [...names].every(([key, name]) => isFamiliar(key, name, own === undefined))
    ? (own ?? family)
    : undefined;
}

/** 基础 holds what nobody has listed: a product that is nowhere else may be in it. */
const isFamiliar = (key: string, name: string, mayBeBase: boolean): boolean =>
  key === BASE_CATEGORY
    ? !mayBeBase
    : key === SECURITY_CATEGORY || familyWithin(name) !== undefined;
