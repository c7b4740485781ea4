import fc from 'fast-check';
import type { Ledger } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD: Cell[] = ['订单号', '类别', '日期', '数量', '单价', '金额'];
type Priced = readonly [count: Cell, price: Cell, amount: Cell, ...more: Cell[]];
const ledgerOf = (more: Cell[], ...rows: Priced[]): Ledger =>
  read([
    sheetOf([
      [...HEAD, ...more],
      ...rows.map((row, at): Cell[] => [`A${at}`, '基础', '2025-01-05', ...row]),
    ]),
  ]);
const named = ({ report }: Ledger): unknown[] =>
  report.flatMap((fact) =>
    fact.code === 'ledger.amounts-off-price' ? [[...fact.rows, fact.amount, fact.product]] : [],
  );

describe('an amount beside its quantity and its price', () => {
  it('is named where it is not what they come to and the others are, and counts', () => {
    const ledger = ledgerOf([], [2, 500, 1000], [3, 4000, 1350], [1, 500, 500]);
    expect(named(ledger)).toEqual([[3, 1350_00, 12_000_00]]);
    expect(netSales(ledger)).toBe('2850.00');
    expect(ledger.questions).toEqual([]);
  });
  it.each<Priced>([
    [3, 4000, 1200],
    ['3台', '￥4,000', '120'],
    [3, 40, 1200],
  ])('is named where the point stands elsewhere: %p × %p = %p', (count, price, amount) => {
    expect(named(ledgerOf([], [count, price, amount]))).toHaveLength(1);
  });
  it.each<[why: string, header: Cell[], row: Priced]>([
    ['a discount', ['折扣'], [3, 4000, 1200, 0.1]],
    ['a term', ['购买时长(月)'], [3, 40, 1200, 10]],
    ['the tax', [], [3, 4000, 13_560]],
    ['a price that was rounded', [], [3, 33.33, 100]],
    ['other prices than those of the list', [], [3, 4000, 9000]],
    ['one piece', [], [1, 500, 500]],
    ['nothing to multiply', [], [null, 4000, 1200]],
  ])('is not named where it is explained by %s', (_, header, row) => {
    expect(named(ledgerOf(header, row))).toEqual([]);
  });
});

test('a clean price is what it is with its currency, which nobody reads the short way', () => {
  const figures = fc.tuple(fc.integer({ min: 1, max: 9_000_000 }), fc.constantFrom(2, 3, 1200));
  const way = fc.constantFrom<(fen: number) => string>(
    (fen) => (fen / 100).toFixed(2),
    (fen) => `${Math.floor(fen / 100)}`,
    (fen) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }),
    (fen) => `-${(fen / 100).toFixed(1)}`,
    (fen) => `0${(fen / 100).toFixed(2)}`,
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(figures, way), { minLength: 1 }), (all) => {
      const rowsOf = (mark: string): Priced[] =>
        all.map(([[fen, count], write]) => [count, `${mark}${write(fen)}`, (fen * count) / 1000]);
      const [clean, marked] = [ledgerOf([], ...rowsOf('')), ledgerOf([], ...rowsOf('¥'))];
      expect(named(clean)).toEqual(named(marked));
    }),
  );
});

describe('a type that nobody knows', () => {
  const HEADS: Cell[] = ['订单号', '类型', '类别', '日期', '金额'];
  const sale: Cell[] = ['A1', 'Invoice', '基础', '2025-01-05', 3000];
  const of = (...rows: Cell[][]) => read([sheetOf([HEADS, sale, ...rows])]);
  const payment = (id: string, amount: number, type = 'Payment'): Cell[] => [
    ...[id, type, '基础', '2025-01-06', amount],
  ];
  it.each(['Payment', '核销', 'Journal Entry'])('%s below nought is asked, once', (type) => {
    const ledger = of(payment('P1', -500, type), payment('P2', -700, type));
    expect(ledger.questions.map(({ fact, indices }) => [fact.code, indices.length])).toEqual([
      ['ledger.status-unknown', 2],
    ]);
    expect(netSales(ledger)).toBe('3000.00');
  });
  it.each([
    ['above nought too, where it is named', [payment('P1', -500), payment('P2', 700)], '3200.00'],
    ['a sale', [payment('P1', -500, '续费')], '2500.00'],
    ['a refund', [payment('P1', -500, '冲正')], '2500.00'],
    ['a refund by its number', [payment('A9-退款', -500)], '2500.00'],
  ])('is not asked of %s', (_, rows, net) => {
    const ledger = of(...rows);
    expect(ledger.questions).toEqual([]);
    expect(netSales(ledger)).toBe(net);
  });
});
