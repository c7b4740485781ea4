import * as fc from 'fast-check';
import {
  type LocalDate,
  dateFromSerial,
  isoDate,
  localDate,
  parseIsoDate,
  serialFromDate,
  yearMonthDay,
} from '#domain/calendar/local-date.ts';
import { labelWithMonths, nextPeriod, periodOf } from '#domain/calendar/period.ts';

const on = (iso: string): LocalDate => parseIsoDate(iso) as LocalDate;

it.each([
  ['2025-02-14', 'quarter', 1, '2025Q1 (2025-01~2025-03)'],
  ['2025-02-14', 'quarter', 4, 'FY2025Q4 (2025-01~2025-03)'],
  ['2025-04-01', 'quarter', 4, 'FY2026Q1 (2025-04~2025-06)'],
  ['2025-12-31', 'year', 1, '2025 (2025-01~2025-12)'],
  ['2025-03-31', 'year', 4, 'FY2025 (2024-04~2025-03)'],
  ['2025-07-01', 'half', 1, '2025H2 (2025-07~2025-12)'],
  ['2025-07-01', 'half', 7, 'FY2026H1 (2025-07~2025-12)'],
  ['2025-02-14', 'month', 4, '2025-02 (2025-02~2025-02)'],
  ['2025-01-15', 'quarter', 12, 'FY2025Q1 (2024-12~2025-02)'],
] as const)('%s, %s of a year from month %i: %s', (day, length, yearStart, label) => {
  expect(labelWithMonths(periodOf(on(day), length, yearStart))).toBe(label);
});

it('periods follow each other without a gap and hold their days', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 60_000 }),
      fc.constantFrom('month' as const, 'quarter' as const, 'half' as const, 'year' as const),
      fc.integer({ min: 1, max: 12 }),
      (day, length, yearStart) => {
        const period = periodOf(day as LocalDate, length, yearStart);
        expect(period.from <= day && day <= period.to).toBe(true);
        expect(nextPeriod(period, length, yearStart).from).toBe(period.to + 1);
      },
    ),
  );
});

it("days survive text, serials and parts, and agree with the host's calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 80_000 }), (day) => {
      const date = day as LocalDate;
      const { year, month, day: dayOfMonth } = yearMonthDay(date);
      expect(localDate(year, month, dayOfMonth)).toBe(day);
      expect(parseIsoDate(isoDate(date))).toBe(day);
      expect(dateFromSerial(serialFromDate(date) + 0.75, false)).toBe(day);
      expect(isoDate(date)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});

it.each([['2025-06-31'], ['2025-02-29'], ['2025-13-01'], ['2025-00-10'], ['1899-01-01']])(
  'there is no %s',
  (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
  },
);

it.each([
  [45_706, false, '2025-02-18'],
  [45_706 - 1462, true, '2025-02-18'],
  [60, false, undefined],
] as const)('serial %d (1904: %s) is %s', (serial, date1904, expected) => {
  const date = dateFromSerial(serial, date1904);
  expect(date === undefined ? undefined : isoDate(date)).toBe(expected);
});
