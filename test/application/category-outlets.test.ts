import { analysisJson } from '#application/analyze/analysis-json.ts';
import { analyze } from '#application/analyze/analyze.ts';
import { viewOf } from '#application/analyze/view-of-analysis.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { sayIn } from '#i18n/say/say.ts';
import { detailsPage } from '#pages/review/page/review-page.ts';
import { textOf } from '../pages/review/read-page.ts';
import { sheetOf } from '../taskpane/view-of-rows.ts';

const NOWHERE = 'policy.category-nowhere';

/** An order of 基础 under a policy that pays it, and another category. */
function analysisWith(category: string): Analysis {
  const table = [
    ['返点项', '适用类别', '门槛', '比例'],
    ['基础', '基础', 0, '4%'],
    ['另一项', category, 0, '9%'],
  ];
  const policy = readPolicy(table, { cellName: (row) => `B${row + 1}` });
  const rows = [
    ['订单号', '类别', '付款日期', '实付金额'],
    ['A1', '基础', '2025-01-05', 1000],
  ];
  const ledger = readOrders([sheetOf('订单', rows)], { policy: policy.policy });
  const result = analyze({ ledger, policy, asOf: null, yearStart: null, nearShare: 0.1 });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('a category that no order has', () => {
  it.each(['zh-CN', 'en-US'] as const)(
    'is told by the JSON, the pane and the review: %s',
    (language) => {
      const analysis = { ...analysisWith('大模型应用') };
      const [finding] = analysis.findings.filter(({ fact }) => fact.code === NOWHERE);
      if (finding === undefined) throw new Error('not found');
      const sentence = sayIn(language)(finding.fact);
      expect(finding.cell).toBe('B3');
      expect(JSON.stringify(analysisJson(analysis, sayIn(language)))).toContain(
        JSON.stringify(sentence).slice(1, -1),
      );
      expect(viewOf(analysis, 'L', null).findings).toContain(finding);
      const { page } = detailsPage(
        { ...analysis, title: 'L', advised: [], restatements: [] },
        { language, period: '2025Q1' },
      );
      expect(page.rows.flatMap(({ cells }) => cells.map(textOf))).toContain(sentence);
    },
  );
  it('nothing is told of one that an order has', () =>
    expect(analysisWith('基础').findings.map(({ fact }) => fact.code)).not.toContain(NOWHERE));
});
