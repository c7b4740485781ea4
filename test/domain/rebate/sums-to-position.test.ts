import fc from 'fast-check';
import { bookOf } from '#domain/rebate/order-book.ts';
import { sumsToPosition } from '#domain/rebate/sums-to-position.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import type { Fen } from '#domain/money/fen.ts';

test('sums to a position are those of the orders before it, asked for in any order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.constantFrom('a', 'b', 'c'))),
      fc.array(fc.nat(40), { minLength: 1 }),
      (orders, asked) => {
        const book = bookOf(
          orders.map(([amount, category]) => ({
            day: 20000 as LocalDate,
            amount: amount as Fen,
            category,
          })),
        );
        for (const position of asked.map((at) => Math.min(at, book.size))) {
          const sumsOf = (counts: (amount: number) => boolean): number[] =>
            book.categories.map((name) =>
              orders
                .slice(0, position)
                .filter(([amount, category]) => category === name && counts(amount))
                .reduce((sum, [amount]) => sum + amount, 0),
            );
          const { all, refunds } = sumsToPosition(book).at(position);
          expect([...all]).toEqual([...sumsOf(() => true), 0]);
          expect([...refunds]).toEqual([...sumsOf((amount) => amount < 0), 0]);
        }
      },
    ),
  );
});
