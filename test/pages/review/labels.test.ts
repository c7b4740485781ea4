import { cliWords as chineseCommands } from '#i18n/zh-CN/cli-words.ts';
import { cliWords as englishCommands } from '#i18n/en-US/cli-words.ts';
import { pane as chinesePane } from '#i18n/zh-CN/pane.ts';
import { pane as englishPane } from '#i18n/en-US/pane.ts';
import { reviewWords as chinese } from '#i18n/zh-CN/review.ts';
import { reviewWords as english } from '#i18n/en-US/review.ts';

const LANGUAGES = [
  ['zh-CN', chinese],
  ['en-US', english],
] as const;

describe.each(LANGUAGES)('one figure has one label on every sheet, %s', (_, words) => {
  const { key, columns, figures, front, charts } = words;
  test.each<[string, readonly string[]]>([
    [
      'outstanding',
      [
        key.outstanding,
        columns.outstanding,
        figures.outstanding,
        front.outstanding,
        charts.outstanding,
      ],
    ],
    ['received', [columns.received, figures.received, front.received]],
    ['rebate to date', [key.total, columns.rebate, figures.rebate, front.toDate]],
    ['gain', [columns.gain, columns.gapGain, front.gain, front.worth]],
    ['gap', [key.next, columns.gap]],
    ['sales of the period', [key.sales, columns.periodSales, figures.periodSales]],
    ['sales that set the tier', [columns.tierSales, columns.tierSalesThen, front.tierSales]],
    ['tier', [columns.tier, front.tier]],
    ['rate', [columns.rate, front.rate, columns.rateThen, columns.ratePaid]],
    ['payout', [columns.payout, columns.expected]],
    ['rebate without true-up', [columns.ownRebate, front.ownRebate]],
    ['pending deals', [columns.pipeline, front.pipeline]],
  ])('%s', (__, labels) => expect([...new Set(labels)]).toHaveLength(1));

  test('what differs is called differently', () => {
    const labels = [columns.gain, columns.payout, columns.ownRebate, columns.rebate, columns.gap];
    expect(new Set(labels).size).toBe(labels.length);
  });
});

test.each([
  ['zh-CN', chinese, chinesePane],
  ['en-US', english, englishPane],
] as const)('the pane says the same, %s', (_, { columns }, pane) => {
  const { rebate, received, outstanding, tierSales, gap, gain, cushion, breakEven } = pane.figures;
  expect([rebate, received, outstanding, tierSales, gap, gain, cushion, breakEven]).toEqual([
    columns.rebate,
    columns.received,
    columns.outstanding,
    columns.tierSales,
    columns.gap,
    columns.gain,
    columns.cushion,
    columns.breakEven,
  ]);
});

test.each([
  ['zh-CN', chinese, chineseCommands],
  ['en-US', english, englishCommands],
] as const)('the printed summary says the same, %s', (_, { columns }, commands) => {
  const said = commands.totals('1', '2', '3').toLowerCase();
  const labels = [columns.rebate, columns.received, columns.outstanding];
  expect(said).toMatch(
    new RegExp(labels.map((label, at) => `${label.toLowerCase()} ${at + 1}`).join('.*')),
  );
});
