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
import { Refusal } from '#domain/refusal.ts';
import { type PeriodLength, labelWithMonths, periodOf } from '#domain/calendar/period.ts';
import { onlyCellOf } from './only-cell.ts';
import { readDate } from './read-date.ts';
import { readYearStart } from '#domain/policy/read-cells.ts';
import { yuanNumber } from '#domain/money/fen.ts';
import { amountReader } from './read-amount.ts';

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

/**
 * `=REBATE_PERIOD(date,[period],[year_start])`: label of the period a day lies in, with its months.
 */
export const rebatePeriod: FunctionSpec = {
  id: 'REBATE_PERIOD',
  parameters: [
    { name: 'date', dimensionality: 'matrix' },
    { name: 'period', dimensionality: 'scalar', optional: true },
    { name: 'year_start', dimensionality: 'scalar', optional: true },
  ],
  result: 'matrix',
  run: ([date, period, yearStart], { date1904 }) => {
    const length = readLength(onlyCellOf('period', period));
    const firstMonth = readMonth(onlyCellOf('year_start', yearStart));
    return mapCells(requiredCells('date', date), (cell) => {
      if (isEmpty(cell)) return '';
      const day = readDate(cell, date1904);
      return day instanceof Refusal ? day : labelWithMonths(periodOf(day, length, firstMonth));
    });
  },
};

const LENGTHS = new Map<string, PeriodLength>([
  ...['月', '月度', '按月', 'month', 'monthly', 'm'].map((word) => [word, 'month'] as const),
  ...['季', '季度', '按季', 'quarter', 'quarterly', 'q'].map((word) => [word, 'quarter'] as const),
  ...['半年', '半年度', 'half', 'halfyear', 'half-year', 'h'].map(
    (word) => [word, 'half'] as const,
  ),
  ...['年', '年度', '按年', 'year', 'yearly', 'annual', 'y'].map((word) => [word, 'year'] as const),
]);

function readLength(value: unknown): PeriodLength {
  if (value === undefined) return 'quarter';
  const text = String(value);
  const length = LENGTHS.get(text.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
  if (length === undefined) throw refuse({ code: 'functions.not-a-period', text });
  return length;
}

function readMonth(value: unknown): number {
  if (value === undefined) return 1;
  const month =
    typeof value === 'string' || typeof value === 'number' ? readYearStart(value) : null;
  if (month?.ok === true) return month.value;
  throw refuse({ code: 'functions.not-a-month', text: String(value) });
}

/**
 * `=REBATE_MONEY(text)`: the yuan in ￥58,000.00, 12.5万, (5,000.00) …; an error where the unit or
 * the currency is open.
 */
export const rebateMoney: FunctionSpec = {
  id: 'REBATE_MONEY',
  parameters: [{ name: 'text', dimensionality: 'matrix' }],
  result: 'matrix',
  run: ([text]) => {
    const cells = requiredCells('text', text);
    const read = amountReader(cells);
    return mapCells(cells, (cell) => {
      const amount = read(cell);
      return typeof amount === 'number' ? yuanNumber(amount) : amount;
    });
  },
};
