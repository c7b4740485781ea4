import * as fc from 'fast-check';
import { helping } from '#domain/decision/reaching-sets.ts';
import { pendingDeals } from '#domain/pipeline/pending-deals.ts';
import { type Forecast, forecastOf } from '#domain/pipeline/forecast.ts';
import { rebateOutcomes } from '#domain/pipeline/rebate-outcomes.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import { rebateWithDeals } from '#domain/rebate/added-deals.ts';
import { component, rate, twoCategoryPolicy, wan } from '../../examples/components.ts';
import type { PlainRow } from '../../examples/plain-ledger.ts';
import { ASOF, basis, inputOf, row } from '../decision/advice-fixture.ts';
import { runs } from '../../runs.ts';

const pending = (category: string, amount: number, more: Partial<PlainRow> = {}): PlainRow =>
  row(category, fen(amount), { kind: 'pending', day: ASOF, ...more });

const one = { ...twoCategoryPolicy(), components: [component({ id: '基础', name: '基础' })] };

const chances = (
  rows: readonly PlainRow[],
  ...given: number[]
): { readonly probability: Float64Array } => ({
  probability: Float64Array.from(
    rows,
    (_, index) => given[index - (rows.length - given.length)] ?? NaN,
  ),
});

describe('the forecast of 440万 with 40, 30 and 20万 pending', () => {
  const rows = [
    row('基础', wan(440)),
    ...[40, 30, 20].map((amount) => pending('基础', wan(amount))),
  ];
  const forecast = forecastOf(inputOf(one, rows, { ledger: chances(rows, 0.6, 0.5, 0.7) }));

  it('expects more than the rebate of the expected sales', () => {
    expect([
      forecast.committed,
      forecast.expected,
      forecast.ofExpectedSales,
      forecast.everything,
    ]).toEqual([wan(26.4), { ok: true, value: wan(34.824) }, wan(29.58), wan(42.4)]);
  });

  it('shows the present tier beside the anticipated one', () => {
    const [window] = forecast.windows;
    expect([window?.window.tier, window?.anticipatedTier, window?.expectedTierSales]).toEqual([
      2,
      3,
      wan(493),
    ]);
    expect(window?.chances.ok && window.chances.value.map(String)).toEqual([
      '0',
      '0',
      '0.49',
      '0.51',
    ]);
  });

  it('draws the distribution with bars that end at the thresholds', () => {
    const { bars, thresholds } = forecast.windows[0]
      ?.picture as Forecast['windows'][number]['picture'];
    expect(thresholds).toEqual([wan(50), wan(200), wan(500)]);
    expect(bars.reduce((sum, bar) => sum.plus(bar.chance), new Decimal(0)).toString()).toBe('1');
    expect(
      bars
        .filter((bar) => bar.from >= wan(500))
        .reduce((sum, bar) => sum.plus(bar.chance), new Decimal(0))
        .toString(),
    ).toBe('0.51');
    expect(
      forecast.distribution
        .reduce((sum, stretch) => sum.plus(stretch.probability), new Decimal(0))
        .toString(),
    ).toBe('1');
  });

  it('leaves out deals nobody has a probability for, and asks by stage', () => {
    const ledger = { ...chances(rows, 0.6, NaN, NaN), status: ['', '跟进中', '谈判', '谈判'] };
    const asked = forecastOf(inputOf(one, rows, { ledger }));
    expect([asked.likely, asked.needsProbability]).toEqual([
      [1],
      [{ stage: '谈判', deals: [2, 3] }],
    ]);
    const answered = forecastOf(
      inputOf(one, rows, {
        ledger,
        supposed: { probabilityByStage: new Map([['谈判', rate('0.5')]]) },
      }),
    );
    expect(answered.needsProbability).toEqual([]);
  });
});

describe('the run rate', () => {
  it('goes by the days without a year of history', () => {
    const rows = [
      row('基础', wan(100), { day: dateOf(2025, 1, 10) }),
      row('基础', wan(81), { day: dateOf(2025, 6, 30) }),
    ];
    const [window] = forecastOf(inputOf(one, rows, { asOf: dateOf(2025, 6, 30) })).windows;
    // 181 of 365 days.
    expect(window?.runRate).toMatchObject({
      basis: 'even',
      soFar: wan(181),
      projected: wan(365),
      tier: 2,
    });
  });

  it('goes by the seasons of the year before once there are four quarters', () => {
    const before = [40, 10, 10, 140].map((amount, quarter) =>
      row('基础', wan(amount), { day: dateOf(2024, quarter * 3 + 2, 1) }),
    );
    const rows = [...before, row('基础', wan(130), { day: dateOf(2025, 5, 1) })];
    const window = forecastOf(inputOf(one, rows, { asOf: dateOf(2025, 6, 30) })).windows.find(
      ({ window: { period } }) => period.label === '2025',
    );
    // A quarter of 2024 was behind by the same day.
    expect(window?.runRate).toMatchObject({ basis: 'seasonal', projected: wan(520), tier: 3 });
  });
});

describe('the expected rebate of several categories', () => {
  it('equals the recomputation of every outcome, within the fen of each component', () => {
    const anyDeals = fc.array(
      fc.tuple(
        fc.constantFrom('基础', '安全'),
        fc.integer({ min: 1, max: 9_000_000 }),
        fc.integer({ min: 1, max: 99 }),
      ),
      { minLength: 12, maxLength: 12 },
    );
    fc.assert(
      fc.property(anyDeals, fc.integer({ min: 0, max: 480 }), (deals, committed) => {
        const rows = [
          row('基础', wan(committed)),
          row('安全', wan(1)),
          ...deals.map(([category, amount]) => pending(category, amount)),
        ];
        const input = inputOf(twoCategoryPolicy(), rows, {
          ledger: chances(rows, ...deals.map(([, , percent]) => percent / 100)),
        });
        const worth = rebateWithDeals(input.policy, input.book, input.asOf);
        const list = pendingDeals(input.ledger, input.supposed);
        const { expected } = rebateOutcomes({ ...input, worth }, list);
        let mean = new Decimal(0);
        for (let outcome = 0; outcome < 2 ** list.length; outcome += 1) {
          const won = list.filter((_, index) => (outcome >> index) % 2 === 1);
          const chance = list.reduce(
            (all, deal) =>
              all.times(
                won.includes(deal)
                  ? (deal.probability as Decimal)
                  : new Decimal(1).minus(deal.probability as Decimal),
              ),
            new Decimal(1),
          );
          mean = mean.plus(chance.times(worth(won)));
        }
        expect(expected.ok && mean.minus(expected.value).abs().lte(2)).toBe(true);
      }),
      { numRuns: runs(3) },
    );
  });

  it('takes 200 deals in 万', () => {
    const deals = Array.from({ length: 200 }, (_, index) =>
      pending(index % 3 === 0 ? '安全' : '基础', wan(1 + ((index * 7) % 20))),
    );
    const rows = [row('基础', wan(100)), row('安全', wan(20)), ...deals];
    const forecast = forecastOf(
      inputOf(twoCategoryPolicy(), rows, {
        ledger: chances(rows, ...deals.map((_, index) => (index % 9) / 10)),
      }),
    );
    expect(
      forecast.expected.ok &&
        forecast.expected.value > forecast.committed &&
        forecast.expected.value < forecast.everything,
    ).toBe(true);
  });
});

it('names pending orders that reach a tier only together', () => {
  const rows = [
    row('基础', wan(440)),
    pending('基础', wan(40)),
    pending('基础', wan(35)),
    pending('基础', wan(10)),
  ];
  expect(
    helping(basis(one, rows)).map(({ ledgerIndex, role, stake, tierWith }) => [
      ledgerIndex,
      role,
      stake,
      tierWith,
    ]),
  ).toEqual([
    [1, 'helps', wan(14.8), 3],
    [2, 'helps', wan(14.8), 3],
  ]);
});
