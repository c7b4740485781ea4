import { sayIn } from '#i18n/say/say.ts';
import * as fc from 'fast-check';
import { analysisJson } from '#application/analyze/analysis-json.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { analyze } from '#application/analyze/analyze.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { headersOf, typedPolicy } from '#domain/policy/typed-policy.ts';
import { addDays, dateOf, isoDate, serialFromDate } from '#domain/calendar/local-date.ts';
import { tryDeals } from '#domain/pipeline/deal-trial.ts';
import { headlines } from '#domain/decision/headline.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen, yuanNumber, yuanText } from '#domain/money/fen.ts';
import { forecastFor } from '#domain/pipeline/forecast.ts';
import { type Suppositions, nothingSupposed } from '#domain/pipeline/suppositions.ts';
import type { Component, Policy } from '#domain/policy/policy.ts';
import { reviewLanguage } from '#pages/review/review-language.ts';
import { detailsPage } from '#pages/review/page/review-page.ts';
import { component, rate, tier, wan } from '../examples/components.ts';
import { type PlainRow, plainLedger } from '../examples/plain-ledger.ts';
import { excel } from '../functions/excel.ts';
import { sectionRows, textOf } from '../pages/review/read-page.ts';

const ASOF = dateOf(2025, 9, 10);
const TURN = dateOf(2025, 7, 1);

const anyPart = fc.record({
  base: fc.constantFrom<'gross' | 'net'>('gross', 'net'),
  edge: fc.constantFrom<'at' | 'above'>('at', 'above'),
  scheme: fc.constantFrom<'whole' | 'marginal'>('whole', 'marginal'),
  trueUp: fc.boolean(),
  weight: fc.constantFrom('1', '1.5', '0.5'),
  step: fc.integer({ min: 20, max: 80 }),
  rates: fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 120 })),
});
type Part = typeof anyPart extends fc.Arbitrary<infer T> ? T : never;

const componentOf = (name: string, part: Part, dates: Partial<Component> = {}): Component =>
  component({
    id: `${name}${dates.from === undefined ? '' : ' V2'}`,
    name,
    categories: { [name]: name },
    counts: { weights: { [name]: rate(part.weight) }, others: rate('1') },
    tiers: [
      tier(wan(part.step), String(part.rates[0] / 1000)),
      tier(wan(part.step * 3), String(part.rates[1] / 1000)),
    ],
    base: part.base,
    edge: part.edge,
    scheme: part.scheme,
    trueUp: part.scheme === 'whole' && part.trueUp,
    ...dates,
  });

/** One component whose versions change in July, and one that goes on. */
const anyPolicy: fc.Arbitrary<Policy> = fc
  .tuple(anyPart, anyPart, anyPart)
  .map(([first, second, other]) => ({
    name: 'P',
    example: false,
    facts: new Map(),
    components: [
      componentOf('基础', first, { to: addDays(TURN, -1) }),
      componentOf('基础', second, { from: TURN }),
      componentOf('安全', other),
    ],
  }));

const anyAmount = fc.integer({ min: 1_000_00, max: 60 * 10_000_00 });
const anyRow = fc.record({
  category: fc.constantFrom('基础', '安全'),
  amount: anyAmount.map(fen),
  day: fc.integer({ min: 0, max: 240 }).map((days) => addDays(dateOf(2025, 1, 5), days)),
});
const anyDeal = fc.record({
  category: fc.constantFrom('基础', '安全'),
  amount: anyAmount.map(fen),
  chance: fc.option(fc.integer({ min: 0, max: 100 })),
  supposed: fc.option(fc.integer({ min: 0, max: 100 })),
});
type Deal = typeof anyDeal extends fc.Arbitrary<infer T> ? T : never;

function analysisOf(policy: Policy, sold: readonly PlainRow[], deals: readonly Deal[]): Analysis {
  const rows = [
    ...sold,
    ...deals.map(({ category, amount }): PlainRow => ({
      category,
      amount,
      kind: 'pending',
      day: ASOF,
    })),
  ];
  const dealAt = (index: number): Deal | undefined => deals[index - sold.length];
  const probabilities = new Map(
    rows.flatMap((_, index) => {
      const supposed = dealAt(index)?.supposed ?? null;
      return supposed === null ? [] : [[index, new Decimal(supposed).div(100)] as const];
    }),
  );
  const supposed: Suppositions = { ...nothingSupposed, probabilities };
  const result = analyze({
    ledger: {
      ...plainLedger(rows),
      probability: Float64Array.from(rows, (_, index) => (dealAt(index)?.chance ?? NaN) / 100),
    },
    policy: { policy, findings: [] },
    asOf: ASOF,
    yearStart: null,
    nearShare: 0.1,
    supposed,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

interface JsonWindow {
  readonly component: string;
  readonly label: string;
  readonly anticipatedTier: number | null;
  readonly chances: readonly string[] | null;
}
interface JsonPeriod {
  readonly component: string;
  readonly sales: string;
  readonly tier: number;
  readonly rebate: string;
  readonly gap: string | null;
  readonly gain: string | null;
  readonly cushion: string;
}
interface Json {
  readonly periods: readonly JsonPeriod[];
  readonly forecast: {
    readonly committed: string;
    readonly everything: string;
    readonly expected: string | null;
    readonly windows: readonly JsonWindow[];
  };
}

const words = reviewLanguage('en-US');

const asYuan = (amount: Fen | null): number | string =>
  amount === null ? '–' : yuanNumber(amount);

describe('a figure that stands on several outlets is the same on each', () => {
  it('pane, review and JSON, over any policy, ledger and supposition', () => {
    fc.assert(
      fc.property(
        anyPolicy,
        fc.array(anyRow, { minLength: 2, maxLength: 8 }),
        fc.array(anyDeal, { minLength: 1, maxLength: 5 }),
        (policy, sold, deals) => {
          const analysis = analysisOf(policy, sold, deals);
          const view = viewOf(analysis, 'L', null);
          const json = analysisJson(analysis, sayIn('en-US'), 'none') as Json;
          const page = detailsPage(
            { ...analysis, title: 'L', advised: [], restatements: [] },
            { language: 'en-US', period: '2025' },
          ).page;
          const values = (section: string) =>
            sectionRows(page, section).map((cells) => cells.slice(1).map((cell) => cell?.value));
          const progress = sectionRows(page, words.sections.progress).filter((cells) =>
            textOf(cells[2]).startsWith('2025'),
          );
          const windows = analysis.rebate.windows;
          const standing = progress.slice(0, windows.length);
          const reach = progress.slice(windows.length);
          const { forecast } = view;

          // Totals of the pipeline.
          const pipeline = values(words.sections.pipeline);
          const total = (label: string) => pipeline.find(([text]) => text === label)?.[3];
          const expected = analysis.forecast.expected;
          expect(forecast.expected).toBe(expected.ok ? expected.value : null);
          expect(json.forecast).toMatchObject({
            committed: yuanText(forecast.committed),
            everything: yuanText(forecast.everything),
            expected: forecast.expected === null ? null : yuanText(forecast.expected),
          });
          expect([
            total(words.pipelineCommitted),
            total(words.pipelineExpected),
            total(words.pipelineAll),
          ]).toEqual([forecast.committed, forecast.expected, forecast.everything].map(asYuan));
          expect(forecast.everything).toBe(
            forecast.committed +
              tryDeals(analysis, {
                deals: analysis.forecast.deals.map(({ ledgerIndex }) => ({
                  order: ledgerIndex,
                  probability: null,
                })),
                discount: new Decimal(0),
              }).gain,
          );

          windows.forEach((window, index) => {
            const ahead = forecastFor(forecast, window.id);
            const cells = (row: (typeof progress)[number] | undefined) =>
              (row ?? []).slice(1).map((cell) => cell?.value);
            const [stands, reaches] = [cells(standing[index]), cells(reach[index])];
            expect(stands.slice(5, 6)).toEqual([window.tier]);
            expect(stands.slice(7, 9)).toEqual(
              ahead === undefined
                ? ['–', '–']
                : [ahead.anticipatedTier, ahead.anticipatedRate?.toNumber()],
            );
            expect(reaches.slice(3, 5)).toEqual([asYuan(window.gap), asYuan(window.gain)]);
            expect(reaches.slice(8, 10)).toEqual([
              ahead === undefined ? '–' : asYuan(ahead.pipeline),
              ahead?.chanceOfNext?.toNumber() ?? '–',
            ]);
            expect(json.periods[index]).toMatchObject({
              gap: window.gap === null ? null : yuanText(window.gap),
              gain: window.gain === null ? null : yuanText(window.gain),
            });
            const own = ahead && json.forecast.windows[forecast.windows.indexOf(ahead)];
            expect(own && [own.anticipatedTier, own.chances]).toEqual(
              ahead && [
                ahead.anticipatedTier,
                ahead.chances.ok ? ahead.chances.value.map(String) : null,
              ],
            );
          });

          const promised = headlines(view, new Decimal('0.1')).flatMap((headline) =>
            headline.kind === 'reach' ? [headline.gap] : [],
          );
          expect(windows.map(({ gap }) => gap)).toEqual(expect.arrayContaining(promised));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a function over the sales and deals of one component answers as the forecast does', async () => {
    const { call } = await excel();
    fc.assert(
      fc.property(
        anyPart,
        fc.array(anyRow, { minLength: 1, maxLength: 6 }),
        fc.array(anyDeal, { minLength: 1, maxLength: 5 }),
        (part, sold, deals) => {
          const only = {
            ...componentOf('返点', { ...part, weight: '1', trueUp: true }),
            categories: 'all' as const,
            counts: { weights: {}, others: rate('1') },
          };
          const policy: Policy = {
            name: 'P',
            example: false,
            facts: new Map(),
            components: [only],
          };
          const known = deals.map((deal) => ({ ...deal, supposed: deal.supposed ?? 50 }));
          const analysis = analysisOf(policy, sold, known);
          const [window] = analysis.rebate.windows;
          const { forecast } = analysis;
          const [ahead] = forecast.windows;
          const { columns, rows } = typedPolicy(policy, 'zh-CN');
          const table = [headersOf(columns, 'zh-CN'), ...rows];
          const sales = yuanNumber(fen(sold.reduce((sum, { amount }) => sum + amount, 0)));
          const column = (of: (deal: (typeof known)[number]) => number) =>
            known.map((deal) => [of(deal)]);
          const asked = [
            sales,
            column(({ amount }) => yuanNumber(amount)),
            column(({ supposed }) => supposed / 100),
          ] as const;
          expect(call('REBATE_EXPECTED', ...asked, null, table)).toBe(
            forecast.expected.ok ? yuanNumber(forecast.expected.value) : undefined,
          );
          [0, 1, 2].forEach((from) =>
            expect(call('REBATE_CHANCE', ...asked, from, null, table)).toBe(
              ahead?.chances.ok === true
                ? ahead.chances.value
                    .slice(from)
                    .reduce((sum, chance) => sum.plus(chance), new Decimal(0))
                    .toNumber()
                : undefined,
            ),
          );
          expect([
            call('REBATE_TIER', sales, null, table),
            call('REBATE_GAP', sales, null, table),
            call('REBATE_CUSHION', sales, null, table),
            call('REBATE_AMOUNT', sales, null, table),
          ]).toEqual([
            window?.tier,
            window?.gap === null ? 0 : yuanNumber(window?.gap ?? fen(0)),
            yuanNumber(window?.cushion ?? fen(0)),
            yuanNumber(window?.rebate ?? fen(0)),
          ]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('windows of versions, with weights, net base and true-up: pane, JSON and REBATE_SUMMARY', async () => {
    const { call } = await excel();
    fc.assert(
      fc.property(
        anyPolicy,
        fc.array(anyRow, { minLength: 2, maxLength: 8 }),
        fc.array(anyDeal, { minLength: 1, maxLength: 3 }),
        (policy, sold, deals) => {
          const analysis = analysisOf(policy, sold, deals);
          const view = viewOf(analysis, 'L', null);
          const json = analysisJson(analysis, sayIn('en-US'), 'none') as Json;
          const { columns, rows } = typedPolicy(policy, 'zh-CN');
          const orders = [
            ['订单号', '日期', '产品类别', '金额', '状态'],
            ...sold.map(({ day, category, amount }, index) => [
              `SO-${index}`,
              isoDate(day ?? ASOF),
              category,
              yuanNumber(amount),
              '已支付',
            ]),
          ];
          const table = [headersOf(columns, 'zh-CN'), ...rows];
          const summary = call('REBATE_SUMMARY', orders, table, serialFromDate(ASOF));
          const figures = (summary as unknown[][]).slice(1, -2);
          const text = (yuan: unknown): string | null =>
            yuan === '' ? null : yuanText(fen(Math.round(Number(yuan) * 100)));
          const shown = figures.map(
            ([component, , sales, tierAt, , rebate, , gap, gain, cushion]) => ({
              component,
              sales: text(sales),
              tier: tierAt,
              rebate: text(rebate),
              gap: text(gap),
              gain: text(gain),
              cushion: text(cushion),
            }),
          );
          const told = json.periods.map(
            ({ component, sales, tier: tierAt, rebate, gap, gain, cushion }) => ({
              component,
              sales,
              tier: tierAt,
              rebate,
              gap,
              gain,
              cushion,
            }),
          );
          expect(shown).toEqual(told);
          expect(told.map(({ rebate }) => rebate)).toEqual(
            view.windows.map(({ rebate }) => yuanText(rebate)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
