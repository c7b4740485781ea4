import {
  type Catalog,
  categoryOfProduct,
  extendCatalog,
  knownCatalog,
  productOf,
} from '#domain/catalog/catalog.ts';
import { OWN_SERVICE } from '#domain/catalog/products.ts';
import { readCatalog } from '#domain/catalog/read-catalog.ts';
import { CellError } from './cell-error.ts';
import { isEmpty, mapCells, optionalCells } from './cells.ts';
import { faultText, plainCell } from './plain-cell.ts';
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
  const own = readCatalog(cells.rows.map((row) => row.map(plainCell)));
  if (own.length === 0) throw new CellError({ code: 'functions.catalog-unreadable' });
  return extendCatalog(own);
}

function categoryOf(cell: unknown, catalog: Catalog, caller: Caller): CellResult {
  if (typeof cell === 'object')
    return new CellError({
      code: 'functions.cell-error',
      argument: 'product',
      text: faultText(cell),
    });
  const text = String(cell).trim();
  const category = categoryOfProduct(text, catalog);
  if (category === undefined)
    return new CellError({ code: 'functions.product-unknown', text }, '#N/A');
  if (category === OWN_SERVICE) return caller.say({ code: 'functions.own-service' });
  if (productOf(text, catalog)?.decided === false)
    return new CellError({ code: 'functions.product-undecided', text }, '#N/A');
  return category;
}
