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
          const sums = book.categories.map((name) =>
            orders
              .slice(0, position)
              .reduce((sum, [amount, category]) => sum + (category === name ? amount : 0), 0),
          );
          expect([...sumsToPosition(book).at(position)]).toEqual([...sums, 0]);
        }
      },
    ),
  );
});
