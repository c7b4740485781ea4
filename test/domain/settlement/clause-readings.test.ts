import { readLedger } from '#domain/ledger/read-ledger.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { inferReading } from '#domain/settlement/infer-reading.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import { reconcile } from '#domain/settlement/reconcile.ts';
import { productComparison } from '#domain/settlement/same-product.ts';
import { cellAddress } from '#domain/sheet.ts';
import { day, fenOf, sheetOf } from './fixture.ts';

const cells = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));

function inferred(policy: string, ledger: string, statement: string, from: string, to: string) {
  const table = cells(policy).map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const read = readPolicy(table, { cellName: cellAddress }).policy as Policy;
  const orders = readLedger([sheetOf(cells(ledger))]);
  const reconciliation = reconcile(orders, readStatement([sheetOf(cells(statement))]), {
    from: day(from),
    to: day(to),
    expectedRebate: () => fenOf('0.00'),
    sameProduct: productComparison(() => undefined),
  });
  return inferReading(orders, read, reconciliation);
}

const LEDGER = '订单号|原订单号|客户名称|产品|产品类别|订单类型|签约日期|实付金额(元)|状态';

it(
  'an order paid at a tier that a refund on its day would have lost shows that it counts ' +
    'elsewhere',
  () => {
    // 110,000 reach 6 %; less the refund of the quarter before, 90,000 would stay at 4 %.
    const reading = inferred(
      '返点项|门槛|比例|计算方式|达线归属|累计周期|结算周期|退款口径\n季|0|4%|全额|达到|季|' +
        '季|按退款日\n|100000|6%|||||',
      `${LEDGER}
     A1||甲|云产品|云|新购|2025-01-10|120000|已付
     A2||乙|云产品|云|新购|2025-04-10|110000|已付
     R1|A1|甲|云产品|云|退款|2025-05-10|-20000|已退款`,
      `订单号|客户|现金支付|佣金金额
     A2|乙|110000|6600`,
      '2025-04-01',
      '2025-06-30',
    );
    expect(reading?.best.refund).not.toBe('on-its-day');
    expect([reading?.inForce.refund, reading?.agreeing, reading?.of]).toEqual(['on-its-day', 1, 1]);
    // At the original rate or restated: this statement cannot tell.
    expect(reading?.undecided).toContain('refund');
  },
);

it('a vendor that pays renewals as well does not read the condition', () => {
  const reading = inferred(
    '返点项|条件|门槛|比例|计算方式|达线归属|累计周期|结算周期\n新|订单类型=新购|0|5%|全额|' +
      '达到|季|季',
    `${LEDGER}
     A1||甲|云产品|云|新购|2025-01-10|100000|已付
     A2||乙|云产品|云|续费|2025-02-10|40000|已付`,
    `订单号|客户|现金支付|佣金金额
     A1|甲|100000|5000
     A2|乙|40000|2000`,
    '2025-01-01',
    '2025-03-31',
  );
  expect([reading?.best.where, reading?.agreeing]).toEqual(['everything', 2]);
});

it('where nothing could tell, neither clause is spoken of', () => {
  const reading = inferred(
    '返点项|门槛|比例|计算方式|达线归属|累计周期|结算周期\n新|0|5%|全额|达到|季|季',
    `${LEDGER}
     A1||甲|云产品|云|新购|2025-01-10|100000|已付`,
    `订单号|客户|现金支付|佣金金额
     A1|甲|100000|5000`,
    '2025-01-01',
    '2025-03-31',
  );
  expect(reading?.tried).not.toContain('refund');
  expect(reading?.tried).not.toContain('where');
});
