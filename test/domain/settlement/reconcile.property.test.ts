import fc from 'fast-check';
import { fen } from '#domain/money/fen.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import { reconcile } from '#domain/settlement/reconcile.ts';
import type { Reconciliation } from '#domain/settlement/reconciliation.ts';
import { productComparison } from '#domain/settlement/same-product.ts';
import { day, ledgerFixture, sheetOf, statementFixture } from './fixture.ts';
import { runs } from '../../runs.ts';

const NAMES = ['second-quarter', 'fen-export', 'net-without-numbers'] as const;
type FixtureName = (typeof NAMES)[number];
const PERIODS: Readonly<Record<FixtureName, readonly [string, string]>> = {
  'second-quarter': ['2025-04-01', '2025-06-30'],
  'fen-export': ['2025-01-01', '2025-03-31'],
  'net-without-numbers': ['2025-01-01', '2025-03-31'],
};
const MONEY: Readonly<Record<FixtureName, readonly string[]>> = {
  'second-quarter': ['现金支付', '计佣金额', '佣金金额'],
  'fen-export': ['Amt'],
  'net-without-numbers': ['业绩金额', '返佣金额'],
};

function run(
  name: FixtureName,
  rows: readonly (readonly string[])[],
  expected = 0,
): Reconciliation {
  const [from, to] = PERIODS[name];
  return reconcile(ledgerFixture(name), readStatement([sheetOf(rows)]), {
    from: day(from),
    to: day(to),
    expectedRebate: () => fen(expected),
    sameProduct: productComparison(() => undefined),
  });
}

/** Title rows with the header, the lines, and what stands below them. */
function partsOf(name: FixtureName): {
  readonly head: string[][];
  readonly lines: string[][];
  readonly foot: string[][];
} {
  const rows = statementFixture(name);
  const at = rows.findIndex((row) => row.includes(MONEY[name][0] ?? ''));
  const isLine = (row: string[]): boolean =>
    !/合计|小计|Total|说明/.test(row.join('')) && row.slice(0, 4).some((cell) => cell !== '');
  return {
    head: rows.slice(0, at + 1),
    lines: rows.slice(at + 1).filter(isLine),
    foot: rows.slice(at + 1).filter((row) => !isLine(row)),
  };
}

const outcome = (result: Reconciliation): string[] =>
  result.rows
    .map((row) => [row.orderId, row.difference, row.cause, JSON.stringify(row.parts)].join(' '))
    .sort();

const causes = (result: Reconciliation): string[] =>
  result.rows.map((row) => `${row.orderId} ${row.difference} ${row.cause}`).sort();

const total = (amounts: Iterable<number>): number =>
  [...amounts].reduce((sum, amount) => sum + amount, 0);

describe.each(NAMES)('%s', (name) => {
  const { head, lines } = partsOf(name);
  const width = head.at(-1)?.length ?? 0;
  const moneyColumns = MONEY[name].map((header) => head.at(-1)?.indexOf(header) ?? -1);
  const paid = moneyColumns.at(-1) ?? -1;
  const known = outcome(run(name, statementFixture(name)));

  test('the order of the lines does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(outcome(run(name, [...head, ...shuffled]))).toEqual(known);
      }),
      { numRuns: runs(60) },
    );
  });

  test('titles, subtotals and totals between the lines do not matter', () => {
    const inFen = (cell: string): number => Math.round(Number(cell) * 100);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: lines.length }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('合计', '小计', '本页小计', 'Subtotal', 'Total'),
        (cut, titles, word) => {
          const subtotal = (some: readonly string[][]): string[] =>
            Array.from({ length: width }, (_, column) =>
              column === 0
                ? word
                : column === paid
                  ? name === 'fen-export'
                    ? String(total(some.map((row) => Number(row[paid]))))
                    : String(total(some.map((row) => inFen(row[paid] ?? ''))) / 100)
                  : '',
            );
          const above = Array.from({ length: titles }, (_, index) => [`第 ${index + 1} 行标题`]);
          const rows = [
            ...above,
            ...head,
            ...lines.slice(0, cut),
            subtotal(lines.slice(0, cut)),
            ...lines.slice(cut),
            subtotal(lines),
          ];
          const result = run(name, rows);
          expect(outcome(result)).toEqual(known);
          expect(result.statement.facts).toEqual([]);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test('a line split in two has the same cause', () => {
    const cents = (cell: string): number => Number(cell.replace('.', ''));
    const text = (amount: number): string =>
      name === 'fen-export'
        ? String(amount)
        : `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.` +
          `${String(Math.abs(amount) % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: lines.length - 1 }),
        fc.integer({ min: 20, max: 80 }),
        (index, share) => {
          const line = lines[index] ?? [];
          const first = line.map((cell, column) =>
            moneyColumns.includes(column) ? text(Math.trunc((cents(cell) * share) / 100)) : cell,
          );
          const second = line.map((cell, column) =>
            moneyColumns.includes(column)
              ? text(cents(cell) - Math.trunc((cents(cell) * share) / 100))
              : cell,
          );
          const result = run(name, [
            ...head,
            ...lines.slice(0, index),
            first,
            second,
            ...lines.slice(index + 1),
          ]);
          expect(causes(result)).toEqual(causes(run(name, [...head, ...lines])));
        },
      ),
      { numRuns: runs(80) },
    );
  });

  test('whatever the statement pays, every sum closes to the fen', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            index: fc.integer({ min: 0, max: lines.length - 1 }),
            column: fc.constantFrom(...moneyColumns),
            amount: fc.integer({ min: -20_000_000, max: 20_000_000 }),
          }),
          { maxLength: 6 },
        ),
        (changes) => {
          const changed = lines.map((line, index) =>
            line.map((cell, column) => {
              const change = changes.find((one) => one.index === index && one.column === column);
              return change === undefined
                ? cell
                : name === 'fen-export'
                  ? String(change.amount)
                  : (change.amount / 100).toFixed(2);
            }),
          );
          const result = run(name, [...head, ...changed]);
          expect(total(result.rows.map((row) => row.difference))).toBe(result.totals.difference);
          expect(total(result.causes.values())).toBe(result.totals.difference);
          expect(result.totals.statement).toBe(result.statement.total);
          for (const row of result.rows)
            expect(total(row.parts.map((part) => part.amount))).toBe(row.difference);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
