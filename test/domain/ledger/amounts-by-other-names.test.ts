import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['客户', '类别', '日期'];
const ROW: Cell[] = ['甲', '基础', '2025-01-05'];

describe('an amount under a name of its own', () => {
  it.each([
    ['本次回款金额'],
    ['累计收款金额'],
    ['买家实际支付金额'],
    ['项目实收金额'],
    ['合同回款额'],
    ['实际成交金额'],
    ['最终成交价'],
    ['优惠后'],
    ['买家应付货款'],
    ['Net price'],
    ['Selling price'],
  ])('%s is read', (header) => {
    const ledger = read([
      sheetOf([
        [...HEAD, header],
        [...ROW, 1000],
      ]),
    ]);
    expect(netSales(ledger)).toBe('1000.00');
    expect(ledger.questions).toEqual([]);
  });
  it.each([
    ['原价', '优惠后'],
    ['预计成交金额', '实际成交金额'],
    ['买家应付货款', '买家实际支付金额'],
    ['List price', 'Net price'],
  ])('%s beside %s is passed over', (list, header) => {
    const ledger = read([
      sheetOf([
        [...HEAD, list, header],
        [...ROW, 1200, 1000],
      ]),
    ]);
    expect(netSales(ledger)).toBe('1000.00');
    expect(ledger.questions).toEqual([]);
  });
  it.each(['未回款金额', '计划回款金额', '待收款金额', '返点到账金额'])('%s is none', (header) => {
    expect(
      netSales(
        read([
          sheetOf([
            [...HEAD, header, '金额'],
            [...ROW, 700, 1000],
          ]),
        ]),
      ),
    ).toBe('1000.00');
  });
});

describe('what was given back, beside money that nobody knows', () => {
  it.each([
    ['结算到手金额', '退款金额'],
    ['Take home amount', 'Refund amount'],
  ])('%s and %s: no refund becomes the amount', (strange, refund) => {
    const ledger = read([
      sheetOf([
        [...HEAD, strange, refund],
        [...ROW, 1000, 0],
        [...ROW, 2000, 500],
      ]),
    ]);
    expect(netSales(ledger)).toBe('0.00');
    expect(ledger.report).toContainEqual(
      expect.objectContaining({ code: 'ledger.no-amount-column', unknownHeaders: [strange] }),
    );
  });
});

it.each(['已退', 'Returns', 'Allowances'])('%s is taken off the amount', (header) => {
  const ledger = read([
    sheetOf([
      [...HEAD, '金额', header],
      [...ROW, 1000, 200],
      [...ROW, 3000, null],
    ]),
  ]);
  expect(netSales(ledger)).toBe('3800.00');
});

it.each(['-', '/', '无', '待定', 'TBD', 'n/a'])(
  'a column of %s and one figure is the amount all the same',
  (word) => {
    const ledger = read([
      sheetOf([
        [...HEAD, '金额'],
        ...['', '', '', ''].map(() => [...ROW, word]),
        ['乙', '基础', '2025-02-05', 10_000],
      ]),
    ]);
    expect(netSales(ledger)).toBe('10000.00');
    expect(ledger.questions.length).toBeGreaterThan(0);
  },
);
