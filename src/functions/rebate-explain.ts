import { refuse } from './cell-refusal.ts';
import { type Fen, yuanNumber } from '#domain/money/fen.ts';
import type { Component } from '#domain/policy/policy.ts';
import { explain } from '#domain/rebate/figures.ts';
import type { TierLine } from '#domain/rebate/window.ts';
import { isEmpty, optionalCells } from './cells.ts';
import { onePayer } from './one-payer.ts';
import { requiredAmount } from './read-amount.ts';
import { SALES_PARAMETERS, requiredCells } from './sales-figures.ts';
import { onlyCell } from './only-cell.ts';
import type { CellResult, Caller, FunctionSpec } from './spec.ts';

/**
 * `=REBATE_EXPLAIN(sales,[item],[policy],[date],[tier_sales])`: one row a tier: tier, from, to,
 * sales in it, rate, rebate, source. No header row, so that the sixth column adds up to
 * REBATE_AMOUNT.
 */
export const rebateExplain: FunctionSpec = {
  id: 'REBATE_EXPLAIN',
  parameters: SALES_PARAMETERS,
  result: 'matrix',
  run: ([sales, item, policy, date, tierSales], caller) => {
    const cell = onlyCell(requiredCells('sales', sales));
    if (isEmpty(cell)) return [['']];
    const component = onePayer(policy, item, date, caller);
    const amount = requiredAmount('sales', cell);
    const counted = optionalCells('tier_sales', tierSales);
    const tierCell = counted && onlyCell(counted);
    const tierAmount = tierCell === undefined ? amount : requiredAmount('tier_sales', tierCell);
    const lines = (counted: Fen): readonly (readonly CellResult[])[] =>
      explain(component, amount, counted).map((line) => rowOf(line, component, caller));
    const rows = lines(tierAmount);
    if (tierCell === 0 && String(rows) !== String(lines(amount)))
      throw refuse({ code: 'functions.zero-or-blank', argument: 'tier_sales' });
    return rows;
  },
};

function rowOf(line: TierLine, component: Component, caller: Caller): readonly CellResult[] {
  return [
    line.tier,
    yuanNumber(line.from),
    line.to === null ? '' : yuanNumber(line.to),
    yuanNumber(line.sales),
    line.rate.toNumber(),
    yuanNumber(line.rebate),
    caller.say({
      code: 'functions.line-source',
      kind: line.kind,
      source: component.source,
      cell: line.cell,
    }),
  ];
}
