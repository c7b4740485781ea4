import { Decimal } from '../money/decimal.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { SettlementFact } from './settlement.facts.ts';

/** Fen for yuan, yuan for 万元, and the other way round. */
const FACTORS = ['100', '10000', '0.01', '0.0001'] as const;
const TOLERANCE = 0.02;

/**
 * A factor of 100 or 10,000 between what the statement pays and what the ledger expects, the same
 * on every order that both have: nobody's difference, but another unit.
 */
export function otherUnit(
  { rows, statement }: Reconciliation,
  header: string,
): SettlementFact | undefined {
  const both = rows.filter(
    ({ lines, ledgerRebate, statementRebate }) =>
      lines.length > 0 && ledgerRebate !== 0 && statementRebate !== 0,
  );
  if (both.length === 0 || statement.lines.length === 0) return undefined;
  const times = FACTORS.find((factor) =>
    both.every(({ ledgerRebate, statementRebate }) =>
      new Decimal(statementRebate).div(ledgerRebate).div(factor).minus(1).abs().lt(TOLERANCE),
    ),
  );
  return times && { code: 'settlement.other-unit', header, times };
}
