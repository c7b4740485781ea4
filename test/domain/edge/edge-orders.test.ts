import * as fc from 'fast-check';
import type { EdgeRole } from '#domain/edge/edge-order.ts';
import { edgeOrders } from '#domain/edge/edge-orders.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { fen, yuanText } from '#domain/money/fen.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { orderBook, without } from '#domain/rebate/order-book.ts';
import { entitledTotal, totalRebate } from '#domain/rebate/policy-run.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import { component, tier, yuanOf } from '../../examples/components.ts';
import { type PlainRow, plainLedger } from '../../examples/plain-ledger.ts';
import { on } from '../../examples/year-2025.ts';
import { runs } from '../../runs.ts';

const order = (day: string, category: string, yuan: number, kind?: PlainRow['kind']): PlainRow => ({
  day: on(day),
  category,
  amount: yuanOf(yuan),
  ...(kind ? { kind } : {}),
});

function edgesOf(policy: Policy, ledger: Ledger, asOf = '2025-12-20'): readonly string[] {
  const book = orderBook(ledger);
  const day = on(asOf);
  const { edges } = edgeOrders({
    policy,
    ledger,
    book,
    asOf: day,
    rebate: rebateToDate(policy, book, day),
    nearShare: 0.1,
  });
  return edges.map(
    (edge) =>
      `${edge.role} row ${ledger.row[edge.ledgerIndex]} ${edge.component} ` +
      `${yuanText(edge.stake)} ${edge.tierWithout}→${edge.tierWith}`,
  );
}

const only = (role: EdgeRole, lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith(`${role} `));

describe('roles', () => {
  it('holds: a 10 万 refund at 505 万 costs 107,000 over both components', () => {
    const ledger = plainLedger([
      order('2025-02-01', '基础', 3_700_000),
      order('2025-03-01', '安全', 1_250_000),
      order('2025-04-01', '基础', 100_000),
    ]);
    const lines = only('holds', edgesOf(examplePolicy, ledger));
    expect(lines).toContain('holds row 4 基础 107000.00 2→3');
    expect(lines).toHaveLength(3);
  });

  it(
    'crosses: the order that took the running total over a threshold, worth what it changed ' +
      'at once',
    () => {
      const ledger = plainLedger([
        order('2025-02-01', '基础', 400_000),
        order('2025-03-01', '安全', 60_000),
        order('2025-04-01', '基础', 40_000),
      ]);
      expect(only('crosses', edgesOf(examplePolicy, ledger))).toEqual([
        'crosses row 4 基础 21800.00 0→1',
      ]);
    },
  );

  it('reaches: a pending deal that closes the gap alone', () => {
    const ledger = plainLedger([
      order('2025-02-01', '基础', 3_600_000),
      order('2025-03-01', '安全', 1_200_000),
      order('2025-12-28', '基础', 200_000, 'pending'),
      order('2025-12-28', '基础', 199_999, 'pending'),
    ]);
    expect(only('reaches', edgesOf(examplePolicy, ledger))).toEqual([
      'reaches row 4 基础 112000.00 2→3',
    ]);
  });

  it('near: the largest orders of an open window whose gap is within the share', () => {
    const ledger = plainLedger([
      order('2025-02-01', '基础', 4_000_000),
      order('2025-03-01', '基础', 600_000),
    ]);
    expect(only('near', edgesOf(examplePolicy, ledger))).toEqual([
      'near row 2 基础 124000.00 2→2',
      'near row 3 基础 124000.00 2→2',
    ]);
    expect(only('near', edgesOf(examplePolicy, ledger, '2025-12-31'))).toEqual([]);
  });
});

describe('stakes are differences of two full computations', () => {
  const rows = fc.array(
    fc.record({
      day: fc
        .integer({ min: 0, max: 500 })
        .map((day) => (on('2025-01-01') + day) as PlainRow['day']),
      amount: fc.integer({ min: -3_000, max: 12_000 }).map(fen),
      category: fc.constantFrom('基础', '安全'),
      kind: fc.constantFrom<PlainRow['kind'][]>(undefined, undefined, undefined, 'pending'),
    }),
    { maxLength: 20 },
  );
  const policy = fc
    .record({
      scheme: fc.constantFrom('whole' as const, 'marginal' as const),
      accumulate: fc.constantFrom('quarter' as const, 'year' as const),
    })
    .map(({ scheme, accumulate }): Policy => ({
      name: '',
      example: false,
      facts: new Map(),
      components: [
        component({
          id: 'a',
          name: 'a',
          categories: { 基础: '基础' },
          scheme,
          accumulate,
          tiers: [
            tier(fen(5_000), '0.04'),
            tier(fen(20_000), '0.06'),
            tier(fen(40_000), '0.08', fen(99)),
          ],
        }),
        component({
          id: 'b',
          name: 'b',
          categories: { 安全: '安全' },
          scheme,
          accumulate: 'year',
          tiers: [tier(fen(9_000), '0.07'), tier(fen(30_000), '0.1')],
        }),
      ],
    }));
  const asOf = on('2026-03-01');
  const clean = (
    made: readonly (Omit<PlainRow, 'kind'> & { kind: PlainRow['kind'] })[],
  ): PlainRow[] => made.map(({ kind, ...row }) => (kind ? { ...row, kind } : row));

  it('holders are exactly the orders whose absence drops a tier', () => {
    fc.assert(
      fc.property(policy, rows, (of, made) => {
        const ledger = plainLedger(clean(made));
        const book = orderBook(ledger);
        const tiers = (b: typeof book): string =>
          rebateToDate(of, b, asOf)
            .windows.filter(({ period }) => period.to >= on('2025-01-01'))
            .map(({ component: { id }, period, tier: reached }) => `${id}${period.from}:${reached}`)
            .join();
        const dropped = (before: string, after: string): boolean => {
          const kept = new Map(
            after.split(',').map((entry) => entry.split(':') as [string, string]),
          );
          return before.split(',').some((entry) => {
            const [key = '', reached = '0'] = entry.split(':');
            return Number(kept.get(key) ?? 0) < Number(reached);
          });
        };
        const now = tiers(book);
        const total = entitledTotal(of, book, asOf);
        const expected = new Map<number, number>();
        for (let position = 0; position < book.size; position += 1) {
          const rest = without(book, position);
          if (dropped(now, tiers(rest)))
            expected.set(
              book.ledgerIndex[position] as number,
              total - entitledTotal(of, rest, asOf),
            );
        }
        const { edges } = edgeOrders({
          policy: of,
          ledger,
          book,
          asOf,
          rebate: rebateToDate(of, book, asOf),
          nearShare: 0.1,
        });
        const found = new Map(
          edges
            .filter(({ role }) => role === 'holds')
            .map(({ ledgerIndex, stake }) => [ledgerIndex, stake as number]),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: runs(150) },
    );
  });

  it('what a pending deal reaches is worth the total with it less the total without', () => {
    fc.assert(
      fc.property(policy, rows, (of, made) => {
        const ledger = plainLedger(clean(made));
        const book = orderBook(ledger);
        const { edges } = edgeOrders({
          policy: of,
          ledger,
          book,
          asOf,
          rebate: rebateToDate(of, book, asOf),
          nearShare: 0.1,
        });
        for (const edge of edges.filter(({ role }) => role === 'reaches')) {
          // Signed on the as-of day, after everything else of that day.
          const deal = clean(made)[edge.ledgerIndex] as PlainRow;
          const promoted = [...clean(made), { ...deal, kind: 'order' as const, day: asOf }];
          expect(edge.stake).toBe(
            totalRebate(of, orderBook(plainLedger(promoted)), asOf) - totalRebate(of, book, asOf),
          );
        }
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('books of many orders', () => {
  /** Longer than the blocks in which orders are tried together. */
  const many = (amountAt: (row: number) => number): Ledger =>
    plainLedger(
      Array.from({ length: 9_000 }, (_, row) =>
        order('2025-02-01', row % 3 === 0 ? '安全' : '基础', amountAt(row)),
      ),
    );

  it('holds: the one large order among small ones, wherever it stands', () => {
    for (const at of [0, 4_095, 4_096, 8_999]) {
      const ledger = many((row) => (row === at ? 3_000_000 : 300));
      const lines = only('holds', edgesOf(examplePolicy, ledger));
      expect(lines.map((line) => line.split(' ')[2])).toEqual([String(at + 2)]);
    }
  });

  it('crosses: each order after which the running total stands in a higher tier', () => {
    const ledger = many((row) => (row % 10 === 0 ? -500 : 900));
    const lines = only('crosses', edgesOf(examplePolicy, ledger));
    const crossed = new Set<number>();
    const bounds = new Set(
      examplePolicy.components.flatMap(({ tiers }) => tiers.map(({ threshold }) => threshold)),
    );
    let total = 0;
    ledger.amount.forEach((amount, index) => {
      for (const bound of bounds)
        if (total < bound && total + amount >= bound) crossed.add(ledger.row[index] ?? 0);
      total += amount;
    });
    expect(crossed.size).toBeGreaterThan(1);
    expect(new Set(lines.map((line) => Number(line.split(' ')[2])))).toEqual(crossed);
  });
});
