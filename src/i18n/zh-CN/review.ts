import type { reviewWords as english } from '../en-US/review.ts';
import type { Words } from '../sentences.ts';
import { grouped } from '../format.ts';
import { reviewFront } from './review-front.ts';
import { reviewColumns } from './review-columns.ts';

/** 复盘页上的字词。 */
export const reviewWords: Words<typeof english> = {
  sheetName: (label) => `返点复盘 ${label}`,
  title: (period) => `返点复盘 ${period}`,
  subtitle: (workbook, policy, asOf) =>
    `${workbook} · 政策：${policy} · 截至 ${asOf} · 金额单位：元`,
  footer: (title, asOf) => `${title} · 截至 ${asOf}`,
  noPolicyName: '未命名',
  example: '以下数字按示例政策计算，不是厂商的官方政策。请在“返点政策”表填入自己的政策后重写复盘。',
  notOpen: (count) => `还有 ${grouped(count)} 行待确认，未计入任何数字，见“待确认的问题”。`,
  key: {
    sales: '本期销售额',
    salesNote: (orders) => `${grouped(orders)} 单，已减退款`,
    earned: '本期应返',
    earnedNote: (trueUp) => `其中补差 ${trueUp}`,
    total: '累计返点',
    totalNote: (label) => `截至 ${label} 全部结算期`,
    outstanding: '待收',
    outstandingNote: (received) => `已到账 ${received}`,
    next: '差额',
    nextNote: (component, gain) => `${component}：多返 ${gain}`,
    top: '已在最高档',
    topNote: '各返点项均在最高档',
  },
  total: '合计',
  none: '–',
  comparedWith: (label, asOf) => `对比 ${label} 的复盘（截至 ${asOf}）。`,
  tierChanged: (component, window, before, now) =>
    `${component} ${window}：上次第 ${before} 档，本次第 ${now} 档。`,
  figures: {
    netSales: '全部计入订单净销售额',
    periodSales: '本期销售额',
    rebate: '累计返点',
    received: '已到账',
    outstanding: '待收',
  },
  topTier: '最高档',
  closed: '已结束',
  open: '进行中',
  perOrder: '逐单定档',
  net: (divisor: string) => `销售额 ÷ ${divisor} 后定档、计返`,
  blocked: {
    'gate-unmet': '不返：前提未满足',
    'gate-unknown': '不返：前提指标未知',
    unknown: '未知：台账或指标不足',
    'stacked-out': '不返：同组另一项更高',
  },
  rateFloor: (rate) => `政策写的是 ${rate}，即“不低于”；此处按所写比例计算。`,
  roles: { holds: '守线', crosses: '破线', reaches: '冲线', helps: '凑线', near: '临线' },
  roleMeaning: {
    holds: '退了这单就掉档',
    crosses: '按日期由它越过门槛',
    reaches: '在谈，单凭它即可进下一档',
    helps: '在谈，在进下一档的最佳组合里',
    near: '差额不大的周期里金额最大的订单',
  },
  sameStake: '同上',
  actionsOr: '或',
  actionsMore: (count) => `另有 ${grouped(count)} 项金额较小，见任务窗格。`,
  restsOn: (ids, more) => `涉及订单：${ids}${more > 0 ? ` 等，另有 ${more} 单` : ''}。`,
  seeNotes: (letters) => `另见上文 ${letters.join('、')}。`,
  edgesMore: (count) => `另有 ${grouped(count)} 单影响较小，见任务窗格。`,
  legendNote: '订单表中的底色；上表同时写明作用，不看颜色也能分辨。',
  toRow: '到该行',
  trueUpRounding: '返点项的补差 ±0.01 是舍入差：返点按累计销售额计算，到期末只舍入一次。',
  ageBands: {
    open: '未到期末',
    to30: '0–30 天',
    to60: '31–60 天',
    to90: '61–90 天',
    over90: '90 天以上',
  },
  unassigned: '其他订单的到账',
  everything: '各类别都已购买',
  otherCustomers: (count) => `其他 ${grouped(count)} 家客户`,
  noName: '（未写客户）',
  noCategory: '（未分类）',
  customersNote: (window) => `${window} 内计入的订单。`,
  pipelineExpected: '期末返点期望值（按每种可能加权）',
  pipelineCommitted: '不再签单时的返点',
  pipelineAll: '全部签下时的返点',
  pipelineBestGain: (count) =>
    count === 0 ? '没有值得提前签的组合' : `签下最佳组合可多返（${grouped(count)} 单，见下表标记）`,
  pipelineTooMany: '商机太多、金额各异，无法精确算出期望值；这里不做估计。',
  pipelineUnstated: (count) => `${grouped(count)} 单没有写概率，未计入任何概率。`,
  pipelineBest: '最佳组合',
  tierChance: (tier) => (tier === 0 ? '未进第 1 档' : `第 ${tier} 档`),
  restatedNote: '同一批订单按新旧两版各算一遍；每行一单，列出当时口径与现在口径的返点。',
  versions: (before, now, on, recordedOn) =>
    `由“${before}”变为“${now}”${on === '' ? '' : `，${on} 起生效`}` +
    `${recordedOn === '' ? '' : `，登记于 ${recordedOn}`}`,
  policySays: (sentence) => `政策原文：${sentence}`,
  nothingMoved: '没有订单的返点变动。',
  restatedRest: '不属于单张订单（奖励、保底、封顶、舍入）',
  policyAtLastReview: (asOf) => `${asOf} 复盘时的政策`,
  policyNow: '现在的政策',
  restatedMore: (count) => `其余 ${grouped(count)} 单合计`,
  steps: {
    rate: '销售额 × 比例',
    bonus: '奖励',
    floor: '保底',
    cap: '封顶',
    stacking: '叠加',
    gate: '前提',
    rounding: '舍入',
    'group-cap': '总封顶',
    'top-up': '补足',
    'claw-back': '按原单追回',
  },
  schemes: {
    whole: '全额',
    marginal: '超额',
    increment: '增量',
    rolling: '滚动',
    'per-full': '每满',
  },
  edgesWord: { at: '达到即进档', above: '超过才进档' },
  workingHead: (component, window, scheme, edge) => `${component} · ${window} · ${scheme}，${edge}`,
  belowFirst: '未进档',
  sourceAt: (cell) => `政策 ${cell}`,
  otherWindows: '其他周期的返点',
  notTruedUp: '不补差：按当时档位已付',
  toTotal: '页首的累计返点',
  unpaid: {
    'no-policy-on-day': (count) => `${grouped(count)} 单不返：当天没有政策。`,
    'not-eligible': (count) => `${grouped(count)} 单不返：类别不参与返点。`,
    'not-taken-back': (count) => `${grouped(count)} 笔退款不扣回：已过追回期。`,
  },
  recomputed: '以上为取自订单表的公式，改动订单后自动更新。',
  stated: '订单表里有文本日期、带单位的金额或不计入的行，因此这里写数值；合计为公式。',
  detailsName: (label) => `返点复盘附录 ${label}`,
  check: {
    note:
      '复盘之后订单表若有改动，下面会有不同的数：那时其余数字仍是当时的，请重新生成复盘。' +
      '政策表的改动不在下面显示。',
    what: '订单表（各单据表合在一起，未成交、作废也在内）',
    then: '复盘时',
    now: '现在',
    change: '变化',
    differing: '不同的项数',
    item: (item) => {
      switch (item.kind) {
        case 'rows':
          return '有金额的行数';
        case 'amounts':
          return '金额合计';
        case 'received':
          return '实返合计';
        case 'probabilities':
          return '概率合计';
        case 'amounts-of-period':
          return `${item.name} 内的金额`;
        case 'amounts-of':
          return `“${item.name}”的金额`;
        case 'rows-of':
          return `“${item.name}”的行数`;
      }
    },
    unseen: (count) =>
      `有 ${grouped(count)} 行的日期或金额是文字，公式加不到它们：这些格改了，上面看不出来。`,
  },
  liveLegend: (asOf) => `带绿色细线的数字是公式，随订单表更新；其余数字截至 ${asOf}。`,
  restOfCategories: '其余类别',
  restMerged: (count) => `${grouped(count)} 个较小的类别合并在“其余类别”一列，该列为数值。`,
  ordersMore: (count) => `共 ${grouped(count)} 单，见订单表。`,
  charts: {
    forecast: '期末返点的可能性',
    probability: '概率',
    ageing: '待收账龄',
    outstanding: '待收',
  },
  pending: '在谈',
  choiceStatus: { won: '已成交', pending: '还没成交', void: '已作废', refund: '退款' },
  choiceTakeBack: '按退款扣减',
  choiceKeep: '照原样保留',
  choiceLeaveOut: '不计入',
  ...reviewFront,
  ...reviewColumns,
};
