import type { CheckItem } from '#domain/review/check-item.ts';
import { grouped } from '../format.ts';
import { reviewFront } from './review-front.ts';
import { reviewColumns } from './review-columns.ts';

/** Words of the review tab. The Chinese ones are typed against these. */
export const reviewWords = {
  sheetName: (label: string) => `Rebate review ${label}`,
  title: (period: string) => `Rebate review ${period}`,
  subtitle: (workbook: string, policy: string, asOf: string) =>
    `${workbook} · policy: ${policy} · as of ${asOf} · amounts in yuan`,
  footer: (title: string, asOf: string) => `${title} · as of ${asOf}`,
  noPolicyName: 'unnamed',
  example:
    'These figures rest on an example policy, not on an official one. Enter your own policy ' +
    'on the Rebate policy sheet and write the review again.',
  notOpen: (count: number) =>
    `${grouped(count)} ${count === 1 ? 'row is' : 'rows are'} still a question and not in any ` +
    'figure: see "Questions left open".',
  key: {
    sales: 'Sales in the period',
    salesNote: (orders: number) =>
      `${grouped(orders)} ${orders === 1 ? 'order' : 'orders'}, refunds taken off`,
    earned: 'Payout of the period',
    earnedNote: (trueUp: string) => `true-up included: ${trueUp}`,
    total: 'Rebate to date',
    totalNote: (label: string) => `all periods up to ${label}`,
    outstanding: 'Outstanding',
    outstandingNote: (received: string) => `received: ${received}`,
    next: 'Gap',
    nextNote: (component: string, gain: string) => `${component}: gain ${gain}`,
    top: 'top tier',
    topNote: 'every component is in its top tier',
  },
  total: 'Total',
  none: '–',
  comparedWith: (label: string, asOf: string) =>
    `Compared with the review of ${label} as of ${asOf}.`,
  tierChanged: (component: string, window: string, before: number, now: number) =>
    `${component}, ${window}: tier ${before} then, tier ${now} now.`,
  figures: {
    netSales: 'Net sales, all counted orders',
    periodSales: 'Sales in the period',
    rebate: 'Rebate to date',
    received: 'Received',
    outstanding: 'Outstanding',
  },
  topTier: 'top tier',
  closed: 'closed',
  open: 'open',
  perOrder: 'order by order',
  /** 1.06 of a tax of 6 %. */
  net: (divisor: string) => `sales ÷ ${divisor} for tier and rebate`,
  blocked: {
    'gate-unmet': 'pays nothing: condition not met',
    'gate-unknown': 'pays nothing: condition unknown',
    unknown: 'not known: the ledger or the facts do not show it',
    'stacked-out': 'pays nothing: another component of its group is higher',
  },
  rateFloor: (rate: string) =>
    `The policy states ${rate}: "at least"; the figures use the stated rate.`,
  roles: {
    holds: 'holds the tier',
    crosses: 'crossed the threshold',
    reaches: 'reaches the next tier',
    helps: 'helps to reach it',
    near: 'near the threshold',
  },
  roleMeaning: {
    holds: 'its refund would drop the tier',
    crosses: 'its date took the total over a threshold',
    reaches: 'still open; alone it reaches the next tier',
    helps: 'still open; in the best set that reaches the next tier',
    near: 'largest orders of a window whose gap is small',
  },
  sameStake: 'the same',
  actionsOr: 'or',
  actionsMore: (count: number) => `${grouped(count)} more with a smaller gain: see the pane.`,
  restsOn: (ids: string, more: number) => `Orders: ${ids}${more > 0 ? ` and ${more} more` : ''}.`,
  seeNotes: (letters: readonly string[]) =>
    `See note${letters.length === 1 ? '' : 's'} ${letters.join(', ')} above.`,
  edgesMore: (count: number) => `${grouped(count)} more with a smaller stake: see the pane.`,
  legendNote:
    'Fills in the order sheet; the same words stand in the list above, so the roles can be ' +
    'told without colour.',
  toRow: 'to the row',
  trueUpRounding:
    "A component's true-up of ±0.01 is rounding: its rebate is worked out on the sales to date " +
    'and rounded once.',
  ageBands: {
    open: 'not ended yet',
    to30: '0–30 days',
    to60: '31–60 days',
    to90: '61–90 days',
    over90: 'over 90 days',
  },
  unassigned: 'Received for other orders',
  everything: 'all categories bought',
  otherCustomers: (count: number) => `${grouped(count)} other customers`,
  noName: '(not named)',
  noCategory: '(no category)',
  customersNote: (window: string) => `Counted orders of ${window}.`,
  pipelineExpected: 'Expected rebate at the end, every chance weighed',
  pipelineCommitted: 'Rebate if nothing more is signed',
  pipelineAll: 'Rebate if everything is signed',
  pipelineBestGain: (count: number) =>
    count === 0
      ? 'No set of deals is worth bringing in early'
      : `More rebate if the best set is brought in (${grouped(count)} ` +
        `${count === 1 ? 'deal' : 'deals'}, marked below)`,
  pipelineTooMany:
    'So many deals with such different amounts that no exact expectation can be given; none ' +
    'is guessed.',
  pipelineUnstated: (count: number) =>
    `${grouped(count)} ${count === 1 ? 'deal states' : 'deals state'} no probability and ` +
    `${count === 1 ? 'is' : 'are'} left out of every chance.`,
  pipelineBest: 'In the best set',
  tierChance: (tier: number) => (tier === 0 ? 'below tier 1' : `tier ${tier}`),
  restatedNote:
    'The same orders under both versions; each line is one order, its rebate as known then ' +
    'and as known now.',
  versions: (before: string, now: string, on: string, recordedOn: string) =>
    `From "${before}" to ` +
    `"${now}"${on === '' ? '' : `, in force from ${on}`}` +
    `${recordedOn === '' ? '' : `, recorded on ${recordedOn}`}`,
  policySays: (sentence: string) => `The policy says: ${sentence}`,
  nothingMoved: "No order's rebate moved.",
  restatedRest: 'Belongs to no single order (bonus, floor, cap, rounding)',
  policyAtLastReview: (asOf: string) => `the policy at the review of ${asOf}`,
  policyNow: 'the policy now',
  restatedMore: (count: number) => `${grouped(count)} other orders together`,
  steps: {
    rate: 'sales × rate',
    bonus: 'bonus',
    floor: 'floor',
    cap: 'cap',
    stacking: 'stacking',
    gate: 'condition',
    rounding: 'rounding',
    'group-cap': 'group cap',
    'top-up': 'top-up',
    'claw-back': 'claw-back',
  },
  schemes: {
    whole: 'whole',
    marginal: 'marginal',
    increment: 'increment',
    rolling: 'rolling',
    'per-full': 'per full',
  },
  edgesWord: { at: 'at the threshold', above: 'above the threshold' },
  workingHead: (component: string, window: string, scheme: string, edge: string) =>
    `${component} · ${window} · ${scheme}, ${edge}`,
  belowFirst: 'below',
  sourceAt: (cell: string) => `policy ${cell}`,
  otherWindows: 'Windows of other periods',
  notTruedUp: 'Not trued up: paid at the tier of its time',
  toTotal: 'Rebate to date as shown at the top',
  unpaid: {
    'no-policy-on-day': (count: number) =>
      `${grouped(count)} ${count === 1 ? 'order earns' : 'orders earn'} nothing: no policy ` +
      'on its day.',
    'not-eligible': (count: number) =>
      `${grouped(count)} ${count === 1 ? 'order earns' : 'orders earn'} nothing: category ` +
      'not eligible.',
    'not-taken-back': (count: number) =>
      `${grouped(count)} ${count === 1 ? 'refund takes' : 'refunds take'} nothing back: ` +
      'after the claw-back period.',
  },
  recomputed: 'Sums are formulas over the order sheet: change a row there and they follow.',
  stated:
    'The order sheet holds text dates, units or rows that do not count, so these are ' +
    'values; the totals are formulas over them.',
  detailsName: (label: string) => `Rebate review ${label} details`,
  check: {
    note:
      'Where the order sheet is changed after the review, figures differ below: all others are ' +
      'then still those of the review. Write it again. Changes of the policy do not show below.',
    what: 'Order sheets (all together; open deals and void orders too)',
    then: 'At the review',
    now: 'Now',
    change: 'Change',
    differing: 'Figures that differ',
    item: (item: CheckItem): string => {
      switch (item.kind) {
        case 'rows':
          return 'Rows with an amount';
        case 'amounts':
          return 'Sum of the amounts';
        case 'received':
          return 'Sum of rebates received';
        case 'probabilities':
          return 'Sum of the chances';
        case 'amounts-of-period':
          return `Amounts of ${item.name}`;
        case 'amounts-of':
          return `Amounts of "${item.name}"`;
        case 'rows-of':
          return `Rows of "${item.name}"`;
      }
    },
    unseen: (count: number) =>
      `${count === 1 ? 'One row has' : `${grouped(count)} rows have`} a day or an amount ` +
      'written as text, which no formula adds up: a change of those cells does not show above.',
  },
  liveLegend: (asOf: string) =>
    'Figures over a thin green line are formulas and follow the order sheet; all others ' +
    `stand as of ${asOf}.`,
  restOfCategories: 'Other categories',
  restMerged: (count: number) =>
    `The ${grouped(count)} smaller categories stand together under "Other categories", as values.`,
  ordersMore: (count: number) => `${grouped(count)} orders: see the order sheet.`,
  charts: {
    forecast: 'Rebate at the end: how likely',
    probability: 'Probability',
    ageing: 'Outstanding by age',
    outstanding: 'Outstanding',
  },
  pending: 'still open',
  choiceStatus: { won: 'won', pending: 'not won yet', void: 'called off', refund: 'refund' },
  choiceTakeBack: 'take it back',
  choiceKeep: 'keep as it is',
  choiceLeaveOut: 'leave out',
  ...reviewFront,
  ...reviewColumns,
};
