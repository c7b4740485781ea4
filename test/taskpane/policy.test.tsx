/** @jest-environment jsdom */
import { act } from 'react';
import { tryPolicy, type PolicyTrial } from '#application/draft-policy/policy-trial.ts';
import { analyze } from '#application/analyze/analyze.ts';
import { readOrders } from '#application/read/read-orders.ts';
import type { PaneSession } from '#application/session/pane-session.ts';
import type { Language } from '#domain/language.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { readFacts } from '#domain/policy/read-facts.ts';
import type { TypedPolicy } from '#domain/policy/typed-policy.ts';
import { pane as english } from '#i18n/en-US/pane.ts';
import { pane as words } from '#i18n/zh-CN/pane.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { PolicyEditor } from '#taskpane/policy/PolicyEditor.tsx';
import { PolicyPage } from '#taskpane/policy/PolicyPage.tsx';
import { Rendered } from './rendered.tsx';
import { type Rows, sheetOf } from './view-of-rows.ts';

const ORDERS: Rows = [
  ['订单号', '客户', '产品类别', '签约日期', '实付金额', '状态', '订单类型'],
  ['A1', '甲公司', '基础', '2025-01-10', 600000, '已签', '新购'],
  ['A2', '乙公司', '基础', '2025-02-10', 520000, '已签', '新购'],
];
const cellName = (row: number, column: number): string => `${row}:${column}`;
const POLICY: Rows = [
  [
    '返点项',
    '门槛',
    '比例',
    '奖励',
    '条件',
    '定档条件',
    '前提',
    '累计对象',
    '封顶',
    '总封顶',
    '基数',
    '退款口径',
    '追回期',
    '累计周期',
    '结转',
  ],
  [
    '新购',
    0,
    '5%',
    10000,
    '订单类型=新购 且 客户≠丙公司',
    '全部',
    '续费率>=90% 且 订单数>=1',
    '客户',
    30000,
    '甲组 80000',
    null,
    '按原单比例',
    '6月',
    '年',
    '是',
  ],
];
const FACTS: Rows = [
  ['指标', '期间', '值'],
  ['续费率', '2025', '92%'],
];

const facts = readFacts(FACTS, { cellName }).facts;
const reading = readPolicy(POLICY, { cellName, facts });
const analysed = () => {
  const analysis = analyze({
    ledger: readOrders([sheetOf('订单', ORDERS)], { answers: {}, policy: reading.policy }),
    policy: reading,
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
  });
  if (!analysis.ok) throw new Error(JSON.stringify(analysis.error));
  return analysis.value;
};
const written: TypedPolicy[] = [];
const session = {
  tryPolicy: (draft: TypedPolicy, language: Language): Promise<PolicyTrial> =>
    Promise.resolve(tryPolicy(analysed(), draft, language)),
  writePolicy: (draft: TypedPolicy): Promise<string> => {
    written.push(draft);
    return Promise.resolve('返点政策');
  },
} as unknown as PaneSession;

let shown: Rendered;
afterEach(() => shown.close());

describe('the policy page', () => {
  it.each([
    ['zh-CN', words, ['条件：订单类型=新购 且 客户≠丙公司', '前提：续费率>=90% 且 订单数>=1']],
    [
      'en-US',
      english,
      ['Conditions: 订单类型=新购 且 客户≠丙公司', 'Gate: 续费率>=90% 且 订单数>=1'],
    ],
  ] as const)(
    'draws every clause, the members and the facts: %s',
    async (language, said, lines) => {
      shown = await Rendered.of(
        <PolicyPage
          view={viewOf(analysed(), '台账.xlsx', null)}
          session={session}
          policySheet={null}
        />,
        language,
      );
      for (const line of lines) expect(shown.text).toContain(line);
      for (const column of [
        'countsWhere',
        'per',
        'cap',
        'groupCap',
        'refund',
        'clawback',
        'carry',
      ] as const)
        expect(shown.text).toContain(said.policy.clause(said.policy.columns[column], ''));
      // Each customer up to the cap; the page shows them under the clause that keeps them apart.
      expect(shown.text).toContain('甲公司¥30,000.00');
      expect(shown.text).toContain('续费率 · 202592%');
      expect(shown.text).toContain('5%+');
      // The user's own policy, though nobody gave it a name.
      expect(shown.text).not.toMatch(/示例政策|Example policy/);
    },
  );
});

describe('the draft', () => {
  const open = async (language: Language = 'zh-CN'): Promise<void> => {
    const { policy } = reading;
    if (policy === null) throw new Error(JSON.stringify(reading.findings));
    shown = await Rendered.of(<PolicyEditor policy={policy} session={session} />, language);
  };
  const choose = (label: string, value: string): Promise<void> =>
    act(async () => {
      const select = [...shown.box.querySelectorAll('select')].find(
        (each) => each.getAttribute('aria-label') === label,
      );
      if (!select) throw new Error(label);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });

  it('takes any column that the policy does not have yet', async () => {
    await open();
    expect(
      shown.box.querySelector(`[aria-label="${words.policy.cell(words.policy.columns.lag, 1)}"]`),
    ).toBeNull();
    await choose(words.policy.addColumn, 'lag');
    await shown.type(words.policy.cell(words.policy.columns.lag, 1), '下下期');
    expect(
      shown.field(words.policy.cell(words.policy.columns.lag, 1)).getAttribute('aria-invalid'),
    ).toBe('true');
  });

  it.each(['zh-CN', 'en-US'] as const)(
    'starts from an example with its facts: %s',
    async (language) => {
      const said = language === 'zh-CN' ? words : english;
      await open(language);
      await choose(said.policy.fromExample, 'renewal-gate');
      await shown.press(said.policy.write);
      expect(written.at(-1)?.facts?.length).toBeGreaterThan(1);
    },
  );

  it('reads a pasted table, and names each of its errors', async () => {
    await open();
    await shown.type(words.policy.paste, '门槛(万)\t比例\t星座\n50–100\t3%\t双鱼\n');
    await shown.press(words.policy.paste);
    expect(shown.text).toContain(words.policy.unread('星座 (双鱼)'));
    expect(shown.field('第 1 行 门槛').value).toBe('50–100');
    await shown.type(words.policy.paste, '门槛\t比例\n甲\t乙\n丙\t丁\n戊\t己\n');
    await shown.press(words.policy.paste);
    for (const cell of [
      '第 1 行 门槛',
      '第 1 行 比例',
      '第 2 行 门槛',
      '第 2 行 比例',
      '第 3 行 门槛',
      '第 3 行 比例',
    ])
      expect(shown.text).toContain(`${cell}: `);
  });

  it('says that a paste without a header is no table', async () => {
    await open();
    await shown.type(words.policy.paste, '50万\t3%');
    await shown.press(words.policy.paste);
    expect(shown.text).toContain(words.policy.notATable);
  });
});
