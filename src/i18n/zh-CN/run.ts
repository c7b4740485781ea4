import type { RunFact } from '#facts/run.ts';
import type { LedgerFact } from '#domain/ledger/ledger.facts.ts';
import { yuan } from '../format.ts';
import { type Sentences, sentenceOf } from '../sentences.ts';
import { compliance } from './compliance.ts';
import { ledger } from './ledger.ts';

const aboutSheets: Sentences<LedgerFact> = { ...ledger, ...compliance };

export const run: Sentences<RunFact> = {
  'run.no-order-sheet': ({ causes = [] }) =>
    causes.length > 0
      ? causes.map((cause) => sentenceOf(aboutSheets, cause)).join('')
      : '这个工作簿里没有带订单号、日期和金额表头的表：请打开订单表，或指定各列的含义。',
  'run.policy-errors': ({ findings: all }) => {
    const findings = all.filter(({ level }) => level === 'error');
    return (
      `返点政策有 ${findings.length} 处不能用（` +
      `${findings.map((finding) => finding.cell).join('、')}）：` +
      '请在政策表中改正后重新分析。'
    );
  },
  'run.beyond-exact': ({ most }) =>
    `台账的金额加起来超过 ${yuan(most)}，无法算到分：请核对哪一列是金额、用什么单位。`,
  'run.nothing-analyzed': () => '请先分析订单表。',
  'run.broken': () => '返点雷达自身出错，你的表没有改动：请复制诊断信息，然后重新分析。',
};
