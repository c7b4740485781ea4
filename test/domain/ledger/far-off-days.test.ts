import { dateOf, isoDate } from '#domain/calendar/local-date.ts';
import { sheetOf } from './sheet-of.ts';
import { countsOf, netSales, read } from './told-rows.ts';

const HEAD = ['订单号', '客户', '类别', '付款日期', '实付金额'];
const ledgerOf = (days: readonly string[]): ReturnType<typeof sheetOf> =>
  sheetOf([HEAD, ...days.map((day, at) => [`A${at}`, '甲公司', '基础', day, 100])]);

const asked = (days: readonly string[]): readonly string[] =>
  read([ledgerOf(days)]).questions.map(({ typed, fact }) => `${typed} ${fact.code}`);

const EACH_MONTH = Array.from(
  { length: 12 },
  (_, at) => `2025-${String(at + 1).padStart(2, '0')}-06`,
);

test.each([
  ['2052 among 2025', ['2025-01-06', '2025-02-07', '2052-01-05'], '2052-01-05'],
  ['2028 among 2025', ['2028-01-05', '2025-02-07', '2025-03-08'], '2028-01-05'],
  ['2015 among 2025', ['2025-01-06', '2015-02-07', '2025-03-08'], '2015-02-07'],
  ['2052 beside one other day', ['2025-01-06', '2052-01-05'], '2052-01-05'],
  ['a serial number of a day in 2052', ['2025-01-06', '2025-02-06', '55523'], '55523'],
])('%s is asked about', (_name, days, typed) =>
  expect(asked(days)).toEqual([`${typed} ledger.date-apart`]),
);

test('each of several such days in a long ledger', () =>
  expect(
    asked([...EACH_MONTH, ...EACH_MONTH, ...EACH_MONTH, ...EACH_MONTH, '2052-01-05', '2053-01-05']),
  ).toEqual(['2052-01-05 ledger.date-apart', '2053-01-05 ledger.date-apart']));

test.each([
  ['years in a row', ['2021-05-01', '2022-05-01', '2023-05-01', '2024-05-01', '2025-05-01']],
  ['an order of three years ago', ['2022-05-01', '2025-05-01', '2025-06-01']],
  ['two ends of a framework contract', ['2021-05-01', '2025-05-01']],
  ['half of the ledger', ['2021-05-01', '2021-05-02', '2025-05-01', '2025-05-02']],
  ['next year', ['2025-11-01', '2025-12-01', '2026-12-31']],
])('%s is read as it is', (_name, days) =>
  expect(countsOf(read([ledgerOf(days)]))).toEqual({ header: 1, order: days.length }),
);

test('the same day in the year of the others is offered, and what is written', () => {
  const sheet = ledgerOf(['2025-01-06', '2025-02-07', '2052-01-05']);
  const [question] = read([sheet]).questions;
  const days = question!.choices.flatMap((choice) =>
    choice.kind === 'date' ? [isoDate(choice.date)] : [],
  );
  expect(days).toEqual(['2025-01-05', '2052-01-05']);
  const answers = { [question!.key]: `date:${dateOf(2025, 1, 5)}` };
  const settled = read([sheet], { answers });
  expect(settled.questions).toEqual([]);
  expect(netSales(settled)).toBe('300.00');
  expect([...settled.day].at(-1)).toBe(dateOf(2025, 1, 5));
});
