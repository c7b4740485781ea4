import { dateOf } from '#domain/calendar/local-date.ts';
import { orderBook } from '#domain/rebate/order-book.ts';
import { salesByCustomer, topCustomers } from '#domain/rebate/customer-sales.ts';
import { makeLedger } from '../../pages/review/make-ledger.ts';

const ledger = makeLedger([
  { day: '2025-01-05', amount: '100.00', category: '基础', customer: '甲' },
  { day: '2025-02-05', amount: '300.00', category: '安全', customer: '乙' },
  { day: '2025-03-05', amount: '250.00', category: '安全', customer: '甲' },
  { day: '2025-03-06', amount: '-50.00', category: '基础', customer: '甲' },
  { day: '2025-04-01', amount: '999.00', category: '基础', customer: '丙' },
  { day: '2025-03-01', amount: '10.00', category: '基础' },
]);
const sales = salesByCustomer(orderBook(ledger), ledger, dateOf(2025, 1, 1), dateOf(2025, 3, 31));

test(
  'counted sales by customer in these days, refunds taken off, largest first, ties ' + 'by name',
  () => {
    expect(sales.map((one) => [one.customer, one.sales, one.total])).toEqual([
      ['乙', [0, 30000], 30000],
      ['甲', [5000, 25000], 30000],
      ['', [1000, 0], 1000],
    ]);
  },
);
test('the last order is the last in these days', () =>
  expect(sales[1]?.lastOrder).toBe(dateOf(2025, 3, 6)));
test('everyone beyond the limit shares a line, and the lines still add up', () => {
  const { top, others, otherCount } = topCustomers(sales, 1);
  expect([top.map((one) => one.customer), others?.total, others?.sales, otherCount]).toEqual([
    ['乙'],
    31000,
    [6000, 25000],
    2,
  ]);
  expect(topCustomers(sales, 2).others).toBeNull();
});
