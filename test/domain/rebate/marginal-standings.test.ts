import fc from 'fast-check';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import { Decimal } from '#domain/money/decimal.ts';
import type { Fen } from '#domain/money/fen.ts';
import { categoryRoles, standings } from '#domain/rebate/component-earnings.ts';
import { bookOf, type OrderBook } from '#domain/rebate/order-book.ts';
import { component, tier, yuanOf } from '../../examples/components.ts';
import { runs } from '../../runs.ts';

const DAY = 20_000 as LocalDate;
const CATEGORIES = ['基础', '安全', '其他'] as const;

/** Long enough for several blocks; sales go up, and down again where many refunds follow. */
const books: fc.Arbitrary<OrderBook> = fc
  .record({
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
    size: fc.integer({ min: 300, max: 12_000 }),
    refunds: fc.integer({ min: 0, max: 60 }),
    largest: fc.constantFrom(90, 5_000, 900_000),
  })
  .map(({ seed, size, refunds, largest }) => {
    let state = seed;
    const next = (n: number): number => (state = (state * 48_271) % 2_147_483_647) % n;
    return bookOf(
      Array.from({ length: size }, () => ({
        day: DAY,
        amount: ((next(100) < refunds ? -1 : 1) * (1 + next(largest))) as Fen,
        category: CATEGORIES[next(CATEGORIES.length)]!,
      })),
    );
  });

const marginal = component({
  scheme: 'marginal',
  categories: { 基础: '基础', 安全: '安全' },
  counts: { weights: { 基础: new Decimal(1), 安全: new Decimal('1.5') }, others: new Decimal(0) },
  tiers: [
    tier(yuanOf(50), '0.01'),
    tier(yuanOf(2_000), '0.03'),
    tier(yuanOf(30_000), '0.0512'),
    tier(yuanOf(9_000_000), '0.08'),
  ],
});

test('orders that stay in a tier come to the same together as one by one', () => {
  fc.assert(
    fc.property(books, fc.nat(100), fc.nat(100), fc.boolean(), (book, from, part, isNet) => {
      const of = isNet ? { ...marginal, base: 'net' as const } : marginal;
      const roles = categoryRoles(of, book.categories);
      const countFrom = Math.floor((book.size * from) / 200);
      const earnFrom = countFrom + Math.floor(((book.size - countFrom) * part) / 200);
      // Slices too short for a block are walked order by order.
      const short = Array.from({ length: Math.ceil(book.size / 99) }, (_, slice) =>
        Math.min(book.size, (slice + 1) * 99),
      );
      const stretch = { countFrom, earnFrom };
      const byOne = standings(of, book, roles, { ...stretch, ends: short }).at(-1)!;
      const together = standings(of, book, roles, { ...stretch, ends: [book.size] })[0]!;
      expect({ ...together, sliceEarned: null, earned: together.earned.toFixed() }).toEqual({
        ...byOne,
        sliceEarned: null,
        earned: byOne.earned.toFixed(),
      });
    }),
    { numRuns: runs(60) },
  );
});
