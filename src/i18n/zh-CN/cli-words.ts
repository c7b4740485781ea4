import type { cliWords as english } from '../en-US/cli-words.ts';
import type { Words } from '../sentences.ts';

const CAUSES: Readonly<Record<string, string>> = {
  agrees: '一致',
  rounding: '舍入',
  refund: '退款',
  'missing-in-statement': '结算单缺失',
  'missing-in-ledger': '台账缺失',
  'tax-basis': '计佣口径',
  'not-eligible': '不参与返点',
  'rate-differs': '比例不同',
  'other-period': '属于其他期间',
  unexplained: '原因不明',
};

export const cliWords: Words<typeof english> = {
  comma: '；',
  read: (orders, net, asOf) => `读到订单和退款 ${orders} 行，净额 ${net}，截至 ${asOf}`,
  policy: (name) => (name === '' ? '返点政策：表里没写名称' : `返点政策：${name}`),
  question: (sheet, cell, typed, sentence) =>
    `待回答 ${sheet} ${cell}${typed === '' ? '' : `“${typed}”`}：${sentence}`,
  moreQuestions: (n) => `另有 ${n} 个问题（--json 里有清单）`,
  moreOfReport: (n) => `读表说明另有 ${n} 条（--json 里有清单）`,
  questions: (n) => `有 ${n} 行要先回答问题才能计入（--json 里有清单）`,
  warnings: (n) => `有 ${n} 条提醒（--json 里有清单）`,
  window: (component, period, tier, rate, rebate) =>
    `${component} ${period}：第 ${tier} 档 ${rate}，返点 ${rebate}`,
  unknown: (component, period) => `${component} ${period}：算不出来，原因见下`,
  members: (component, period, members, rebate) =>
    `${component} ${period}：分别累计 ${members} 个，返点合计 ${rebate}`,
  finding: (cell, sentence) => `政策${cell === '' ? '' : ` ${cell}`}：${sentence}`,
  moreFindings: (n) => `政策另有 ${n} 条提醒（--json 里有清单）`,
  gap: (gap, next, gain) => `距 ${next} 还差 ${gap}${gain === null ? '' : `，多返 ${gain}`}`,
  capped: (amount) => `封顶 ${amount}`,
  topTier: '已在最高档',
  totals: (rebate, received, outstanding) =>
    `累计返点 ${rebate}，已到账 ${received}，待收 ${outstanding}`,
  notTruedUp: (beyond) => `  其中与各期之和相差 ${beyond}：未补付或已追回`,
  edges: (n) => `临界订单 ${n} 笔（加 --out 可写出标色副本和复盘页）`,
  settled: (statement, ledger, difference) =>
    `结算单 ${statement}，订单应返 ${ledger}，差异 ${difference}`,
  cause: (cause, n, amount) => `  ${CAUSES[cause] ?? cause}（${n} 笔）：${amount}`,
};
