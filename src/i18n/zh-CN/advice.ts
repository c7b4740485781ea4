import type { AdviceFact, NamedOrder, NamedWindow } from '#domain/decision/advice.facts.ts';
import type { Industry, SetProduct } from '#domain/decision/industry.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import type { LevelGap } from '#domain/rebate/window.ts';
import { day, percent, threshold as thresholdText, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

const windowName = ({ component, period, months }: NamedWindow): string =>
  `${component} ${period}（${months}）`;
const orderName = ({ orderId, customer, amount }: NamedOrder): string =>
  `${[orderId, customer].filter((part) => part !== '').join(' ')} ${yuan(amount)}`.trim();
const step = (amount: Fen): string => `${thresholdText(amount, 'zh-CN')}档`;
const rounded = (share: Decimal): string => percent(share.toDecimalPlaces(4));
const signed = (amount: Fen): string => (amount > 0 ? `+${yuan(amount)}` : yuan(amount));
/** In words: a line may end between a sign and its amount. */
const changed = (amount: Fen): string =>
  amount === 0 ? '不变' : `${amount > 0 ? '增加' : '减少'} ${yuan(fen(Math.abs(amount)))}`;
/** What stands behind a gain where it costs something. */
const atCost = (cost: Fen, words: string): string => (cost === 0 ? '' : words);

const INDUSTRY: Readonly<Record<Industry, string>> = {
  finance: '金融',
  medical: '医疗',
  education: '教育',
  government: '政务',
  other: '其他行业',
};

const SET_PRODUCT: Readonly<Record<SetProduct, string>> = {
  firewall: '云防火墙',
  'security-center': '云安全中心',
  logs: '日志服务SLS',
  certificates: 'SSL证书',
  'web-firewall': 'Web应用防火墙',
  bastion: '堡垒机',
  'database-audit': '数据库审计',
  'anti-ddos': 'DDoS高防',
  keys: '密钥管理服务KMS',
  'load-balancer': '负载均衡SLB',
};

const products = (set: readonly SetProduct[]): string =>
  set.map((product) => SET_PRODUCT[product]).join('、');

const LEVEL: Readonly<Record<LevelGap['unit'], string>> = {
  orders: '订单数',
  customers: '客户数',
  'new-customers': '新客数',
  share: '占比',
  fact: '指标',
  sales: '所看各期的销售额',
};
const level = (unit: LevelGap['unit'], missing: Decimal, isPercent: boolean): string =>
  unit === 'sales'
    ? yuan(fen(missing.ceil().toNumber()))
    : unit === 'share' || isPercent
      ? `${missing.times(100).toDecimalPlaces(2).toString()} 个百分点`
      : missing.toString();

export const advice: Sentences<AdviceFact> = {
  'advice.close-gap': ({ window, category, amount, threshold, gain, daysLeft }) =>
    `再签${category} ${yuan(amount)} 进入 ${step(threshold)}，多返 ${yuan(gain)}；` +
    `${windowName(window)}还剩 ${daysLeft} 天。`,
  'advice.close-member': ({ window, member, category, amount, gain, daysLeft }) =>
    `${member}再签${category} ${yuan(amount)} 进入下一档，多返 ${yuan(gain)}；` +
    `${windowName(window)}还剩 ` +
    `${daysLeft} 天。`,
  'advice.close-level': ({ window, unit, name, isPercent, missing, gain, daysLeft }) =>
    `${windowName(window)}的${name === null ? LEVEL[unit] : `指标“${name}”`}再增加 ` +
    `${level(unit, missing, isPercent)} 进入下一档，多返 ${yuan(gain)}；还剩 ${daysLeft} 天。`,
  'advice.not-from': ({ window }) =>
    `${windowName(window)}的返点算不出来，因此不据此给出任何建议。`,
  'advice.gate-open': ({ component, gate, gain }) =>
    `“${component}”的前提“${gate}”是否满足还不知道，因此不据此给出任何建议；补上后若满足，` +
    `多返 ${yuan(gain)}。`,
  'advice.pull-in': ({ count, sum, gain, net }) =>
    `提前签下 ${count} 单（共 ${yuan(sum)}），多返 ${yuan(gain)}` +
    `${net === gain ? '' : `，扣除成本净得 ${yuan(net)}`}。`,
  'advice.reach-tier': ({ window, threshold, count, sum, cost, gain }) =>
    `用最低成本进入 ${step(threshold)}：${count} 单共 ${yuan(sum)}，成本 ${yuan(cost)}，多返 ` +
    `${yuan(gain)}（${windowName(window)}）。`,
  'advice.hold': ({ window, cushion, count, loss }) =>
    `守住${windowName(window)}现在的档位：余量 ${yuan(cushion)}，有 ${count} 单一退就掉档，` +
    `返点最多减少 ${yuan(loss)}。`,
  'advice.pool': ({ partners, joint, surplus }) =>
    `与 ${partners} 家伙伴合并业绩共返 ${yuan(joint)}，比各算各的多 ${yuan(surplus)}。`,
  'advice.bundle': ({ industry, customers, amount, category, gain }) =>
    `${INDUSTRY[industry]}客户有 ${customers} 家只买了基础产品：每加一单${category} ` +
    `${yuan(amount)}，多返 ` +
    `${yuan(gain)}。`,
  'advice.share': ({ category, share, amount, most }) =>
    `${category}订单 ${yuan(amount)} 最多可公开让利 ${yuan(most)}（${rounded(share)}），` +
    '没到下一档也不亏。',
  'advice.headroom': ({ customer, adds, sales }) =>
    `${customer}的订单（${yuan(sales)}）撑起返点 ${yuan(adds)}，优先维护。`,
  'advice.renewal': ({ count, sum, until, gain }) =>
    `${day(until)} 前有 ${count} 单到期续费，共 ${yuan(sum)}，全部续上多返 ${yuan(gain)}。`,
  'advice.gate': ({ component, gate, gain }) =>
    `${component}的前提“${gate}”一旦满足，多返 ${yuan(gain)}。`,
  'advice.threshold-flips': ({ window, threshold, needed, gain }) =>
    `${windowName(window)}的门槛若从 ${yuan(threshold)} 变为 ${yuan(needed)}，返点` +
    `${changed(gain)}。`,
  'advice.weight-flips': ({ window, category, weight, needed, gain }) =>
    `${category}计入${windowName(window)}的权重若从 ${weight.toString()} 变为 ` +
    `${needed.toString()}，` +
    `返点${changed(gain)}。`,
  'advice.answer': ({ count, least, most }) =>
    `先回答 ${count} 个问题：返点可能变动 ${signed(least)} 至 ${signed(most)}。`,

  'advice.difference': ({ without, with: withIt, gain }) =>
    `全部重算：返点由 ${yuan(without)} 变为 ${yuan(withIt)}，${changed(gain)}。`,
  'advice.tier-step': ({ window, tier, rate, next, nextRate, isFloor }) =>
    `${windowName(window)}：现为第 ${tier} 档 ${percent(rate)}，下一档为第 ${next} 档 ` +
    `${percent(nextRate, isFloor)}。`,
  'advice.break-even': ({ discount, amount, gain }) =>
    discount.gte(1)
      ? `多返的 ${yuan(gain)} 比这 ${yuan(amount)} 本身还多。`
      : `多返的 ${yuan(gain)} 相当于这 ${yuan(amount)} 的 ${rounded(discount)}：` +
        '让利不超过这个比例就不亏。',
  'advice.own-and-others': ({ own, others }) =>
    `其中这笔订单自己的返点 ${yuan(own)}，其他订单的${changed(others)}。`,
  'advice.deal': ({ order, cost, probability }) =>
    `${orderName(order)}${atCost(cost, `，提前成本 ${yuan(cost)}`)}` +
    `${probability === null ? '' : `，成交概率 ${rounded(probability)}`}。`,
  'advice.proven': () => '已证明没有更好的组合。',
  'advice.not-proven': ({ gap }) => `商机太多，未能证明最优；更好的组合最多再多 ${yuan(gap)}。`,
  'advice.runner-up': ({ orders, more, gain, cost, net }) =>
    `备选：${orders.map(orderName).join('、')}` +
    `${more > 0 ? `等 ${orders.length + more} 单` : ''}，` +
    `多返 ${yuan(gain)}${atCost(cost, `，成本 ${yuan(cost)}，净得 ${yuan(net)}`)}。`,
  'advice.next-period-loss': ({ loss, count, until }) =>
    `其中 ${count} 单原定下一期签，提前后下一期（至 ${day(until)}）返点减少 ${yuan(loss)}，` +
    '已计入成本。',
  'advice.order-at-risk': ({ order, loss }) =>
    `${orderName(order)}：若退款，返点减少 ${yuan(loss)}。`,
  'advice.cushion': ({ cushion, tier, rate }) =>
    `第 ${tier} 档（${percent(rate)}）的余量是 ${yuan(cushion)}：退款不超过它不掉档。`,
  'advice.partner-share': ({ name, sales, alone, fair, equal, proRata }) =>
    `${name}（业绩 ${yuan(sales)}）：单独返 ${yuan(alone)}；公平分摊 ${yuan(fair)}，` +
    `增量均分 ${yuan(equal)}，` +
    `按业绩 ${yuan(proRata)}。`,
  'advice.our-share': ({ sales, alone, fair, equal, proRata }) =>
    `我方（业绩 ${yuan(sales)}）：单独返 ${yuan(alone)}；公平分摊 ${yuan(fair)}，增量均分 ` +
    `${yuan(equal)}，按业绩 ` +
    `${yuan(proRata)}。`,
  'advice.bundle-customer': ({ customer, sales }) =>
    `${customer}：已购 ${yuan(sales)}，没有安全产品。`,
  'advice.bundle-all': ({ customers, gain }) => `${customers} 家都加购时共多返 ${yuan(gain)}。`,
  'advice.product-set': ({ level, required, suggested }) =>
    `等保${level === 2 ? '二' : '三'}级常见配置：${products(required)}；建议：` +
    `${products(suggested)}。`,
  'advice.industry-prompt': ({ industry }) =>
    `${INDUSTRY[industry]}客户请先问清系统的等保备案级别。`,
  'advice.share-statement': ({ orderId, customer, amount, discount, payable }) =>
    `给客户的说明：${[customer, orderId].filter((part) => part !== '').join(' ')} 订单金额 ` +
    `${yuan(amount)}，折扣 ${yuan(discount)}，应付 ${yuan(payable)}；` +
    '折扣与价款列在同一合同和同一张发票的金额栏。',
  'advice.share-left': ({ reached, rate, left, leftNet }) =>
    `${reached ? '到了下一档' : '没到下一档'}（${percent(rate)}）：让利后剩 ${yuan(left)}，` +
    `不含税 ${yuan(leftNet)}。`,
  'advice.share-invoice': ({ kind, invoice, inputTax }) =>
    kind === 'agency'
      ? `代理：向厂商开票 ${yuan(invoice)}，其中税额 ${yuan(inputTax)}。`
      : `转售：返点 ${yuan(invoice)} 冲减成本，转出进项税 ${yuan(inputTax)}。`,
  'advice.customer-part': ({ customer, sales, leaveOut, fair, proRata }) =>
    `${customer}（${yuan(sales)}）：没有它，返点减少 ${yuan(leaveOut)}；` +
    `${fair === null ? '' : `公平分摊 ${yuan(fair)}，`}按业绩 ${yuan(proRata)}。`,
  'advice.customer-could': ({ customer, renewals, worth }) =>
    `${customer}还有到期续费 ${yuan(renewals)}，续上多返 ${yuan(worth)}。`,
  'advice.renewal-due': ({ order, on }) => `${day(on)} 到期：${orderName(order)}。`,
  'advice.gate-state': ({ fact, state }) =>
    state === 'gate-unmet'
      ? `“${fact}”现在未达到要求。`
      : `“${fact}”没有填写，按未满足计；请在“指标”表中填上。`,
  'advice.question': ({ cell, typed, least, most }) =>
    `${cell} 的“${typed}”：返点可能变动 ${signed(least)} 至 ${signed(most)}。`,
  'advice.more': ({ count }) => `另有 ${count} 项。`,

  'advice.counted-on': ({ day: on }) => `按 ${day(on)} 计入，其他订单不变。`,
  'advice.example-policy': () => '按文章里的示例政策计算，不是厂商的正式政策。',
  'advice.rate-is-floor': () => '该档比例写的是“以上”，按下限计算。',
  'advice.open-questions': ({ count, least, most }) =>
    `台账还有 ${count} 个问题没回答，返点总额可能变动 ${signed(least)} 至 ${signed(most)}。`,
  'advice.cost-not-said': ({ count }) => `${count} 单没有填提前成本，按 0 计。`,
  'advice.cost-by-discount': ({ discount, count }) =>
    `${count} 单的成本按让利 ${rounded(discount)} 计。`,
  'advice.chance-not-said': ({ count }) => `${count} 单没有填成交概率，未计算整体把握。`,
  'advice.unlikely': ({ least }) =>
    `这几单全部成交的概率不到 ${percent(least)}，只作测算，不建议按它安排。`,
  'advice.independent': () => '各单成交互不影响；概率指全部成交。',
  'advice.true-orders-only': () =>
    '只算真实客户的真实需求：自购、拆单、挂他人账号凑档可能违约，已返的也会被追回。',
  'advice.one-of-several-ways': () => '同一差额也可以用其他类别补上，几条建议只取其一。',
  'advice.refund-dated-now': () => '按退款发生在截止日计算；退在以后的周期不影响本期。',
  'advice.pool-consent': () => '合并业绩须厂商同意、签有合同，并以真实主体报备；三者缺一不可。',
  'advice.common-practice': () => '产品组合是常见配置，不是法定要求；以测评机构为准。',
  'advice.typical-amount': ({ amount, orders }) =>
    `加购金额取台账中 ${orders} 笔安全订单的中位数 ${yuan(amount)}。`,
  'advice.supposed-amount': ({ amount }) => `加购金额按您填的 ${yuan(amount)}。`,
  'advice.share-openly': () =>
    '让利只能给签约客户公司，写入合同、开在同一张发票并由对方公司入账；不得给采购部门或个人。',
  'advice.share-sure-rate': ({ rate, margin }) =>
    `只按已经到手的 ${percent(rate)} 计算，至少留下 ${rounded(margin)}；下一档的返点不提前许诺。`,
  'advice.tax-practice': () => '税务处理因合同而异，请以主管税务机关为准。',
  'advice.renews-alike': () => '按原金额续费计算。',
  'advice.customers-by-sums': () => '公平分摊按各客户在当前周期的分类业绩合计计算。',
  'advice.most-customers': ({ most }) =>
    `公平分摊对最多 ${most} 家客户精确计算，更小的客户合为一家。`,
  'advice.on-present-sales': () => '按本期已有的销售额计算，没有计入新增订单的销售额。',
  'advice.meets-conditions': ({ components }) =>
    `假定的订单视为满足${components.join('、')}的条件。`,
  'advice.ask-vendor': () => '这是条款的影响，不是销售动作：可据此与厂商核对或协商。',
};
