import { readLedger } from '#domain/ledger/read-ledger.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { cellAddress } from '#domain/sheet.ts';
import { sayIn } from '#i18n/say/say.ts';
import { settlementOf, sheetOf } from './fixture.ts';

const cells = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));

const LEDGER = `订单号|客户名称|产品|产品类别|订单类型|签约日期|实付金额(元)|状态
  A1|甲|云产品|云|新购|2025-02-10|600000|已付
  A2|乙|云产品|云|新购|2025-05-10|700000|已付`;

/** What the settlement of these days says beside its lines. */
function said(policy: string, from: string, to: string): readonly string[] {
  const table = cells(policy).map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const settled = settlementOf(
    readLedger([sheetOf(cells(LEDGER))]),
    [cells('订单号|客户|现金支付|佣金金额\nA2|乙|700000|14000')],
    { policy: readPolicy(table, { cellName: cellAddress }).policy as Policy, from, to },
  );
  return settled.reconciliation.statement.facts.map(sayIn('zh-CN'));
}

it('a bonus of the settled quarter is told beside the lines, that of another is not', () => {
  const policy =
    '返点项|门槛|比例|奖励|计算方式|达线归属|累计周期|结算周期\n季|500000|2%|3000|全额|达到|季|季';
  expect(said(policy, '2025-04-01', '2025-06-30')).toEqual([expect.stringContaining('3,000.00')]);
  // May alone ends no quarter: nothing beside the lines is due yet.
  expect(said(policy, '2025-05-01', '2025-05-31')).toEqual([]);
});

it('so is what a year’s top-up adds: 1,300,000 × 3 % less the 26,000 of the quarters', () => {
  expect(
    said(
      `返点项|门槛|比例|计算方式|达线归属|累计周期|结算周期|叠加
      季|500000|2%|全额|达到|季|季|叠加
      年|1000000|3%|全额|达到|年|年|补足 季`,
      '2025-05-01',
      '2025-12-31',
    ),
  ).toEqual([expect.stringContaining('13,000.00')]);
});

it('a policy that pays order by order has nothing beside its lines', () => {
  expect(
    said(
      '返点项|门槛|比例|计算方式|达线归属|累计周期|结算周期\n季|500000|2%|全额|达到|季|季',
      '2025-04-01',
      '2025-06-30',
    ),
  ).toEqual([]);
});
