import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { PolicyFact } from '#domain/policy/policy.facts.ts';
import { day, percent, threshold, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

const column = (name: PolicyColumn): string => `“${POLICY_HEADERS[name].zh}”`;
const money = (amount: Parameters<typeof threshold>[0]): string => threshold(amount, 'zh-CN');

export const policy: Sentences<PolicyFact> = {
  'policy.empty': () => '政策表是空的，请至少写一行门槛和比例。',
  'policy.no-header': () => '没有找到政策表的表头，请在第一行写上“门槛”和“比例”。',
  'policy.column-missing': (f) => `政策表缺少${column(f.column)}一列，请补上这个表头。`,
  'policy.column-twice': (f) => `政策表里${column(f.column)}出现了两次，请只留一列。`,
  'policy.threshold-missing': (f) => `“${f.component}”这一行没有门槛，请写一个金额，例如 50万。`,
  'policy.threshold-unreadable': (f) => `门槛“${f.typed}”读不懂，请写成 500000、50万 或 110%。`,
  'policy.threshold-needs-baseline': (f) =>
    `门槛“${f.typed}”是基数的百分比，但没有写基数，请补上${column('baseline')}。`,
  'policy.threshold-negative': (f) => `门槛“${f.typed}”是负数，请写 0 或以上的金额。`,
  'policy.rate-unreadable': (f) => `比例“${f.typed}”不是一个确定的数，请写成 6% 或 0.06。`,
  'policy.rate-above-one': (f) => `比例“${f.typed}”大于 1，请写成 ${f.percent} 或 ${f.decimal}。`,
  'policy.word-unknown': (f) =>
    `${column(f.column)}里的“${f.typed}”不认识，可以写：${f.choices.join(' / ')}。`,
  'policy.amount-unreadable': (f) =>
    `${column(f.column)}里的“${f.typed}”不是金额，请写元，例如 20000。`,
  'policy.date-unreadable': (f) =>
    `${column(f.column)}里的“${f.typed}”不是日期，请写成 2025-07-01。`,
  'policy.dates-reversed': (f) =>
    `“${f.component}”的生效日 ${day(f.from)} 晚于失效日 ${day(f.to)}，请对调或改正。`,
  'policy.year-start-unreadable': (f) =>
    `年度起始月“${f.typed}”不对，请写 1 到 12（4 表示四月起的财年）。`,
  'policy.tax-rate-unreadable': (f) => `税率“${f.typed}”读不懂，请写成 6%。`,
  'policy.weight-unreadable': (f) => `权重“${f.typed}”读不懂，请写成 安全×1.5。`,
  'policy.gate-unreadable': (f) => `前提“${f.typed}”读不懂，请写成 续费率>=90%。`,
  'policy.gate-unknown': (f) =>
    `“${f.component}”的前提是 ${f.gate}，但指标表里没有“${f.name}”，暂按不满足算 0；请在指标表里补上它的值。`,
  'policy.fact-unreadable': (f) => `指标“${f.name}”的值“${f.typed}”不是数，请写成 92% 或 0.92。`,
  'policy.baseline-missing': (f) =>
    `“${f.component}”按增量计算，但没有写基数，请补上${column('baseline')}。`,
  'policy.contradiction': (f) =>
    `“${f.component}”的${column(f.column)}先写“${f.first}”，这里又写“${f.second}”，请统一。`,
  'policy.not-ascending': (f) =>
    `“${f.component}”的门槛 ${money(f.threshold)} 低于上一档 ${money(f.previous)}，请从小到大排列。`,
  'policy.same-threshold': (f) =>
    `“${f.component}”有两行门槛都是 ${money(f.threshold)}，请只留一行。`,
  'policy.gap-between-tiers': (f) =>
    `“${f.component}”这一档到 ${money(f.end)} 为止，下一档从 ${money(f.next)} 开始，两者接不上，请改成同一个数。`,
  'policy.dead-tier': (f) =>
    `“${f.component}”第 ${f.tier} 档和上一档的比例、奖励都相同，这一档没有作用，请核对。`,
  'policy.total-falls': (f) =>
    `“${f.component}”到 ${money(f.threshold)} 时返点反而从 ${yuan(f.below)} 降到 ${yuan(f.reached)}，请核对这一档。`,
  'policy.overlap': (f) =>
    `“${f.component}”有两个版本同时有效（${f.from === null ? '起初' : day(f.from)} 至 ${f.to === null ? '至今' : day(f.to)}），会重复计算，请改生效或失效日期。`,
  'policy.group-windows-differ': (f) =>
    `取高组“${f.group}”里各项的累计周期不同，没法比较，请统一累计周期和年度起始月。`,
  'policy.cap-below-floor': (f) =>
    `“${f.component}”的封顶 ${yuan(f.cap)} 低于保底 ${yuan(f.floor)}，请核对。`,
  'policy.category-not-in-catalog': (f) =>
    `“${f.component}”适用的类别“${f.category}”在产品目录里没有，台账里可能一单也对不上，请核对。`,
  'policy.scheme-unstated': (f) =>
    f.whole === null || f.marginal === null
      ? `“${f.component}”没写计算方式，按全额理解；请问厂商是全额还是超额。`
      : `“${f.component}”没写计算方式：按全额合计返 ${yuan(f.whole)}，按超额返 ${yuan(f.marginal)}；现按全额，请问厂商。`,
  'policy.edge-unstated': (f) =>
    `“${f.component}”没写达到还是超过：销售额正好 ${money(f.threshold)} 时，达到返 ${yuan(f.at)}，超过返 ${yuan(f.above)}；现按达到，请问厂商。`,
  'policy.rate-floor': (f) =>
    `“${f.component}”的比例写作 ${percent(f.rate, true)}，是“至少”的意思；按 ${percent(f.rate)} 计算，实际可能更高。`,
  'policy.json-unreadable': (f) => `政策文件里缺少或读不懂“${f.field}”，请参照示例政策的写法。`,
};
