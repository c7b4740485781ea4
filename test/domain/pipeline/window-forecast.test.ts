import { dateOf } from '#domain/calendar/local-date.ts';
import { headlines } from '#domain/decision/headline.ts';
import { edgeOrders } from '#domain/edge/edge-orders.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import { forecastOf } from '#domain/pipeline/forecast.ts';
import { forecastFor } from '#domain/pipeline/forecast-of-window.ts';
import type { Policy } from '#domain/policy/policy.ts';
import {
  component,
  rate,
  tier,
  twoCategoryPolicy,
  wan,
  yuanOf,
} from '../../examples/components.ts';
import type { PlainRow } from '../../examples/plain-ledger.ts';
import { ASOF, inputOf, row } from '../decision/advice-fixture.ts';

const pending = (category: string, amount: number, more: Partial<PlainRow> = {}): PlainRow =>
  row(category, wan(amount), { kind: 'pending', day: ASOF, ...more });
const policyOf = (...components: Policy['components']): Policy => ({
  ...twoCategoryPolicy(),
  components,
});
const chanceOfLast = (rows: readonly PlainRow[], chance: number) => ({
  probability: Float64Array.from(rows, (_, index) => (index === rows.length - 1 ? chance : NaN)),
});

describe('a net base', () => {
  const net = component({ base: 'net' });
  // 200 万 net of 6 % are 212 万 with tax. 205 万 are 193.4 万 net; 7 万 more reach the tier
  // exactly.
  const rows = [row('基础', wan(205)), pending('基础', 7)];

  it.each([
    [0.95, 2, '0.95', '0.06'],
    [0.45, 1, '0.45', '0.04'],
  ])(
    'anticipates by net sales against net thresholds: %s',
    (chance, tierAhead, next, rateAhead) => {
      const [window] = forecastOf(
        inputOf(policyOf(net), rows, { ledger: chanceOfLast(rows, chance) }),
      ).windows;
      expect([
        window?.anticipatedTier,
        window?.chanceOfNext?.toString(),
        window?.anticipatedRate?.toString(),
      ]).toEqual([tierAhead, next, rateAhead]);
    },
  );

  it('gives pipeline, expected sales and picture in the measure of the thresholds', () => {
    const [window] = forecastOf(
      inputOf(policyOf(net), rows, { ledger: chanceOfLast(rows, 1) }),
    ).windows;
    expect([window?.window.tierSales, window?.pipeline, window?.expectedTierSales]).toEqual([
      yuanOf(1_933_962.26),
      yuanOf(66_037.74),
      wan(200),
    ]);
    expect(window?.picture.thresholds).toEqual([wan(50), wan(200), wan(500)]);
  });

  it(
    'is near a tier by order yuan on both sides: 21 万 of 212 万 are within a tenth, 21.3 ' +
      'are not',
    () => {
      const near = (sales: number): number => {
        const { edges } = edgeOrders({
          ...inputOf(policyOf(net), [row('基础', wan(sales))]),
          nearShare: 0.1,
        });
        return edges.filter(({ role }) => role === 'near').length;
      };
      expect([near(191), near(190.7)]).toEqual([1, 0]);
    },
  );
});

describe('versions that follow each other inside one year', () => {
  const v1 = component({
    id: '返点 V1',
    policy: 'V1',
    to: dateOf(2025, 6, 30),
    tiers: [tier(wan(50), '0.04')],
  });
  const v2 = component({
    id: '返点 V2',
    policy: 'V2',
    from: dateOf(2025, 7, 1),
    tiers: [tier(wan(100), '0.05'), tier(wan(300), '0.09')],
  });
  const rows = [
    row('基础', wan(80), { day: dateOf(2025, 3, 3) }),
    row('基础', wan(250), { day: dateOf(2025, 8, 8) }),
    pending('基础', 60),
  ];
  const input = inputOf(policyOf(v1, v2), rows, { ledger: chanceOfLast(rows, 0.8) });
  const [first, second] = input.rebate.windows;

  it('share a label and are still two windows', () => {
    expect([first?.period.label, second?.period.label]).toEqual(['2025', '2025']);
    expect(first?.id).not.toBe(second?.id);
  });

  it('the closed one has no forecast; the open one has its own', () => {
    const forecast = forecastOf(input);
    expect(first && forecastFor(forecast, first.id)).toBeUndefined();
    const open = second && forecastFor(forecast, second.id);
    expect([open?.window.component.id, open?.anticipatedTier, open?.pipeline]).toEqual([
      '返点 V2',
      2,
      wan(60),
    ]);
  });

  it('an order of the first holds no tier of the second in the headline', () => {
    const held = edgeOrders({ ...input, nearShare: 0.1 }).edges.filter(
      ({ role }) => role === 'holds',
    );
    expect(held.map(({ window, ledgerIndex }) => [window, ledgerIndex])).toEqual([
      [second?.id, 1],
      [first?.id, 0],
    ]);
    const [headline] = headlines(
      {
        asOf: ASOF,
        today: null,
        windows: input.rebate.windows,
        edges: held.filter(({ window }) => window === first?.id),
      },
      new Decimal(2),
    );
    expect(headline?.kind).toBe('reach');
  });
});

describe('what is supposed', () => {
  const rows = [row('基础', wan(190)), pending('基础', 20)];

  it('weighs in every figure of the window', () => {
    const of = (supposed: Parameters<typeof inputOf>[2]): readonly unknown[] => {
      const [window] = forecastOf(
        inputOf(policyOf(component()), rows, { ledger: chanceOfLast(rows, 0.02), ...supposed }),
      ).windows;
      return [window?.anticipatedTier, window?.chanceOfNext?.toString()];
    };
    expect(of({})).toEqual([1, '0.02']);
    expect(of({ supposed: { probabilities: new Map([[1, rate('0.95')]]) } })).toEqual([2, '0.95']);
  });
});

it('says nothing rather than something near when the chances cannot be exact', () => {
  const deals = Array.from({ length: 60 }, (_, index) =>
    row('基础', fen(123_457 + index * 977_313 + ((index * index * 7_919) % 9_973)), {
      kind: 'pending',
      day: ASOF,
    }),
  );
  const rows = [row('基础', wan(199)), ...deals];
  const [window] = forecastOf(
    inputOf(policyOf(component()), rows, {
      ledger: { probability: Float64Array.from(rows, (_, index) => (index === 0 ? NaN : 0.37)) },
    }),
  ).windows;
  expect([window?.chances.ok, window?.anticipatedTier, window?.chanceOfNext]).toEqual([
    false,
    null,
    null,
  ]);
});
