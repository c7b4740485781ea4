import fc from 'fast-check';
import { addDays, dateOf } from '#domain/calendar/local-date.ts';
import { fen } from '#domain/money/fen.ts';
import { type WindowId, windowId } from '#domain/rebate/window.ts';
import {
  type ReviewSnapshot,
  changesSince,
  lastSnapshot,
  parseSnapshots,
  snapshotsText,
  withSnapshot,
} from '#domain/review/snapshot.ts';
import { runs } from '../../runs.ts';

const amount = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }).map(fen);
const snapshot: fc.Arbitrary<ReviewSnapshot> = fc.record({
  period: fc.constantFrom('2025Q1', 'FY2026Q3', '2025-03'),
  asOf: fc.integer({ min: 0, max: 900 }).map((days) => addDays(dateOf(2024, 6, 1), days)),
  figures: fc.record({
    netSales: amount,
    periodSales: amount,
    rebate: amount,
    received: amount,
    outstanding: amount,
  }),
  tiers: fc.array(
    fc.record({
      id: fc.string().map((id) => id as WindowId),
      component: fc.string(),
      window: fc.string(),
      tier: fc.integer({ min: 0, max: 5 }),
      tierSales: amount,
    }),
    { maxLength: 3 },
  ),
});

const ofWindow = (id: string, year: number): WindowId =>
  windowId({ component: { id }, period: { from: dateOf(year, 1, 1) } });

const at = (period: string, day: number, rebate = 0): ReviewSnapshot => ({
  period,
  asOf: dateOf(2025, 1, day),
  figures: {
    netSales: fen(0),
    periodSales: fen(0),
    rebate: fen(rebate),
    received: fen(0),
    outstanding: fen(0),
  },
  tiers: [],
});

describe('figures kept in the workbook', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(snapshot, { maxLength: 4 }), (list) => {
        expect(parseSnapshots(snapshotsText(list))).toEqual(list);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ['nothing', undefined],
    ['empty', ''],
    ['not JSON', '{"version":1'],
    ['another thing', '{"version":1,"reviews":{"a":1}}'],
    ['a later version', '{"version":2,"reviews":[]}'],
    [
      'a figure that is no amount',
      snapshotsText([at('2025Q1', 1)]).replace('"rebate":"0.00"', '"rebate":"=1+1"'),
    ],
    [
      'a day that does not exist',
      snapshotsText([at('2025Q1', 1)]).replace('2025-01-01', '2025-02-30'),
    ],
  ])('%s is no snapshot', (_, text) => {
    expect(parseSnapshots(text)).toEqual([]);
  });

  test('writing the same period again on the same day replaces, another day adds', () => {
    const list = withSnapshot(
      withSnapshot([at('2025Q1', 1, 5)], at('2025Q1', 1, 7)),
      at('2025Q1', 2, 9),
    );
    expect(list.map((one) => one.figures.rebate)).toEqual([7, 9]);
  });

  test('the newest earlier day is compared with, never the same day', () => {
    const list = [at('2025Q1', 3), at('2024Q4', 9), at('2025Q1', 12), at('2025Q1', 14)];
    expect(lastSnapshot(list, dateOf(2025, 1, 12))?.asOf).toBe(dateOf(2025, 1, 9));
    expect(lastSnapshot(list, dateOf(2025, 1, 3))).toBeUndefined();
  });
});

describe('what moved between two reviews', () => {
  const before: ReviewSnapshot = {
    ...at('2025Q1', 1, 100),
    tiers: [
      { id: ofWindow('基础', 2025), component: '基础', window: '2025', tier: 1, tierSales: fen(5) },
      { id: ofWindow('安全', 2024), component: '安全', window: '2024', tier: 2, tierSales: fen(5) },
    ],
  };
  const now: ReviewSnapshot = {
    ...at('2025Q2', 9, 160),
    tiers: [
      { id: ofWindow('基础', 2025), component: '基础', window: '2025', tier: 2, tierSales: fen(9) },
      { id: ofWindow('安全', 2025), component: '安全', window: '2025', tier: 1, tierSales: fen(9) },
    ],
  };

  test('figures of one period are not compared across periods', () => {
    expect(changesSince(before, now).figures.map((one) => one.figure)).not.toContain('periodSales');
    expect(
      changesSince(before, { ...now, period: '2025Q1' }).figures.map((one) => one.figure),
    ).toContain('periodSales');
  });

  test('change is now less before; tiers are compared within their own window', () => {
    const { figures, tiers } = changesSince(before, now);
    expect(figures.find((one) => one.figure === 'rebate')).toEqual({
      figure: 'rebate',
      before: 100,
      now: 160,
      change: 60,
    });
    expect(tiers).toEqual([{ component: '基础', window: '2025', before: 1, now: 2 }]);
  });
});
