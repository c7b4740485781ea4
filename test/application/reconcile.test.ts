import { reconcileJson } from '#application/reconcile/reconcile-json.ts';
import {
  type ReconcileInput,
  type Settlement,
  reconcileStatement,
} from '#application/reconcile/reconcile.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { sayIn } from '#i18n/say/say.ts';
import {
  day,
  fenOf,
  ledgerFixture,
  ledgerOf,
  sheetOf,
  statementFixture,
} from '../domain/settlement/fixture.ts';

const PERIOD = { from: day('2025-04-01'), to: day('2025-06-30') };

function settled(input: Partial<ReconcileInput> = {}): Settlement {
  const result = reconcileStatement({
    ledger: ledgerFixture('second-quarter'),
    statementSheets: [sheetOf(statementFixture('second-quarter'))],
    policy: examplePolicy,
    ...PERIOD,
    ...input,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('what reconcile --json says', () => {
  const json = reconcileJson(settled(), 'zh-CN', sayIn('zh-CN'));

  test('one row an order, amounts with two places', () => {
    expect(json.rows).toHaveLength(17);
    expect(json.rows[3]).toMatchObject({
      orderId: '240100004',
      ledgerRebate: '700.04',
      statementRebate: '700.02',
      difference: '-0.02',
      cause: 'rounding',
    });
  });

  test('causes and totals', () => {
    expect(json.causes).toEqual({
      agrees: '0.00',
      rounding: '-0.03',
      refund: '-2470.01',
      'missing-in-statement': '-1240.00',
      'missing-in-ledger': '480.00',
      'tax-basis': '-125.65',
      'not-eligible': '-3080.00',
      'rate-differs': '-4081.13',
      'other-period': '-2360.00',
      unexplained: '-160.00',
    });
    expect(json.totals).toEqual({
      ledger: '48426.49',
      statement: '35389.67',
      difference: '-13036.82',
    });
  });

  test('what to do, in yuan', () => {
    // claim: 1,240.00 + 125.65 + 4,081.13; ask: 3,080.00 + 160.00; enter: 480.00 − 2,470.01
    expect(json.actions).toEqual({
      none: '-0.03',
      claim: '-5446.78',
      ask: '-3240.00',
      'next-period': '-2360.00',
      enter: '-1990.01',
    });
  });

  test('the reading beside the one in force', () => {
    expect(json.reading).toMatchObject({
      best: { scheme: 'whole', edge: 'at', base: 'gross', rounding: 'truncate per order' },
      inForce: { scheme: 'whole', edge: 'at', base: 'gross', rounding: 'half-up on the total' },
    });
    expect(json.reading?.undecided).toContain('edge');
    expect(json.reading?.undecided).not.toContain('rounding');
    expect(json.reading?.speaksAgainst).toContain('240100010');
    expect(json.reading?.ranking[0]).toMatchObject({
      ...json.reading?.best,
      agreeing: json.reading?.agreeing,
    });
    expect(json.reading?.ranking.map((one) => one.agreeing)).toEqual(
      json.reading?.ranking.map((one) => one.agreeing).sort((a, b) => b - a),
    );
    expect(json.reading?.ranking.slice(0, 2).map((one) => one.rounding)).toEqual([
      'truncate per order',
      'truncate on the total',
    ]);
  });

  test('the statement is checked against its own total', () => {
    expect(json.statement).toEqual({
      lines: 20,
      total: '35389.67',
      statedTotal: '35389.67',
      findings: [],
    });
  });

  test('ages count from the order to the as-of day', () => {
    const { unpaid } = reconcileJson(settled({ asOf: day('2025-07-10') }), 'zh-CN', sayIn('zh-CN'));
    // to 30 days: 240100011 (06-10), 010 is 37 days old, 014 (06-12), 016 (06-16), 012 (06-29);
    // 31-60: 007, 008, 009, 010
    expect(unpaid).toEqual({
      asOf: '2025-07-10',
      to30: '7941.13',
      to60: '4705.65',
      to90: '0.00',
      over90: '0.00',
    });
  });
});

test(
  'without recorded rebates the policy says what is due: whole, at the tier reached by its ' +
    'end and not later',
  () => {
    // 480,000 + 40,000 reach 500,000: 4 % and 7 %, so 480,000.00 earns 19,200.00 and 40,000.00
    // earns 2,800.00.
    const ledger = ledgerOf([
      { orderId: 'A1', day: '2025-04-02', amount: '480000.00', category: '基础' },
      { orderId: 'A2', day: '2025-05-02', amount: '40000.00', category: '安全' },
      { orderId: 'A3', day: '2025-06-02', amount: '9000000.00', category: '基础' },
    ]);
    const statementSheets = [
      sheetOf([
        ['订单号', '现金支付', '佣金金额'],
        ['A1', '480000.00', '19200.00'],
        ['A2', '40000.00', '2000.00'],
      ]),
    ];
    const { reconciliation } = settled({ ledger, statementSheets, to: day('2025-05-31') });
    expect(reconciliation.rows.map((row) => [row.orderId, row.ledgerRebate, row.cause])).toEqual([
      ['A1', fenOf('19200.00'), 'agrees'],
      ['A2', fenOf('2800.00'), 'rate-differs'],
    ]);
  },
);

test('nobody claims what is paid too much', () => {
  const ledger = ledgerOf([
    { orderId: 'A1', day: '2025-04-02', amount: '10000.00', due: '400.00' },
  ]);
  const json = reconcileJson(
    settled({
      ledger,
      statementSheets: [
        sheetOf([
          ['订单号', '现金支付', '佣金比例', '佣金金额'],
          ['A1', '10000.00', '6%', '600.00'],
        ]),
      ],
    }),
    'zh-CN',
    sayIn('zh-CN'),
  );
  expect(json.rows[0]).toMatchObject({
    cause: 'rate-differs',
    difference: '200.00',
    action: 'ask',
  });
  expect(json.claimLetter).not.toContain('请补付');
});

test('a statement that holds no table is refused with a fact', () => {
  expect(
    reconcileStatement({
      ledger: ledgerFixture('second-quarter'),
      statementSheets: [sheetOf([['hello']])],
      policy: examplePolicy,
      ...PERIOD,
    }),
  ).toEqual({
    ok: false,
    error: { code: 'settlement.no-table', seen: expect.anything() as unknown },
  });
});

describe('the claim letter', () => {
  const chinese = reconcileJson(settled(), 'zh-CN', sayIn('zh-CN')).claimLetter;

  test('claims what is short, order by order', () => {
    expect(chinese).toContain('请补付 ¥5,446.78：');
    expect(chinese).toContain(
      '240100011（壬泽教育，负载均衡SLB）：结算单没有这笔订单，应返 ¥1,240.00。',
    );
    expect(chinese).toContain(
      '240100008（辛川地产，云数据库RDS）：计佣金额去了 6% 的税：结算 ¥1,698.11，应返 ¥1,800.00。',
    );
    expect(chinese).toContain('按 4% 结算，应为 7%：结算 ¥2,000.00，应返 ¥3,500.00。');
  });

  test('names the parts where causes meet', () => {
    expect(chinese).toContain('其中：计佣口径去税 -¥316.98，比例不同 -¥2,264.15。');
  });

  test('lists every order that differs once, and no order that agrees', () => {
    for (const row of settled().reconciliation.rows) {
      const times = chinese.split('\n').filter((line) => line.includes(row.orderId)).length;
      expect([row.orderId, times]).toEqual([
        row.orderId,
        row.cause === 'agrees' || row.cause === 'rounding' ? 0 : 1,
      ]);
    }
  });

  test('speaks English as well', () => {
    const english = reconcileJson(settled(), 'en-US', sayIn('en-US')).claimLetter;
    expect(english).toContain('Please pay in addition ¥5,446.78:');
    expect(english).not.toMatch(/[\u3000-\u303f\uff00-\uffef]/);
  });
});
