import { type Ledger, kindOf } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '日期', '金额'];
const order = (id: string, ...more: Cell[]): Cell[] => [id, '甲', '基础', '2025-01-05', ...more];
const ledgerOf = (...rows: Cell[][]): Ledger => read([sheetOf(rows)]);
const kinds = (ledger: Ledger): string[] =>
  [...ledger.kind.keys()].map((row) => kindOf(ledger, row)).filter((kind) => kind !== 'header');
const codes = (ledger: Ledger): string[] => ledger.report.map(({ code }) => code);
const asked = (ledger: Ledger): string[] =>
  ledger.questions.map(
    ({ fact, choices }) => `${fact.code}: ${choices.map(({ id }) => id).join(' ')}`,
  );
const answered = (rows: Cell[][], id: string): Ledger => {
  const { questions } = ledgerOf(...rows);
  return read([sheetOf(rows)], {
    answers: Object.fromEntries(questions.map(({ key }) => [key, id])),
  });
};

describe('a price in parts without a column of the whole', () => {
  it.each([
    [['首付款', '尾款'], [1000, 500], '1500.00'],
    [['Deposit', 'Balance'], [1000, 500], '1500.00'],
    [['1st instalment', '2nd instalment', '3rd instalment'], [10, 20, 30], '60.00'],
    [['预付款', '余款', '质保金'], [100, 50, 5], '155.00'],
  ])('%s are added, and said so', (headers, amounts, sum) => {
    const ledger = ledgerOf([...HEAD.slice(0, 4), ...headers], order('A1', ...amounts));
    expect(netSales(ledger)).toBe(sum);
    expect(codes(ledger)).toContain('ledger.instalments-added');
    expect(codes(ledger)).not.toContain('ledger.amount-column');
  });
  it('is asked where a part is blank, and not added where the whole is there', () => {
    const head = [...HEAD.slice(0, 4), '首付款', '尾款'];
    expect(asked(ledgerOf(head, order('A1', 1000, null), order('A2', 10, 20)))).toEqual([
      'ledger.amount-loose: as-written leave-out',
    ]);
    expect(netSales(ledgerOf([...head, '合计'], order('A1', 1000, 500, 1500)))).toBe('1500.00');
  });
  it('is none in a cash book', () => {
    const head = ['订单号', '客户', '类别', '日期', 'Deposit', 'Withdrawal', 'Balance'];
    const ledger = ledgerOf(head, order('A1', 1000, null, 1000), order('A2', 500, null, 1500));
    expect(netSales(ledger)).toBe('1500.00');
    expect(codes(ledger)).not.toContain('ledger.instalments-added');
  });
});

describe('which way the money goes, in a column of words', () => {
  it.each([
    ['收支方向', '收入', '支出'],
    ['红蓝字', '蓝字', '红字'],
    ['In/Out', 'In', 'Out'],
    ['业务', '新购', '退货'],
    ['处理方式', '新开', '退款'],
  ])('%s: %s counts, %s is asked about', (header, counted, back) => {
    const rows = [[...HEAD, header], order('A1', 1000, counted), order('A2', 300, back)];
    expect(kinds(ledgerOf(...rows))).toEqual(['order', 'question']);
    expect(netSales(answered(rows, 'taken-back'))).toBe('700.00');
  });
  it('debit and credit are both asked about, once each', () => {
    const ledger = ledgerOf(
      [...HEAD, 'Dr/Cr'],
      order('A1', 1000, 'Cr'),
      order('A2', 300, 'Dr'),
      order('A3', 200, 'Cr'),
    );
    expect(ledger.questions.map(({ indices }) => indices.length)).toEqual([2, 1]);
  });
  it.each([
    ['是否有效', '是', '否', 'void'],
    ['Valid?', 'Y', 'N', 'void'],
    ['是否已付款', '是', '否', 'pending'],
    ['是否作废', '否', '是', 'void'],
    ['Cancelled?', 'No', 'Yes', 'void'],
  ])('%s: %s counts, %s does not', (header, yes, no, kind) => {
    const rows = [[...HEAD, header], order('A1', 1000, yes), order('A2', 300, no)];
    expect(kinds(ledgerOf(...rows))).toEqual(['order', kind]);
  });
  it('stands beside a status, and goes before it', () => {
    const head = [...HEAD, '状态', '是否有效'];
    expect(kinds(ledgerOf(head, order('A1', 1000, '已支付', '否')))).toEqual(['void']);
  });
});

describe('refunds told in other places', () => {
  it('in the order number', () => {
    const rows = [HEAD, order('A1', 1000), order('A1退', 300), order('B9-红冲', 40)];
    const ledger = ledgerOf(...rows);
    expect(kinds(ledger)).toEqual(['order', 'refund', 'question']);
    expect(netSales(ledger)).toBe('700.00');
    expect(ledger.questions[0]?.fact).toMatchObject({ word: 'B9-红冲' });
  });
  it.each(['客户已退300', '退了300元', 'refunded 300'])(
    'in a remark with its sum: %s',
    (remark) => {
      const ledger = ledgerOf([...HEAD, '备注'], order('A1', 1000, remark));
      expect(asked(ledger)).toEqual(['ledger.refund-partial: as-written leave-out']);
    },
  );
  it.each(['未退2025-03-01', '不退', '7天无理由可退', '退2月1日前'])('%s says none', (remark) => {
    const ledger = ledgerOf([...HEAD, '备注'], order('A1', 1000, remark));
    expect(kinds(ledger)).toEqual(['order']);
  });
});

describe('units and currencies beside the amount', () => {
  it('a unit in a column of its own is asked about where it is not the header’s', () => {
    const rows = [[...HEAD, '单位'], order('A1', 12.5, '万元'), order('A2', 2000, '元')];
    expect(asked(ledgerOf(...rows))).toEqual([
      'ledger.unit-beside: unit-beside as-written leave-out',
    ]);
    expect(netSales(answered(rows, 'unit-beside'))).toBe('127000.00');
    const counted = [...HEAD, '采购数量', '单位'];
    expect(kinds(ledgerOf(counted, order('A1', 12, 1, '台')))).toEqual(['order']);
  });
  it('the column of yuan counts beside foreign amounts', () => {
    const head = [...HEAD, '币种', '汇率', '本位币金额'];
    const ledger = ledgerOf(head, order('A1', 1000, 'USD', 7.1, 7100));
    expect(netSales(ledger)).toBe('7100.00');
  });
  it.each([
    ['Sales in RMB thousands', '12500.00'],
    ['Amounts in thousands of RMB', '12500.00'],
    ["RMB'000", '12500.00'],
    ['Sales in 2025', '12.50'],
  ])('%s above the table', (line, sum) => {
    expect(netSales(ledgerOf([line], HEAD, order('A1', 12.5)))).toBe(sum);
  });
});

describe('headers of other systems', () => {
  it.each([
    ['Order ID 订单号', 'Customer 客户', 'Category 类别', 'Date 日期', 'Amount 金额'],
    ['订单号 Order ID', '客户 Customer', '类别 Category', '日期 Date', '金额 Amount'],
    ['单据编号', '往来单位', '类别', '制单日期', '原币价税合计'],
    ['Agreement ID', 'Buyer', 'Category', 'Offer date', 'Gross revenue'],
  ])('%s', (...head) => {
    expect(netSales(ledgerOf(head, order('A1', 1000)))).toBe('1000.00');
  });
  it('one half that nobody knows may change the other', () => {
    expect(() =>
      netSales(ledgerOf([...HEAD.slice(0, 4), 'ECS金额'], order('A1', 9))),
    ).not.toThrow();
    expect(codes(ledgerOf([...HEAD.slice(0, 4), 'ECS金额'], order('A1', 9)))).toContain(
      'ledger.no-amount-column',
    );
  });
  it('a figure beside the header is no part of it', () => {
    const ledger = ledgerOf([...HEAD, null, 12345], order('A1', 1000));
    expect(netSales(ledger)).toBe('1000.00');
  });
  it('words below the last header only are its columns', () => {
    const ledger = ledgerOf(
      [...HEAD, null, null],
      [null, null, null, null, '应付', '已付', '未付'],
      order('A1', 1000, 900, 100),
    );
    expect(netSales(ledger)).toBe('900.00');
  });
  it('year, month and day in columns of their own are one date', () => {
    const ledger = ledgerOf(
      ['订单号', '客户', '类别', '年', '月', '日', '金额'],
      ['A1', '甲', '基础', 2025, 1, 5, 1000],
    );
    expect(kinds(ledger)).toEqual(['order']);
    expect(ledger.report).toContainEqual(
      expect.objectContaining({ code: 'ledger.date-column', header: '年 + 月 + 日' }),
    );
  });
  it.each([
    ['一月', '二月', '三月'],
    ['1月金额', '2月金额', '3月金额'],
  ])('months across are named as what they are: %s', (...months) => {
    const ledger = ledgerOf(['客户', '类别', ...months], ['甲', '基础', 1, 2, 3]);
    expect(codes(ledger)).toContain('ledger.crosstab');
  });
});

describe('rows that do not count', () => {
  it('are asked about where a figure is written that cannot be read', () => {
    const head = [...HEAD, '状态'];
    const rows = [head, order('A1', '约900', '待付款'), order('A2', '1,2', '已取消')];
    expect(kinds(ledgerOf(...rows))).toEqual(['question', 'question']);
    expect(kinds(answered(rows.slice(0, 2), 'as-written'))).toEqual(['pending']);
    expect(kinds(ledgerOf(head, order('A1', '待定', '待付款'), order('A2', 9, '已付')))).toEqual([
      'pending',
      'order',
    ]);
  });
  it('重新审核 is not approved yet', () => {
    expect(kinds(ledgerOf([...HEAD, '状态'], order('A1', 9, '重新审核')))).toEqual(['pending']);
  });
  it('another category of one order is another line', () => {
    const ledger = ledgerOf(HEAD, order('A1', 500), ['A1', '甲', '安全', '2025-01-05', 500]);
    expect(netSales(ledger)).toBe('1000.00');
  });
});

describe('words of other places for the same', () => {
  it.each([
    ['金額（仟元）', '120000.00'],
    ['金额(千)', '120000.00'],
    ['金額（佰萬元）', '120000000.00'],
  ])('the unit of %s', (header, sum) =>
    expect(netSales(ledgerOf([...HEAD.slice(0, 4), header], order('A1', 120)))).toBe(sum),
  );
  it.each(['客戶已退訂', '客户已退款', '此单客户全额退款'])('the remark %s is asked', (remark) => {
    const ledger = ledgerOf([...HEAD, '备注'], order('A1', 120, ''), order('A2', 80, remark));
    expect(kinds(ledger)).toEqual(['order', 'question']);
  });
  it('an approval that ended in a refusal is no sale, however complete its flow', () => {
    const head = [...HEAD, '审批状态', '审批结果'];
    const rows = [order('A1', 120, '已完成', '审批通过'), order('A2', 80, '已完成', '审批拒绝')];
    expect(netSales(ledgerOf(head, ...rows))).toBe('120.00');
  });
});
