import { cellText, foldKey, foldText } from '../reading/fold-text.ts';
import { searchHeader } from '../reading/header-search.ts';
import type { Cell } from '../sheet.ts';
import { categoryKey } from './category.ts';
import { type CatalogProduct, OWN_SERVICE } from './products.ts';

const HEADERS: Readonly<Record<'name' | 'category' | 'alias' | 'code', readonly string[]>> = {
  name: ['产品', '产品名称', '商品', '名称', 'product', 'productname', 'name'],
  category: ['类别', '产品类别', '分类', '类目', '大类', 'category', 'class'],
  alias: ['别名', '简称', '又名', '台账写法', 'alias', 'aliases', 'othernames', 'abbreviation'],
  code: ['代码', '产品代码', '产品编码', '编码', '产品code', 'code', 'productcode'],
};
/** A category or product that is nothing but this is the reseller's own. */
export const OWN_SERVICE_WORDS = [
  '自有服务',
  '自营服务',
  '服务',
  '自有',
  '不计业绩',
  '非厂商产品',
  'own service',
  'own services',
  'own',
  'service',
  'services',
];
const OWN_SERVICE_KEYS = new Set(OWN_SERVICE_WORDS.map(foldKey));

/** A category cell that says "our own service" rather than a category of the vendor's. */
export const isOwnServiceWord = (text: string): boolean => OWN_SERVICE_KEYS.has(foldKey(text));

/**
 * A user's catalog: rows of cells with a header row that has a product and a category column;
 * aliases and codes are optional, several split by 、 , ; / or |. Rows without a product or a
 * category say nothing and are passed over.
 */
export function readCatalog(table: readonly (readonly Cell[])[]): CatalogProduct[] {
  const top = searchHeader(table.length, (row) => {
    const cells = table[row] ?? [];
    return columnOf(cells, 'name') >= 0 && columnOf(cells, 'category') >= 0
      ? { header: row, says: 1 }
      : undefined;
  });
  if (top === undefined) return [];
  const header = table[top] ?? [];
  const at = {
    name: columnOf(header, 'name'),
    category: columnOf(header, 'category'),
    alias: columnOf(header, 'alias'),
    code: columnOf(header, 'code'),
  };
  const own = table.slice(top + 1).flatMap((row): CatalogProduct[] => {
    const name = foldText(cellText(row[at.name]));
    const category = foldText(cellText(row[at.category]));
    if (name === '' || category === '') return [];
    const aliases = [name, ...listed(row[at.alias]), ...listed(row[at.code])];
    return [
      {
        name,
        category: isOwnServiceWord(category) ? OWN_SERVICE : category,
        aliases,
        decided: true,
      },
    ];
  });
  return withDoubts(own);
}

/** Which of two categories a name has is asked where it matters: the first is no better. */
function withDoubts(products: readonly CatalogProduct[]): CatalogProduct[] {
  const said = new Map<string, Set<string>>();
  for (const { aliases, category } of products)
    for (const key of aliases.map(foldKey))
      said.set(key, (said.get(key) ?? new Set()).add(categoryKey(category ?? '')));
  return products.map((product) => ({
    ...product,
    decided: product.aliases.every((alias) => said.get(foldKey(alias))?.size === 1),
  }));
}

const columnOf = (row: readonly Cell[], field: keyof typeof HEADERS): number =>
  row.findIndex((cell) => HEADERS[field].includes(foldKey(cellText(cell))));

const listed = (cell: Cell | undefined): string[] =>
  foldText(cellText(cell))
    .split(/[、,;|/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
