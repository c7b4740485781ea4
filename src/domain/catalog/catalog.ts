import { foldKey, foldText } from '../reading/fold-text.ts';
import { BASE_CATEGORY, SECURITY_CATEGORY, categoryKey } from './category.ts';
import type { Family } from './family.ts';
import { type CatalogProduct, KNOWN_PRODUCTS, OWN_SERVICE } from './products.ts';
import { APPLICATIONS, DATA_AND_AI } from './published-applications.ts';
import { COMPUTE_AND_NETWORK } from './published-compute-and-network.ts';
import { isQualifiers } from './qualifiers.ts';

/** Products by every name they go by. */
export interface Catalog {
  /** By `foldKey` of each alias; the first product that claims an alias has it. */
  readonly byAlias: ReadonlyMap<string, CatalogProduct>;
  /**
   * Aliases that may stand inside a longer name, by their first two characters; lower case, with
   * their spaces.
   */
  readonly searchable: ReadonlyMap<string, readonly string[]>;
}

/** A catalog of these products, the earlier ones winning over the later. */
function catalogOf(products: readonly CatalogProduct[]): Catalog {
  const byAlias = new Map<string, CatalogProduct>();
  const searchable = new Map<string, Set<string>>();
  for (const product of products) {
    for (const alias of product.aliases) {
      const key = foldKey(alias);
      if (key === '' || byAlias.has(key)) continue;
      byAlias.set(key, product);
      if (key.length < 2) continue;
      const spaced = foldSpaced(alias);
      const start = spaced.slice(0, 2);
      searchable.set(start, (searchable.get(start) ?? new Set()).add(spaced));
    }
  }
  return {
    byAlias,
    searchable: new Map([...searchable].map(([start, aliases]) => [start, [...aliases]])),
  };
}

/**
 * What the vendors publish: Alibaba Cloud's products, and the basics of Tencent Cloud, Huawei
 * Cloud, AWS, Azure and Google. The list knows a product's family and nothing of money: in which
 * category a family earns, only a policy says.
 */
export const PUBLISHED_PRODUCTS: readonly CatalogProduct[] = [
  ...COMPUTE_AND_NETWORK,
  ...DATA_AND_AI,
  ...APPLICATIONS,
].flatMap(([family, lines]) =>
  lines
    .replaceAll('\n|', '|')
    .split('\n')
    .map((line): CatalogProduct => {
      const aliases = line.split('|');
      return { name: aliases[0] ?? '', category: null, family, aliases, decided: false };
    }),
);

const OURS: readonly CatalogProduct[] = [...KNOWN_PRODUCTS, ...PUBLISHED_PRODUCTS];

export const knownCatalog: Catalog = catalogOf(OURS);

/** The workbook's own rows go before the known ones. */
export const extendCatalog = (own: readonly CatalogProduct[]): Catalog =>
  own.length === 0 ? knownCatalog : catalogOf([...own, ...OURS]);

/** Categories the catalog knows, for choices. Own services are none. */
export function categoriesOf(catalog: Catalog): string[] {
  const names = new Map<string, string>([
    [BASE_CATEGORY, BASE_CATEGORY],
    [SECURITY_CATEGORY, SECURITY_CATEGORY],
  ]);
  for (const { category } of catalog.byAlias.values()) {
    if (category !== null && category !== OWN_SERVICE && !names.has(categoryKey(category)))
      names.set(categoryKey(category), category);
  }
  return [...names.values()];
}

/**
 * The product a name or alias means; `undefined` when it is not known, or when the name says more
 * than the catalog understands. Names may carry an edition, a size or a region: 云WAF企业版, ECS g7
 * 4核8G, RDS MySQL.
 */
export function productOf(name: string, catalog: Catalog): CatalogProduct | undefined {
  const key = foldKey(name);
  if (key === '') return undefined;
  return (
    catalog.byAlias.get(key) ??
    productInside(foldSpaced(name), catalog) ??
    productInside(key, catalog)
  );
}

/** Where a product, or a bundle of them, belongs. */
export interface Place {
  /** The product's name in the catalog; '' of a bundle. */
  readonly name: string;
  /** null: only a policy, or the user, can say. */
  readonly category: string | null;
  /** Absent where there is none, or a bundle has several. */
  readonly family?: Family;
  readonly decided: boolean;
}

/** A bundle of several products, all of one category (ECS+OSS), is a known thing too. */
export function placeOf(name: string, catalog: Catalog): Place | undefined {
  const product = productOf(name, catalog);
  if (product !== undefined) return product;
  const parts = name
    .normalize('NFKC')
    .split(/[+、,;/&]|和|及/)
    .map((part) => productOf(part, catalog));
  const [first] = parts;
  if (first === undefined || parts.length < 2) return undefined;
  const family = parts.every((part) => part?.family === first.family) ? first.family : undefined;
  const isOne = parts.every((part) => part !== undefined && part.category === first.category);
  if (!isOne || (first.category === null && family === undefined)) return undefined;
  return {
    name: '',
    category: first.category,
    decided: parts.every((part) => part?.decided === true),
    ...(family === undefined ? {} : { family }),
  };
}

/** The category that the catalog itself knows; `undefined` when only a policy could say it. */
export const categoryOfProduct = (name: string, catalog: Catalog): string | undefined =>
  placeOf(name, catalog)?.category ?? undefined;

function foldSpaced(name: string): string {
  return foldText(name).toLowerCase();
}

/**
 * The product whose longest alias stands in the name, the rest being qualifiers; products of two
 * categories, or of two families in one category that only a policy knows: nobody knows.
 */
function productInside(name: string, catalog: Catalog): CatalogProduct | undefined {
  let rest = name;
  let found: CatalogProduct | undefined;
  for (const alias of aliasesIn(name, catalog)) {
    const at = rest.indexOf(alias);
    if (at < 0 || !standsAlone(rest, at, alias)) continue;
    const product = catalog.byAlias.get(foldKey(alias));
    if (found !== undefined && product?.category !== found.category) return undefined;
    if (found?.category === null && product?.family !== found.family) return undefined;
    found = found !== undefined && !found.decided ? found : product;
    rest = `${rest.slice(0, at)} ${rest.slice(at + alias.length)}`;
  }
  return found !== undefined && (rest.trim() === '' || isQualifiers(rest)) ? found : undefined;
}

/** The aliases that stand in a name, the longest first. */
function aliasesIn(name: string, { searchable }: Catalog): readonly string[] {
  const found = new Set<string>();
  for (let at = 0; at + 1 < name.length; at++)
    for (const alias of searchable.get(name.slice(at, at + 2)) ?? [])
      if (name.startsWith(alias, at)) found.add(alias);
  return [...found].sort((a, b) => b.length - a.length);
}

/** Latin aliases are words of their own: ECS in "云服务器ECS g7", not in "SPECS". */
function standsAlone(text: string, at: number, alias: string): boolean {
  const isLatin = (char: string | undefined): boolean => char !== undefined && /[a-z]/.test(char);
  const before = isLatin(alias[0]) && isLatin(text[at - 1]);
  const after = isLatin(alias[alias.length - 1]) && isLatin(text[at + alias.length]);
  return !before && !after;
}
