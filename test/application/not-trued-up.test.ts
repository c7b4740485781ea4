import { analysisJson } from '#application/analyze/analysis-json.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { dateOf, serialFromDate } from '#domain/calendar/local-date.ts';
import { yuanText } from '#domain/money/fen.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { headersOf, typedPolicy } from '#domain/policy/typed-policy.ts';
import { beyondWindows } from '#domain/rebate/beyond-windows.ts';
import { summary } from '#hosts/cli/summary.ts';
import { sayIn } from '#i18n/say/say.ts';
import { component, tier, wan } from '../examples/components.ts';
import { excel, speak } from '../functions/excel.ts';
import { analysisOf } from './any-rebates.ts';

/**
 * 30万 in March at 5 %, 90万 in August at 8 %: by the tier of today 120万 are worth 96,000; without
 * a true-up March was paid 15,000 and August 72,000: 87,000, which is 9,000 less.
 */
const policyOf = (trueUp: boolean): Policy => ({
  name: 'P',
  example: false,
  facts: new Map(),
  components: [
    component({
      id: '返点',
      name: '返点',
      trueUp,
      tiers: [tier(wan(20), '0.05'), tier(wan(100), '0.08')],
    }),
  ],
});
const sold = [
  { day: dateOf(2025, 3, 3), category: '基础', amount: wan(30) },
  { day: dateOf(2025, 8, 8), category: '基础', amount: wan(90) },
] as const;

interface Json {
  readonly periods: readonly { readonly rebate: string }[];
  readonly totals: { readonly rebate: string };
  readonly notTruedUp: string;
}

const jsonOf = (trueUp: boolean): Json =>
  analysisJson(analysisOf(policyOf(trueUp), sold, []), sayIn('en-US'), 'none') as Json;

describe('without a true-up the periods do not add up to what was paid', () => {
  it('and the JSON says by how much', () => {
    const { periods, totals, notTruedUp } = jsonOf(false);
    expect([periods[0]?.rebate, totals.rebate, notTruedUp]).toEqual([
      '96000.00',
      '87000.00',
      '-9000.00',
    ]);
    expect(jsonOf(true)).toMatchObject({ totals: { rebate: '96000.00' }, notTruedUp: '0.00' });
  });

  it.each([
    ['zh-CN', '合计'],
    ['en-US', 'Total'],
  ])('and REBATE_SUMMARY says so beside its total (%s)', async (language, plain) => {
    const { call } = await excel();
    speak(language);
    const labels = (trueUp: boolean): readonly unknown[] | undefined => {
      const { columns, rows } = typedPolicy(policyOf(trueUp), 'zh-CN');
      const table = [headersOf(columns, 'zh-CN'), ...rows];
      const orders = [
        ['订单号', '日期', '产品类别', '金额', '状态'],
        ['SO-1', '2025-03-03', '基础', 300_000, '已支付'],
        ['SO-2', '2025-08-08', '基础', 900_000, '已支付'],
      ];
      const asOf = serialFromDate(dateOf(2025, 9, 10));
      return (call('REBATE_SUMMARY', orders, table, asOf) as unknown[][]).at(-2)?.slice(0, 2);
    };
    expect(labels(true)).toEqual([plain, '']);
    expect(labels(false)).toEqual([plain, expect.stringContaining('-¥9,000.00')]);
  });

  it.each(['zh-CN', 'en-US'] as const)('and the printed summary does (%s)', (language) => {
    const lines = (trueUp: boolean) =>
      summary(analysisOf(policyOf(trueUp), sold, []), language).join('\n');
    expect(lines(false)).toContain('-¥9,000.00');
    expect(lines(true)).not.toContain('¥9,000.00');
  });

  it('and the pane adds the same', () => {
    const analysis = analysisOf(policyOf(false), sold, []);
    const { total, windows } = viewOf(analysis, 'L', null);
    expect(yuanText(beyondWindows(total, windows))).toBe('-9000.00');
  });
});
