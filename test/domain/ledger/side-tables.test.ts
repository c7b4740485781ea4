import type { Cell } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { countsOf, netSales, read } from './told-rows.ts';

const HEAD: Cell[] = ['客户', '产品', '金额', '备注'];

const MONTHS = sheetOf([
  ['一月', null, null, null, null, '二月'],
  [...HEAD, null, ...HEAD],
  ['甲公司', 'ECS', 1000, null, null, '丙公司', 'ECS', 300, null],
  ['乙公司', 'WAF', 500, null, null, '丁公司', 'WAF', 70, '续费'],
  [null, null, null, null, null, '戊公司', 'OSS', 8, null],
]);

test('a month beside a month, without numbers and days: no row of either is lost', () => {
  const ledger = read([MONTHS]);
  expect(countsOf(ledger)['question']).toBe(5);
  expect(ledger.questions.map(({ reason }) => reason)).toEqual(Array(5).fill('date'));
  const answers = Object.fromEntries(ledger.questions.map(({ key }) => [key, 'date:20100']));
  const answered = read([MONTHS], { answers });
  expect(netSales(answered)).toBe('1878.00');
});

test('two halves of one wide table stay one', () => {
  const ledger = read([
    sheetOf([
      ['客户', '产品', '金额', '日期', null, '联系人', '电话', '备注'],
      ['甲公司', 'ECS', 1000, '2025-01-06', null, '张', '139', '急'],
    ]),
  ]);
  expect(netSales(ledger)).toBe('1000.00');
});
