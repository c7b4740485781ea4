import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const ledgerOf = (price: string, quantity: string, ...rows: [Cell, Cell][]): Ledger =>
  read([
    sheetOf([
      ['订单号', '客户', '类别', '日期', price, quantity],
      ...rows.map(([own, count], index) => [`A${index}`, '甲', '基础', '2025-01-05', own, count]),
    ]),
  ]);
const perPiece = (ledger: Ledger): unknown[] =>
  ledger.questions
    .filter(({ fact }) => fact.code === 'ledger.amount-per-piece')
    .map(({ choices }) =>
      choices.map((choice) => (choice.kind === 'amount' ? choice.amount : choice.id)),
    );

describe('a price beside a quantity', () => {
  it.each([
    ['折后价', '数量'],
    ['成交价', '台数'],
    ['优惠后价格', '购买数量'],
    ['实付价', '件数'],
    ['不含税价', '数量(台)'],
    ['Price', 'Qty'],
    ['Deal price', 'Quantity'],
  ])('%s and %s: of one piece or of all is asked', (price, quantity) => {
    const ledger = ledgerOf(price, quantity, [8000, 1], ['8000', '10'], [1250.5, 4]);
    expect(perPiece(ledger)).toEqual([
      [800000, 8000000, 'leave-out'],
      [125050, 500200, 'leave-out'],
    ]);
  });
  it.each([
    ['折后价', '数量', 1],
    ['折后价', '数量', null],
    ['折后总价', '数量', 10],
    ['合同总价', '数量', 10],
    ['金额', '数量', 10],
    ['Total price', 'Qty', 10],
    ['Ext. price', 'Qty', 10],
  ])('%s beside %s %s is the order’s', (price, quantity, count) => {
    const ledger = ledgerOf(price, quantity, [8000, count]);
    expect(perPiece(ledger)).toEqual([]);
    expect(netSales(ledger)).toBe('8000.00');
  });
});
