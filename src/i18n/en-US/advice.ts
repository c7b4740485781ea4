import type { AdviceFact, NamedOrder, NamedWindow } from '#domain/decision/advice.facts.ts';
import type { Industry, SetProduct } from '#domain/decision/industry.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import type { LevelGap } from '#domain/rebate/window.ts';
import { day, percent, threshold as thresholdText, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

const windowName = ({ component, period, months }: NamedWindow): string =>
  `${component} ${period} (${months})`;
const orderName = ({ orderId, customer, amount }: NamedOrder): string =>
  `${[orderId, customer].filter((part) => part !== '').join(' ')} ${yuan(amount)}`.trim();
const step = (amount: Fen): string => `the ${thresholdText(amount, 'en-US')} tier`;
const rounded = (share: Decimal): string => percent(share.toDecimalPlaces(4));
const signed = (amount: Fen): string => (amount > 0 ? `+${yuan(amount)}` : yuan(amount));
/** In words: a line may end between a sign and its amount. */
const changed = (amount: Fen): string =>
  amount === 0 ? 'the same' : `${yuan(fen(Math.abs(amount)))} ${amount > 0 ? 'more' : 'less'}`;
/** What stands behind a gain where it costs something. */
const atCost = (cost: Fen, words: string): string => (cost === 0 ? '' : words);
const deals = (count: number): string => (count === 1 ? '1 deal' : `${count} deals`);
const questions = (count: number): string => (count === 1 ? '1 question' : `${count} questions`);

const INDUSTRY: Readonly<Record<Industry, string>> = {
  finance: 'Finance',
  medical: 'Medical',
  education: 'Education',
  government: 'Government',
  other: 'Other',
};

const SET_PRODUCT: Readonly<Record<SetProduct, string>> = {
  firewall: 'Cloud Firewall',
  'security-center': 'Security Center',
  logs: 'Log Service',
  certificates: 'SSL certificates',
  'web-firewall': 'Web Application Firewall',
  bastion: 'Bastionhost',
  'database-audit': 'Database Audit',
  'anti-ddos': 'Anti-DDoS',
  keys: 'Key Management Service',
  'load-balancer': 'Server Load Balancer',
};

const products = (set: readonly SetProduct[]): string =>
  set.map((product) => SET_PRODUCT[product]).join(', ');

const LEVEL: Readonly<Record<LevelGap['unit'], string>> = {
  orders: 'orders',
  customers: 'customers',
  'new-customers': 'new customers',
  share: 'of share',
  fact: 'of the fact',
  sales: 'of sales in the windows it looks at',
};
const level = (unit: LevelGap['unit'], missing: Decimal, isPercent: boolean): string =>
  unit === 'sales'
    ? yuan(fen(missing.ceil().toNumber()))
    : unit === 'share' || isPercent
      ? `${missing.times(100).toDecimalPlaces(2).toString()} points`
      : missing.toString();

export const advice: Sentences<AdviceFact> = {
  'advice.close-gap': ({ window, category, amount, threshold, gain, daysLeft }) =>
    `Sign ${yuan(amount)} more of ${category} to reach ${step(threshold)}: ${yuan(gain)} ` +
    `more rebate; ${daysLeft} days left in ${windowName(window)}.`,
  'advice.close-member': ({ window, member, category, amount, gain, daysLeft }) =>
    `Sign ${yuan(amount)} more of ${category} with ${member} to reach its next tier: ` +
    `${yuan(gain)} more rebate; ${daysLeft} days left in ${windowName(window)}.`,
  'advice.close-level': ({ window, unit, name, isPercent, missing, gain, daysLeft }) =>
    `${level(unit, missing, isPercent)} more ` +
    `${name === null ? LEVEL[unit] : `of the fact "${name}"`} reach the next tier of ` +
    `${windowName(window)}: ${yuan(gain)} more rebate; ${daysLeft} days left.`,
  'advice.not-from': ({ window }) =>
    `The rebate of ${windowName(window)} cannot be computed, so nothing is advised from it.`,
  'advice.gate-open': ({ component, gate, gain }) =>
    `Whether the gate "${gate}" of "${component}" is met is not known, so nothing is ` +
    `advised from it; if it is met once you add it, ${yuan(gain)} more rebate.`,
  'advice.pull-in': ({ count, sum, gain, net }) =>
    `Bring ${deals(count)} forward (${yuan(sum)}): ${yuan(gain)} more rebate` +
    `${net === gain ? '' : `, ${yuan(net)} after cost`}.`,
  'advice.reach-tier': ({ window, threshold, count, sum, cost, gain }) =>
    `Cheapest way to ${step(threshold)}: ${deals(count)} of ${yuan(sum)} at a cost of ` +
    `${yuan(cost)} for ${yuan(gain)} more rebate (${windowName(window)}).`,
  'advice.hold': ({ window, cushion, count, loss }) =>
    `Hold the tier of ${windowName(window)}: the cushion is ${yuan(cushion)}, ` +
    `${count === 1 ? '1 order would' : `any of ${count} orders would`} drop it if refunded, ` +
    `at a cost of up to ${yuan(loss)}.`,
  'advice.pool': ({ partners, joint, surplus }) =>
    `Sales pooled with ${partners === 1 ? '1 partner' : `${partners} partners`} earn ` +
    `${yuan(joint)}, ${yuan(surplus)} more than each alone.`,
  'advice.bundle': ({ industry, customers, amount, category, gain }) =>
    `Of the ${INDUSTRY[industry].toLowerCase()} customers, ${customers} ` +
    `${customers === 1 ? 'buys' : 'buy'} base products only: one more ` +
    `${category} order of ${yuan(amount)} earns ${yuan(gain)} more rebate.`,
  'advice.share': ({ category, share, amount, most }) =>
    `On the ${category} order of ${yuan(amount)} at most ${yuan(most)} (${rounded(share)}) ` +
    'may be passed on openly, even if the next tier is missed.',
  'advice.headroom': ({ customer, adds, sales }) =>
    `The orders of ${customer} (${yuan(sales)}) carry ${yuan(adds)} of rebate: look after ` +
    'them first.',
  'advice.renewal': ({ count, sum, until, gain }) =>
    `${count === 1 ? '1 renewal is' : `${count} renewals are`} due by ${day(until)}, ` +
    `${yuan(sum)} in all: ${yuan(gain)} more rebate when all renew.`,
  'advice.gate': ({ component, gate, gain }) =>
    `${component} pays ${yuan(gain)} more once its gate "${gate}" is met.`,
  'advice.threshold-flips': ({ window, threshold, needed, gain }) =>
    `If the threshold of ${windowName(window)} were ${yuan(needed)} instead of ` +
    `${yuan(threshold)}, the rebate would be ${changed(gain)}.`,
  'advice.weight-flips': ({ window, category, weight, needed, gain }) =>
    `If ${category} counted ${needed.toString()} instead of ${weight.toString()} towards ` +
    `${windowName(window)}, the rebate would be ${changed(gain)}.`,
  'advice.answer': ({ count, least, most }) =>
    `Answer ${questions(count)} first: the rebate may change by ${signed(least)} to ` +
    `${signed(most)}.`,

  'advice.difference': ({ without, with: withIt, gain }) =>
    `Everything recomputed: ${yuan(without)} becomes ${yuan(withIt)}, ${changed(gain)}.`,
  'advice.tier-step': ({ window, tier, rate, next, nextRate, isFloor }) =>
    `${windowName(window)}: tier ${tier} at ${percent(rate)} now, tier ${next} at ` +
    `${percent(nextRate, isFloor)} next.`,
  'advice.break-even': ({ discount, amount, gain }) =>
    discount.gte(1)
      ? `The gain of ${yuan(gain)} is more than these ${yuan(amount)} themselves.`
      : `The gain of ${yuan(gain)} is ${rounded(discount)} of these ${yuan(amount)}: a ` +
        'discount up to that still pays.',
  'advice.own-and-others': ({ own, others }) =>
    `Of that the order itself earns ${yuan(own)}; the others earn ${changed(others)}.`,
  'advice.deal': ({ order, cost, probability }) =>
    `${orderName(order)}${atCost(cost, `, cost ${yuan(cost)}`)}` +
    `${probability === null ? '' : `, win probability ${rounded(probability)}`}.`,
  'advice.proven': () => 'Proven: no other set is better.',
  'advice.not-proven': ({ gap }) =>
    `Too many deals to prove it best: another set could be better by at most ${yuan(gap)}.`,
  'advice.runner-up': ({ orders, more, gain, cost, net }) =>
    `Fallback: ${orders.map(orderName).join('; ')}` +
    `${more > 0 ? ` and ${more} more` : ''} for ${yuan(gain)}` +
    `${atCost(cost, ` at a cost of ${yuan(cost)}, ${yuan(net)} net`)}.`,
  'advice.next-period-loss': ({ loss, count, until }) =>
    `${deals(count)} would have come in the next period: it loses ${yuan(loss)} (up to ` +
    `${day(until)}), counted as cost.`,
  'advice.order-at-risk': ({ order, loss }) => `${orderName(order)}: a refund costs ${yuan(loss)}.`,
  'advice.cushion': ({ cushion, tier, rate }) =>
    `Tier ${tier} (${percent(rate)}) has a cushion of ${yuan(cushion)}: refunds up to that ` +
    'keep it.',
  'advice.partner-share': ({ name, sales, alone, fair, equal, proRata }) =>
    `${name} (sales ${yuan(sales)}): ${yuan(alone)} alone; fair share ${yuan(fair)}, ` +
    `surplus in equal parts ${yuan(equal)}, by sales ${yuan(proRata)}.`,
  'advice.our-share': ({ sales, alone, fair, equal, proRata }) =>
    `We (sales ${yuan(sales)}): ${yuan(alone)} alone; fair share ${yuan(fair)}, surplus in ` +
    `equal parts ${yuan(equal)}, by sales ${yuan(proRata)}.`,
  'advice.bundle-customer': ({ customer, sales }) =>
    `${customer}: bought ${yuan(sales)}, no security product.`,
  'advice.bundle-all': ({ customers, gain }) =>
    `If all ${customers} add one: ${yuan(gain)} more in all.`,
  'advice.product-set': ({ level, required, suggested }) =>
    `Common set for protection level ${level}: ${products(required)}; suggested: ` +
    `${products(suggested)}.`,
  'advice.industry-prompt': ({ industry }) =>
    `${INDUSTRY[industry]} customers: ask for the registered protection level of their system.`,
  'advice.share-statement': ({ orderId, customer, amount, discount, payable }) =>
    `Statement for ${[customer, orderId].filter((part) => part !== '').join(' ')}: order ` +
    `${yuan(amount)}, discount ${yuan(discount)}, payable ${yuan(payable)}; price and ` +
    'discount stand in the same contract and in the amount column of the same invoice.',
  'advice.share-left': ({ reached, rate, left, leftNet }) =>
    `${reached ? 'Next tier reached' : 'Next tier missed'} (${percent(rate)}): ` +
    `${yuan(left)} is left, ${yuan(leftNet)} without tax.`,
  'advice.share-invoice': ({ kind, invoice, inputTax }) =>
    kind === 'agency'
      ? `Agency: invoice the vendor ${yuan(invoice)}, of which tax ${yuan(inputTax)}.`
      : `Resale: the rebate of ${yuan(invoice)} lowers the cost; take out input tax of ` +
        `${yuan(inputTax)}.`,
  'advice.customer-part': ({ customer, sales, leaveOut, fair, proRata }) =>
    `${customer} (${yuan(sales)}): ${yuan(leaveOut)} less without it; ` +
    `${fair === null ? '' : `fair share ${yuan(fair)}, `}by sales ${yuan(proRata)}.`,
  'advice.customer-could': ({ customer, renewals, worth }) =>
    `${customer} has ${yuan(renewals)} up for renewal, worth ${yuan(worth)} more.`,
  'advice.renewal-due': ({ order, on }) => `Due ${day(on)}: ${orderName(order)}.`,
  'advice.gate-state': ({ fact, state }) =>
    state === 'gate-unmet'
      ? `"${fact}" does not meet it now.`
      : `"${fact}" is not stated and counts as unmet: enter it in the Facts table.`,
  'advice.question': ({ cell, typed, least, most }) =>
    `"${typed}" in ${cell}: the rebate may change by ${signed(least)} to ${signed(most)}.`,
  'advice.more': ({ count }) => `${count} more.`,

  'advice.counted-on': ({ day: on }) => `Counted on ${day(on)}, all other orders as they are.`,
  'advice.example-policy': () =>
    "Computed with the article's example table, not with a policy of your vendor.",
  'advice.rate-is-floor': () => 'The policy gives this rate as "or more": the lower bound is used.',
  'advice.open-questions': ({ count, least, most }) =>
    `${questions(count)} of the ledger still open: the total may change by ${signed(least)} ` +
    `to ${signed(most)}.`,
  'advice.cost-not-said': ({ count }) =>
    `${deals(count)} without a cost of bringing forward: counted as 0.`,
  'advice.cost-by-discount': ({ discount, count }) =>
    `The cost of ${deals(count)} is a discount of ${rounded(discount)}.`,
  'advice.chance-not-said': ({ count }) =>
    `${deals(count)} without a win probability: no chance is given for the set.`,
  'advice.unlikely': ({ least }) =>
    `All of these come in with a chance below ${percent(least)}: a calculation, not a plan.`,
  'advice.independent': () => 'Deals are won independently; the chance is that all come in.',
  'advice.true-orders-only': () =>
    'Real orders of real customers only: buying yourself, splitting, or parking orders on ' +
    'other accounts can breach the contract and be clawed back.',
  'advice.one-of-several-ways': () =>
    'Other categories can close the same gap: take one of these, not all.',
  'advice.refund-dated-now': () =>
    'The refund is dated on the as-of day; in a later period it does not touch this one.',
  'advice.pool-consent': () =>
    "Pooling needs the vendor's consent, a contract, and registration under the true names: " +
    'all three.',
  'advice.common-practice': () =>
    'The sets are common practice, not law: the licensed assessor decides.',
  'advice.typical-amount': ({ amount, orders }) =>
    `The add-on is the median of ${orders} security orders in the ledger: ${yuan(amount)}.`,
  'advice.supposed-amount': ({ amount }) => `The add-on is the ${yuan(amount)} that you entered.`,
  'advice.share-openly': () =>
    "Only to the customer's company, in the contract, on the same invoice and in its books; " +
    'never to a purchasing department or a person.',
  'advice.share-sure-rate': ({ rate, margin }) =>
    `Only the ${percent(rate)} that is already earned is counted, and ${rounded(margin)} ` +
    'stays: the next tier is not promised away.',
  'advice.tax-practice': () => 'Tax treatment differs by contract: ask your tax office.',
  'advice.renews-alike': () => 'Renewals are taken at the same amounts.',
  'advice.customers-by-sums': () =>
    'Fair shares are computed from what each customer bought by category in the open windows.',
  'advice.most-customers': ({ most }) =>
    `Fair shares are exact for up to ${most} customers: smaller ones count as one.`,
  'advice.on-present-sales': () =>
    'On the sales of the window as they stand; what the new orders add is not counted.',
  'advice.meets-conditions': ({ components }) =>
    `Supposed orders are taken to meet the conditions of ${components.join(', ')}.`,
  'advice.ask-vendor': () =>
    'This is what a clause does, not something to sell: use it to check or negotiate with ' +
    'the vendor.',
};
