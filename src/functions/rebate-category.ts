import { refuse } from './cell-refusal.ts';
import {
  type Catalog,
  categoryOfProduct,
  extendCatalog,
  knownCatalog,
  productOf,
} from '#domain/catalog/catalog.ts';
import { OWN_SERVICE } from '#domain/catalog/products.ts';
import { readCatalog } from '#domain/catalog/read-catalog.ts';
import { isEmpty, isErrorCell, mapCells, optionalCells } from './cells.ts';
import { errorCell, plainCell } from './plain-cell.ts';
import { requiredCells } from './sales-figures.ts';
import type { Caller, CellResult, FunctionSpec } from './spec.ts';

/**
 * `=REBATE_CATEGORY(product,[catalog])`: category of a product name or alias; #N/A when nobody has
 * said it.
 */
export const rebateCategory: FunctionSpec = {
  id: 'REBATE_CATEGORY',
  parameters: [
    { name: 'product', dimensionality: 'matrix' },
    { name: 'catalog', dimensionality: 'matrix', optional: true },
  ],
  result: 'matrix',
  run: ([product, catalogArgument], caller) => {
    const catalog = catalogOfArgument(catalogArgument);
    return mapCells(requiredCells('product', product), (cell) =>
      isEmpty(cell) ? '' : categoryOf(cell, catalog, caller),
    );
  },
};

function catalogOfArgument(argument: unknown): Catalog {
  const cells = optionalCells('catalog', argument);
  if (cells === undefined) return knownCatalog;
  const error = cells.rows.flat().find(isErrorCell);
  if (error !== undefined) throw errorCell('catalog', error);
  const rows = cells.rows.map((row) => row.map((cell) => plainCell(cell === 0 ? '' : cell)));
  const own = readCatalog(rows);
  if (own.length === 0) throw refuse({ code: 'functions.catalog-unreadable' });
  return extendCatalog(own);
}

function categoryOf(cell: unknown, catalog: Catalog, caller: Caller): CellResult {
  if (isErrorCell(cell)) return errorCell('product', cell);
  const text = String(cell).trim();
  const category = categoryOfProduct(text, catalog);
  if (category === undefined) return refuse({ code: 'functions.product-unknown', text });
  if (category === OWN_SERVICE) return caller.say({ code: 'functions.own-service' });
  if (productOf(text, catalog)?.decided === false)
    return refuse({ code: 'functions.product-undecided', text });
  return category;
}
