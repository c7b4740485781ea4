import { readOrders } from '#application/read/read-orders.ts';
import { examplePolicy, standsIn } from '#domain/policy/example-policy.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { kindOf } from '#domain/ledger/ledger.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { say } from '#i18n/say/say.ts';

const sheetOf = (rows: readonly (readonly Cell[])[]): Sheet => ({
  name: '台账',
  rowCount: rows.length,
  columns: (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null)),
});
const ledgerOf = (products: readonly Cell[], policy: Policy, rates: readonly Cell[] = []): Ledger =>
  readOrders(
    [
      sheetOf([
        ['订单号', '客户', '产品', '付款日期', '实付金额', '返点比例'],
        ...products.map((product, n): readonly Cell[] => [
          `A${n + 1}`,
          '甲',
          product,
          '2025-01-05',
          1000 * (n + 1),
          rates[n] ?? null,
        ]),
      ]),
    ],
    { policy },
  );
const policyOf = (rows: readonly (readonly Cell[])[]): Policy => {
  const { policy, findings } = readPolicy(rows, { cellName: (row, column) => `${row}/${column}` });
  if (policy === null) throw new Error(JSON.stringify(findings));
  return policy;
};
const placed = (ledger: Ledger): string[] =>
  [...ledger.kind.keys()]
    .slice(1)
    .map((row) =>
      kindOf(ledger, row) === 'order'
        ? (ledger.categories[ledger.category[row] ?? -1] ?? '')
        : kindOf(ledger, row),
    );

const FAMILIES = policyOf([
  ['返点项', '适用类别', '门槛', '比例', '说明'],
  ['数据', '数据库、大数据', 0, 0.05, null],
  ['安全', '安全（如SSL证书）', 0, 0.1, '包括 KMS、乾坤云一体机'],
]);

test('families that the policy names are categories; its examples are settled', () =>
  expect(
    placed(
      ledgerOf(
        ['RDS', 'Redis', 'MaxCompute', 'WAF', 'SSL证书', 'KMS', '乾坤一体机', 'EIP'],
        FAMILIES,
      ),
    ),
  ).toEqual(['数据库', '数据库', '大数据', '安全', '安全', '安全', '安全', '网络']));

test('a class of the house stays a question, one a product however it is spelled', () => {
  const ledger = ledgerOf(['RDS', 'RDS MySQL', '云数据库RDS', '办公桌', 'EIP'], examplePolicy);
  expect(placed(ledger)).toEqual(Array<string>(5).fill('question'));
  expect(ledger.questions.map(({ indices }) => indices.length)).toEqual([3, 1, 1]);
});

test('the example policy settles the product that its article names', () =>
  expect(placed(ledgerOf(['乾坤云一体机'], examplePolicy))).toEqual(['安全']));

test('what the ledger took on a product is shown with the question and decides nothing', () => {
  const ledger = ledgerOf(['某某网关', '某某网关'], examplePolicy, [0.07, '7%']);
  expect(placed(ledger)).toEqual(['question', 'question']);
  const [question] = ledger.questions;
  expect(say(question!.fact, 'zh-CN')).toContain('7%');
  expect(say(question!.fact, 'zh-CN')).toContain('安全');
  expect(say(question!.fact, 'en-US')).toContain('7%');
});

test('where every category is alike, a known product is no question and a strange one is', () => {
  const flat = policyOf([
    ['门槛', '比例'],
    [0, 0.05],
  ]);
  expect(placed(ledgerOf(['RDS', 'ECS', '办公桌'], flat))).toEqual(['数据库', '基础', 'question']);
});

test(
  'a table that calls itself an example is one until it is renamed; it stands in for ' + 'nothing',
  () => {
    const named = (name: string): Policy =>
      policyOf([
        ['政策', '门槛', '比例'],
        [name, 0, 0.05],
      ]);
    expect(
      [named('示例政策'), named('Example policy'), named('2025 渠道政策')].map(
        ({ example }) => example,
      ),
    ).toEqual([true, true, false]);
    expect(standsIn(examplePolicy)).toBe(true);
    expect(standsIn(named('示例政策 / example policy'))).toBe(false);
  },
);
