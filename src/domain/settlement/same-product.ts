import { foldKey } from '../reading/fold-text.ts';

/** Tells whether two product names mean the same product; undefined when that can't be said. */
export type SameProduct = (a: string, b: string) => boolean | undefined;

/**
 * Compares product names and codes: the same words, one inside the other ("ecs" in "云服务器ECS"),
 * or the same entry of the catalog.
 *
 * @param catalogName - the catalog's name of a product, alias or code; undefined when it has none
 */
export function productComparison(
  catalogName: (product: string) => string | undefined,
): SameProduct {
  const names = new Map<string, string | undefined>();
  const nameOf = (product: string): string | undefined => {
    if (!names.has(product)) names.set(product, catalogName(product));
    return names.get(product);
  };
  const compare: SameProduct = (a, b) => {
    const [left, right] = [foldKey(a), foldKey(b)];
    if (left === '' || right === '') return undefined;
    if (left === right || contains(left, right) || contains(right, left)) return true;
    const [leftName, rightName] = [nameOf(a), nameOf(b)];
    return leftName === undefined || rightName === undefined ? undefined : leftName === rightName;
  };
  const known = new Map<string, boolean | undefined>();
  return (a, b) => {
    const pair = `${a}\t${b}`;
    if (!known.has(pair)) known.set(pair, compare(a, b));
    return known.get(pair);
  };
}

const contains = (whole: string, part: string): boolean => part.length >= 2 && whole.includes(part);
