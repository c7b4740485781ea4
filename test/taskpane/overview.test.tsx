/** @jest-environment jsdom */
import { act } from 'react';
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import type { Language } from '#domain/language.ts';
import { pane as english } from '#i18n/en-US/pane.ts';
import { pane as words } from '#i18n/zh-CN/pane.ts';
import { Overview } from '#taskpane/overview/Overview.tsx';
import { Rendered } from './rendered.tsx';
import { type Rows, viewOfRows } from './view-of-rows.ts';

const ORDERS: Rows = [
  ['订单号', '客户', '产品类别', '签约日期', '实付金额', '状态'],
  ['A1', '甲公司', '基础', '2025-01-10', 600000, '已签'],
  ['A2', '乙公司', '基础', '2025-04-10', 520000, '已签'],
  ['A3', '丙公司', '基础', '2025-07-01', 300000, '已签'],
  ['P1', '丁公司', '基础', '2025-08-01', 250000, '跟进中'],
];
const QUARTERS: Rows = [
  ['返点项', '门槛', '比例', '计算方式', '累计周期', '结算周期'],
  ['基础', 500000, '4%', '全额', '季', '季'],
  [null, 1000000, '6%', null, null, null],
];

let shown: Rendered;
afterEach(() => shown.close());

const show = async (view: AnalysisView, language: Language = 'zh-CN'): Promise<string[]> => {
  const selected: string[] = [];
  shown = await Rendered.of(
    <Overview
      view={view}
      answered={[]}
      settings={DEFAULT_SETTINGS}
      stale={false}
      pane={{ analyze: () => {}, answer: () => {}, answerGroup: () => {}, mapHeader: () => {} }}
      onShow={(sheet, row) => selected.push(`${sheet} ${row}`)}
      goTo={() => {}}
      onRowSelected={undefined}
      rowMeaning={() => Promise.resolve(null)}
    />,
    language,
  );
  return selected;
};

describe('periods that are over', () => {
  it('stand beside the open ones, so that cards and total agree', async () => {
    await show(viewOfRows(ORDERS, QUARTERS));
    // 4 % of 600,000 and of 520,000; the third quarter is below its first tier.
    expect(shown.text).toContain('¥44,800.00');
    await shown.press(/^已结束 2 期/);
    expect(shown.text).toContain('基础 2025Q1¥24,000.00');
    expect(shown.text).toContain('基础 2025Q2¥20,800.00');
  });

  it('say what was not paid afterwards where nothing is trued up', async () => {
    const orders: Rows = [
      ORDERS[0] ?? [],
      ['A1', '甲公司', '基础', '2025-01-10', 600000, '已签'],
      ['A2', '乙公司', '基础', '2025-06-10', 520000, '已签'],
    ];
    const year: Rows = [
      ['返点项', '门槛', '比例', '计算方式', '累计周期', '结算周期', '补差'],
      ['基础', 500000, '4%', '全额', '年', '季', '否'],
      [null, 1000000, '6%', null, null, null, null],
    ];
    await show(viewOfRows(orders, year));
    // 6 % of 1,120,000 is due; paid were 4 % of 600,000 and 6 % of 520,000.
    expect(shown.text).toContain('¥67,200.00');
    await shown.press(new RegExp(`^${words.closed.count(0)}`));
    expect(shown.text).toContain(`${words.closed.rest}-¥12,000.00`);
    expect(shown.text).toContain(words.closed.why);
  });
});

describe('the headline', () => {
  it('calls its orders pending where they are to be pulled in, and shows them', async () => {
    const selected = await show(viewOfRows(ORDERS, QUARTERS));
    expect(shown.text).toContain(`${words.headline.toPullIn}P1 · 丁公司`);
    await shown.press('P1 · 丁公司');
    expect(selected).toEqual(['订单 5']);
  });

  it('calls its orders signed where a refund would lose the tier', async () => {
    const orders = ORDERS.slice(0, 3);
    await show(viewOfRows(orders, QUARTERS));
    expect(shown.text).toContain(`${words.headline.signed}A2 · 乙公司`);
  });

  it('counts the days from today while the period is open today', async () => {
    await show(viewOfRows(ORDERS, QUARTERS, { today: dateOf(2025, 9, 20) }));
    expect(shown.text).toContain('还剩 10 天');
    await shown.close();
    await show(viewOfRows(ORDERS, QUARTERS));
    expect(shown.text).toContain('还剩 91 天');
  });
});

describe('terms', () => {
  it('are buttons that say their meaning, in both languages', async () => {
    for (const [language, said] of [
      ['zh-CN', words],
      ['en-US', english],
    ] as const) {
      await show(viewOfRows(ORDERS, QUARTERS), language);
      const term = shown.button(said.figures.breakEven);
      const meaning = document.getElementById(term.getAttribute('aria-describedby') ?? '');
      expect(meaning?.textContent).toBe(said.terms.breakEven);
      expect(meaning?.hidden).toBe(true);
      await shown.press(said.figures.breakEven);
      expect(meaning?.hidden).toBe(false);
      if (language === 'zh-CN') await shown.close();
    }
  });
  it('are one stop of the Tab key together, and arrows go from one to the next', async () => {
    await show(viewOfRows(ORDERS, QUARTERS));
    const terms = [...document.querySelectorAll<HTMLButtonElement>('button[data-term]')];
    expect(terms.length).toBeGreaterThan(3);
    const stops = (): readonly number[] =>
      terms.flatMap(({ tabIndex }, at) => (tabIndex === 0 ? [at] : []));
    const key = (name: string): void => {
      const event = new KeyboardEvent('keydown', { key: name, bubbles: true });
      act(() => void document.activeElement?.dispatchEvent(event));
    };
    expect(stops()).toEqual([0]);
    act(() => terms[0]?.focus());
    key('ArrowRight');
    expect([document.activeElement, ...stops()]).toEqual([terms[1], 1]);
    key('ArrowLeft');
    key('ArrowUp');
    const last = terms.length - 1;
    expect([document.activeElement, ...stops()]).toEqual([terms[last], last]);
  });
});

it('shows each member of a component that keeps customers apart', async () => {
  const policy: Rows = [
    ['返点项', '门槛', '比例', '计算方式', '累计对象', '封顶', '累计周期'],
    ['单客', 0, '30%', '全额', '客户', 30000, '年'],
  ];
  const orders: Rows = [
    ORDERS[0] ?? [],
    ['A1', '甲公司', '基础', '2025-01-10', 200000, '已签'],
    ['A2', '乙公司', '基础', '2025-04-10', 60000, '已签'],
    ['A3', '丙公司', '基础', '2025-07-01', 20000, '已签'],
  ];
  await show(viewOfRows(orders, policy));
  expect(shown.text).toContain('¥54,000.00');
  for (const line of ['甲公司¥30,000.00', '乙公司¥18,000.00', '丙公司¥6,000.00'])
    expect(shown.text).toContain(line);
});
