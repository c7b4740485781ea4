import type { Ledger, QuestionChoice } from '#domain/ledger/ledger.ts';
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
const amountOrId = (choice: QuestionChoice): unknown =>
  choice.kind === 'amount' ? choice.amount : choice.id;
const perPiece = (ledger: Ledger): unknown[] =>
  ledger.questions
    .filter(({ fact }) => fact.code === 'ledger.amount-per-piece')
    .map(({ choices }) => choices.map(amountOrId));
const offered = ({ questions }: Ledger): unknown => questions[0]?.choices.map(amountOrId);

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

  it.each<[written: Cell, ...offered: number[]]>([
    ['1.000', 8000_000_00],
    ['1,5', 12_000_00, 120_000_00],
    ['1,25', 10_000_00, 1000_000_00],
    ['约10台'],
    ['2台×3年'],
    ['10+'],
    ['十台'],
    ['1百台'],
    ['10元'],
    [{ fault: '#REF!' }],
  ])(
    'asks of %p in a column that says nothing else, as nobody knows how many',
    (written, ...of) => {
      const ledger = ledgerOf('折后价', '数量', [8000, written]);
      expect(ledger.questions.map(({ fact }) => fact.code)).toEqual(['ledger.quantity-unclear']);
      expect(offered(ledger)).toEqual([8000_00, ...of, 'leave-out']);
      expect(netSales(ledger)).toBe('0.00');
    },
  );
  it.each<[written: Cell, times: number]>([
    ['１０', 10],
    ['1,000', 1000],
    ['10台', 10],
    ['10 台(含备机2台)', 10],
    ['12 seats', 12],
    ['5套/年', 5],
    ['1.2万', 12_000],
    ['2k', 2000],
    ['1.5', 1.5],
    ['1.234,5', 1234.5],
    ['0.125', 0.125],
  ])('knows how many %p are', (written, times) => {
    const ledger = ledgerOf('折后价', '数量', [8000, written]);
    expect(ledger.questions.map(({ fact }) => fact.code)).toEqual(['ledger.amount-per-piece']);
    expect(offered(ledger)).toEqual([8000_00, 8000_00 * times, 'leave-out']);
  });
  it.each<Cell>([
    '1',
    '1.00',
    '１',
    '1台',
    '1 license',
    '1套(5用户)',
    '一批',
    '-',
    '',
    '无',
    'pcs',
  ])('asks nothing where %p is one piece, or nothing is said', (written) => {
    const ledger = ledgerOf('折后价', '数量', [8000, written]);
    expect(ledger.questions).toEqual([]);
    expect(netSales(ledger)).toBe('8000.00');
  });
  it('reads a quantity in the habit of its column', () => {
    const ledger = ledgerOf('折后价', '数量', [8000, '1.000'], [8000, '2,50'], [8000, '1,50']);
    expect(ledger.questions.map(({ choices }) => choices.map(amountOrId))).toEqual([
      [8000_00, 8000_000_00, 'leave-out'],
      [8000_00, 20_000_00, 'leave-out'],
      [8000_00, 12_000_00, 'leave-out'],
    ]);
  });
  it('counts in the unit that the header says', () => {
    const ledger = ledgerOf('折后价', '数量(百台)', [8000, 1]);
    expect(offered(ledger)).toEqual([8000_00, 800_000_00, 'leave-out']);
  });
  it.each(['-2', '－2', '–2', '2-', '(2)', '-2台'])(
    'takes a quantity of %s for a refund',
    (count) => {
      const ledger = ledgerOf('金额', '数量', [8000, count]);
      expect(ledger.questions.map(({ fact }) => fact.code)).toEqual(['ledger.refund-sign']);
    },
  );
  it('offers what several pieces below nought come to, and asks the sign of one', () => {
    const ledger = ledgerOf('折后价', '数量', [8000, '-2']);
    expect(offered(ledger)).toEqual([8000_00, -16_000_00, 'leave-out']);
    expect(offered(ledgerOf('折后价', '数量', [-8000, '-2']))).toEqual([
      -8000_00,
      -16_000_00,
      'leave-out',
    ]);
    expect(ledgerOf('折后价', '数量', [8000, '-1']).questions[0]?.fact.code).toBe(
      'ledger.refund-sign',
    );
  });
});
