import { itemAt } from '#domain/columns.ts';
import { refuse, type CellRefusal } from './cell-refusal.ts';
import { type PullIn, type PullInAim, pullIn } from '#domain/decision/pull-in.ts';
import type { Component } from '#domain/policy/policy.ts';
import { isBlankOrZero, type Cells } from './cells.ts';
import { type DealCells, dealCells } from './deal-cells.ts';
import { type Fen, NO_FEN } from '#domain/money/fen.ts';
import { committedOf } from './forecast-arguments.ts';
import { onePayer } from './one-payer.ts';
import { onlyCellOf } from './only-cell.ts';
import { readTier } from './read-tier.ts';
import { requiredCells } from './sales-figures.ts';
import type { CellResult, FunctionSpec } from './spec.ts';
import { amountReader } from './read-amount.ts';

/**
 * `=REBATE_PULLIN(committed,deals,costs,[item],[policy],[date],[tier])`: 1 beside each deal of the
 * best set, 0 beside the others. With a tier, the cheapest set that reaches it; #N/A when none
 * does.
 */
export const rebatePullIn: FunctionSpec = {
  id: 'REBATE_PULLIN',
  parameters: [
    { name: 'committed', dimensionality: 'matrix' },
    { name: 'deals', dimensionality: 'matrix' },
    { name: 'costs', dimensionality: 'matrix' },
    { name: 'item', dimensionality: 'matrix', optional: true },
    { name: 'policy', dimensionality: 'matrix', optional: true },
    { name: 'date', dimensionality: 'matrix', optional: true },
    { name: 'tier', dimensionality: 'scalar', optional: true },
  ],
  result: 'matrix',
  run: ([committed, deals, costs, item, policy, date, tier], caller) => {
    const component = onePayer(policy, item, date, caller);
    const costCells = requiredCells('costs', costs);
    const chosen = dealCells(deals, costCells, costReader(costCells));
    return marks(
      chosen,
      provenBest(component, committedOf(committed), chosen, aimOf(tier, component)),
    );
  },
};

function aimOf(tier: unknown, component: Component): PullInAim {
  // Nothing has to be done to reach tier 0: a 0 is an empty cell.
  return isBlankOrZero(onlyCellOf('tier', tier))
    ? { kind: 'largest-net' }
    : { kind: 'cheapest', tier: readTier(tier, component) };
}

/** Only a set that is proven best is given. */
function provenBest(
  component: Component,
  committed: Fen,
  { amounts, beside }: DealCells<Fen>,
  aim: PullInAim,
): PullIn {
  const best = pullIn(component, committed, amounts, beside, aim);
  if (!best.ok) throw refuse({ code: 'functions.no-decision', fact: best.error });
  if (best.value.proof.kind === 'gap')
    throw refuse({ code: 'functions.no-decision', fact: { code: 'decision.too-large' } });
  return best.value;
}

/** In the shape of the deals; empty text where there is none. */
function marks(
  { range, at }: DealCells<Fen>,
  { chosen }: PullIn,
): readonly (readonly CellResult[])[] {
  const marks: CellResult[][] = range.rows.map((row) => row.map(() => ''));
  at.forEach(([row, column], position) => {
    itemAt(marks, row)[column] = chosen.includes(position) ? 1 : 0;
  });
  return marks;
}

/** What it costs to bring a deal forward; an empty cell costs nothing. */
function costReader(costs: Cells): (cell: unknown) => Fen | CellRefusal {
  const read = amountReader(costs);
  return (cell) => {
    const cost = read(cell);
    return cost === '' ? NO_FEN : cost;
  };
}
