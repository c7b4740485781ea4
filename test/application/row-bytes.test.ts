import { sayIn } from '#i18n/say/say.ts';
import { rowBytes } from '#application/analyze/row-bytes.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';
import type { Sheet } from '#domain/sheet.ts';

const sheet = {
  name: '订单"1"',
  rowCount: 5,
  columns: [
    ['订单号', 'A-1', 'A"2\\', '9250001', null],
    ['客户名称', '甲', '乙', '丙', null],
    ['签约日期', '2025-01-05', '2025-01-06', '2025-01-06', null],
    ['产品类别', '基础', '基础', '安全', null],
    ['实付金额(元)', '100.00', '-5.5', '大概', null],
  ],
};

const pieces = (of: Sheet, wanted: 'all' | 'counted' | 'none'): string[] => [
  ...[...rowBytes(readLedger([of]), wanted, sayIn('zh-CN'), ',\n')].map((piece) =>
    new TextDecoder().decode(piece),
  ),
];
const rows = (wanted: 'all' | 'counted' | 'none'): unknown[] =>
  JSON.parse(`[${pieces(sheet, wanted).join('')}]`) as unknown[];

test('each row is JSON with its figures', () => {
  expect(rows('all').slice(1, 4)).toMatchObject([
    {
      row: 2,
      orderId: 'A-1',
      kind: 'order',
      date: '2025-01-05',
      category: '基础',
      amount: '100.00',
    },
    { row: 3, orderId: 'A"2\\', kind: 'refund', amount: '-5.50', message: null, reason: null },
    { row: 4, sheet: '订单"1"', kind: 'question', reason: 'amount', amount: null },
  ]);
});

test('only rows that count, or none at all', () => {
  expect(rows('counted')).toHaveLength(2);
  expect(rows('none')).toEqual([]);
});

test('rows of several pieces stand in them as in one, each on its line', () => {
  const orders = Array.from({ length: 5000 }, (_, i) => ({
    // One of them longer than a piece.
    id: `R${i}`.padEnd(i === 4000 ? 300_000 : 1, '单'),
    amount: i * 3337 + 1,
    day: i % 7,
  }));
  const many = pieces(
    {
      name: '一',
      rowCount: orders.length + 1,
      columns: [
        ['订单号', ...orders.map(({ id }) => id)],
        ['签约日期', ...orders.map(({ day }) => `2025-01-0${day + 1}`)],
        ['产品类别', ...orders.map(() => '基础')],
        ['实付金额(元)', ...orders.map(({ amount }) => amount / 100)],
      ],
    },
    'counted',
  );
  expect(many.length).toBeGreaterThan(3);
  expect(many.join('').split('\n')).toEqual(
    orders.map(
      ({ id, amount, day }, i) =>
        `{"sheet":"一","row":${i + 2},"orderId":"${id}","kind":"order","reason":null,` +
        `"date":"2025-01-0${day + 1}","category":"基础","amount":"${(amount / 100).toFixed(2)}",` +
        `"message":null}${i === orders.length - 1 ? '' : ','}`,
    ),
  );
});
