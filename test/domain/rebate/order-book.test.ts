import fc from 'fast-check';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import { orderBook } from '#domain/rebate/order-book.ts';
import { runs } from '../../runs.ts';

/** One order a row below the header, of these days. */
function ledgerOf(days: readonly number[]): Ledger {
  const ledger = readLedger([
    {
      name: '订单',
      rowCount: days.length + 1,
      columns: [
        ['订单号', ...days.map((_, row) => `R${row}`)],
        ['签约日期', ...days.map(() => '2025-01-05')],
        ['产品类别', ...days.map(() => '基础')],
        ['实付金额', ...days.map((_, row) => row + 1)],
      ],
    },
  ]);
  return { ...ledger, day: ledger.day.map((day, index) => day + (days[index - 1] ?? 0)) };
}

test.each([
  ['few', fc.integer({ min: 0, max: 9 })],
  ['a year of', fc.integer({ min: -200, max: 200 })],
  ['more than three centuries of', fc.integer({ min: -70_000, max: 70_000 })],
])('orders stand by day, those of one day as in the sheet: %s days', (_, day) => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 40 }), (days) => {
      const book = orderBook(ledgerOf(days));
      const expected = days
        .map((on, row) => ({ on, row }))
        .sort((a, b) => a.on - b.on || a.row - b.row);
      const first = book.day[0] ?? NaN;
      expect([...book.day].map((on) => on - first)).toEqual(
        expected.map(({ on }) => on - (expected[0]?.on ?? NaN)),
      );
      expect([...book.amount]).toEqual(expected.map(({ row }) => (row + 1) * 100));
      expect([...book.ledgerIndex]).toEqual(expected.map(({ row }) => row + 1));
    }),
    { numRuns: runs(100) },
  );
});
