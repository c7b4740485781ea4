import { refuse } from './cell-refusal.ts';
import { pool } from '#domain/decision/pool.ts';
import { type Fen, yuanNumber } from '#domain/money/fen.ts';
import type { Cells } from './cells.ts';
import { inRow } from './deal-cells.ts';
import { onePayer } from './one-payer.ts';
import { amountReader } from './read-amount.ts';
import { requiredCells } from './sales-figures.ts';
import type { FunctionSpec } from './spec.ts';

/**
 * `=REBATE_POOL(sales,[item],[policy],[date])`: one row a partner: rebate alone, fair share of the
 * joint rebate.
 */
export const rebatePool: FunctionSpec = {
  id: 'REBATE_POOL',
  parameters: [
    { name: 'sales', dimensionality: 'matrix' },
    { name: 'item', dimensionality: 'matrix', optional: true },
    { name: 'policy', dimensionality: 'matrix', optional: true },
    { name: 'date', dimensionality: 'matrix', optional: true },
  ],
  result: 'matrix',
  run: ([sales, item, policy, date], caller) => {
    const component = onePayer(policy, item, date, caller);
    const partners = partnerSales(requiredCells('sales', sales));
    const shared = pool(
      component,
      partners.filter((amount) => amount !== ''),
    );
    if (!shared.ok) throw refuse({ code: 'functions.no-decision', fact: shared.error });
    const shares = shared.value.partners.values();
    return partners.map((amount) => {
      const share = amount === '' ? undefined : shares.next().value;
      return share === undefined ? ['', ''] : [yuanNumber(share.alone), yuanNumber(share.fair)];
    });
  },
};

/** The sales of each partner in reading order; empty text keeps the row of an empty cell. */
function partnerSales(cells: Cells): readonly (Fen | '')[] {
  const read = amountReader(cells);
  return cells.rows.flatMap((row, position) => row.map((cell) => inRow(position, read(cell))));
}
