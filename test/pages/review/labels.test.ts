import { say } from '#i18n/say/say.ts';
import { statementPage as chineseStatement } from '#i18n/zh-CN/statement-page.ts';
import { statementPage as englishStatement } from '#i18n/en-US/statement-page.ts';
import { templateWords as chineseTemplate } from '#i18n/zh-CN/template.ts';
import { templateWords as englishTemplate } from '#i18n/en-US/template.ts';
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

/** Each of the words that the add-in's own table has for what the review shows, too. */
const SUMMARY = ['component', 'tier', 'rate', 'nextThreshold', 'gap', 'gain', 'cushion'] as const;

test.each([
  ['zh-CN', chinese, chineseTemplate],
  ['en-US', english, englishTemplate],
] as const)('REBATE_SUMMARY and the template say the same, %s', (language, words, template) => {
  const { columns, total } = words;
  expect(
    SUMMARY.map((column) => say({ code: 'functions.summary-column', column }, language)),
  ).toEqual(SUMMARY.map((column) => columns[column]));
  expect([
    template.figures.columns.component,
    template.figures.total,
    say({ code: 'functions.summary-total' }, language),
  ]).toEqual([columns.component, total, total]);
  // With the words that tell a plain figure, or the days it is of, beside them.
  const { plainTier, plainRate, tierSales } = template.figures.columns;
  expect([plainTier, plainRate, tierSales].map((label) => label.toLowerCase())).toEqual([
    expect.stringContaining(columns.tier.toLowerCase()),
    expect.stringContaining(columns.rate.toLowerCase()),
    expect.stringContaining(columns.tierSales.toLowerCase()),
  ]);
});

test.each([
  ['zh-CN', chinese, chinesePane, chineseStatement, chineseCommands],
  ['en-US', english, englishPane, englishStatement, englishCommands],
] as const)('a statement has the same words on its tab, in the pane and printed, %s', (...of) => {
  const [, { columns }, { statement }, tab, commands] = of;
  expect([statement.ledger, statement.statement, statement.difference]).toEqual([
    tab.ledger,
    tab.statement,
    tab.difference,
  ]);
  const printed = commands.settled('1', '2', '3').toLowerCase();
  for (const label of [tab.statement, tab.ledger, tab.difference])
    expect(printed).toContain(label.toLowerCase());
  // What is missing to a tier is another figure.
  expect(printed).not.toContain(columns.gap.toLowerCase());
});
