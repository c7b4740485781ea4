import type { Cell, Sheet } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { countsOf, netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '产品', '类别', '付款日期', '实付金额'];
const order = (id: string | null, amount: number, customer = '甲公司'): Cell[] => [
  id,
  customer,
  'ECS',
  '基础',
  '2025-01-06',
  amount,
];
const q1 = sheetOf([HEAD, order('A1', 1000), order('A2', 2000)], { name: 'Q1' });
const q2 = sheetOf([HEAD, order('B1', 4000)], { name: 'Q2' });

const leftOut = (sheets: readonly Sheet[]): Record<string, string> =>
  Object.fromEntries(
    read(sheets).report.flatMap((fact) =>
      fact.code === 'ledger.sheet-left-out' ? [[fact.sheet, fact.why]] : [],
    ),
  );

const statement = sheetOf(
  [
    ['佣金结算单'],
    ['账单月份', '客户名称', '订单号', '支付时间', '现金支付', '计佣金额', '佣金比例', '佣金金额'],
    ['202501', '甲公司', 'A1', '2025-01-06', 1000, 1000, '4%', 40],
  ],
  { name: '结算' },
);
const policy = sheetOf(
  [
    ['返点项', '门槛', '比例'],
    ['基础', 500000, 0.04],
  ],
  { name: '政策贴图' },
);
const pivot = sheetOf(
  [
    ['季度', '实付金额'],
    ['Q1', 3000],
    ['Q2', 4000],
  ],
  { name: 'Sheet4' },
);

test('statements, policies, hidden and other sheets stay out, each with its reason', () => {
  const hidden = { ...sheetOf([HEAD, order('Z1', 9000)], { name: '2023' }), hidden: true };
  const sheets = [
    q1,
    statement,
    q2,
    policy,
    pivot,
    hidden,
    { ...q1, name: '返点复盘', ours: true },
  ];
  expect(netSales(read(sheets))).toBe('7000.00');
  expect(leftOut(sheets)).toEqual({
    结算: 'statement',
    政策贴图: 'policy',
    Sheet4: 'no-orders',
    '2023': 'hidden',
  });
});

test('a summary is not added again; orders that only it lists are', () => {
  const all = sheetOf([HEAD, order('A1', 1000), order('A2', 2000), order('B1', 4000)], {
    name: '全年汇总',
  });
  expect(leftOut([q1, q2, all])).toEqual({ 全年汇总: 'summary' });
  expect(netSales(read([q1, q2, all]))).toBe('7000.00');
  const more = sheetOf([HEAD, order('A1', 1000), order('C1', 8000)], { name: '全年汇总' });
  expect(netSales(read([q1, q2, more]))).toBe('15000.00');
  expect(countsOf(read([q1, q2, more]))).toEqual({ header: 3, order: 4, duplicate: 1 });
});

test('a sheet that copies unnumbered orders of others is recognised whatever its name', () => {
  const head = HEAD.slice(1);
  const lines = [
    ['甲公司', 'ECS', '基础', '2025-01-06', 1000],
    ['乙公司', 'ECS', '基础', '2025-01-07', 2000],
    ['丙公司', 'WAF', '安全', '2025-02-07', 3000],
  ];
  const parts = [
    sheetOf([head, ...lines.slice(0, 2)], { name: 'a' }),
    sheetOf([head, ...lines.slice(2)], { name: 'b' }),
  ];
  const copy = sheetOf([head, ...lines], { name: 'c' });
  expect(netSales(read([...parts, copy]))).toBe('6000.00');
  expect(countsOf(read([...parts, copy]))).toEqual({ header: 3, order: 3, duplicate: 3 });
});

test('twins without a number on one sheet both count and are named', () => {
  const twins = sheetOf([HEAD, order(null, 1000), order(null, 1000)]);
  expect(netSales(read([twins]))).toBe('2000.00');
  expect(read([twins]).report).toContainEqual({
    code: 'ledger.looks-twice',
    sheet: '订单',
    rows: [2, 3],
  });
});

test('where nothing else is there, a hidden sheet, a summary or an export is the ledger', () => {
  expect(netSales(read([{ ...q1, hidden: true }, policy]))).toBe('3000.00');
  expect(netSales(read([{ ...q1, name: '汇总' }]))).toBe('3000.00');
  expect(netSales(read([statement]))).toBe('0.00');
  expect(countsOf(read([statement]))).toMatchObject({ question: 1 });
});

test('a policy beside the orders does not hide them', () => {
  const both = sheetOf(
    [['档位', '门槛', '比例'], ['一', 500000, 0.04], [], HEAD, order('A1', 1000)],
    { name: '2025' },
  );
  expect(netSales(read([both]))).toBe('1000.00');
});

test('nothing to read is an empty ledger that says so', () => {
  for (const sheets of [
    [],
    [policy],
    [sheetOf([['随便', '写写']])],
    [{ name: '空', rowCount: 0, columns: [] }],
  ]) {
    const ledger = read(sheets);
    expect(ledger.size).toBe(0);
    expect(ledger.report.at(-1)).toEqual({ code: 'ledger.no-sheet' });
  }
});

test('a sheet without an amount column names the headers it does not know', () => {
  const { report } = read([
    sheetOf([
      ['订单号', '客户', '付款日期', '到手'],
      ['A1', '甲', '2025-01-06', 1000],
    ]),
  ]);
  expect(report).toContainEqual({
    code: 'ledger.no-amount-column',
    sheet: '订单',
    unknownHeaders: ['到手'],
  });
});
