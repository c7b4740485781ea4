/** @jest-environment jsdom */
import type { PaneSession, Supposed } from '#application/session/pane-session.ts';
import { pane as words } from '#i18n/zh-CN/pane.ts';
import { AdvicePage } from '#taskpane/advice/AdvicePage.tsx';
import { Rendered } from './rendered.tsx';
import { type Rows, viewOfRows } from './view-of-rows.ts';

const HEADER = ['订单号', '客户', '产品类别', '签约日期', '实付金额', '状态', '概率'];
const WON = ['A1', '甲公司', '基础', '2025-01-10', 900000, '已签', null] as const;
const FIRST = ['P1', '乙公司', '基础', '2025-08-01', 60000, '跟进中', '50%'] as const;
const SECOND = ['P2', '丙公司', '基础', '2025-08-02', 250000, '跟进中', '40%'] as const;
const POLICY: Rows = [
  ['返点项', '门槛', '比例', '计算方式'],
  ['基础', 500000, '4%', '全额'],
  [null, 1000000, '6%', null],
];

const session = { whatIf: () => new Promise(() => {}) } as unknown as PaneSession;

let shown: Rendered;
afterEach(() => shown.close());

const page = (rows: Rows, told: Supposed[]) => (
  <AdvicePage
    view={viewOfRows([HEADER, ...rows], POLICY)}
    session={session}
    onSuppose={(supposed) => told.push(supposed)}
    onShow={() => {}}
  />
);

const chanceOf = (customer: string): string => shown.field(words.advice.likelihood(customer)).value;

it('says of a deal what was said of it, when rows have come before it', async () => {
  const told: Supposed[] = [];
  shown = await Rendered.of(page([WON, FIRST], told));
  await shown.type(words.advice.likelihood('乙公司'), '90');
  expect([...(told.at(-1)?.probabilities.values() ?? [])].map(String)).toEqual(['0.9']);
  await shown.show(page([SECOND, WON, FIRST], told));
  expect([chanceOf('丙公司'), chanceOf('乙公司')]).toEqual(['40', '90']);
});
