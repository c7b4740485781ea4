import type { LocalDate } from '#domain/calendar/local-date.ts';
import { NO_DAY } from '#domain/ledger/ledger.ts';
import { hasCome } from '#domain/review/received.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { fen } from '#domain/money/fen.ts';
import type { Payout } from '#domain/rebate/window.ts';
import { ageBand, ageing, settlementStatus } from '#domain/review/settlement-status.ts';
import { makeLedger } from '../../pages/review/make-ledger.ts';

const payout = (label: string, month: number, rebate: number, trueUp: number): Payout => ({
  period: {
    label,
    from: dateOf(2025, month, 1),
    to: dateOf(2025, month + 2, month === 1 ? 31 : 30),
  },
  rebate: fen(rebate),
  trueUp: fen(trueUp),
  cap: fen(0),
  clawBack: fen(0),
  parts: [],
});
const payouts = [payout('2025Q1', 1, 4000, 0), payout('2025Q2', 4, 6000, 500)];
const ledger = makeLedger([
  { day: '2025-02-03', amount: '100.00', category: '基础', received: '30.00' },
  { day: '2025-03-31', amount: '100.00', category: '基础' },
  { day: '2025-04-01', amount: '100.00', category: '基础', received: '12.34' },
  { day: '2025-04-02', amount: '-10.00', category: '基础', received: '-0.34' },
  { day: '2024-12-31', amount: '100.00', category: '基础', received: '5.00' },
  { day: '2025-02-05', amount: '100.00', category: '基础', received: '99.00', kind: 'duplicate' },
]);

describe('expected and received by pay period', () => {
  const asOf = dateOf(2025, 6, 10);
  const { periods, unassigned } = settlementStatus(
    payouts,
    ledger,
    [{ from: dateOf(2025, 1, 1), to: dateOf(2025, 3, 31), amount: fen(3900) }],
    asOf,
  );

  test(
    'what came in belongs to the period of its order; rows that do not count bring ' + 'nothing',
    () => {
      expect(
        periods.map(({ expected, received, outstanding }) => [expected, received, outstanding]),
      ).toEqual([
        [4000, 3000, 1000],
        [6500, 1200, 5300],
      ]);
    },
  );
  test('nothing received is lost', () => expect(unassigned).toBe(500));
  test('a statement belongs to the period whose days it covers', () =>
    expect(periods.map((one) => one.advised)).toEqual([3900, null]));
  test('age counts from the end of the period and is negative while it is open', () =>
    expect(periods.map((one) => one.age)).toEqual([71, -20]));
  test('bands add up to everything outstanding', () => {
    expect(ageing(periods).map(({ band, outstanding }) => [band, outstanding])).toEqual([
      ['open', 5300],
      ['to30', 0],
      ['to60', 0],
      ['to90', 1000],
      ['over90', 0],
    ]);
  });
});

test.each([
  [-1, 'open'],
  [0, 'to30'],
  [30, 'to30'],
  [31, 'to60'],
  [60, 'to60'],
  [61, 'to90'],
  [90, 'to90'],
  [91, 'over90'],
] as const)('%d days is %s', (age, band) => {
  expect(ageBand(age)).toBe(band);
});

test('what has not come by the as-of day is outstanding', () => {
  const ledger = { receivedOn: Int32Array.of(20, NO_DAY, NO_DAY), day: Int32Array.of(1, 5, 30) };
  const come = (asOf: number): boolean[] =>
    [0, 1, 2].map((row) => hasCome(ledger, row, asOf as LocalDate));
  expect(come(10)).toEqual([false, true, false]);
  expect(come(20)).toEqual([true, true, false]);
});
