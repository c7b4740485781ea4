import fc from 'fast-check';
import { type LocalDate, addDays, dateOf, isoDate } from '#domain/calendar/local-date.ts';
import { fen } from '#domain/money/fen.ts';
import { bookOf } from '#domain/rebate/order-book.ts';
import { salesBetween, salesByMonth } from '#domain/review/sales-table.ts';
import { runs } from '../../runs.ts';

const start = dateOf(2025, 1, 1);
const orders = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 500 }).map((days) => addDays(start, days)),
    amount: fc.integer({ min: -500_000, max: 5_000_000 }).map(fen),
    category: fc.constantFrom('基础', '安全', '数据库'),
  }),
  { maxLength: 60 },
);
const span = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 200 }))
  .map(([from, days]) => [addDays(start, from), addDays(start, from + days)] as const);

describe('sales by month and category', () => {
  test('each cell is what adding the orders one by one gives', () => {
    fc.assert(
      fc.property(orders, span, (list, [from, to]) => {
        const table = salesByMonth(bookOf(list), from, to);
        const inside = list.filter((order) => order.day >= from && order.day <= to);
        const naive = new Map<string, number>();
        for (const order of inside) {
          const key = `${isoDate(order.day).slice(0, 7)} ${order.category}`;
          naive.set(key, (naive.get(key) ?? 0) + order.amount);
        }
        const shown = new Map<string, number | undefined>(
          table.months.flatMap((month, row) =>
            table.categories.map(
              (category, column) =>
                [`${month.label} ${category}`, table.sales[row]?.[column]] as const,
            ),
          ),
        );
        for (const [key, sum] of naive) expect(shown.get(key)).toBe(sum);
        expect([...shown.values()].reduce<number>((sum, amount) => sum + (amount ?? 0), 0)).toBe(
          inside.reduce((sum, order) => sum + order.amount, 0),
        );
      }),
      { numRuns: runs(150) },
    );
  });

  test('months cover the days asked for, without a gap, cut at both ends', () => {
    fc.assert(
      fc.property(span, ([from, to]) => {
        const { months } = salesByMonth(bookOf([]), from, to);
        expect([months[0]?.from, months.at(-1)?.to]).toEqual([from, to]);
        months
          .slice(1)
          .forEach((month, index) => expect(month.from).toBe((months[index]?.to ?? 0) + 1));
      }),
      { numRuns: runs(100) },
    );
  });

  test('a category without orders in these days has no column', () => {
    const table = salesByMonth(
      bookOf([
        { day: start, amount: fen(100), category: '基础' },
        { day: addDays(start, 90), amount: fen(7), category: '安全' },
      ]),
      start,
      addDays(start, 20),
    );
    expect(table.categories).toEqual(['基础']);
  });
});

test('sales between two days take both of them in, and only the categories asked for', () => {
  const book = bookOf(
    [
      [0, 5, '基础'],
      [1, 7, '安全'],
      [2, 11, '基础'],
      [3, 13, '基础'],
    ].map(([day, amount, category]) => ({
      day: addDays(start, day as number) as LocalDate,
      amount: fen(amount as number),
      category: category as string,
    })),
  );
  expect(salesBetween(book, addDays(start, 1), addDays(start, 2))).toBe(18);
  expect(salesBetween(book, start, addDays(start, 2), (category) => category === '基础')).toBe(16);
});
