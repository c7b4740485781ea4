import { fen } from '#domain/money/fen.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import { reconcile } from '#domain/settlement/reconcile.ts';
import type { Reconciliation } from '#domain/settlement/reconciliation.ts';
import { productComparison } from '#domain/settlement/same-product.ts';
import type { Cell } from '#domain/sheet.ts';
import {
  type Truth,
  day,
  ledgerFixture,
  sheetOf,
  statementFixture,
  truthFixture,
} from './fixture.ts';

const PERIODS = {
  'second-quarter': { from: day('2025-04-01'), to: day('2025-06-30') },
  'fen-export': { from: day('2025-01-01'), to: day('2025-03-31') },
  'net-without-numbers': { from: day('2025-01-01'), to: day('2025-03-31') },
} as const;
type FixtureName = keyof typeof PERIODS;
const NAMES = Object.keys(PERIODS) as FixtureName[];

const run = (name: FixtureName, rows: readonly (readonly Cell[])[]): Reconciliation =>
  reconcile(ledgerFixture(name), readStatement([sheetOf(rows)]), {
    ...PERIODS[name],
    expectedRebate: () => {
      throw new Error('the ledger records every rebate');
    },
    sameProduct: productComparison(() => undefined),
  });

const asTruth = (result: Reconciliation): Truth[] =>
  result.rows.map((row) => ({
    orderId: row.orderId,
    ledger: row.ledgerRebate,
    statement: row.statementRebate,
    difference: row.difference,
    cause: row.cause,
  }));

describe('statements with a known cause for every order', () => {
  test.each(NAMES)('%s', (name) => {
    expect(asTruth(run(name, statementFixture(name)))).toEqual(truthFixture(name));
  });

  test.each(NAMES)('%s closes to the fen: rows, parts, causes, totals', (name) => {
    const result = run(name, statementFixture(name));
    const total = (amounts: Iterable<number>): number =>
      [...amounts].reduce((sum, amount) => sum + amount, 0);
    expect(total(result.rows.map((row) => row.difference))).toBe(result.totals.difference);
    expect(total(result.causes.values())).toBe(result.totals.difference);
    expect(result.totals.statement - result.totals.ledger).toBe(result.totals.difference);
    for (const row of result.rows)
      expect(total(row.parts.map((part) => part.amount))).toBe(row.difference);
    expect(result.totals.statement).toBe(result.statement.total);
  });
});

test('an overlap of causes is taken apart exactly', () => {
  const rows = new Map(
    run('second-quarter', statementFixture('second-quarter')).rows.map((row) => [row.orderId, row]),
  );
  // 80,000.00 at 7 % = 5,600.00; without tax 75,471.70 at 7 % = 5,283.02; at 4 % = 3,018.87.
  expect(rows.get('240100014')?.parts).toEqual([
    { cause: 'tax-basis', amount: fen(-31698) },
    { cause: 'rate-differs', amount: fen(-226415) },
  ]);
  expect(rows.get('240100015')?.parts).toEqual([
    { cause: 'rounding', amount: fen(-1) },
    { cause: 'refund', amount: fen(-7000) },
  ]);
});
