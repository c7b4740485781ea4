import type { paneOverview as english } from '../en-US/pane-overview.ts';
import type { Words } from '../sentences.ts';

export const paneOverview: Words<typeof english> = {
  headline: {
    of: (components, sentence) => `${components}：${sentence}`,
    reach: (gap, tier, period, gain) =>
      `再签 **${gap}** 进入 **${tier}**档，${period}多返 **${gain}**。`,
    reachOnly: (gap, tier) => `再签 **${gap}** 进入 **${tier}**档；进档本身不增加返点。`,
    reachAtLeast: (gap, tier, period, gain) =>
      `再签 **${gap}** 进入 **${tier}**档，${period}多返 **${gain}** 起。`,
    hold: (cushion, tier, period, stake) =>
      `退款不超过 **${cushion}** 就能保住 **${tier}**档；一旦掉档，${period}返点最多减少 ` +
      `**${stake}**。`,
    top: (tier, period, cushion) =>
      `${period}已在最高档 **${tier}**，退款不超过 **${cushion}** 不掉档。`,
    closed: (period, rebate) => `${period}已结束，返点 **${rebate}**。`,
    days: (days) => (days === 0 ? '今天是最后一天。' : `还剩 **${days}** 天。`),
    signed: '已签订单，退了就掉档：',
    toPullIn: '在谈订单，签下就能凑：',
    howToReach: '看看怎么凑',
    whatHolds: '看看靠哪些订单',
  },
  figures: {
    rebate: '累计返点',
    received: '已到账',
    outstanding: '待收',
    sales: '计返销售额',
    tierSales: '定档销售额',
    gap: '差额',
    gain: '多返',
    cushion: '余量',
    breakEven: '最多让利',
    current: '当前',
    anticipated: '预计',
    pipeline: '在谈',
    none: '–',
    belowFirst: '未到首档',
    tier: (tier, rate) => `${tier} 档 · ${rate}`,
    topTier: '最高档',
    byMember: (count) => `分别累计 ${count} 个`,
    chance: (percent) => `升档概率 ${percent}`,
  },
  terms: {
    rebate: '到今天为止政策应付的返点：各期应返，加补差，减追回。',
    outstanding: '累计返点减去台账里写明已到账的。',
    gap: '再签多少（含税）就进下一档。',
    gain: '补上差额后全部返点多出多少。',
    cushion: '退款在这个数以内，档位不掉。',
    breakEven: '补差额的订单最多可降价的百分比（30% 即卖七折）：让到这里，多返正好抵掉让利。',
    anticipated: '按在谈订单的成交概率，最可能落在的档。',
  },
  level: {
    orders: (missing) => `${missing} 单`,
    customers: (missing) => `${missing} 家客户`,
    'new-customers': (missing) => `${missing} 家新客`,
    share: (percent) => `占比 ${percent}`,
    fact: (missing) => missing,
  },
  members: {
    title: '分别累计',
    sales: (yuan) => `销售额 ${yuan}`,
    gap: (yuan) => `差额 ${yuan}`,
    all: (count) => `显示全部 ${count} 个`,
  },
  closed: {
    title: '已结束的期间',
    count: (count) => (count === 0 ? '其他' : `已结束 ${count} 期`),
    rest: '未补付或已追回',
    why: '没有补差或有追回的返点项，已付的合计与各期应返不同。',
  },
  bar: {
    label: (sales, thresholds) => `定档销售额 ${sales}，门槛：${thresholds}。`,
    withPipeline: (pending) => `在谈订单 ${pending}。`,
  },
  blocked: {
    'gate-unmet': '前提未达到，不返。',
    'gate-unknown': '前提的指标未填，暂不返。',
    unknown: '台账或指标不足，暂不计算。',
    'stacked-out': '同组取高，由另一返点项支付。',
  },
  needs: {
    title: '需要你看一眼',
    open: (count) => `有 ${count} 个问题没回答，数字还会变。`,
    answerThem: '去回答',
    clear: '没有待办：每一行都读懂了，政策也写全了。',
    questions: (count) => `${count} 个问题`,
    findings: (count) => `${count} 条政策检查`,
    warnings: (count) => `${count} 条提醒`,
    headers: (count) => `${count} 个不认识的列`,
    report: (count) => (count === 0 ? '读表报告' : `读表报告：${count} 行未计入`),
  },
  changes: {
    title: '与上次相比',
    rebate: (before, now) => `累计返点 **${before}** → **${now}**`,
    tierUp: (component, period, from, to) => `${component} ${period}：${from} 档 → **${to} 档**`,
    gap: (component, period, before, now) => `${component} ${period}：差额 ${before} → **${now}**`,
    refunds: (count, amount) => `新增退款 ${count} 单，**${amount}**`,
    holds: (component, period, tier, cushion) =>
      `${component} ${period}：守住 ${tier} 档，余量 **${cushion}**`,
    policy: (count, amount) => `政策改了：${count} 单的返点变化，合计 **${amount}**`,
  },
};
