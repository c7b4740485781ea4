/** @jest-environment jsdom */
import { analyze } from '#application/analyze/analyze.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { type PolicyTrial, tryPolicy } from '#application/draft-policy/policy-trial.ts';
import { readOrders } from '#application/read/read-orders.ts';
import type { PaneSession } from '#application/session/pane-session.ts';
import type { Language } from '#domain/language.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { TypedPolicy } from '#domain/policy/typed-policy.ts';
import { pane as words } from '#i18n/zh-CN/pane.ts';
import { PolicyEditor } from '#taskpane/policy/PolicyEditor.tsx';
import { PolicyPage } from '#taskpane/policy/PolicyPage.tsx';
import { Rendered } from './rendered.tsx';
import { type Rows, sheetOf } from './view-of-rows.ts';

const ORDERS: Rows = [
  ['订单号', '客户', '产品类别', '签约日期', '实付金额', '状态', '订单类型', '区域', '渠道'],
  ['A0', '甲公司', '安全', '2024-01-10', 300000, '已签', '新购', '华东', '直销'],
  ['A1', '甲公司', '安全', '2025-01-10', 600000, '已签', '新购', '华东', '直销'],
  ['A2', '乙公司', '基础', '2025-02-10', 520000, '已签', '续费', '华南', '分销'],
];
const cellName = (row: number, column: number): string => `${row}:${column}`;
type Cells = { readonly [C in PolicyColumn]?: string | number };

/** A policy of one component: what every one has, and the clause in question. */
function analysed(clause: Cells) {
  const cells: Cells = {
    component: '返点',
    threshold: 0,
    rate: '5%',
    accumulate: '年',
    pay: '季',
    from: '2025-01-01',
    ...clause,
  };
  const columns = Object.keys(cells) as PolicyColumn[];
  const policy = readPolicy(
    [columns.map((column) => POLICY_HEADERS[column].zh), columns.map((each) => cells[each] ?? '')],
    { cellName },
  );
  const analysis = analyze({
    ledger: readOrders([sheetOf('订单', ORDERS)], { answers: {}, policy: policy.policy }),
    policy,
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
  });
  if (!analysis.ok) throw new Error(JSON.stringify([analysis.error, policy.findings]));
  return analysis.value;
}

const session = (analysis: ReturnType<typeof analysed>): PaneSession =>
  ({
    tryPolicy: (draft: TypedPolicy, language: Language): Promise<PolicyTrial> =>
      Promise.resolve(tryPolicy(analysis, draft, language)),
  }) as unknown as PaneSession;

let shown: Rendered;
afterEach(() => shown.close());

/** Each clause as its cell has it; the columns that it needs beside it. */
const CLAUSES: readonly (readonly [PolicyColumn, string, Cells?])[] = [
  ['where', '订单类型=新购 且 区域≠华南'],
  ['where', '首单'],
  ['where', '新客(12月)'],
  ['countsWhere', '全部', { where: '订单类型=新购' }],
  ['per', '客户'],
  ['refund', '按原单比例'],
  ['refund', '按原期重算'],
  ['clawback', '6月', { to: '2025-12-31' }],
  ['measure', '客户数'],
  ['measure', '占比 安全'],
  ['measure', '指标 达成率'],
  ['lag', '上期'],
  ['lag', '近3期'],
  ['groupCap', '推广 80000'],
  ['baseline', '去年同期×1.1', { scheme: '增量' }],
  ['baseline', '上期', { scheme: '增量' }],
  ['baseline', '目标 年度', { scheme: '增量' }],
  ['gate', '续费率>=90% 且 新客数>=5'],
  ['cap', '30000'],
  ['floor', '1000'],
  ['stack', '取高 促销'],
  ['carry', '是'],
  ['yearStart', '4'],
  ['rounding', '截位 逐单'],
];

describe.each(CLAUSES.map(([column, text, beside]) => ({ column, text, beside: beside ?? {} })))(
  '$column $text',
  ({ column, text, beside }) => {
    it('stands on the policy page', async () => {
      const analysis = analysed({ ...beside, [column]: text });
      shown = await Rendered.of(
        <PolicyPage
          view={viewOf(analysis, '台账.xlsx', null)}
          session={session(analysis)}
          policySheet={null}
        />,
        'zh-CN',
      );
      expect(shown.text).toContain(words.policy.clause(words.policy.columns[column], text));
    });

    it('can be edited in the draft, and is read there', async () => {
      const analysis = analysed({ ...beside, [column]: text });
      shown = await Rendered.of(
        <PolicyEditor policy={analysis.policy} session={session(analysis)} />,
        'zh-CN',
      );
      const cell = words.policy.cell(words.policy.columns[column], 1);
      expect(shown.field(cell).value).toBe(text);
      await shown.type(cell, '？？');
      expect(shown.field(cell).getAttribute('aria-invalid')).toBe('true');
      await shown.type(cell, text);
      expect(shown.field(cell).getAttribute('aria-invalid')).toBe('false');
    });
  },
);

it.each([
  ['滚动', { scheme: '滚动' }],
  ['每满', { scheme: '每满', rate: '', bonus: 10000, threshold: '100万' }],
] as const)('the scheme %s stands on the page', async (scheme, cells) => {
  const analysis = analysed(cells);
  shown = await Rendered.of(
    <PolicyPage
      view={viewOf(analysis, '台账.xlsx', null)}
      session={session(analysis)}
      policySheet=""
    />,
    'zh-CN',
  );
  expect(shown.text).toContain(words.policy.scheme[scheme === '滚动' ? 'rolling' : 'per-full']);
});

it.each([
  ['customers', { measure: '客户数', threshold: 2 }, '2'],
  ['a share', { measure: '占比 安全', threshold: '30%' }, '30%'],
  ['a part of the baseline', { baseline: '去年同期', threshold: '110%', scheme: '全额' }, '110%'],
  ['yuan', { threshold: '50万' }, '50 万'],
] as const)('the stairs have their foot in %s', async (_, cells, foot) => {
  const analysis = analysed(cells);
  shown = await Rendered.of(
    <PolicyPage
      view={viewOf(analysis, '台账.xlsx', null)}
      session={session(analysis)}
      policySheet=""
    />,
    'zh-CN',
  );
  const feet = [...shown.box.querySelectorAll('ol[start] li')].map(
    (step) => step.lastElementChild?.textContent,
  );
  expect(feet.at(-1)?.replace(/\s/g, ' ')).toBe(foot);
});

it('a column that the ledger has, asked for by the draft first, is no blank one', async () => {
  const analysis = analysed({ where: '区域=华东' });
  const columns: readonly PolicyColumn[] = ['threshold', 'rate', 'where'];
  const trial = (where: string): PolicyTrial =>
    tryPolicy(analysis, { columns, rows: [['0', '5%', where]] }, 'zh-CN');
  const said = (where: string): readonly string[] =>
    trial(where)
      .findings.filter(({ cell }) => cell === '0:2')
      .map(({ level, fact }) => `${level} ${fact.code}`);
  // 渠道 was not asked for when the ledger was read, 门店 is not in it.
  expect(said('渠道=直销')).toEqual(['warning policy.header-read-later']);
  expect(said('门店=一店')).toEqual(['error policy.header-not-in-ledger']);
  expect(trial('渠道=直销').policy).toBeNull();
  expect(trial('区域=华东').after).toBe(30_000_00 + 15_000_00);
});
