import { dateOf, isoDate } from '#domain/calendar/local-date.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { currentPeriod, overlaps, reviewPeriod } from '#domain/review/review-period.ts';

const startingIn = (month: number): Policy => ({
  ...examplePolicy,
  components: examplePolicy.components.map((component) => ({ ...component, yearStart: month })),
});

describe('the period a label means', () => {
  test.each([
    ['2025Q1', '2025-01-01', '2025-03-31'],
    ['2025q4', '2025-10-01', '2025-12-31'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2024H2', '2024-07-01', '2024-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['FY2026Q3', '2025-10-01', '2025-12-31'],
    ['FY2025Q4', '2025-01-01', '2025-03-31'],
    ['FY2026H1', '2025-04-01', '2025-09-30'],
    ['FY2026', '2025-04-01', '2026-03-31'],
  ])('%s is %s to %s', (label, from, to) => {
    const period = reviewPeriod(label, [], examplePolicy);
    expect(period && [isoDate(period.from), isoDate(period.to)]).toEqual([from, to]);
  });

  test('a fiscal label follows the policy’s own first month', () => {
    const period = reviewPeriod('FY2026Q1', [], startingIn(7));
    expect(period && [isoDate(period.from), isoDate(period.to), period.label]).toEqual([
      '2025-07-01',
      '2025-09-30',
      'FY2026Q1',
    ]);
  });

  test.each(['', '2025Q5', '2025-13', 'FY2025-03', 'Q1', '25Q1'])('%p is no period', (label) => {
    expect(reviewPeriod(label, [], examplePolicy)).toBeUndefined();
  });

  test('a label at hand wins over what it could mean', () => {
    const known = { label: '2025Q1', from: dateOf(2025, 2, 1), to: dateOf(2025, 4, 30) };
    expect(reviewPeriod('2025Q1', [known], examplePolicy)).toBe(known);
  });
});

describe('the period when nobody says', () => {
  const quarter = (label: string, month: number) => ({
    label,
    from: dateOf(2025, month, 1),
    to: dateOf(2025, month + 2, 28),
  });
  test('is the pay period that began last', () => {
    expect(
      currentPeriod(
        [quarter('a', 1), quarter('b', 4), quarter('c', 7)],
        examplePolicy,
        dateOf(2025, 5, 5),
      ).label,
    ).toBe('b');
  });
  test('is made from the policy when nothing was paid', () => {
    expect(currentPeriod([], startingIn(4), dateOf(2025, 5, 5)).label).toBe('FY2026Q1');
  });
});

test('periods overlap when they share a day', () => {
  const days = (from: number, to: number) => ({
    from: dateOf(2025, 1, from),
    to: dateOf(2025, 1, to),
  });
  expect([
    overlaps(days(1, 5), days(5, 9)),
    overlaps(days(1, 4), days(5, 9)),
    overlaps(days(6, 7), days(5, 9)),
  ]).toEqual([true, false, true]);
});
