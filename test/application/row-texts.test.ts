import { sayIn } from '#i18n/say/say.ts';
import { rowTexts } from '#application/analyze/row-texts.ts';
import { readLedger } from '#domain/ledger/read-ledger.ts';

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

const rows = (wanted: 'all' | 'counted' | 'none'): unknown[] =>
  [...rowTexts(readLedger([sheet]), wanted, sayIn('zh-CN'))].map((text) => JSON.parse(text));

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
