import type { Analysis } from '#domain/review/analysis.ts';
import { analyze } from '#application/analyze/analyze.ts';
import {
  parsePolicies,
  policiesText,
  tableOf,
  withPolicy,
} from '#application/memory/policy-memory.ts';
import { writeReview } from '#application/write/write-review.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { type PolicyReading, readPolicy } from '#domain/policy-check/read-policy.ts';
import { cellAt } from '#domain/sheet.ts';
import type { FileWorkbook } from '#workbook/files/file-workbook.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { type Row, makeLedger } from '../pages/review/make-ledger.ts';
import { orders2025 } from '../pages/review/orders-2025.ts';
import { ordersWorkbook } from '../pages/review/orders-workbook.ts';

const year: readonly Row[] = orders2025.map(
  ([day, amount, category, customer, product, received]) => ({
    day,
    amount,
    category,
    customer,
    product,
    received,
  }),
);

function analysisOn(month: number, day: number, policy?: PolicyReading): Analysis {
  const result = analyze({
    ledger: makeLedger(year),
    policy,
    asOf: dateOf(2025, month, day),
    yearStart: null,
    nearShare: 0.1,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const policyOf = (secondRate: string): PolicyReading =>
  readPolicy(
    [
      [
        '返点项',
        '适用类别',
        '定档口径',
        '门槛',
        '比例',
        '计算方式',
        '达线归属',
        '计佣口径',
        '舍入',
        '依据',
      ],
      ...['50万', '200万'].map((threshold, tier) => [
        '基础',
        '基础',
        '基础, 安全',
        threshold,
        tier === 0 ? '4%' : secondRate,
        '全额',
        '达到',
        '含税',
        '四舍五入 汇总',
        '渠道政策第 3 页',
      ]),
    ],
    { cellName: () => '' },
  );

async function textsOf(
  book: FileWorkbook,
  name: string,
  withDetails = true,
): Promise<readonly string[]> {
  const details = /^R/.test(name) ? `${name} details` : name.replace('返点复盘', '返点复盘附录');
  const texts: string[] = [];
  const known = await namesOf(book);
  for (const one of [name, ...(withDetails ? [details] : [])].filter((each) =>
    known.includes(each),
  )) {
    const sheet = await book.readSheet(one);
    for (let row = 0; row < sheet.rowCount; row += 1)
      texts.push(
        sheet.columns
          .map((_, column) => cellAt(sheet, row, column))
          .filter((cell) => cell !== null && cell !== '')
          .join('|'),
      );
  }
  return texts;
}
const namesOf = async (book: FileWorkbook): Promise<readonly string[]> =>
  (await book.listSheets()).map((sheet) => sheet.name);

describe('writing reviews into one workbook', () => {
  test('each period has its own sheet; writing one again replaces that one alone', async () => {
    const book = await ordersWorkbook(year);
    await writeReview(book, { analysis: analysisOn(9, 30), language: 'zh-CN', period: '2025Q3' });
    await writeReview(book, { analysis: analysisOn(12, 25), language: 'zh-CN' });
    const q3 = await textsOf(book, '返点复盘 2025Q3');
    await writeReview(book, { analysis: analysisOn(12, 31), language: 'zh-CN' });
    expect((await namesOf(book)).filter((name) => name !== 'RebateRadar')).toEqual([
      '订单',
      '返点复盘 2025Q3',
      '返点复盘附录 2025Q3',
      '返点复盘 2025Q4',
      '返点复盘附录 2025Q4',
    ]);
    expect(await textsOf(book, '返点复盘 2025Q3')).toEqual(q3);
  });

  test('a sheet of the user’s with the same name stays as it is', async () => {
    const book = await ordersWorkbook(year, '返点复盘 2025Q4');
    const before = await textsOf(book, '返点复盘 2025Q4', false);
    const name = await writeReview(book, { analysis: analysisOn(12, 25), language: 'zh-CN' });
    expect(name).not.toBe('返点复盘 2025Q4');
    expect(await textsOf(book, '返点复盘 2025Q4', false)).toEqual(before);
  });

  test(
    'the next review compares with the last one, also after the workbook was saved and ' +
      'opened again',
    async () => {
      const book = await ordersWorkbook(year);
      await writeReview(book, { analysis: analysisOn(9, 30), language: 'en-US', period: '2025Q3' });
      const again = await openWorkbook(book.save(), 'year.xlsx');
      if (!again.ok) throw new Error(again.error.code);
      const texts = await textsOf(
        again.value,
        await writeReview(again.value, { analysis: analysisOn(12, 25), language: 'en-US' }),
      );
      expect(texts).toContain('Compared with the review of 2025Q3 as of 2025-09-30.');
      expect(texts).toContain('Rebate to date|253289.35|364919.37|111630.02');
    },
  );

  test('advised amounts stand beside what was expected', async () => {
    const book = await ordersWorkbook(year);
    const name = await writeReview(book, {
      analysis: analysisOn(12, 25),
      language: 'en-US',
      advised: [
        {
          from: dateOf(2025, 1, 1),
          to: dateOf(2025, 3, 31),
          amount: 46_740_09 as Analysis['received'],
        },
      ],
    });
    expect(await textsOf(book, name)).toContain(
      '2025Q1|2025-01~2025-03|55367.15|46740.09|0|55367.15|269|over 90 days',
    );
  });
});

describe('a policy that changed since the last review', () => {
  test('whose rebate moved, as known then and now, with what the policy says', async () => {
    const book = await ordersWorkbook(year);
    await writeReview(book, { analysis: analysisOn(12, 25, policyOf('6%')), language: 'en-US' });
    const texts = await textsOf(
      book,
      await writeReview(book, { analysis: analysisOn(12, 26, policyOf('5%')), language: 'en-US' }),
    );
    expect(texts).toContain('From "the policy at the review of 2025-12-25" to "the policy now"');
    expect(texts).toContain('The policy says: 渠道政策第 3 页');
    // 360,000 × 6% and × 5%: the largest base order moves most.
    const moved = texts.slice(
      texts.findIndex((text) => text.startsWith('Order|Customer|Date|As known\nthen')) + 1,
    );
    expect(moved[0]?.split('|').slice(-3)).toEqual(['21600', '18000', '-3600']);
    // 3,040,652.25 × 6% is 182,439.14 and × 5% is 152,032.61.
    expect(
      moved
        .find((text) => text.startsWith('Total'))
        ?.split('|')
        .at(-1),
    ).toBe('-30406.53');
  });

  test('the same policy again is no change', async () => {
    const book = await ordersWorkbook(year);
    for (const day of [24, 25])
      await writeReview(book, { analysis: analysisOn(12, day, policyOf('6%')), language: 'en-US' });
    expect(await textsOf(book, 'Rebate review 2025Q4')).toContain('The policy has not changed.');
  });

  test('what is remembered comes back, the oldest go first', () => {
    const { policy } = policyOf('6%');
    if (policy === null) throw new Error('no policy');
    const list = withPolicy(
      withPolicy([], examplePolicy, dateOf(2025, 1, 1)),
      policy,
      dateOf(2025, 2, 1),
    );
    expect(parsePolicies(policiesText(list))).toEqual(list);
    expect(withPolicy(list, examplePolicy, dateOf(2025, 3, 1)).map((one) => one.asOf)).toEqual([
      dateOf(2025, 2, 1),
      dateOf(2025, 3, 1),
    ]);
    expect(tableOf(policy)).not.toEqual(tableOf(examplePolicy));
  });

  test.each([
    [undefined],
    ['{'],
    ['null'],
    ['{"version":1,"policies":[{"asOf":"x","table":[]},7]}'],
    ['{"version":3,"policies":[]}'],
  ])('%p remembers nothing', (text) => {
    expect(parsePolicies(text)).toEqual([]);
  });
});
