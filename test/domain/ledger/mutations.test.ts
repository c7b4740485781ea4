import fc from 'fast-check';
import { addDays, dateOf, serialFromDate, yearMonthDay } from '#domain/calendar/local-date.ts';
import { Decimal } from '#domain/money/decimal.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { categorySales, countsOf, netSales, read } from './told-rows.ts';
import { runs } from '../../runs.ts';

interface CleanOrder {
  readonly id: string;
  readonly customer: string;
  readonly product: string;
  readonly category: string;
  readonly day: number;
  /** Fen. */
  readonly amount: number;
}

type Field = 'id' | 'customer' | 'product' | 'category' | 'day' | 'amount' | 'remark';

const WORDS: Readonly<Record<Field, readonly string[]>> = {
  id: [
    '订单号',
    '订单编号',
    '单号',
    'Order ID',
    'OrderId',
    ' 订单\n编号 ',
    '订单号/交易号',
    '合同编号',
  ],
  customer: ['客户名称', '客户', 'Customer', 'CustomerAccount', 'ClientName', '最终客户'],
  product: ['产品', '产品名称', 'Product', 'ProductName', '商品', 'GoodsType'],
  category: ['类别', '产品类别', 'Category', '分 类'],
  day: ['签约日期', '付款日期', 'PaidAt', 'Payment Date', '日期', '支付时间', '下单时间'],
  amount: [
    '实付金额',
    '现金支付',
    '实付',
    'Paid Amount',
    'PaymentAmount',
    '金额',
    '合同额',
    'ＡｍｏｕｎｔＤｕｅ',
  ],
  remark: ['备注', '说明', 'Remarks', 'Notes'],
};

const PRODUCTS = [
  ['云服务器ECS', '基础'],
  ['对象存储OSS', '基础'],
  ['云WAF', '安全'],
  ['堡垒机', '安全'],
  ['天穹网关', '基础'],
] as const;
const grouped = (yuan: string): string => yuan.replace(/\B(?=(\d{3})+(\.|$))/g, ',');
const yuanOf = (fen: number): Decimal => new Decimal(fen).div(100);

const DATES: readonly ((day: number) => Cell)[] = [
  (day) => civil(day, '-', true),
  (day) => civil(day, '/', false),
  (day) => civil(day, '.', false),
  (day) => civil(day, '', true),
  serialFromDate as (day: number) => number,
  (day) => `${civil(day, '-', true)} 10:20:30`,
  (day) => {
    const { year, month, day: d } = yearMonthDay(day as never);
    return `${year}年${month}月${d}日`;
  },
];

function civil(date: number, separator: string, padded: boolean): string {
  const { year, month, day } = yearMonthDay(date as never);
  return [
    year,
    ...[month, day].map((part) => (padded ? String(part).padStart(2, '0') : String(part))),
  ].join(separator);
}

const YUAN: readonly ((fen: number) => Cell)[] = [
  (fen) => yuanOf(fen).toFixed(2),
  (fen) => yuanOf(fen).toNumber(),
  (fen) => `￥${grouped(yuanOf(fen).toFixed(2))}`,
  (fen) => ` ${grouped(yuanOf(fen).toFixed(2))} `,
  (fen) => `${yuanOf(fen).toFixed()}元`,
  (fen) => (fen < 0 ? `(${grouped(yuanOf(-fen).toFixed(2))})` : grouped(yuanOf(fen).toFixed(2))),
];
const WAN: readonly ((fen: number) => Cell)[] = [
  (fen) => yuanOf(fen).div(10000).toFixed(),
  (fen) => yuanOf(fen).div(10000).toNumber(),
  (fen) => `${yuanOf(fen).div(10000).toFixed()}万`,
];

const orders = fc
  .array(
    fc.record({
      product: fc.nat(PRODUCTS.length - 1),
      day: fc.nat(364),
      amount: fc.integer({ min: 1, max: 900_000_000 }),
      customer: fc.nat(4),
      refunded: fc.nat(9),
    }),
    { minLength: 2, maxLength: 25 },
  )
  .map((drawn): CleanOrder[] =>
    drawn.flatMap(({ product, day, amount, customer, refunded }, index) => {
      const [name, category] = PRODUCTS[product] ?? PRODUCTS[0];
      const order = {
        id: `9250108000${String(10000 + index)}`,
        customer: `客户${customer}`,
        product: name,
        category,
        day: addDays(dateOf(2025, 1, 1), day),
        amount: index === 0 ? amount + 1_000_000 : amount,
      };
      return refunded === 0 && amount > 200
        ? [order, { ...order, day: order.day, amount: -Math.floor(amount / 2) }]
        : [order];
    }),
  );

const writing = fc.record({
  order: fc.shuffledSubarray<Field>(
    ['id', 'customer', 'product', 'category', 'day', 'amount', 'remark'],
    { minLength: 7, maxLength: 7 },
  ),
  words: fc.array(fc.nat(100), { minLength: 7, maxLength: 7 }),
  unit: fc.constantFrom('', '(元)', '（元）', '(万元)', '/万元'),
  amount: fc.nat(100),
  date: fc.nat(6),
  titles: fc.nat(3),
  every: fc.integer({ min: 1, max: 9 }),
  repeats: fc.boolean(),
  total: fc.boolean(),
  noise: fc.boolean(),
});
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never;

/** The orders as one sheet in some hand: its columns, words, units, title lines and subtotals. */
function write(name: string, lines: readonly CleanOrder[], hand: Writing): Sheet {
  const isWan = hand.unit.includes('万');
  const styles = isWan ? WAN : YUAN;
  const money = (fen: number): Cell => styles[hand.amount % styles.length]?.(fen) ?? null;
  const header = hand.order.map(
    (field, index) =>
      `${WORDS[field][(hand.words[index] ?? 0) % WORDS[field].length]}` +
      `${field === 'amount' ? hand.unit : ''}`,
  );
  const row = (values: Partial<Record<Field, Cell>>): Cell[] =>
    hand.order.map((field) => values[field] ?? null);
  const rows: Cell[][] = [['晨星渠道部订单台账'], ['制表：周敏', null, '审核：陈立'], []].slice(
    0,
    hand.titles,
  );
  rows.push(header);
  let sum = 0;
  for (const [index, { id, customer, product, category, day, amount }] of lines.entries()) {
    rows.push(
      row({
        id,
        customer,
        product,
        category,
        day: DATES[hand.date]?.(day) ?? null,
        amount: money(amount),
        remark: index % 3 === 0 ? '正常' : null,
      }),
    );
    sum += amount;
    if ((index + 1) % (hand.every + 1) !== 0) continue;
    rows.push(row({ customer: '小 计', amount: money(sum) }));
    if (hand.repeats) rows.push(header);
    if (hand.noise) rows.push([], row({ id: '以下为当月补录' }));
    sum = 0;
  }
  if (hand.total)
    rows.push(
      row({ id: '合计', amount: money(lines.reduce((all, { amount }) => all + amount, 0)) }),
    );
  return {
    name,
    rowCount: rows.length,
    columns: hand.order.map((_, column) => rows.map((cells) => cells[column] ?? null)),
  };
}

const summary: Sheet = {
  name: '汇总',
  rowCount: 3,
  columns: [
    ['季度', 'Q1', 'Q2'],
    ['实付金额', 1000, 2000],
  ],
};

test('no hand and no division over sheets changes what a clean ledger comes to', () => {
  fc.assert(
    fc.property(
      orders,
      writing,
      writing,
      fc.nat(25),
      fc.boolean(),
      (lines, first, second, cut, withSummary) => {
        const at = Math.min(cut, lines.length - 1);
        const sheets =
          at === 0
            ? [write('一季度', lines, first)]
            : [
                write('一季度', lines.slice(0, at), first),
                write('二季度', lines.slice(at), second),
              ];
        const ledger = read(withSummary ? [summary, ...sheets] : sheets);
        const total = (takes: (order: CleanOrder) => boolean): string =>
          yuanOf(lines.filter(takes).reduce((sum, { amount }) => sum + amount, 0)).toFixed(2);
        const { order = 0, refund = 0, question = 0 } = countsOf(ledger);
        expect({
          net: netSales(ledger),
          base: categorySales(ledger, '基础'),
          security: categorySales(ledger, '安全'),
          order,
          refund,
          question,
          sheets: ledger.sheets.length,
        }).toEqual({
          net: total(() => true),
          base: total(({ category }) => category === '基础'),
          security: total(({ category }) => category === '安全'),
          order: lines.filter(({ amount }) => amount >= 0).length,
          refund: lines.filter(({ amount }) => amount < 0).length,
          question: 0,
          sheets: sheets.length,
        });
      },
    ),
    { numRuns: runs(200) },
  );
});
