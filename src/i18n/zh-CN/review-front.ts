import type { reviewFront as english } from '../en-US/review-front.ts';
import { grouped } from '../format.ts';
import type { Words } from '../sentences.ts';

export const reviewFront: Words<typeof english> = {
  front: {
    reach: ({ gap, component, tier, end, when, gain, atLeast, days }) =>
      `${end} 前再签 ${gap} 进入${component === '' ? ' ' : `${component}的 `}${tier}档，` +
      `${when} 多返 ` +
      `${gain}${atLeast ? ' 起' : ''}（还剩 ${days} 天）。`,
    hold: ({ cushion, tier, end, when, stake }) =>
      `${end} 前退款不超过 ${cushion} 就能保住 ${tier}档；一旦掉档，${when} 返点最多减少 ` +
      `${stake}。`,
    topTier: ({ cushion, tier, end, when }) =>
      `${when} 已在最高档 ${tier}；${end} 前退款不超过 ${cushion} 不掉档。`,
    reachOnly: ({ gap, component, tier, end, days }) =>
      `${end} 前再签 ${gap} 进入${component === '' ? ' ' : `${component}的 `}${tier}档；` +
      '进档本身不增加返点（还剩 ' +
      `${days} 天）。`,
    nothingOpen: '没有进行中的周期。',
    nothingWithinReach: '进行中的周期没有可冲的下一档。',
    collect: (total, outstanding) => `累计返点 ${total}，待收 ${outstanding}，请催款。`,
    collected: (total) => `累计返点 ${total}，已全部到账。`,
    tooMuch: (total, excess) => `累计返点 ${total}，已到账的多出 ${excess}，请与厂商核对。`,
    toDate: '累计返点',
    received: '已到账',
    outstanding: '待收',
    withinReach: '可争取：多返',
    toDateNote: (asOf) => `截至 ${asOf}`,
    receivedNote: '按订单表的实返',
    outstandingNote: '累计返点 − 已到账',
    reachNone: '没有下一档',
    reachNote: (gap, atLeast) => `再签 ${gap}${atLeast ? '，至少' : ''}`,
    progress: '各返点项进度（当前 → 预计）',
    tierSales: '定档销售额',
    tier: '档位',
    rate: '比例',
    gain: '多返',
    others: (count) => `其余 ${grouped(count)} 个返点项`,
    notInWindows: '不补差等造成的差额',
    units: ['万元', '亿元'],
    progressChart: (unit) => `进度与门槛（${unit}）`,
    signed: '已计入',
    pipeline: '在谈',
    threshold: (tier) => `门槛 ${tier}`,
    thresholdOf: (amount) => `门槛 ${amount}`,
    anyThreshold: '门槛',
    paidChart: (unit) => `各期返点（${unit}）`,
    ownRebate: '当期返点',
    cap: '封顶少计',
    clawBack: '追回',
    actions: '现在要做的（可以同时做）',
    worth: '多返',
    rests: '待确认与依据',
    noQuestions: '没有待确认的行。',
    questions: (count, least, most, unread, asOf) =>
      [
        `${grouped(count)} 个问题待确认，相应的行没有计入`,
        ...(unread === 0 ? [] : [`${grouped(unread)} 个读不出金额，影响有多大无从算起`]),
        ...(unread === count
          ? []
          : [
              least === most
                ? `${unread === 0 ? '' : '其余'}怎么答都不影响截至 ${asOf} 的累计返点`
                : `${unread === 0 ? '' : '其余'}按不同的答复，截至 ${asOf} 的累计返点变动 ` +
                  `${least} 至 ${most}`,
            ]),
      ].join('；') + '。见附录。',
    manyQuestions: (count, least, most, unread, asOf) =>
      [
        `${grouped(count)} 个问题待确认，相应的行没有计入`,
        ...(unread === 0 ? [] : [`${grouped(unread)} 个读不出金额，影响有多大无从算起`]),
        ...(unread === count
          ? []
          : [
              `${unread === 0 ? '' : '其余'}全按最低的读法，截至 ${asOf} 的累计返点变动 ` +
                `${least}，全按最高的读法变动 ${most}，两者之间的组合没有逐一试算`,
            ]),
      ].join('；') + '。见附录。',
    policy: (name, example, source) =>
      `政策：${name}${example ? '（示例，不是任何厂商的正式政策）' : ''}` +
      `${source === null ? '' : `；依据：${source}`}。`,
    ledger: (title, orders, refunds, asOf) =>
      `订单：${title}，计入 ${grouped(orders)} 单、退款 ${grouped(refunds)} 单，截至 ${asOf}。`,
    capped: (amount) => `封顶少计 ${amount}。`,
    net: (divisor) => `不含税：销售额 ÷ ${divisor} 后定档、计返；差额和余量是含税的订单金额。`,
    pending: (count) =>
      count === 0
        ? '预计：没有在谈的单子。'
        : `预计：在谈 ${grouped(count)} 单按各自概率计算，不在累计返点内。`,
    fixed: (asOf) => `本页数字截至 ${asOf}，不随订单表变动。`,
    unchanged: (asOf, figures) =>
      `本页数字截至 ${asOf}；按订单表现在算的${figures.join('、')}与当时一致。`,
    ledgerCheck: '各项合计与行数',
    changedElse: (asOf) =>
      `订单表已改动，本页仍是 ${asOf} 的数字，请重新生成复盘。` + '附录“订单表核对”中不同的项数：',
    changedToError: (asOf) =>
      `订单表已改动，有格算不出数；本页仍是 ${asOf} 的数字，请改正后重新生成复盘。`,
    changed: (asOf, figure, then) =>
      `订单表已改动，本页仍是 ${asOf} 的数字，请重新生成复盘。当时${figure} ${then}，现在 ¥`,
  },
};
