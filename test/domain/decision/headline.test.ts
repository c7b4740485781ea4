import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import { parseIsoDate } from '#domain/calendar/local-date.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen, fenFromCellNumber } from '#domain/money/fen.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import type { Component } from '#domain/policy/policy.ts';
import { type Window, windowId } from '#domain/rebate/window.ts';
import { headlines } from '#domain/decision/headline.ts';
import { headlineText } from '#taskpane/overview/Headlines.tsx';
import { speechOf } from '#taskpane/speech.tsx';

const [base, security] = examplePolicy.components as [Component, Component];
const day = (text: string) => parseIsoDate(text) ?? (0 as never);
const YEAR = { label: '2025', from: day('2025-01-01'), to: day('2025-12-31') };
const QUARTER = { label: '2025Q4', from: day('2025-10-01'), to: day('2025-12-31') };

interface Figures {
  readonly component?: Component;
  readonly period?: typeof YEAR;
  readonly tier: number;
  readonly gap: number | null;
  readonly gain: number | null;
  readonly cushion: number;
  readonly open?: boolean;
}

const yuan = (amount: number | null) =>
  amount === null ? null : (fenFromCellNumber(amount) ?? null);

const windowOf = ({
  component = base,
  period = YEAR,
  tier,
  gap,
  gain,
  cushion,
  open = true,
}: Figures): Window => ({
  id: windowId({ component, period }),
  component,
  period,
  open,
  tier,
  sales: fen(0),
  tierSales: fen(0),
  rate: new Decimal('0.06'),
  rebate: fen(0),
  nextThreshold: component.tiers[tier]?.threshold ?? null,
  gap: yuan(gap),
  gain: yuan(gain),
  cushion: yuan(cushion) ?? fen(0),
  lines: [],
  blocked: null,
  reason: null,
  note: null,
  single: true,
  members: null,
  level: null,
  capped: fen(0),
  clawedBack: fen(0),
});

const view = (windows: readonly Window[], held = 0): AnalysisView =>
  ({
    asOf: day('2025-12-19'),
    today: null,
    windows,
    edges:
      held === 0
        ? []
        : [
            {
              ledgerIndex: 0,
              window: windowId({ component: base, period: YEAR }),
              component: '基础',
              period: '2025',
              role: 'holds',
              stake: fen(held * 100),
              tierWith: 2,
              tierWithout: 1,
            },
          ],
  }) as unknown as AnalysisView;

const said = (windows: readonly Window[], held = 0, language: 'zh-CN' | 'en-US' = 'zh-CN') =>
  headlines(view(windows, held), new Decimal('0.1')).map((headline) =>
    headlineText(headline, speechOf(language)).replaceAll('**', ''),
  );

describe('the headline', () => {
  it.each<readonly [string, readonly Window[], number, readonly string[]]>([
    [
      'the next tier within reach',
      [windowOf({ tier: 2, gap: 134545.45, gain: 108072.73, cushion: 2865454.55 })],
      0,
      ['再签 ¥134,545.45 进入 500 万档，2025 年度多返 ¥108,072.73。还剩 12 天。'],
    ],
    [
      'two components wait for the same sales: the lesser gain is sure',
      [
        windowOf({ tier: 2, gap: 134545.45, gain: 108072.73, cushion: 1 }),
        windowOf({ component: security, tier: 2, gap: 134545.45, gain: 113454.54, cushion: 1 }),
      ],
      0,
      ['再签 ¥134,545.45 进入 500 万档，2025 年度多返 ¥108,072.73 起。还剩 12 天。'],
    ],
    [
      'two components stand differently: the one with the larger gain is named',
      [
        windowOf({ tier: 2, gap: 134545.45, gain: 108072.73, cushion: 1 }),
        windowOf({ component: security, tier: 1, gap: 90000, gain: 3000, cushion: 5 }),
      ],
      0,
      ['基础：再签 ¥134,545.45 进入 500 万档，2025 年度多返 ¥108,072.73。还剩 12 天。'],
    ],
    [
      'a tier that one refund takes away, the next one far off',
      [windowOf({ tier: 2, gap: 2900000, gain: 300000, cushion: 100000 })],
      92000,
      [
        '退款不超过 ¥100,000.00 就能保住 200 万档；一旦掉档，2025 年度返点最多减少 ¥92,000.00。' +
          '还剩 12 天。',
      ],
    ],
    [
      'a shaky tier, but the next one is near too',
      [windowOf({ tier: 2, gap: 300000, gain: 120000, cushion: 100000 })],
      92000,
      ['再签 ¥300,000.00 进入 500 万档，2025 年度多返 ¥120,000.00。还剩 12 天。'],
    ],
    [
      'the top tier',
      [windowOf({ tier: 3, gap: null, gain: null, cushion: 250000 })],
      0,
      ['2025 年度已在最高档 500 万，退款不超过 ¥250,000.00 不掉档。还剩 12 天。'],
    ],
    [
      'a closed period says nothing',
      [windowOf({ tier: 2, gap: 1, gain: 1, cushion: 1, open: false })],
      0,
      [],
    ],
    [
      'two open periods, the larger stake first',
      [
        windowOf({ period: QUARTER, tier: 1, gap: 50000, gain: 9000, cushion: 1 }),
        windowOf({ tier: 2, gap: 134545.45, gain: 108072.73, cushion: 1 }),
      ],
      0,
      [
        '再签 ¥134,545.45 进入 500 万档，2025 年度多返 ¥108,072.73。还剩 12 天。',
        '再签 ¥50,000.00 进入 200 万档，2025Q4 多返 ¥9,000.00。还剩 12 天。',
      ],
    ],
  ])('%s', (_, windows, held, sentences) => expect(said(windows, held)).toEqual(sentences));

  it('is said in English too', () => {
    expect(
      said([windowOf({ tier: 2, gap: 134545.45, gain: 108072.73, cushion: 1 })], 0, 'en-US'),
    ).toEqual([
      'Sign ¥134,545.45 more to enter the ¥5,000,000 tier: 2025 pays ¥108,072.73 more. 12 ' +
        'days left.',
    ]);
  });
});
