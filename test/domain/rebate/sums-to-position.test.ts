import fc from 'fast-check';
import { bookOf } from '#domain/rebate/order-book.ts';
import { type Sums, mostWeight, sumsToPosition } from '#domain/rebate/sums-to-position.ts';
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

test('each order of a long book is added up once, whoever asks for sums up to it', () => {
  const book = bookOf(
    Array.from({ length: 10_000 }, (_, at) => ({
      day: 20000 as LocalDate,
      amount: (at + 1) as Fen,
      category: 'a',
    })),
  );
  let read = 0;
  const amount = new Proxy(book.amount, {
    get: (column, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) read += 1;
      return Reflect.get(column, key) as unknown;
    },
  });
  const sums = sumsToPosition({ ...book, amount });
  expect(sums.at(10_000).all[0]).toBe(50_005_000);
  expect(read).toBe(10_000);
  for (let end = 4_096; end < 10_000; end += 4_096)
    expect(sums.at(end).all[0]).toBe((end * (end + 1)) / 2);
  expect(read).toBe(10_000);
});

test('no order weighs more than all of the sales beside it, refunds apart', () => {
  const sums = (all: number, refunds: number): Sums => ({
    all: Float64Array.of(all, 0),
    refunds: Float64Array.of(refunds, 0),
  });
  expect(mostWeight([2, 1], sums(100, -50), sums(130, -90))).toBe(140);
});
