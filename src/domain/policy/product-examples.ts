import { LONGEST_LIST } from '../bounds.ts';
import { placeOf, knownCatalog } from '../catalog/catalog.ts';
import { categoryKey } from '../catalog/category.ts';
import type { CatalogProduct } from '../catalog/products.ts';
import { foldKey, foldText, withoutEdges } from '../reading/fold-text.ts';
import type { Categories, ProductExample, Component, Policy } from './policy.ts';
import type { PolicyColumn } from './columns.ts';
import type { ComponentDraft } from './component-draft.ts';
import type { Columns } from './table-rows.ts';
import type { Cell } from '../sheet.ts';
import { pattern } from '../pattern.ts';

const TRIGGER = pattern('i')`
  (?:例如|比如|诸如|譬如|如|包括|包含|含|such as|including|includes|for example|e\.g\.?)\s*[:：]?
`;

const EXCLUDES = /不含|不包括|不包含|除|排除|剔除|不计|exclud|except|not including|other than/i;

const SEPARATOR = /[、,，;/]|\s和\s|及|\sand\s|与/;

const CLASS_END = /(?:类产品|产品|类| products?)$/i;

/**
 * Examples in one cell of the policy's sheet. `own`: the categories of the component in whose row
 * the cell stands, which a sentence that begins with 如 or 包括 is about; `names`: every category
 * of the policy, as it is written.
 */
export function examplesIn(
  text: string,
  own: Categories,
  names: readonly string[],
): readonly ProductExample[] {
  return foldText(text.slice(0, LONGEST_LIST))
    .split(/[。;；\n()（）]+/)
    .reduce<{ before: string; found: ProductExample[] }>(
      ({ before, found }, part) => {
        const at = TRIGGER.exec(part);
        if (at === null || EXCLUDES.test(part)) return { before: part, found };
        // 安全产品（如 WAF）: the class stands before the bracket.
        const lead = part.slice(0, at.index).trim() || before;
        const category = classAtEnd(lead, own, names);
        if (category !== undefined)
          found.push(...listed(part.slice(at.index + at[0].length), category, names));
        return { before: part, found };
      },
      { before: '', found: [] },
    ).found;
}

function classAtEnd(lead: string, own: Categories, names: readonly string[]): string | undefined {
  const text = withoutEdges(lead.trimEnd(), '', ' \t\n\u00a0\u3000,，:：、');
  const [only, ...more] = own === 'all' ? [] : Object.values(own);
  if (text === '') return more.length === 0 ? only : undefined;
  const bare = foldKey(text.replace(CLASS_END, ''));
  return names.find((name) => bare.endsWith(foldKey(name.replace(CLASS_END, ''))));
}

const listed = (
  text: string,
  category: string,
  names: readonly string[],
): readonly ProductExample[] =>
  text
    .replace(/(?:等|etc\.?)[^]*$/i, '')
    .split(SEPARATOR)
    .map((product) => product.trim())
    .filter(
      (product) =>
        product.length >= 2 &&
        product.length <= 40 &&
        !names.some((name) => categoryKey(name) === categoryKey(product)),
    )
    .map((product) => ({ product, category }));

/** Brackets behind a class that list its products: 安全（如 WAF、堡垒机）, 安全(WAF、堡垒机). */
const BRACKET = /\s*[(（]([^()（）]*)[)）]/g;

const UNBRACKETED = /\s*(?:例如|比如|诸如|such as|e\.g\.?|(?<=产品|类)如).*$/i;

/** A list of categories without the examples that stand in it. */
export const withoutExamples = (text: string): string =>
  text.length > LONGEST_LIST
    ? text
    : text
        .replace(BRACKET, (whole, inner: string) =>
          TRIGGER.exec(inner)?.index === 0 || isListOfProducts(inner) ? '' : whole,
        )
        .replace(UNBRACKETED, '');

const isListOfProducts = (text: string): boolean =>
  text
    .replace(/等[^]*$/, '')
    .split(SEPARATOR)
    .every((part) => placeOf(part.trim(), knownCatalog) !== undefined);

/** The same list, with 如 put before products that a bracket names without it. */
const withTrigger = (text: string): string =>
  text.replace(BRACKET, (whole, inner: string) =>
    TRIGGER.exec(inner)?.index !== 0 && isListOfProducts(inner) ? `(如${inner})` : whole,
  );

/** The examples as products of a catalog, under every name of those that we know. */
export function productsOfExamples(examples: readonly ProductExample[]): CatalogProduct[] {
  const byProduct = new Map<string, ProductExample | null>();
  for (const example of examples) {
    const key = foldKey(example.product);
    const before = byProduct.get(key);
    const differs =
      before !== undefined &&
      (before === null || categoryKey(before.category) !== categoryKey(example.category));
    byProduct.set(key, differs ? null : example);
  }
  return [...byProduct].flatMap(([key, example]): CatalogProduct[] => {
    // A product that two classes claim is nobody's.
    if (example === null) return [];
    const known = knownCatalog.byAlias.get(key);
    const { product, category } = example;
    return [
      {
        name: known?.name ?? product,
        category,
        aliases: [product, ...(known?.aliases ?? [])],
        decided: true,
      },
    ];
  });
}

/** Columns in which a policy speaks of products; what nobody reads may speak of them too. */
const SPEAKING: readonly PolicyColumn[] = ['component', 'categories', 'counts', 'source'];

/** The products that the table, or the notes around it, put into a class. */
export function examplesOf(
  table: readonly (readonly Cell[])[],
  columns: Columns,
  drafts: readonly ComponentDraft[],
  components: readonly Component[],
): Pick<Policy, 'examples'> {
  const byRow = new Map(
    drafts.flatMap(({ rows }, index) =>
      rows.map(({ row }) => [row, components[index]?.categories ?? 'all'] as const),
    ),
  );
  const names = [
    ...new Set([...byRow.values()].flatMap((own) => (own === 'all' ? [] : Object.values(own)))),
  ];
  if (names.length === 0) return {};
  const silent = new Set(
    [...columns].flatMap(([column, { index }]) => (SPEAKING.includes(column) ? [] : [index])),
  );
  const examples = table.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      typeof cell !== 'string' || (byRow.has(row) && silent.has(column))
        ? []
        : examplesIn(withTrigger(cell), byRow.get(row) ?? 'all', names),
    ),
  );
  return examples.length === 0 ? {} : { examples };
}
