import { readLedger } from '#domain/ledger/read-ledger.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { cellAddress } from '#domain/sheet.ts';
import { sayIn } from '#i18n/say/say.ts';
import { settlementOf, sheetOf } from './fixture.ts';

const cells = (text: string): string[][] => text.split('\n').map((line) => line.split('|'));

/** 2 % of a customer's quarter from 1,000,000; neither customer reaches it alone, both together. */
function said(language: 'zh-CN' | 'en-US', paid: string): readonly string[] {
  const ledger = cells(
    '订单号|客户名称|产品类别|签约日期|实付金额(元)\n' +
      'A1|甲|云|2025-04-10|600000\nA2|乙|云|2025-05-10|700000',
  );
  const table = cells(
    '返点项|门槛|比例|计算方式|达线归属|累计周期|结算周期|累计对象\n' +
      '季|0|1%|全额|达到|季|季|客户\n|1000000|2%||||||',
  ).map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const settled = settlementOf(
    readLedger([sheetOf(ledger)]),
    [cells(`订单号|客户|现金支付|佣金金额\n${paid}`)],
    {
      policy: readPolicy(table, { cellName: cellAddress }).policy as Policy,
      from: '2025-04-01',
      to: '2025-06-30',
    },
  );
  return settled.reconciliation.statement.facts.map(sayIn(language));
}

it('names the clauses that were read in no other way where no reading fits', () => {
  const joint = 'A1|甲|600000|12000\nA2|乙|700000|14000';
  expect(said('zh-CN', joint)).toEqual([expect.stringContaining('累计周期、补差、累计对象只按')]);
  expect(said('en-US', joint)).toEqual([expect.stringContaining('Accumulate, TrueUp, Per.')]);
});

it('says nothing where most orders are explained', () => {
  expect(said('zh-CN', 'A1|甲|600000|6000\nA2|乙|700000|14000')).toEqual([]);
});
