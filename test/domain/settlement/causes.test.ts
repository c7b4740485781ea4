import type { Cell } from '#domain/sheet.ts';
import { fen } from '#domain/money/fen.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import { reconcile } from '#domain/settlement/reconcile.ts';
import type { ReconciledRow, Reconciliation } from '#domain/settlement/reconciliation.ts';
import { productComparison } from '#domain/settlement/same-product.ts';
import { type LedgerEntry, day, fenOf, ledgerOf, sheetOf } from './fixture.ts';

const HEAD = [
  '订单号',
  '客户名称',
  '产品名称',
  '支付时间',
  '订单类型',
  '现金支付',
  '计佣金额',
  '佣金比例',
  '佣金金额',
  '备注',
];
type Line = Partial<
  Record<
    'id' | 'customer' | 'product' | 'day' | 'type' | 'cash' | 'base' | 'rate' | 'amount' | 'remark',
    Cell
  >
>;
const rowOf = (line: Line): Cell[] =>
  [
    line.id,
    line.customer,
    line.product,
    line.day,
    line.type,
    line.cash,
    line.base,
    line.rate,
    line.amount,
    line.remark,
  ].map((cell) => cell ?? '');

function reconciled(
  ledger: readonly LedgerEntry[],
  lines: readonly Line[],
  title: readonly Cell[][] = [],
): Reconciliation {
  const names: Readonly<Record<string, string>> = {
    ECS: 'ecs',
    云服务器: 'ecs',
    云WAF: 'waf',
    Web应用防火墙: 'waf',
  };
  return reconcile(
    ledgerOf(ledger),
    readStatement([sheetOf([...title, HEAD, ...lines.map(rowOf)])]),
    {
      from: day('2025-01-01'),
      to: day('2025-03-31'),
      expectedRebate: () => {
        throw new Error('recorded');
      },
      sameProduct: productComparison((product) => names[product]),
    },
  );
}

const brief = (row: ReconciledRow): string => `${row.orderId}: ${row.difference} ${row.cause}`;
const results = (ledger: readonly LedgerEntry[], ...lines: readonly Line[]): string[] =>
  reconciled(ledger, lines).rows.map(brief);

const order = (changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  orderId: 'A1',
  customer: '甲物流有限公司',
  product: '云服务器',
  day: '2025-02-10',
  amount: '100000.00',
  due: '4000.00',
  ...changes,
});
const line = (changes: Line = {}): Line => ({
  id: 'A1',
  customer: '甲物流有限公司',
  product: '云服务器',
  day: '2025-02-10',
  cash: '100000.00',
  base: '100000.00',
  rate: '4%',
  amount: '4000.00',
  ...changes,
});

describe('one order, one cause', () => {
  test.each<[string, LedgerEntry[], Line[], string[]]>([
    ['agrees', [order()], [line()], ['A1: 0 agrees']],
    [
      'half a fen cut off',
      [order({ amount: '45800.50', due: '1832.02' })],
      [line({ cash: '45800.50', base: '45800.50', amount: '1832.01' })],
      ['A1: -1 rounding'],
    ],
    [
      'two fen on one line is no rounding',
      [order()],
      [line({ amount: '3999.98' })],
      ['A1: -2 unexplained'],
    ],
    [
      '3 % tax taken out',
      [order()],
      [line({ base: '97087.38', amount: '3883.50' })],
      ['A1: -11650 tax-basis'],
    ],
    [
      '13 % tax taken out without showing the base',
      [order()],
      [line({ base: '', amount: '3539.82' })],
      ['A1: -46018 tax-basis'],
    ],
    [
      'tax left in where the ledger took it out',
      [order({ due: '3773.58' })],
      [line()],
      ['A1: 22642 tax-basis'],
    ],
    [
      'another rate, higher',
      [order()],
      [line({ rate: '6%', amount: '6000.00' })],
      ['A1: 200000 rate-differs'],
    ],
    [
      'another rate that is not shown',
      [order()],
      [line({ rate: '', amount: '3000.00' })],
      ['A1: -100000 rate-differs'],
    ],
    [
      'too small an amount to tell a rate',
      [order({ amount: '10.00', due: '0.40' })],
      [line({ cash: '10.00', base: '10.00', rate: '', amount: '0.37' })],
      ['A1: -3 unexplained'],
    ],
    ['rate 0', [order()], [line({ rate: '0%', amount: '0.00' })], ['A1: -400000 not-eligible']],
    ['base 0', [order()], [line({ base: '0.00', amount: '0.00' })], ['A1: -400000 not-eligible']],
    [
      '0 with words',
      [order()],
      [line({ rate: '', base: '', amount: '0.00', remark: '该产品不参与返点' })],
      ['A1: -400000 not-eligible'],
    ],
    [
      '0 because of arrears is no exclusion',
      [order()],
      [line({ amount: '0.00', remark: '欠费冻结' })],
      ['A1: -400000 unexplained'],
    ],
    [
      'part of an order earns nothing',
      [order()],
      [
        line({ cash: '60000.00', base: '60000.00', amount: '2400.00' }),
        line({ cash: '40000.00', base: '40000.00', rate: '0%', amount: '0.00' }),
      ],
      ['A1: -160000 not-eligible'],
    ],
    [
      'part of an order is not in the statement',
      [
        order({ amount: '60000.00', due: '2400.00' }),
        order({ amount: '40000.00', due: '1600.00' }),
      ],
      [line({ cash: '60000.00', base: '60000.00', amount: '2400.00' })],
      ['A1: -160000 missing-in-statement'],
    ],
    [
      'another amount altogether',
      [order()],
      [line({ cash: '90000.00', base: '90000.00', amount: '3600.00' })],
      ['A1: -40000 unexplained'],
    ],
    [
      'not in the statement',
      [order()],
      [line({ id: 'B1', customer: '乙' })],
      ['A1: -400000 missing-in-statement', 'B1: 400000 missing-in-ledger'],
    ],
  ])('%s', (_, ledger, lines, expected) => {
    expect(results(ledger, ...lines)).toEqual(expected);
  });
});

describe('refunds', () => {
  const refund: Line = line({
    type: 'REFUND',
    day: '2025-03-05',
    cash: '-20000.00',
    base: '-20000.00',
    amount: '-800.00',
  });
  test.each<[string, LedgerEntry[], Line[], string[]]>([
    ['in the statement alone', [order()], [line(), refund], ['A1: -80000 refund']],
    [
      'in both',
      [order(), order({ day: '2025-03-05', amount: '-20000.00', due: '-800.00' })],
      [line(), refund],
      ['A1: 0 agrees'],
    ],
    [
      'in the ledger alone',
      [order(), order({ day: '2025-03-05', amount: '-20000.00', due: '-800.00' })],
      [line()],
      ['A1: 80000 refund'],
    ],
    [
      'booked net in the ledger',
      [order({ amount: '80000.00', due: '3200.00' })],
      [line(), refund],
      ['A1: 0 agrees'],
    ],
    [
      'booked net in the ledger, with a rounding',
      [order({ amount: '80000.00', due: '3200.01' })],
      [line(), refund],
      ['A1: -1 rounding'],
    ],
    [
      'of an order of an earlier period',
      [order({ day: '2024-11-10' })],
      [refund],
      ['A1: -80000 refund'],
    ],
    ['of an order the ledger has in no period', [], [refund], ['A1: -80000 missing-in-ledger']],
    [
      'by the number of the order it goes back to',
      [order()],
      [line(), { ...refund, id: '' }],
      ['A1: -80000 refund'],
    ],
    ['without the order itself', [order()], [refund], ['A1: -480000 missing-in-statement']],
  ])('%s', (_, ledger, lines, expected) => {
    expect(results(ledger, ...lines)).toEqual(expected);
  });
});

describe('other periods', () => {
  test.each<[string, LedgerEntry[], Line[], string[]]>([
    [
      'paid on the last days',
      [order({ day: '2025-03-29' })],
      [line({ id: 'B1', customer: '乙' })],
      ['A1: -400000 other-period', 'B1: 400000 missing-in-ledger'],
    ],
    [
      'paid four days before the end',
      [order({ day: '2025-03-28' })],
      [line({ id: 'B1', customer: '乙' })],
      ['A1: -400000 missing-in-statement', 'B1: 400000 missing-in-ledger'],
    ],
    [
      'paid on the last days, but a later order is there',
      [order({ day: '2025-03-29' }), order({ orderId: 'A2', day: '2025-03-31' })],
      [line({ id: 'A2' })],
      ['A1: -400000 missing-in-statement', 'A2: 0 agrees'],
    ],
    [
      'the ledger says so',
      [order({ remark: '跨期，下季结算' })],
      [line({ id: 'B1', customer: '乙' })],
      ['A1: -400000 other-period', 'B1: 400000 missing-in-ledger'],
    ],
    ['in the ledger later', [order({ day: '2025-04-01' })], [line()], ['A1: 400000 other-period']],
    [
      'in the ledger earlier',
      [order({ day: '2024-12-31' })],
      [line()],
      ['A1: 400000 other-period'],
    ],
  ])('%s', (_, ledger, lines, expected) => {
    expect(results(ledger, ...lines)).toEqual(expected);
  });

  test('after the days that the statement itself covers', () => {
    const result = reconciled(
      [order({ day: '2025-03-26' })],
      [line({ id: 'B1', customer: '乙' })],
      [['结算周期：2025-01-01 至 2025-03-25']],
    );
    expect(result.rows.map((row) => row.cause)).toEqual(['other-period', 'missing-in-ledger']);
  });
});

describe('finding the order', () => {
  test.each<[string, LedgerEntry[], Line[], string[]]>([
    [
      'a line suffix',
      [order({ orderId: '925010800000017' })],
      [
        line({ id: '925010800000017-01', cash: '50000', base: '50000', amount: '2000' }),
        line({ id: '925010800000017-02', cash: '50000', base: '50000', amount: '2000' }),
      ],
      ['925010800000017: 0 agrees'],
    ],
    [
      'zeros that Excel ate',
      [order({ orderId: '0012345' })],
      [line({ id: 12345, customer: '' })],
      ['0012345: 0 agrees'],
    ],
    [
      'a split that looks like another order',
      [order(), order({ orderId: 'A2', amount: '53000.00', due: '2120.00' })],
      [
        line({ id: '', cash: '53000.00', base: '53000.00', amount: '2120.00' }),
        line({ id: '', cash: '47000.00', base: '47000.00', amount: '1880.00' }),
        line({ id: '', cash: '50000.00', base: '50000.00', amount: '2000.00' }),
      ],
      ['A1: 0 agrees', 'A2: -12000 tax-basis'],
    ],
    [
      'an order in nine lines without a day',
      [order({ amount: '90000.00', due: '3600.00' })],
      Array.from({ length: 9 }, () =>
        line({ id: '', day: '', cash: '10000.00', base: '10000.00', amount: '400.00' }),
      ),
      ['A1: 0 agrees'],
    ],
    [
      'a product in the column of numbers',
      [order()],
      [line({ id: 'ECS', product: '' })],
      ['A1: 0 agrees'],
    ],
    [
      'another name of the product',
      [order({ product: '云WAF' })],
      [line({ id: '', product: 'Web应用防火墙' })],
      ['A1: 0 agrees'],
    ],
    [
      'a short name of the customer',
      [order()],
      [line({ id: '', customer: '甲物流' })],
      ['A1: 0 agrees'],
    ],
    ["the vendor's own number", [order()], [line({ id: 'X-778899' })], ['A1: 0 agrees']],
    [
      'not by another customer',
      [order()],
      [line({ id: '', customer: '乙' })],
      ['A1: -400000 missing-in-statement', ': 400000 missing-in-ledger'],
    ],
    [
      'not by another product',
      [order({ product: '云WAF' })],
      [line({ id: '' })],
      ['A1: -400000 missing-in-statement', ': 400000 missing-in-ledger'],
    ],
    [
      'no customer, but product and amount',
      [order()],
      [line({ id: '', customer: '' })],
      ['A1: 0 agrees'],
    ],
    [
      'a damaged number',
      [order({ orderId: '202401311730494235252' })],
      [line({ id: 202401311730494235252 })],
      ['202401311730494235252: 0 agrees'],
    ],
  ])('%s', (_, ledger, lines, expected) => {
    expect(results(ledger, ...lines)).toEqual(expected);
  });

  test('one line for all orders of a customer and product falls to them by amount', () => {
    const ledger = [
      order(),
      order({ orderId: 'A2', day: '2025-02-20', amount: '50000.00', due: '2000.00' }),
      order({ orderId: 'A3', product: '云WAF' }),
    ];
    expect(
      results(
        ledger,
        line({ id: '', day: '', cash: '150000.00', base: '141509.43', amount: '5660.38' }),
        line({ id: 'A3', product: '云WAF' }),
      ),
    ).toEqual(['A1: -22641 tax-basis', 'A2: -11321 tax-basis', 'A3: 0 agrees']);
  });

  test('a line that pays what its orders are due in all agrees with each', () => {
    // 333.33 + 333.35 at 4 %: 13.33 + 13.33 = 26.66 as recorded; by amount alone it would be 13.33
    // + 13.33 as well, so the dues are set apart: 13.34 + 13.32.
    const ledger = [
      order({ amount: '333.33', due: '13.34' }),
      order({ orderId: 'A2', amount: '333.35', due: '13.32' }),
    ];
    expect(
      results(ledger, line({ id: '', day: '', cash: '666.68', base: '666.68', amount: '26.66' })),
    ).toEqual(['A1: 0 agrees', 'A2: 0 agrees']);
  });

  test('an order whose amount cannot be read is neither paid nor missing', () => {
    expect(
      results([order()], line({ amount: '待定' }), line({ id: 'B1', customer: '乙' })),
    ).toEqual(['A1: -400000 unexplained', 'B1: 400000 missing-in-ledger']);
  });
});

test('orders outside the period that the statement does not name are left out', () => {
  expect(
    results([order({ day: '2024-12-31' }), order({ orderId: 'A2' })], line({ id: 'A2' })),
  ).toEqual(['A2: 0 agrees']);
});

test('the findings say which tax and which rates', () => {
  const [tax, rate] = [
    reconciled([order()], [line({ base: '97087.38', amount: '3883.50' })]),
    reconciled([order()], [line({ rate: '6%', amount: '6000.00' })]),
  ];
  expect(tax.rows[0]?.findings.tax?.toString()).toBe('0.03');
  expect([
    rate.rows[0]?.findings.ledgerRate?.toString(),
    rate.rows[0]?.findings.statementRate?.toString(),
  ]).toEqual(['0.04', '0.06']);
  expect(rate.totals).toEqual({
    ledger: fenOf('4000.00'),
    statement: fenOf('6000.00'),
    difference: fen(200000),
  });
});

test('a hundred thousand lines', () => {
  const ids = Array.from({ length: 100_000 }, (_, index) => `9250108${index}`);
  const ledger = ledgerOf(
    ids.map((orderId, index) => order({ orderId, due: index % 10 === 0 ? '4000.01' : '4000.00' })),
  );
  const statement = readStatement([sheetOf([HEAD, ...ids.map((id) => rowOf(line({ id })))])]);
  const result = reconcile(ledger, statement, {
    from: day('2025-01-01'),
    to: day('2025-03-31'),
    expectedRebate: () => fen(0),
    sameProduct: productComparison(() => undefined),
  });
  expect([...result.causes]).toEqual([
    ['agrees', 0],
    ['rounding', -10_000],
  ]);
});
