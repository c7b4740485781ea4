import type { Cell } from '#domain/sheet.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import { day, fenOf, sheetOf, statementFixture } from './fixture.ts';

const HEAD = [
  '订单号',
  '客户名称',
  '产品名称',
  '支付时间',
  '现金支付',
  '计佣金额',
  '佣金比例',
  '佣金金额',
  '备注',
];
const lineOf = (cells: Partial<Record<(typeof HEAD)[number], Cell>>): Cell[] =>
  HEAD.map((name) => cells[name] ?? '');
const read = (...rows: readonly (readonly Cell[])[]) => readStatement([sheetOf(rows)]);
const oneLine = (cells: Partial<Record<(typeof HEAD)[number], Cell>>) =>
  read(HEAD, lineOf({ 订单号: 'A1', 佣金金额: '1.00', ...cells })).lines[0];

describe('what a line is', () => {
  test('titles above, notes below and total lines are not lines', () => {
    const statement = readStatement([sheetOf(statementFixture('second-quarter'))]);
    expect(statement.lines).toHaveLength(20);
    expect(statement.total).toBe(fenOf('35389.67'));
    expect(statement.statedTotal).toBe(fenOf('35389.67'));
    expect(statement.facts).toEqual([]);
    expect(statement.period).toEqual({ from: day('2025-04-01'), to: day('2025-06-30') });
  });

  test.each<[string, readonly Cell[][]]>([
    ['合计 in the first column', [['合计', '', '', '', '', '', '', '300.00', '']]],
    ['总计： with a colon', [['总计：', '', '', '', '', '', '', '300.00', '']]],
    ['Grand Total', [['', 'Grand Total', '', '', '', '', '', '300.00', '']]],
    ['an unnamed sum', [['', '', '', '', '', '', '', '300.00', '']]],
    [
      'a customer subtotal and a total',
      [
        ['', '甲方物流 小计', '', '', '', '', '', '300.00', ''],
        ['Total', '', '', '', '', '', '', 300, ''],
      ],
    ],
  ])('%s is not added', (_, totals) => {
    const statement = read(
      HEAD,
      lineOf({ 订单号: 'A1', 佣金金额: '100.00' }),
      lineOf({ 订单号: 'A2', 佣金金额: '200.00' }),
      ...totals,
    );
    expect(statement.total).toBe(fenOf('300.00'));
    expect(statement.lines).toHaveLength(2);
    expect(statement.facts).toEqual([]);
    expect(statement.statedTotal).toBe(fenOf('300.00'));
  });

  test('subtotals of pages, each of its own lines, and the total of all', () => {
    const page = (id: string, amount: string): Cell[] => lineOf({ 订单号: id, 佣金金额: amount });
    const sum = (word: string, amount: string): Cell[] =>
      lineOf({ 订单号: word, 佣金金额: amount });
    const statement = read(
      HEAD,
      page('A1', '100.00'),
      sum('本页小计', '100.00'),
      page('A2', '200.00'),
      page('A3', '5.00'),
      sum('本页小计', '205.00'),
      sum('合计', '305.00'),
    );
    expect(statement.facts).toEqual([]);
    expect([statement.total, statement.statedTotal]).toEqual([fenOf('305.00'), fenOf('305.00')]);
  });

  test('a total that is not the sum of its lines is said', () => {
    const statement = read(
      HEAD,
      lineOf({ 订单号: 'A1', 佣金金额: '100.00' }),
      lineOf({ 订单号: 'A2', 佣金金额: '200.00' }),
      ['合计', '', '', '', '', '', '', '310.00', ''],
    );
    expect(statement.facts).toEqual([
      {
        code: 'settlement.total-differs',
        sheet: 'statement',
        row: 4,
        stated: fenOf('310.00'),
        lines: fenOf('300.00'),
        difference: fenOf('10.00'),
      },
    ]);
  });

  test('an amount that names nothing and is no sum is said, not counted', () => {
    const statement = read(HEAD, lineOf({ 订单号: 'A1', 佣金金额: '100.00' }), [
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '55.00',
      '',
    ]);
    expect(statement.total).toBe(fenOf('100.00'));
    expect(statement.facts).toEqual([
      { code: 'settlement.unnamed-amount', sheet: 'statement', row: 3, amount: fenOf('55.00') },
    ]);
  });

  test('a header printed again on every page is skipped', () => {
    const statement = read(
      HEAD,
      lineOf({ 订单号: 'A1', 佣金金额: '100.00' }),
      HEAD,
      lineOf({ 订单号: 'A2', 佣金金额: '200.00' }),
    );
    expect(statement.lines.map((line) => line.row)).toEqual([2, 4]);
    expect(statement.facts).toEqual([]);
  });
});

describe('what a cell says', () => {
  test.each<[string, Cell, string]>([
    ['a TAB behind', '925010800000017\t', '925010800000017'],
    ['a quote in front', "'925010800000017", '925010800000017'],
    ['spaces around', '  9250 10800000017 ', '925010800000017'],
    ['a whole number', 925010800000017, '925010800000017'],
    ['full width', '９２５０１', '92501'],
  ])('order number with %s', (_, cell, orderId) => {
    expect(oneLine({ 订单号: cell })?.orderId).toBe(orderId);
  });

  test.each<[string, Cell]>([
    ['a number beyond 15 digits', 20240131173049424000],
    ['scientific notation', '2.02401E+20'],
  ])('an order number as %s is lost and said', (_, cell) => {
    const statement = read(HEAD, lineOf({ 订单号: cell, 客户名称: '甲', 佣金金额: '1.00' }));
    expect(statement.lines[0]?.orderId).toBe('');
    expect(statement.facts.map((fact) => fact.code)).toEqual(['settlement.damaged-id']);
  });

  test.each<[Cell, Cell, Cell, string]>([
    ['4%', '100.00', '4.00', '0.04'],
    ['４％', '100.00', '4.00', '0.04'],
    ['0.04', '100.00', '4.00', '0.04'],
    [0.04, 100, 4, '0.04'],
    ['4', '100.00', '4.00', '0.04'],
    [7, 100, 7, '0.07'],
    ['0.5', '10000.00', '50.00', '0.005'],
    ['0.5', '10000.00', '5000.00', '0.5'],
    ['1', '10000.00', '100.00', '0.01'],
    ['12%+', '100.00', '12.00', '0.12'],
  ])('rate %p of %p that pays %p is %s', (rate, base, amount, expected) => {
    expect(oneLine({ 佣金比例: rate, 计佣金额: base, 佣金金额: amount })?.rate?.toString()).toBe(
      expected,
    );
  });

  test.each<[Cell, string]>([
    ['2025-01-08 10:20:30', '2025-01-08'],
    ['2025/1/8', '2025-01-08'],
    [45665, '2025-01-08'],
    ['20250108', '2025-01-08'],
    ['2025年1月8日', '2025-01-08'],
    ['2025.1.8', '2025-01-08'],
  ])('paid on %p', (cell, iso) => {
    expect(oneLine({ 支付时间: cell })?.paidOn).toBe(day(iso));
  });

  test(
    'an amount that cannot be read is a question, its line does not count, its order is not ' +
      'missing',
    () => {
      const statement = read(
        HEAD,
        lineOf({ 订单号: 'A1', 佣金金额: '待核算' }),
        lineOf({ 订单号: 'A2', 佣金金额: '$200' }),
        lineOf({ 订单号: 'A3', 佣金金额: '￥1,300.50' }),
      );
      expect(statement.total).toBe(fenOf('1300.50'));
      expect(statement.unread).toEqual(['A1', 'A2']);
      expect(statement.facts).toEqual([
        {
          code: 'settlement.unreadable-amount',
          sheet: 'statement',
          row: 2,
          cell: 'H2',
          header: '佣金金额',
          typed: '待核算',
        },
        {
          code: 'settlement.unreadable-amount',
          sheet: 'statement',
          row: 3,
          cell: 'H3',
          header: '佣金金额',
          typed: '$200',
        },
      ]);
    },
  );
});

describe('units', () => {
  test.each<[string, readonly Cell[][], string]>([
    [
      'Amt of a rebate list is fen',
      [
        ['OrderId', 'ClientUin', 'RebateMonth', 'Amt'],
        ['A1', 'C1', '2025-01', 12345],
      ],
      '123.45',
    ],
    [
      '元 in the header',
      [
        ['订单号', '客户', '佣金金额(元)'],
        ['A1', '甲', 123.45],
      ],
      '123.45',
    ],
    [
      '分 in the header',
      [
        ['订单号', '客户', '佣金金额（分）'],
        ['A1', '甲', 12345],
      ],
      '123.45',
    ],
    [
      '万元 in the header',
      [
        ['订单号', '客户', '佣金金额(万元)'],
        ['A1', '甲', '1.2345'],
      ],
      '12345.00',
    ],
    [
      '分 in a title line',
      [
        ['2025年一季度结算', '金额单位：分'],
        ['订单号', '客户', '佣金金额'],
        ['A1', '甲', '12345'],
      ],
      '123.45',
    ],
    [
      'the header wins over the title',
      [['金额单位：万元'], ['订单号', '客户', '佣金金额(元)'], ['A1', '甲', '123.45']],
      '123.45',
    ],
  ])('%s', (_, rows, yuan) => {
    expect(read(...rows).total).toBe(fenOf(yuan));
  });

  test('Amt beside a rebate column is what the customer paid', () => {
    expect(
      read(['OrderId', 'ClientUin', 'Amt', '返佣金额'], ['A1', 'C1', '100000', '50.00']).lines[0],
    ).toMatchObject({ cash: fenOf('1000.00'), amount: fenOf('50.00') });
  });
});

describe('vendors headers', () => {
  test.each<[string, readonly Cell[], readonly Cell[]]>([
    [
      'Huawei',
      [
        '客户名称',
        '订单号/交易号',
        '产品类型',
        '客户交易时间',
        '账单类型',
        '业绩金额',
        '激励比例',
        '激励金额',
      ],
      ['甲', 'A1', '弹性云服务器', '2025-02-01 00:00:00', '消费', '100.00', '5%', '5.00'],
    ],
    [
      'Microsoft',
      [
        'Customer Name',
        'Order ID',
        'Product Name',
        'Transaction Date',
        'Type',
        'Base Amount',
        'Earning Rate',
        'Earning Amount',
      ],
      ['甲', 'A1', 'x', '2025-02-01', 'rebate', '100.00', '5%', '5.00'],
    ],
    [
      'by hand',
      ['客户', '单号', '产品', '日期', '类型', '计佣基数', '比例', '佣金'],
      ['甲', 'A1', 'x', '2025/2/1', '新购', '100', '5', '5'],
    ],
  ])('%s', (_, header, row) => {
    expect(read(header, row).lines[0]).toMatchObject({
      customer: '甲',
      orderId: 'A1',
      paidOn: day('2025-02-01'),
      base: fenOf('100.00'),
      amount: fenOf('5.00'),
    });
  });

  test('without a column that pays nothing is read and it is said', () => {
    expect(
      read(['订单号', '客户名称', '产品名称', '佣金比例'], ['A1', '甲', 'x', '4%']).facts,
    ).toEqual([{ code: 'settlement.no-amount-column', sheet: 'statement', row: 1, headers: [] }]);
    expect(read(['hello'], ['world']).facts).toEqual([
      { code: 'settlement.no-table', seen: ['hello'] },
    ]);
  });
});

describe('several sheets and files', () => {
  const sheet = (name: string, ...ids: string[]) =>
    sheetOf(
      [
        HEAD,
        ...ids.map((orderId) => lineOf({ 订单号: orderId, 佣金金额: '100.00' })),
        ['合计', '', '', '', '', '', '', `${ids.length}00.00`, ''],
      ],
      name,
    );

  test('are one statement', () => {
    expect(readStatement([sheet('January', 'A1', 'A2'), sheet('February', 'A3')])).toMatchObject({
      total: fenOf('300.00'),
      statedTotal: fenOf('300.00'),
      facts: [],
    });
  });

  test('the same file twice counts once', () => {
    const statement = readStatement([sheet('one', 'A1'), sheet('two', 'A1')]);
    expect(statement.total).toBe(fenOf('100.00'));
    expect(statement.facts).toEqual([
      { code: 'settlement.sheet-repeated', sheet: 'two', other: 'one' },
    ]);
  });

  test('a hidden sheet is left out beside a visible one, and read when it is all there is', () => {
    const hidden = { ...sheet('old', 'B1'), hidden: true };
    expect(readStatement([sheet('new', 'A1', 'A2'), hidden])).toMatchObject({
      total: fenOf('200.00'),
      facts: [{ code: 'settlement.hidden-sheet', sheet: 'old' }],
    });
    expect(readStatement([hidden])).toMatchObject({ total: fenOf('100.00'), facts: [] });
  });

  test('a summary by customer beside the lines is not added again', () => {
    const summary = sheetOf(
      [
        ['客户名称', '业绩金额', '佣金金额'],
        ['甲', '', '200.00'],
        ['乙', '', '100.00'],
      ],
      'summary',
    );
    const statement = readStatement([summary, sheet('lines', 'A1', 'A2', 'A3')]);
    expect(statement.total).toBe(fenOf('300.00'));
    expect(statement.facts).toEqual([{ code: 'settlement.summary-sheet', sheet: 'summary' }]);
  });
});

test('a hundred thousand lines', () => {
  const rows: Cell[][] = [HEAD];
  for (let index = 0; index < 100_000; index += 1)
    rows.push([
      `9250${index}\t`,
      '临安云栈物流有限公司',
      '云服务器ECS',
      '2025-01-08 10:20:30',
      '86400.00',
      '86400.00',
      '4%',
      '3456.00',
      '',
    ]);
  const statement = read(...rows, ['合计', '', '', '', '', '', '', '345600000.00', '']);
  expect(statement.lines).toHaveLength(100_000);
  expect(statement.facts).toEqual([]);
});

test('cash is what no voucher paid where the statement shows the order amount alone', () => {
  const statement = read(
    ['订单号', '客户', '订单金额', '代金券', '佣金比例', '佣金金额'],
    ['A1', '甲', '268000.00', '8000.00', '7%', '18200.00'],
  );
  expect(statement.lines[0]?.cash).toBe(fenOf('260000.00'));
});
