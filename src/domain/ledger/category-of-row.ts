import { type Catalog, type Place, categoriesOf, placeOf, productOf } from '../catalog/catalog.ts';
import { BASE_CATEGORY, SECURITY_CATEGORY, categoryKey } from '../catalog/category.ts';
import type { Family } from '../catalog/family.ts';
import { type PolicyCategories, categoryUnder } from '../catalog/policy-categories.ts';
import { OWN_SERVICE } from '../catalog/products.ts';
import { isOwnServiceWord } from '../catalog/read-catalog.ts';
import type { CategoryBook } from './ledger-draft.ts';
import { isPlaceholder } from './row-words.ts';
import { type TextColumn, textAt } from './text-column.ts';
import { parseRate } from '../reading/parse-rate.ts';

/** What the category and product cells of a row come to. */
export type RowCategory =
  | { readonly kind: 'category'; readonly index: number }
  | { readonly kind: 'own-service' }
  | { readonly kind: 'open'; readonly why: 'unknown' | 'undecided' | 'missing' | 'several' };

/** Pairs of a category and a product up to here are looked up by their place. */
const SMALL_TABLE = 1 << 16;

type Meaning =
  | { readonly kind: 'blank' | 'several' | 'own-service' }
  | { readonly kind: 'category'; readonly name: string; readonly times: number };

/**
 * Categories of a section's rows. The category column wins over the catalog; a product that is the
 * reseller's own service stays one under any heading; nothing is defaulted. Each distinct word is
 * looked up once.
 */
export class RowCategories {
  private readonly column: TextColumn | undefined;
  private readonly product: TextColumn | undefined;
  private readonly catalog: Catalog;
  private readonly book: CategoryBook;
  private readonly meanings: Meaning[];
  private readonly policy: PolicyCategories | undefined;
  private readonly asks: boolean;
  /** By code: where the catalog puts the product, if it knows it. */
  private readonly places: readonly (Place | undefined)[];
  private readonly cache: Map<number, RowCategory> | (RowCategory | undefined)[];
  private readonly used = new Map<string, number>();

  constructor(
    category: TextColumn | undefined,
    product: TextColumn | undefined,
    catalog: Catalog,
    book: CategoryBook,
    policy?: PolicyCategories,
    /** False: no category could matter, and orders without one count like any other. */
    asks = true,
  ) {
    this.policy = policy;
    this.asks = asks;
    this.column = category;
    this.product = product;
    this.catalog = catalog;
    this.book = book;
    const times = category === undefined ? [] : countCodes(category);
    this.meanings = (category?.values ?? []).map((text, code) =>
      this.meaningOf(text, times[code] ?? 0),
    );
    this.places = (product?.values ?? ['']).map((name) => placeOf(name, catalog));
    const pairs = Math.max(1, this.meanings.length) * this.places.length;
    this.cache =
      pairs <= SMALL_TABLE ? new Array<RowCategory | undefined>(pairs) : new Map<number, never>();
  }

  of(offset: number): RowCategory {
    const own = this.column?.codes[offset] ?? 0;
    const product = this.product?.codes[offset] ?? 0;
    const key = own * this.places.length + product;
    const { cache } = this;
    const before = Array.isArray(cache) ? cache[key] : cache.get(key);
    if (before !== undefined) return before;
    const found = this.resolve(this.meanings[own] ?? { kind: 'blank' }, product);
    if (Array.isArray(cache)) cache[key] = found;
    else cache.set(key, found);
    return found;
  }

  /** Writes the categories of rows as long as they have one; the first row that has none. */
  take(from: number, to: number, into: Int16Array, base: number): number {
    for (let offset = from; offset < to; offset++) {
      const found = this.of(offset);
      if (found.kind !== 'category') return offset;
      into[base + offset] = found.index;
    }
    return to;
  }

  productCode = (offset: number): number => this.product?.codes[offset] ?? 0;

  productName = (offset: number): string => textAt(this.product, offset);

  /** Under which the vendors publish the row's product; `undefined` of a product nobody lists. */
  familyOf = (offset: number): Family | undefined => this.places[this.productCode(offset)]?.family;

  /** One name for all spellings of a product that the catalog knows. */
  oneName(offset: number): string {
    const name = this.places[this.productCode(offset)]?.name ?? '';
    return name === '' ? this.productName(offset) : name;
  }

  /** Categories to choose from: the policy's, those the ledger writes, those the catalog knows. */
  choices(): string[] {
    const names = new Map<string, string>();
    for (const name of [
      ...(this.policy?.names.values() ?? []),
      ...this.book.names.filter((name) => name !== ''),
      BASE_CATEGORY,
      SECURITY_CATEGORY,
      ...categoriesOf(this.catalog),
    ])
      if (!names.has(categoryKey(name))) names.set(categoryKey(name), name);
    return [...names.values()];
  }

  private resolve(own: Meaning, productCode: number): RowCategory {
    const place = this.places[productCode];
    if (place?.category === OWN_SERVICE) return { kind: 'own-service' };
    if (own.kind === 'category')
      return { kind: 'category', index: this.indexOf(own.name, own.times) };
    if (own.kind === 'several') return { kind: 'open', why: 'several' };
    // "服务" beside a vendor's product contradicts itself.
    if (own.kind === 'own-service')
      return place === undefined ? { kind: 'own-service' } : { kind: 'open', why: 'several' };
    if (productCode === 0)
      return this.asks
        ? { kind: 'open', why: 'missing' }
        : { kind: 'category', index: this.book.indexOf('') };
    if (place === undefined) return { kind: 'open', why: 'unknown' };
    const settled = this.settledBy(place);
    return settled === undefined
      ? this.undecided(productCode)
      : { kind: 'category', index: this.book.indexOf(settled) };
  }

  private settledBy(place: Place): string | undefined {
    if (this.policy !== undefined) return categoryUnder(place, this.policy);
    return place.decided && place.category !== null ? place.category : undefined;
  }

  /**
   * Only categories that rows have are the ledger's: not the word 类别 of a repeated header.
   * Counted once a spelling.
   */
  private indexOf(name: string, times: number): number {
    const index = this.used.get(name) ?? this.book.indexOf(name, times);
    this.used.set(name, index);
    return index;
  }

  /** The ledger's own rows may have decided it: RDS is 数据库 wherever else it stands. */
  private undecided(productCode: number): RowCategory {
    const used = new Map<string, string>();
    const [column, product] = [this.column, this.product];
    if (column !== undefined && product !== undefined) {
      for (let offset = 0; offset < product.codes.length; offset++) {
        if (product.codes[offset] !== productCode) continue;
        const meaning = this.meanings[column.codes[offset] ?? 0];
        if (meaning?.kind === 'category') used.set(categoryKey(meaning.name), meaning.name);
      }
    }
    const [only] = used.values();
    return used.size === 1 && only !== undefined
      ? { kind: 'category', index: this.book.indexOf(only) }
      : { kind: 'open', why: 'undecided' };
  }

  private meaningOf(text: string, times: number): Meaning {
    if (text === '' || isPlaceholder(text)) return { kind: 'blank' };
    const product = productOf(text, this.catalog);
    if (isOwnServiceWord(text) || product?.category === OWN_SERVICE) return { kind: 'own-service' };
    if (
      /[+/、,，&]|和/.test(text) &&
      text.split(/[+/、,，&]|和/).every((part) => isMainCategory(part))
    )
      return { kind: 'several' };
    return { kind: 'category', name: text, times };
  }
}

const isMainCategory = (part: string): boolean =>
  [BASE_CATEGORY, SECURITY_CATEGORY].includes(categoryKey(part));

function countCodes({ codes, values }: TextColumn): Int32Array {
  const counts = new Int32Array(values.length);
  for (let offset = 0; offset < codes.length; offset++) counts[codes[offset]!]!++;
  return counts;
}

/** What the ledger's own rate column says about a product: shown with its question, never taken. */
export interface CategoryEvidence {
  /** The rates recorded on it, 0…1: for the eye alone. */
  readonly rates: readonly number[];
  /** The one category in which the policy in force pays all of them. */
  readonly suggested?: string;
}

const MOST_RATES = 3;

/** One pass over the section, when the first product is asked about. */
export function categoryEvidence(
  product: TextColumn | undefined,
  rate: TextColumn | undefined,
  policy: PolicyCategories | undefined,
): (productCode: number) => CategoryEvidence {
  let byProduct: ReadonlyMap<number, ReadonlySet<string>> | undefined;
  return (code) => {
    if (product === undefined || rate === undefined) return { rates: [] };
    byProduct ??= ratesByProduct(product, rate);
    const texts = [...(byProduct.get(code) ?? [])].sort();
    if (texts.length === 0 || texts.length > MOST_RATES) return { rates: [] };
    const rates = texts.map(Number);
    const paying = texts.map((text) => policy?.byRate.get(text) ?? []);
    const fitting = (paying[0] ?? []).filter((name) => paying.every((some) => some.includes(name)));
    const [suggested] = fitting;
    return suggested === undefined || fitting.length > 1 ? { rates } : { rates, suggested };
  };
}

function ratesByProduct(
  product: TextColumn,
  rate: TextColumn,
): ReadonlyMap<number, ReadonlySet<string>> {
  const read = rate.values.map((text) => {
    const reading = parseRate(text);
    return reading.kind === 'rate' && reading.rate.gt(0) ? reading.rate.toString() : '';
  });
  const found = new Map<number, Set<string>>();
  for (let offset = 0; offset < product.codes.length; offset++) {
    const text = read[rate.codes[offset] ?? 0] ?? '';
    const code = product.codes[offset] ?? 0;
    if (text !== '') found.set(code, (found.get(code) ?? new Set()).add(text));
  }
  return found;
}
