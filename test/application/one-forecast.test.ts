import * as fc from 'fast-check';
import { analysisJson } from '#application/analyze/analysis-json.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { headlines } from '#domain/decision/headline.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, yuanNumber, yuanText } from '#domain/money/fen.ts';
import { tryDeals } from '#domain/pipeline/deal-trial.ts';
import { forecastFor } from '#domain/pipeline/forecast-of-window.ts';
import { sayIn } from '#i18n/say/say.ts';
import { detailsPage } from '#pages/review/page/review-page.ts';
import { reviewLanguage } from '#pages/review/review-language.ts';
import { sectionRows, textOf } from '../pages/review/read-page.ts';
import { analysisOf, anyDeal, anyPolicy, anyRow } from './any-rebates.ts';
import { runs } from '../runs.ts';

interface JsonWindow {
  readonly component: string;
  readonly label: string;
  readonly anticipatedTier: number | null;
  readonly chances: readonly string[] | null;
}
interface JsonPeriod {
  readonly gap: string | null;
  readonly gain: string | null;
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
      { numRuns: runs(40) },
    );
  });
});
