import { dateOf } from '#domain/calendar/local-date.ts';
import { comparePolicies } from '#domain/decision/compare-policies.ts';
import { fen } from '#domain/money/fen.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { bookOf } from '#domain/rebate/order-book.ts';
import { versionChanges } from '#domain/review/version-changes.ts';

const HEAD = [
  '政策',
  '返点项',
  '适用类别',
  '门槛',
  '比例',
  '生效',
  '失效',
  '依据',
  '登记日期',
  '累计周期',
  '结转',
];
const policyOf = (rows: readonly (readonly (string | number | null)[])[]) => {
  const { policy, findings } = readPolicy([HEAD, ...rows], {
    cellName: (row, column) => `${row},${column}`,
  });
  if (policy === null) throw new Error(JSON.stringify(findings));
  return policy;
};
const policy = policyOf([
  [
    '一版',
    '基础',
    '基础',
    0,
    '4%',
    '2025-01-01',
    '2025-06-30',
    '通知第 1 条',
    '2025-01-05',
    '年',
    '否',
  ],
  [
    '二版',
    '基础',
    '基础',
    0,
    '3%',
    '2025-07-01',
    '2025-12-31',
    '通知第 2 条 降为 3%',
    '2025-08-15',
    '年',
    '否',
  ],
  [
    '一版',
    '安全',
    '安全',
    0,
    '7%',
    '2025-01-01',
    '2025-12-31',
    '通知第 1 条',
    '2025-01-05',
    '年',
    '否',
  ],
]);
const changes = versionChanges(policy, dateOf(2025, 1, 1), dateOf(2025, 9, 30));

test(
  'a version that follows another without a pause is a change, with its sentence and the day ' +
    'it was recorded',
  () => {
    expect(
      changes.map(({ on, before, now, sentence, recordedOn }) => [
        on,
        before,
        now,
        sentence,
        recordedOn,
      ]),
    ).toEqual([[dateOf(2025, 7, 1), '一版', '二版', '通知第 2 条 降为 3%', '2025-08-15']]);
  },
);

test('as known then: the old version goes on to where the new one ends', () => {
  expect(
    changes[0]?.beforePolicy.components.map((component) => [
      component.name,
      component.from,
      component.to,
    ]),
  ).toEqual([
    ['基础', dateOf(2025, 1, 1), dateOf(2025, 12, 31)],
    ['安全', dateOf(2025, 1, 1), dateOf(2025, 12, 31)],
  ]);
});

test('whose rebate moved and by how much: only orders under the new version', () => {
  const book = bookOf([
    { day: dateOf(2025, 3, 1), amount: fen(1000_00), category: '基础' },
    { day: dateOf(2025, 8, 1), amount: fen(500_00), category: '基础' },
    { day: dateOf(2025, 8, 2), amount: fen(900_00), category: '安全' },
  ]);
  const change = changes[0];
  if (change === undefined) throw new Error('no change');
  const { orders, difference } = comparePolicies(
    book,
    change.beforePolicy,
    policy,
    dateOf(2025, 9, 30),
  );
  expect(orders.map(({ position, before, after }) => [position, before, after])).toEqual([
    [1, 2000, 1500],
  ]);
  expect(difference).toBe(-500);
});

test.each([
  ['before the days asked for', dateOf(2025, 8, 1), dateOf(2025, 9, 30)],
  ['after them', dateOf(2025, 1, 1), dateOf(2025, 6, 30)],
])('a change %s is not told', (_, from, to) =>
  expect(versionChanges(policy, from, to)).toEqual([]),
);

test('after a pause nothing was taken over', () => {
  const paused = policyOf([
    ['一版', '基础', '基础', 0, '4%', '2025-01-01', '2025-05-31', '', '', '年', '否'],
    ['二版', '基础', '基础', 0, '3%', '2025-07-01', '2025-12-31', '', '', '年', '否'],
  ]);
  expect(versionChanges(paused, dateOf(2025, 1, 1), dateOf(2025, 12, 31))).toEqual([]);
});
