import { analyze } from '#application/analyze/analyze.ts';
import { readPolicySheet } from '#application/read/workbook-policy.ts';
import { readOrders } from '#application/read/read-orders.ts';
import type { Language } from '#domain/language.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { reviewPages } from '#pages/review/review-page.ts';
import { textOf } from './read-page.ts';

const sheet = (name: string, rows: readonly (readonly Cell[])[]): Sheet => ({
  name,
  rowCount: rows.length,
  columns: (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null)),
});
const POLICY = sheet('返点政策', [
  ['返点项', '适用类别', '门槛', '比例'],
  ['返点', '全部', 100_000, 0.04],
  [null, null, 200_000, 0.06],
]);

function front(amounts: readonly Cell[], language: Language): string {
  const orders = sheet('订单', [
    ['订单号', '签约日期', '产品类别', '实付金额', '状态'],
    ...amounts.map((amount, at): Cell[] => [`D${at}001`, 45700 + at, '基础', amount, '已付款']),
  ]);
  const policy = readPolicySheet(POLICY);
  const result = analyze({
    ledger: readOrders([orders], { policy: policy.policy }),
    policy,
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
  });
  if (!result.ok) throw new Error(result.error.code);
  const input = { ...result.value, title: 'a.xlsx', advised: [], restatements: [] };
  const [page] = reviewPages(input, { language, sheets: [orders] });
  return page.rows.map((row) => row.cells.map((cell) => textOf(cell)).join(' ')).join('\n');
}

describe('page one says what open questions could change in the rebate', () => {
  // 5,800 more at 4 % are 232.
  test.each([
    [
      'zh-CN',
      '1 个问题待确认，相应的行没有计入；按不同的答复，截至 2025-02-13 的累计返点变动 ¥0.00 至 +¥232.00',
    ],
    [
      'en-US',
      '1 open question, its row is not counted; depending on the answers, the rebate up to 2025-02-13 changes by ¥0.00 to +¥232.00',
    ],
  ] as const)('exactly, tier and all, %s', (language, sentence) =>
    expect(front(['58,00', 120_000], language)).toContain(sentence),
  );
  test('or that an amount which cannot be read leaves that open', () => {
    expect(front(['12x34', 120_000], 'zh-CN')).toContain(
      '1 个问题待确认，相应的行没有计入；1 个读不出金额，影响有多大无从算起。',
    );
    expect(front(['12x34', '58,00', 120_000], 'en-US')).toContain(
      'of 1 the amount cannot be read, nobody can say what it is worth; depending on the answers to the others, the rebate up to 2025-02-14 changes by ¥0.00 to +¥232.00',
    );
  });
  test('or that none waits', () =>
    expect(front([120_000, 30_000], 'zh-CN')).toContain('没有待确认的行。'));
});
