import { type Ledger, kindOf } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const order = (id: string, amount: Cell): Cell[] => [id, '甲', '基础', '2025-01-05', amount];
const ledgerOf = (...rows: Cell[][]): Ledger => read([sheetOf(rows)]);
const kinds = (ledger: Ledger): string =>
  [...ledger.kind.keys()]
    .map((row) => kindOf(ledger, row))
    .filter((kind) => kind !== 'header' && kind !== 'blank')
    .join(' ');

describe('a table below that has more columns', () => {
  it('of refunds takes back, and the orders above still count', () => {
    const ledger = ledgerOf(
      HEAD,
      order('A1', 1500),
      order('A2', 2500),
      [],
      ['退货明细'],
      ['退货单号', '原单号', '客户', '类别', '退货日期', '退货金额'],
      ['T1', 'A2', '甲', '基础', '2025-01-20', 400],
    );
    expect(kinds(ledger)).toBe('order order note refund');
    expect(netSales(ledger)).toBe('3600.00');
  });

  it('of another month, or entered later, counts beside the one above', () => {
    const wide = ['日期', '订单号', '客户', '类别', '产品', '实付金额', '备注'];
    const later = ['2025-02-05', 'A2', '乙', '基础', 'ECS', 200, 'x'];
    expect(netSales(ledgerOf(['1月'], HEAD, order('A1', '100.00'), ['2月'], wide, later))).toBe(
      '300.00',
    );
  });

  it('a box of figures above the orders is none of them', () => {
    const ledger = ledgerOf(['客户', '金额'], ['甲', 300], [], HEAD, order('A1', 300));
    expect(netSales(ledger)).toBe('300.00');
    expect(kinds(ledger)).toBe('note note order');
  });
});

it('a table below that is too narrow to reach the amounts is read by its own header', () => {
  const ledger = ledgerOf(
    ['序号', '订单号', '客户', '产品', '类别', '金额', '日期'],
    ['1', 'A1', '甲', 'ECS', '基础', 1000, '2025-01-03'],
    ['退款'],
    ['退款单号', '退款金额', '退款日期', '类别'],
    ['T1', 300, '2025-01-10', '基础'],
  );
  expect(kinds(ledger)).toBe('order note refund');
  expect(netSales(ledger)).toBe('700.00');
});

it.each(['以下为退款', '退款如下：', 'Refunds below', '下列是退订'])(
  '%s: what stands below is taken back',
  (heading) => {
    const ledger = ledgerOf(HEAD, order('A1', 1000), [], [heading], order('A1', 200));
    expect(netSales(ledger)).toBe('800.00');
  },
);

it.each<Cell>([30, '30', '1,200'])('a table below of %j and no amount is told of', (days) => {
  const { report } = ledgerOf(
    HEAD,
    order('A1', 100),
    [],
    ['客户', '订单号', '状态', '天数'],
    ['甲', 'A1', '已签', days],
  );
  expect(report).toContainEqual({ code: 'ledger.table-left-out', sheet: '订单', row: 4 });
});

describe('the header again in another unit', () => {
  it.each([
    ['金额', '金额（万元）', '10100.00'],
    ['金额（万元）', '金额（元）', '1000001.00'],
    ['金额（万元）', '金额', '1010000.00'],
    ['金额（千元）', '金额(元)', '100001.00'],
  ])('%s, then %s', (first, second, net) =>
    expect(
      netSales(
        ledgerOf(
          [...HEAD.slice(0, 4), first],
          order('A1', 100),
          [...HEAD.slice(0, 4), second],
          order('A2', 1),
        ),
      ),
    ).toBe(net),
  );
  it('is of another currency', () => {
    const dollars = [...HEAD.slice(0, 4), '金额(USD)'];
    const ledger = ledgerOf(HEAD, order('A1', 100), dollars, order('A2', 50));
    expect(ledger.questions.map(({ fact }) => fact.code)).toEqual(['ledger.currency-foreign']);
    expect(netSales(ledger)).toBe('100.00');
  });
});
