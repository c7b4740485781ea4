import { kindOf } from '#domain/ledger/ledger.ts';
import type { Cell } from '#domain/sheet.ts';
import { countsOf, netSales, read, toldRow } from './told-rows.ts';
import { sheetOf } from './sheet-of.ts';

const HEAD = [
  '序号',
  '订单号',
  '客户',
  '产品',
  '类别',
  '类型',
  '付款日期',
  '实付金额',
  '状态',
  '备注',
];

/** What the last of these rows becomes, after a clean order of 50,000 for 925010600000011. */
function last(...rows: Cell[][]): string {
  const first: Cell[] = [
    1,
    '925010600000011',
    '甲公司',
    'ECS',
    '基础',
    '新购',
    '2025-01-06',
    50000,
    '已签',
    null,
  ];
  const sheet = sheetOf([HEAD, first, ...rows]);
  const { kind, reason, amount } = toldRow(read([sheet]), sheet.rowCount - 1);
  return [kind, reason, kind === 'refund' ? amount : null]
    .filter((word) => word !== null)
    .join(' ');
}

describe('rows that are no orders', () => {
  const shapes: readonly (readonly [string, Cell[], string])[] = [
    ['a running number made ready', [41], 'blank'],
    ['spaces only', [' ', '\u3000', null], 'blank'],
    [
      'a word of sums anywhere',
      [null, null, null, '华东小计', null, null, null, 50000],
      'subtotal',
    ],
    ['with spaces inside', [null, '合  计', null, null, null, null, null, 1], 'subtotal'],
    [
      'with figures before it',
      [null, '2025年1月小计', null, null, null, null, null, 1],
      'subtotal',
    ],
    ['the total without its word', [null, null, null, null, null, null, null, 50000], 'subtotal'],
    [
      'an amount that is no total',
      [null, null, null, null, null, null, null, 777],
      'question amount',
    ],
    ['the number of orders', ['共 12 单'], 'subtotal'],
    ['a heading by month', [null, '2025年2月'], 'note'],
    ['a remark across the table', ['注：以上金额含税'], 'note'],
    ['a rule', ['————', '————'], 'note'],
    ['signatures', ['制表：周敏', null, '审核：陈立', null, null, '日期：2025-04-02'], 'note'],
    [
      'a diary entry with a day',
      [null, null, '与厂商对账', null, null, null, '2025-02-10'],
      'note',
    ],
    ['how to fill it in', ['必填', '必填', '必填', '必填', '选填', '选填', '必填', '必填'], 'note'],
    ['the header once more', HEAD, 'header'],
  ];
  test.each(shapes)('%s', (_name, row, expected) => expect(last(row)).toBe(expected));

  test('a customer whose name sounds like a sum is a customer', () =>
    expect(
      last([2, '925010700000022', '合计软件', 'ECS', '基础', '新购', '2025-01-07', 500, '已签']),
    ).toBe('order'));
  test('an order without an amount is asked about, not passed over', () =>
    expect(
      last([2, '925010700000022', '甲公司', 'ECS', '基础', '新购', '2025-01-07', null, '已签']),
    ).toBe('question amount'));
});

describe('what status, type and remark say', () => {
  const line = (
    type: string | null,
    amount: Cell,
    status: string | null,
    remark: string | null = null,
  ): Cell[] => [
    2,
    '925010700000022',
    '乙公司',
    'ECS',
    '基础',
    type,
    '2025-01-07',
    amount,
    status,
    remark,
  ];
  const cases: readonly (readonly [string, Cell[], string])[] = [
    ['作废', line('新购', 500, '作废'), 'void'],
    ['已取消', line('新购', 500, '已取消'), 'void'],
    ['cancelled', line('New', 500, 'Cancelled'), 'void'],
    ['in a remark that begins with it', line('新购', 500, null, '作废，重录'), 'void'],
    ['not in a remark that tells of it', line('新购', 500, '已签', '客户取消了升级计划'), 'order'],
    ['in place of the amount', line('新购', '作废', null), 'void'],
    ['跟进中', line('新购', 500, '跟进中'), 'pending'],
    ['待付款', line('新购', 500, '待付款'), 'pending'],
    ['报价', line('新购', 500, '报价中'), 'pending'],
    ['待定 under pending', line('新购', '待定', '跟进中'), 'pending'],
    ["重复 in the user's own word", line('新购', 500, null, '重复录入'), 'duplicate'],
    ['own service by type', line('服务', 500, null), 'own-service'],
    ['own service by remark', line('新购', 500, null, '自有服务'), 'own-service'],
    ['待结算 waits for the vendor', line('新购', 500, '待结算'), 'order'],
    ['待对账 too', line('新购', 500, '待对账'), 'order'],
    ['部分到账', line('新购', 500, '部分到账'), 'order'],
    ['√', line('新购', 500, '√'), 'order'],
    ['a number says nothing', line('新购', 500, '3'), 'order'],
    ['an unknown word is asked about', line('新购', 500, '蓝色'), 'question status'],
    ['given back in full', line('新购', 500, '已退款'), 'void'],
    ['a refund', line('退款', -500, '已退款'), 'refund -500.00'],
    ['a refund without a sign and without its order', line('退款', 500, null), 'question refund'],
    ['REFUND', line('REFUND', -500, null), 'refund -500.00'],
    ['negative is enough', line('新购', -500, null), 'refund -500.00'],
  ];
  test.each(cases)('%s', (_name, row, expected) => expect(last(row)).toBe(expected));

  test('an unknown status is one question for all its rows', () => {
    const sheet = sheetOf([
      HEAD,
      line('新购', 500, '蓝色').with(1, 'A1'),
      line('新购', 700, '蓝色').with(1, 'A2'),
      line('新购', 900, '已支付').with(1, 'A3'),
    ]);
    const asked = read([sheet]);
    expect(asked.questions.map(({ reason, indices }) => [reason, indices])).toEqual([
      ['status', [1, 2]],
    ]);
    const key = asked.questions[0]?.key ?? '';
    const told = (answer: string) => netSales(read([sheet], { answers: { [key]: answer } }));
    expect([
      netSales(asked),
      told('status:won'),
      told('status:void'),
      told('status:refund'),
    ]).toEqual(['900.00', '2100.00', '900.00', '900.00']);
  });
});

describe('one number on several rows', () => {
  const again = (change: Partial<Record<number, Cell>>): Cell[] => {
    const row: Cell[] = [
      2,
      '925010600000011',
      '甲公司',
      'ECS',
      '基础',
      '新购',
      '2025-01-06',
      50000,
      '已签',
      null,
    ];
    for (const [column, cell] of Object.entries(change)) row[Number(column)] = cell ?? null;
    return row;
  };
  const cases: readonly (readonly [string, Cell[], string])[] = [
    ['the same line', again({}), 'duplicate'],
    [
      'the same line in other spelling',
      again({
        1: ' ９２５０１０６０００ ０００１１\t',
        3: '云服务器 ECS',
        6: '2025/1/6',
        7: '￥50,000.00',
      }),
      'duplicate',
    ],
    ["part of the customer's name", again({ 2: '甲公司（总部）' }), 'duplicate'],
    ['a partial refund', again({ 5: '退款', 6: '2025-02-01', 7: -5000 }), 'refund -5000.00'],
    [
      'a partial refund written without a sign',
      again({ 5: '退款', 6: '2025-02-01', 7: 5000 }),
      'refund -5000.00',
    ],
    [
      'more given back than was ordered, without a sign',
      again({ 5: '退款', 6: '2025-02-01', 7: 60000 }),
      'question refund',
    ],
    [
      'a refund that names no product',
      again({ 3: null, 4: null, 5: '退款', 7: -5000 }),
      'refund -5000.00',
    ],
    ['another product: a line of the order', again({ 3: 'OSS', 7: 700 }), 'order'],
    ['another product at the same price', again({ 3: 'OSS' }), 'order'],
    ['an upgrade', again({ 5: '升级', 7: 700 }), 'order'],
    ['the same product at another price', again({ 7: 700 }), 'question id'],
    ['the same amount on another day', again({ 6: '2025-03-06' }), 'question id'],
    ['another customer', again({ 2: '丙集团' }), 'question id'],
    ['void', again({ 8: '作废' }), 'void'],
    ['own service under the same number', again({ 3: '实施' }), 'own-service'],
  ];
  test.each(cases)('%s', (_name, row, expected) => expect(last(row)).toBe(expected));

  test('a status "refunded" beside a refund line does not take the order away twice', () => {
    const order: Cell[] = [1, 'X1', '甲公司', 'ECS', '基础', '新购', '2025-01-06', 800, '已退款'];
    expect(
      netSales(
        read([
          sheetOf([
            HEAD,
            order,
            [2, 'X1', '甲公司', 'ECS', '基础', '退款', '2025-01-08', -800, '已退款'],
          ]),
        ]),
      ),
    ).toBe('0.00');
    expect(netSales(read([sheetOf([HEAD, order])]))).toBe('0.00');
  });

  test('a refund finds its order by the related number', () => {
    const head = ['订单号', '原订单号', '客户', '产品', '类型', '付款日期', '实付金额'];
    const ledger = read([
      sheetOf([
        head,
        ['A1', null, '甲', 'ECS', '新购', '2025-01-06', 800],
        ['R1', 'A1', '甲', null, '退款', '2025-01-08', 300],
      ]),
    ]);
    expect(toldRow(ledger, 2)).toEqual({
      kind: 'question',
      reason: 'category',
      date: null,
      category: null,
      amount: '300.00',
    });
    const named = read([
      sheetOf([
        head,
        ['A1', null, '甲', 'ECS', '新购', '2025-01-06', 800],
        ['R1', 'A1', '甲', 'ECS', '退款', '2025-01-08', 300],
      ]),
    ]);
    expect(toldRow(named, 2)).toMatchObject({ kind: 'refund', amount: '-300.00' });
  });

  test(
    'a number on every row is one order of seven products, and one question with a rule for ' +
      'the rest',
    () => {
      const rows = Array.from({ length: 20_000 }, (_, index): Cell[] => [
        index,
        'SAME',
        '甲公司',
        `产品${index % 7}`,
        '基础',
        '新购',
        '2025-01-06',
        1000 + index,
        '已签',
      ]);
      const ledger = read([sheetOf([HEAD, ...rows])]);
      expect(ledger.questions).toHaveLength(1);
      expect(ledger.questions[0]?.indices).toHaveLength(19_993);
      expect(ledger.questions[0]?.choices.map(({ id }) => id)).toEqual(['keep', 'leave-out']);
      expect(ledger.questions[0]?.fact.code).toBe('ledger.id-other-amount');
    },
  );
});

describe('numbers of orders', () => {
  const kinds = (...ids: Cell[]): string[] => {
    const ledger = read([
      sheetOf([
        HEAD,
        ...ids.map((id, index): Cell[] => [
          index,
          id,
          `客户${index}`,
          'ECS',
          '基础',
          '新购',
          '2025-01-06',
          100 + index,
          '已签',
        ]),
      ]),
    ]);
    return ids.map((_, index) => kindOf(ledger, index + 1));
  };
  test('fifteen digits of a number are whole, sixteen are not', () =>
    expect(kinds(925010600000011, 9250106000000110, 9.25e20)).toEqual([
      'order',
      'question',
      'question',
    ]));
  test('an exponent in text has lost its digits', () =>
    expect(kinds('9.25011E+14', '9.25011e14', 'E14')).toEqual(['question', 'question', 'order']));
  test('text that ends in the zeros Excel leaves', () =>
    expect(kinds('925010600000011000', '925010600000011001')).toEqual(['question', 'order']));
  test('sixteen digits ending in 0 are natural among others, not when all do', () => {
    expect(kinds('9250106000000110', '9250106000000127')).toEqual(['order', 'order']);
    expect(kinds('9250106000000110', '9250106000000120', '9250106000000130')).toEqual([
      'question',
      'question',
      'question',
    ]);
  });
  test('TABs, apostrophes and invisible characters are not part of it', () => {
    const ledger = read([
      sheetOf([
        HEAD,
        [1, '\t925010600000011\u200b', '甲', 'ECS', '基础', '新购', '2025-01-06', 1],
        [2, "'925010600000012", '甲', 'ECS', '基础', '新购', '2025-01-06', 1],
        [3, 'No.925010600000013', '甲', 'ECS', '基础', '新购', '2025-01-06', 1],
      ]),
    ]);
    expect(ledger.orderId.slice(1)).toEqual([
      '925010600000011',
      '925010600000012',
      '925010600000013',
    ]);
  });
});

test(
  'blank days and customers are as above, but not across a subtotal or below an ' + 'open day',
  () => {
    const ledger = read([
      sheetOf([
        HEAD,
        [1, 'A1', '甲公司', 'ECS', '基础', '新购', '2025-01-06', 100],
        [2, 'A2', null, 'ECS', '基础', '新购', null, 200],
        [null, '小计', null, null, null, null, null, 300],
        [3, 'A3', null, 'ECS', '基础', '新购', null, 400],
        [4, 'A4', '乙公司', 'ECS', '基础', '新购', '2025/6/31', 500],
        [5, 'A5', null, 'ECS', '基础', '新购', null, 600],
      ]),
    ]);
    expect([1, 2, 3, 4, 5, 6].map((row) => [kindOf(ledger, row), ledger.customer[row]])).toEqual([
      ['order', '甲公司'],
      ['order', '甲公司'],
      ['subtotal', ''],
      ['question', '甲公司'],
      ['question', '乙公司'],
      ['question', '乙公司'],
    ]);
    expect(ledger.day[2]).toBe(ledger.day[1]);
    expect(ledger.report).toContainEqual({
      code: 'ledger.as-above',
      sheet: '订单',
      field: 'paidOn',
      count: 1,
      rows: [3],
    });
  },
);

test('"同上" is the value above, in every column of words and days', () => {
  const ledger = read([
    sheetOf([
      HEAD,
      [1, 'A1', '甲公司', 'ECS', '基础', '新购', '2025-01-06', 100, '已签'],
      [2, 'A2', '同上', '〃', '同上', '同上', '同上', 200, '同上'],
    ]),
  ]);
  expect(toldRow(ledger, 2)).toEqual({
    kind: 'order',
    reason: null,
    date: '2025-01-06',
    category: '基础',
    amount: '200.00',
  });
  expect(ledger.customer[2]).toBe('甲公司');
});

test('a number still to be filled in is none', () => {
  const ledger = read([
    sheetOf([
      HEAD,
      ...['待补', '待补', 'TBD', '-'].map((id, index): Cell[] => [
        index,
        id,
        '甲公司',
        'ECS',
        '基础',
        '新购',
        '2025-01-06',
        100 + index,
        '已签',
      ]),
    ]),
  ]);
  expect(countsOf(ledger)).toEqual({ header: 1, order: 4 });
  expect(ledger.orderId.slice(1)).toEqual(['', '', '', '']);
});

test('what is not won yet is as large as what is to be ordered', () => {
  const ledger = read([
    sheetOf([
      ['订单号', '客户', '产品', '签约日期', '付款日期', '合同额', '实付金额', '状态'],
      ['A1', '甲', 'ECS', '2025-01-02', '2025-01-06', 900, 800, '已付款'],
      [null, '乙', 'ECS', '2025-03-31', null, 700, null, '跟进中'],
    ]),
  ]);
  expect([kindOf(ledger, 2), ledger.amount[2], ledger.day[2]]).toEqual(['pending', 70000, 20178]);
});

test('a chance below one is pending, unless the status says it is won', () => {
  const head = ['订单号', '客户', '产品', '付款日期', '实付金额', '概率', '状态'];
  const ledger = read([
    sheetOf([
      head,
      ['A1', '甲', 'ECS', '2025-01-06', 1000, '60%', null],
      ['A2', '甲', 'ECS', '2025-01-06', 1000, 0.3, '蓝色'],
      ['A3', '甲', 'ECS', '2025-01-06', 1000, 1, null],
      ['A4', '甲', 'ECS', '2025-01-06', 1000, '90%', '已签'],
      ['A5', '甲', 'ECS', '2025-01-06', 1000, '100%', null],
    ]),
  ]);
  expect(countsOf(ledger)).toEqual({ header: 1, pending: 2, order: 3 });
  expect([...(ledger.probability ?? [])].slice(1)).toEqual([0.6, 0.3, 1, 0.9, 1]);
});

describe('categories', () => {
  const category = (product: Cell, written: Cell, ...more: Cell[][]): string => {
    const ledger = read([
      sheetOf([
        ['订单号', '客户', '产品', '类别', '付款日期', '实付金额'],
        ['A0', '甲', product, written, '2025-01-06', 1000],
        ...more,
      ]),
    ]);
    const row = toldRow(ledger, 1);
    return row.category ?? [row.kind, row.reason].filter((word) => word !== null).join(' ');
  };
  test.each<[string, Cell, Cell, string]>([
    ['the column wins over the catalog', 'CDN', '安全', '安全'],
    ['the catalog where the column is blank', '云WAF', null, '安全'],
    ['the catalog under a placeholder', 'ECS', '待定', '基础'],
    ["a category of the user's own", '智能客服', 'AI', 'AI'],
    ['an unknown product', '智能客服', null, 'question category'],
    ['no product at all', null, null, 'question category'],
    ['two categories', 'ECS', '基础+安全', 'question category'],
    ['undecided products are asked', '云数据库RDS', null, 'question category'],
    ['own services whatever the column says', '等保咨询', '安全', 'own-service'],
    ['own services by the column', '机房巡检', '自有服务', 'own-service'],
    ["a vendor's product cannot be one's own service", 'ECS', '服务', 'question category'],
  ])('%s', (_name, product, written, expected) =>
    expect(category(product, written)).toBe(expected),
  );

  test('what the ledger itself says of an undecided product elsewhere', () =>
    expect(category('RDS', null, ['A1', '甲', 'RDS', '数据库', '2025-01-06', 1000])).toBe(
      '数据库',
    ));
  test('one category in several spellings is shown as it is written most', () => {
    const ledger = read([
      sheetOf([
        ['订单号', '类别', '付款日期', '实付金额'],
        ['A1', '基础产品', '2025-01-06', 1],
        ['A2', '基 础', '2025-01-06', 2],
        ['A3', '基础', '2025-01-06', 4],
        ['A4', '基础', '2025-01-06', 8],
      ]),
    ]);
    expect(ledger.categories).toEqual(['基础']);
  });
  test('a ledger without product and category is asked, unless no category matters', () => {
    const sheet = sheetOf([
      ['订单号', '付款日期', '实付金额'],
      ['A1', '2025-01-06', 100],
      ['A2', '2025-01-07', 200],
    ]);
    expect(countsOf(read([sheet]))).toEqual({ header: 1, question: 2 });
    expect(countsOf(read([sheet], { categoriesMatter: false }))).toEqual({ header: 1, order: 2 });
  });
});
