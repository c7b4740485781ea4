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

describe('an amount far below the price beside it', () => {
  const beside = (list: Cell, amount: Cell, voucher: Cell = null): string[] => {
    const { questions } = read([
      sheetOf([
        [...HEAD, '原价', '代金券', '实付金额'],
        [...ROW, 1200, 0, 1000],
        [...ROW, list, voucher, amount],
      ]),
    ]);
    return questions.flatMap(({ choices }) => choices.map(({ id }) => id));
  };
  it('is asked about', () => {
    expect(beside(92_300.25, 38.4)).toEqual(['as-written', 'other-column', 'leave-out']);
  });
  it.each([
    ['a tenth of it', 92_300, 9230, 0],
    ['a promotion', 999, 9.9, 0],
    ['nothing', 92_300, 0, 0],
    ['the rest after a voucher', 92_300, 38, 92_262],
  ])('%s is not', (_what, list, amount, voucher) => {
    expect(beside(list, amount, voucher)).toEqual([]);
  });
});

it('gross and net sales that differ are asked about', () => {
  const ledger = read([
    sheetOf([
      [...HEAD, 'gross_sales', 'net_sales'],
      [...ROW, 1000, 900],
      [...ROW, 500, 500],
    ]),
  ]);
  expect(netSales(ledger)).toBe('500.00');
  expect(ledger.questions.map(({ fact }) => fact.code)).toEqual(['ledger.amount-rival']);
});

describe('a status under a name of its own', () => {
  it.each(['项目阶段', '商机进展', '合同进度', '最新状态', 'Project status', 'Pipeline stage'])(
    '%s is read, and what nobody knows in it is asked',
    (header) => {
      const ledger = read([
        sheetOf([
          [...HEAD, '金额', header],
          [...ROW, 1000, '已签约'],
          [...ROW, 800, '投标中'],
          [...ROW, 600, '丢单'],
        ]),
      ]);
      expect(netSales(ledger)).toBe('1000.00');
    },
  );
  it('what a customer is now says nothing flat of an order', () => {
    const ledger = read([
      sheetOf([
        [...HEAD, '金额', '客户状态'],
        [...ROW, 1000, '正常'],
        [...ROW, 800, '已流失'],
      ]),
    ]);
    expect(ledger.questions).toEqual([]);
    expect(netSales(ledger)).toBe('1800.00');
  });
});
