import { readLedger } from '#domain/ledger/read-ledger.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { orderBook } from '#domain/rebate/order-book.ts';
import { orderShares, roundedShares } from '#domain/settlement/order-shares.ts';
import { cellAddress } from '#domain/sheet.ts';
import { day, sheetOf } from './fixture.ts';

const cells = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));
const LEDGER = '订单号|客户名称|产品|产品类别|订单类型|签约日期|实付金额(元)|状态';

/** Yuan by order as a statement to the end of a day would be held against. */
function dues(policy: string, ledger: string, to: string): readonly number[] {
  const table = cells(policy).map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const read = readPolicy(table, { cellName: cellAddress }).policy as Policy;
  const book = orderBook(readLedger([sheetOf(cells(`${LEDGER}\n${ledger}`))]));
  const shares = orderShares(read, book, day(to), () => true);
  return [...shares].sort(([a], [b]) => a - b).map(([, own]) => roundedShares(own) / 100);
}

it('nothing is claimed that a customer’s cap has taken', () => {
  // 甲 6,000 × 15 % = 900 stay; 乙 (100,000 + 50,000) × 15 % = 22,500 are cut to 5,000.
  expect(
    dues(
      '返点项|门槛|比例|计算方式|达线归属|累计对象|累计周期|结算周期|封顶\n户|0|15%|全额|' +
        '达到|客户|季|季|5000',
      `A1|甲|云产品|云|新购|2025-01-02|6000|已付
       A2|乙|云产品|云|新购|2025-01-03|100000|已付
       A3|乙|云产品|云|新购|2025-01-04|50000|已付`,
      '2025-03-31',
    ),
  ).toEqual([900, 3333.33, 1666.67]);
});

it('a year’s cap is taken from the period that reaches it', () => {
  // 10 % of 20,000 a quarter under 3,000: 2,000 paid, then 1,000 left.
  expect(
    dues(
      '返点项|门槛|比例|计算方式|达线归属|累计周期|结算周期|封顶\n年|0|10%|全额|达到|年|季|3000',
      `A1|甲|云产品|云|新购|2025-01-02|20000|已付
       A2|乙|云产品|云|新购|2025-04-03|20000|已付`,
      '2025-06-30',
    ),
  ).toEqual([2000, 1000]);
});

it('a joint cap is taken from all of its components alike', () => {
  expect(
    dues(
      '返点项|条件|门槛|比例|计算方式|达线归属|累计周期|结算周期|总封顶\n首购|订单类型=首购|' +
        '0|35%|全额|达到|月|月|组 ' +
        '80000\n续费|订单类型=续费|0|10%|全额|达到|月|月|组 80000',
      `A1|甲|云产品|云|首购|2025-06-08|200000|已付
       A2|乙|云产品|云|续费|2025-06-09|300000|已付`,
      '2025-06-30',
    ),
  ).toEqual([56000, 24000]);
});
