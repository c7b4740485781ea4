import { itemAt } from '#domain/columns.ts';
import type { CellRefusal } from './cell-refusal.ts';
import { refuse } from './cell-refusal.ts';
import { Refusal } from '#domain/refusal.ts';
import { type Fen, NO_FEN } from '#domain/money/fen.ts';
import type { Component } from '#domain/policy/policy.ts';
import {
  type Cells,
  cellAt,
  cellsOf,
  isBlankOrZero,
  isEmpty,
  isErrorCell,
  mapCells,
  optionalCells,
  requireShape,
} from './cells.ts';
import type { ItemChoice } from '#domain/rebate/item-components.ts';
import { type Payers, payerLookup } from './payers.ts';
import { policyOf } from './policy-argument.ts';
import { errorCell } from './plain-cell.ts';
import { type AmountCell, amountReader } from './read-amount.ts';
import type { FunctionResult, Arguments, Caller, Parameter } from './spec.ts';

/** What REBATE_TIER and its sisters take. */
export const SALES_PARAMETERS: readonly Parameter[] = [
  { name: 'sales', dimensionality: 'matrix' },
  { name: 'item', dimensionality: 'matrix', optional: true },
  { name: 'policy', dimensionality: 'matrix', optional: true },
  { name: 'date', dimensionality: 'matrix', optional: true },
  { name: 'tier_sales', dimensionality: 'matrix', optional: true },
];

/** One figure of the one component that is meant, for each cell of sales. */
export function figureOfEach(
  args: Arguments,
  caller: Caller,
  figure: (component: Component, sales: Fen, tierSales: Fen) => number,
): FunctionResult {
  return resultOfEach(args, caller, 'one', (payers, sales, tierSales) =>
    figure(itemAt(payers, 0), sales, tierSales),
  );
}

/** One figure of all components that fit, for each cell of sales. */
export function jointFigureOfEach(
  args: Arguments,
  caller: Caller,
  figure: (payers: Payers, sales: Fen, tierSales: Fen) => number,
): FunctionResult {
  return resultOfEach(args, caller, 'all', figure);
}

/** Nothing but the loop runs once a cell: a call may hold a million. */
function resultOfEach(
  [salesArgument, item, policyArgument, date, tierSalesArgument]: Arguments,
  caller: Caller,
  choice: ItemChoice,
  figure: (payers: Payers, sales: Fen, tierSales: Fen) => number,
): FunctionResult {
  const sales = requiredCells('sales', salesArgument);
  const items = optionalCells('item', item);
  const dates = optionalCells('date', date);
  const tierSales = optionalCells('tier_sales', tierSalesArgument);
  for (const other of [items, dates, tierSales]) requireShape(sales, other);
  const beside = [items, dates, tierSales].filter((cells) => cells?.single === false);
  const { date1904 } = caller;
  const payersAt = payerLookup(policyOf(policyArgument, caller), items, dates, {
    choice,
    date1904,
  });
  const readSales = amountReader(sales);
  const readTierSales = tierSales && tierSalesReader(tierSales);
  return mapCells(sales, (cell, row, column) => {
    if (isBlankOrZero(cell)) {
      const blank = blankRow(cell, beside as readonly Cells[], row, column);
      if (blank !== undefined) return blank;
    }
    const payers = payersAt(row, column);
    if (payers instanceof Refusal) return payers;
    const amount = readSales(cell);
    if (typeof amount !== 'number') return amount;
    const tierAmount = readTierSales === undefined ? amount : readTierSales(amount, row, column);
    if (typeof tierAmount !== 'number') return tierAmount;
    const result = figure(payers, amount, tierAmount);
    return tierAmount === 0 && amount !== 0 && cellAt(tierSales as Cells, row, column) === 0
      ? sameIfBlank(result, figure(payers, amount, amount))
      : result;
  });
}

/**
 * What is given for a row without sales: empty text, or the error that stands beside them. A 0 is
 * sales of 0, unless everything beside it is 0 or empty too; undefined then says to go on.
 */
function blankRow(
  cell: unknown,
  beside: readonly Cells[],
  row: number,
  column: number,
): CellRefusal | '' | undefined {
  const others = beside.map((cells) => cellAt(cells, row, column));
  const error = others.findIndex(isErrorCell);
  if (isEmpty(cell))
    return error < 0 ? '' : errorCell(itemAt(beside, error).argument, others[error]);
  return others.length > 0 && others.every(isBlankOrZero) ? '' : undefined;
}

/**
 * Tier sales of 0 may be an empty cell, where the sales themselves would set the tier: a result
 * only where both come to the same.
 */
function sameIfBlank(result: number, ifBlank: number): number | CellRefusal {
  return result === ifBlank
    ? result
    : refuse({ code: 'functions.zero-or-blank', argument: 'tier_sales' });
}

/** Where a cell of the tier sales is empty, the sales themselves set the tier. */
function tierSalesReader(
  tierSales: Cells,
): (sales: Fen, row: number, column: number) => AmountCell {
  const read = amountReader(tierSales);
  return (sales, row, column) => {
    const amount = read(cellAt(tierSales, row, column));
    return amount === '' ? sales : amount;
  };
}

export function requiredCells(argument: Cells['argument'], value: unknown): Cells {
  if (value === undefined) throw refuse({ code: 'functions.argument-missing', argument });
  return cellsOf(argument, value);
}

export const orNothing = (amount: Fen | null): Fen => amount ?? NO_FEN;
