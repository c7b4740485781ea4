import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { PolicyFact } from '#domain/policy/policy.facts.ts';
import { asLines, day, percent, threshold, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

const column = (name: PolicyColumn): string => `“${POLICY_HEADERS[name].zh}”`;
const money = (amount: Parameters<typeof threshold>[0]): string => threshold(amount, 'zh-CN');

const someOf = (names: readonly string[]): string =>
  names
    .slice(0, 8)
    .map((name) => `“${name}”`)
    .join('、') + (names.length > 8 ? '…' : '');

/**
 * What a policy's check says on a ledger, beyond what is wrong with the table, and what is said of
 * policy files and drafts: nothing that a formula ever says.
 */
export const policyDoubts = {
  'policy.scheme-unstated': (f) =>
    f.whole === null || f.marginal === null
      ? `“${f.component}”没写计算方式，按全额理解；请问厂商是全额还是超额。`
      : `“${f.component}”没写计算方式：按全额合计返 ${yuan(f.whole)}，按超额返 ` +
        `${yuan(f.marginal)}；现按全额，请问厂商。`,
  'policy.edge-unstated': (f) =>
    `“${f.component}”没写达到还是超过：销售额正好 ${money(f.threshold)} 时，达到返 ` +
    `${yuan(f.at)}，超过返 ` +
    `${yuan(f.above)}；现按达到，请问厂商。`,
  'policy.percents-small': (f) =>
    `“${f.component}”的比例(%) 都不到 0.1（例如 ${f.typed}），现按 ${f.typed}% 计算；若是 ` +
    `${f.typed} 倍，请去掉表头的 ` +
    '% 或写清 % 号。',
  'policy.counted-nowhere': (f) =>
    `“${f.component}”的定档口径写了“${f.category}”，台账里一单也没有，请核对写法。`,
  'policy.share-nowhere': (f) =>
    `“${f.component}”要看占比 ${f.category}，台账里“${f.category}”一单也没有，占比一直是 0，` +
    '请核对写法。',
  'policy.below-baseline': (f) =>
    `“${f.component}”的门槛 ${f.percent} 低于基数的 100%：增长 10% 要写 110%，` +
    `若是这个意思请写 ${f.above}。`,
  'policy.refund-unstated': (f) =>
    `“${f.component}”没写退款口径：按退款日返 ${yuan(f.onItsDay)}，按原单比例返 ` +
    `${yuan(f.originalRate)}，按原期重算返 ` +
    `${yuan(f.restate)}；现按退款日，请问厂商。`,
  'policy.counts-where-unstated': (f) =>
    `“${f.component}”没写定档条件：按条件内的订单定档返 ${yuan(f.now)}，按全部订单定档返 ` +
    `${yuan(f.other)}；现按条件内，请问厂商。`,
  'policy.counts-unstated': (f) =>
    `“${f.component}”没写定档口径：按全部类别定档返 ${yuan(f.now)}，只按适用类别定档返 ` +
    `${yuan(f.other)}；现按全部，请问厂商。`,
  'policy.accumulate-unstated': (f) =>
    `“${f.component}”没写累计周期：按年返 ${yuan(f.year)}，按季返 ${yuan(f.quarter)}，` +
    `按月返 ${yuan(f.month)}；` +
    '现按年，请问厂商。',
  'policy.beyond-top-tier': (f) =>
    `“${f.component}”的最高档只写到 ${money(f.end)}，而销售额到了 ${yuan(f.reached)}；` +
    '现按最高档继续计算，请问厂商再往上怎么返。',
  'policy.clawback-unstated': (f) =>
    `“${f.component}”没写追回期：失效后的退款不再追回返 ${yuan(f.never)}，一直追回返 ` +
    `${yuan(f.always)}；现按${f.now === f.never ? '不再追回' : '一直追回'}，请问厂商。`,
  'policy.silence-unpriced': (f) =>
    `“${f.component}”没写${f.columns.map(column).join('、')}，` +
    `${f.of === 'orders' ? `台账超过 ${f.most} 单` : `政策超过 ${f.most} 个返点项`}，` +
    '没有逐项算出各差多少；请问厂商并补上。',
  'policy.blank-field': (f) =>
    `“${f.component}”的条件看“${f.header}”，有 ${f.orders} 单这一格是空的，按“≠”计入；请补上。`,
  'policy.value-nowhere': (f) =>
    `“${f.component}”的条件写了${f.header}=“${f.value}”，台账里没有一单是这个值，请核对写法。`,
  'policy.category-nowhere': (f) =>
    `“${f.component}”适用的类别“${f.category}”在台账里一单也没有，请核对写法。`,
  'policy.new-by-ledger-start': (f) =>
    `“${f.component}”按 ${f.months} 个月内的新客算，台账从 ${day(f.first)} 才开始：` +
    `${f.customers} ` +
    '个客户因为之前没有记录被当作新客，请核对。',
  'policy.past-partial': (f) =>
    `“${f.component}”要看 ${f.needed} 的销售额，台账从 ${day(f.first)} 才有第一单；` +
    '按台账有的部分计算，请确认之前没有销售。',
  'policy.all-in-top-tier': (f) =>
    `“${f.component}”每一个周期都在最高档，请核对门槛的单位和累计周期。`,
  'policy.no-tier-reached': (f) =>
    `“${f.component}”没有一个周期达到第一档，请核对门槛的单位和累计周期。`,
  'policy.thresholds-small': (f) =>
    `“${f.component}”的最高门槛只有 ${yuan(f.threshold)}，而单笔订单有 ${yuan(f.largest)}：` +
    '若门槛的单位是万元，请在表头写 ' +
    '门槛(万元)。',
  'policy.bare-factor': (f) =>
    `“${f.component}”有基数，门槛写了 ${f.typed}，现按 ${f.typed} 元理解；若是基数的倍数，` +
    `请写 ${f.percent}。`,
  'policy.json-unreadable': (f) => `政策文件里缺少或读不懂“${f.field}”，请参照示例政策的写法。`,
  'policy.header-read-later': (f) =>
    `草稿第一次用到台账的“${f.header}”一列，现在还不能试算：写入政策后，重新读取台账时一并读它。`,
  'policy.header-not-in-ledger': (f) =>
    `${column(f.column)}用到“${f.header}”，但台账里没有这一列（有：${f.headers.join('、')}` +
    '），请补上这一列或改写条件。',
  'policy.dead-tier': (f) =>
    `“${f.component}”第 ${f.tier} 档和上一档的比例、奖励都相同，这一档没有作用，请核对。`,
  'policy.total-falls': (f) =>
    `“${f.component}”到 ${money(f.threshold)} 时返点反而从 ${yuan(f.below)} 降到 ` +
    `${yuan(f.reached)}，请核对这一档。`,
  'policy.rate-floor': (f) =>
    `“${f.component}”的比例写作 ${percent(f.rate, true)}，是“至少”的意思；按 ` +
    `${percent(f.rate)} 计算，实际可能更高。`,
  'policy.column-unread': (f) =>
    `“${f.header}”一列没有读（第一个值是“${f.value}”），它若影响返点，请改用我们认识的列。`,
  'policy.period-read': () =>
    '“周期”按累计周期理解（销售额按它累计定档）；若它只是结算周期，请把表头改成“结算周期”。',
  'policy.row-unread': (f) => `这一行没有读（“${f.text}”），它若影响返点，请改写进我们认识的列。`,
  'policy.clawback-without-end': (f) =>
    `“${f.component}”写了追回期但没有失效日期，追回期没有起点，暂不起作用；请补上${column('to')}。`,
  'policy.baseline-per-member': (f) =>
    `“${f.component}”按${f.per}分别累计，写定的基数对每个${f.per}都各算一次，` +
    '请确认不是合计的基数。',
  'policy.gate-unknown': (f) =>
    `“${f.component}”的前提是 ${f.gate}，但指标表里没有“${f.name}”，暂按不满足算 0；` +
    '请在指标表里补上它的值。',
  'policy.columns-across': ({ names, rows, periods }) =>
    periods
      ? `${someOf(names)}各占一列，是分期的比例：请写成一行一档，并写明每期的生效、失效` +
        `（YYYY 换成年份），例如：${asLines(rows)}`
      : `${someOf(names)}各占一列，看不出它们是类别、级别、客户还是期间：请写成一行一档；` +
        `如果是类别，照抄下面即可：${asLines(rows)}`,
} satisfies Partial<Sentences<PolicyFact>>;
