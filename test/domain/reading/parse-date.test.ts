import fc from 'fast-check';
import { addDays, dateOf, isoDate, yearMonthDay } from '#domain/calendar/local-date.ts';
import { parseDate } from '#domain/reading/parse-date.ts';
import type { DateContext } from '#domain/reading/date-reading.ts';
import { plainDate } from '#domain/reading/plain-date.ts';
import type { Cell } from '#domain/sheet.ts';
import { runs } from '../../runs.ts';

const told = (cell: Cell, context: DateContext = {}): string => {
  const reading = parseDate(cell, context);
  if (reading.kind === 'date') return isoDate(reading.date);
  if (reading.kind === 'month') return `${reading.year}-${reading.month} month`;
  return reading.kind === 'open'
    ? `${reading.why}? ${reading.choices.map(isoDate).join(' ')}`.trim()
    : reading.kind;
};

describe('dates in every habit', () => {
  const clear: readonly (readonly [Cell, string])[] = [
    ['2025/1/6', '2025-01-06'],
    ['2025-01-09', '2025-01-09'],
    ['2025.1.13', '2025-01-13'],
    ['20250116', '2025-01-16'],
    [20250116, '2025-01-16'],
    ['25.4.9', '2025-04-09'],
    ['25-4-9', '2025-04-09'],
    ['250409', '2025-04-09'],
    ['2025年2月12日', '2025-02-12'],
    ['2025 年 2 月 12 日', '2025-02-12'],
    ['25年4月9日', '2025-04-09'],
    ['2025年1月6号', '2025-01-06'],
    ['２０２５／１／６', '2025-01-06'],
    ["'2025-01-06", '2025-01-06'],
    [' 2025-01-06\t', '2025-01-06'],
    [45706, '2025-02-18'],
    ['45706', '2025-02-18'],
    [45706.73, '2025-02-18'],
    ['2019-01-24 14:20:40', '2019-01-24'],
    ['2018/12/17 PM 17:16:01', '2018-12-17'],
    ['2020-09-10 00:16:50 GMT+08:00', '2020-09-10'],
    ['2025/1/6 9:05', '2025-01-06'],
    ['2025/1/6 下午 5:16', '2025-01-06'],
    ['2025-01-09T10:20:30', '2025-01-09'],
    ['2025年1月6日 14:20', '2025-01-06'],
    ['20250116102030', '2025-01-16'],
    ['2025-01-06 星期一', '2025-01-06'],
    ['2025-01-06(周一)', '2025-01-06'],
    ['2025-03-31T18:00:00Z', '2025-04-01'],
    ['2025-03-31 15:59:59 UTC', '2025-03-31'],
    ['2025-04-01 03:00:00 GMT+09:00', '2025-04-01'],
    ['2025-04-01 00:30:00 GMT+09:00', '2025-03-31'],
    [1609430400000, '2021-01-01'],
    [1609430399000, '2020-12-31'],
    ['1609430400', '2021-01-01'],
    ['25/03/2025', '2025-03-25'],
    ['03/25/2025', '2025-03-25'],
    ['5/5/2025', '2025-05-05'],
    ['6-Jan-25', '2025-01-06'],
    ['Jan 6, 2025', '2025-01-06'],
    ['6 January 2025', '2025-01-06'],
    ['2025年3月5日14时', '2025-03-05'],
    ['2025年3月5日14点30分', '2025-03-05'],
    ['2025-03-31 21:00:00 GMT+08:00-2025-03-31 22:00:00 GMT+08:00', '2025-03-31'],
    ['2025-03-31 23:30:00 GMT+08:00-2025-04-01 00:30:00 GMT+08:00', '2025-04-01'],
    ['2025/1/1至2025/1/31', '2025-01-31'],
    ['2025.1.1~1.31', '2025-01-31'],
    ['2025年3月1日-3月5日', '2025-03-05'],
    ['2025-03-01 to 2025-03-31', '2025-03-31'],
    ['2024/2/29', '2024-02-29'],
  ];
  test.each(clear)('%j is %s', (cell, iso) => expect(told(cell)).toBe(iso));

  const open: readonly (readonly [Cell, string])[] = [
    ['2025/6/31', 'impossible? 2025-06-30 2025-07-01'],
    ['2025/02/29', 'impossible? 2025-02-28 2025-03-01'],
    ['31/06/2025', 'impossible? 2025-06-30 2025-07-01'],
    ['2025-13-5', 'impossible? 2025-05-13'],
    ['2025/0/5', 'impossible?'],
    ['20250230', 'impossible? 2025-02-28 2025-03-01'],
    ['03/04/2025', 'ambiguous? 2025-03-04 2025-04-03'],
    ['3/4/25', 'ambiguous? 2025-03-04 2025-04-03'],
    ['24.12.25', 'ambiguous? 2024-12-25 2025-12-24'],
    [
      '1月20日',
      'no-year? 2022-01-20 2023-01-20 2024-01-20 2025-01-20 2026-01-20 2027-01-20 2028-01-20',
    ],
    [
      '2/21',
      'no-year? 2022-02-21 2023-02-21 2024-02-21 2025-02-21 2026-02-21 2027-02-21 2028-02-21',
    ],
    [
      '1.20',
      'no-year? 2022-01-20 2023-01-20 2024-01-20 2025-01-20 2026-01-20 2027-01-20 2028-01-20',
    ],
    ['1925-01-01', 'far? 1925-01-01'],
    ['202502', '2025-2 month'],
    [202502, '2025-2 month'],
    ['2018-02', '2018-2 month'],
    ['2025年2月', '2025-2 month'],
    ['待定', 'not-a-date'],
    [
      '3月底',
      'no-year? 2022-03-31 2023-03-31 2024-03-31 2025-03-31 2026-03-31 2027-03-31 2028-03-31',
    ],
    ['2025年3月上旬', 'part-of-month? 2025-03-01 2025-03-10'],
    ['Mar 2025', '2025-3 month'],
    ['Jan-25', 'day-or-year? 2025-01-31 2025-01-25'],
    [1.2, 'not-a-date'],
    [{ fault: '#VALUE!' }, 'not-a-date'],
    [true, 'not-a-date'],
    ['2025Q1', 'part? 2025-03-31 2024-06-30'],
    ['2025Q4', 'part? 2025-12-31 2025-03-31'],
    ['FY2025Q4', 'part? 2025-03-31 2025-12-31'],
    ['2025年第四季度', 'part? 2025-12-31 2025-03-31'],
    ['2025H1', 'part? 2025-06-30 2024-09-30'],
    ['2025-03-31 23:00 ~ 2025-04-01 00:00', 'midnight? 2025-04-01 2025-03-31'],
    ['13/13/2025', 'impossible?'],
    ['', 'empty'],
    [null, 'empty'],
    ['  ', 'empty'],
    ['-', 'empty'],
    ['—', 'empty'],
  ];
  test.each(open)('%j is not settled: %s', (cell, expected) => expect(told(cell)).toBe(expected));

  const settled: readonly (readonly [string, Cell, DateContext, string])[] = [
    ['the column writes the month first', '03/04/2025', { order: 'mdy' }, '2025-03-04'],
    ['the column writes the day first', '03/04/2025', { order: 'dmy' }, '2025-04-03'],
    [
      'year-first habit says nothing about a year at the end',
      '03/04/2025',
      { order: 'ymd' },
      'ambiguous? 2025-03-04 2025-04-03',
    ],
    ['year-first habit', '24.12.25', { order: 'ymd' }, '2024-12-25'],
    ['year from the context', '1月20日', { year: 2025 }, '2025-01-20'],
    ['month first without a year', '2/3', { year: 2025, order: 'ymd' }, '2025-02-03'],
    ['day first without a year', '2/3', { year: 2025, order: 'dmy' }, '2025-03-02'],
    ['order open without a year', '2/3', { year: 2025 }, 'ambiguous? 2025-02-03 2025-03-02'],
    ['years to choose from', '2/21', { years: [2024, 2025] }, 'no-year? 2024-02-21 2025-02-21'],
    ['no such day in that year', '2/29', { year: 2025 }, 'impossible? 2025-02-28 2025-03-01'],
    ['the 1904 system', 44244, { date1904: true }, '2025-02-18'],
  ];
  test.each(settled)('%s', (_name, cell, context, expected) =>
    expect(told(cell, context)).toBe(expected),
  );
});

test('every day reads back from each clear way of writing it, and the short cut agrees', () => {
  const day = fc.integer({ min: 0, max: 14000 }).map((days) => addDays(dateOf(2010, 1, 1), days));
  fc.assert(
    fc.property(day, (date) => {
      const { year, month, day: d } = yearMonthDay(date);
      const forms = [
        `${year}/${month}/${d}`,
        isoDate(date),
        `${year}.${month}.${d}`,
        isoDate(date).replace(/-/g, ''),
        `${year}年${month}月${d}日`,
        `${isoDate(date)} 23:59:59`,
        `${year}/${month}/${d} 0:00`,
      ];
      expect(forms.map((form) => parseDate(form))).toEqual(
        forms.map(() => (year <= 2099 ? { kind: 'date', date } : expect.anything())),
      );
      expect(plainDate(isoDate(date))).toBe(date);
      expect(parseDate(date + 25569)).toEqual({ kind: 'date', date });
    }),
    { numRuns: runs(300) },
  );
});
