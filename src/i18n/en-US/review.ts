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
    `${count} ${count === 1 ? 'row is' : 'rows are'} still a question and not in any ` +
    'figure: see "Questions left open".',
  key: {
    sales: 'Sales in the period',
    salesNote: (orders: number) =>
      `${orders} ${orders === 1 ? 'order' : 'orders'}, refunds taken off`,
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
  sections: {
    changes: 'Since the last review',
    actions: 'What to do now',
    actionDetails: 'Why these actions',
    progress: 'Progress by component',
    payouts: 'Payouts and true-up',
    edges: 'Edge orders',
    pipeline: 'Pipeline',
    customers: 'Bundle and headroom by customer',
    settlement: 'Settlement',
    policy: 'What changed in the policy',
    questions: 'Questions left open',
    workings: 'How each figure came about',
    sales: 'Net sales by month and category',
    orders: 'Orders of the period',
    legend: 'Highlights in the order sheet',
  },
  total: 'Total',
  none: '–',
  columns: {
    rank: 'No.',
    what: 'What',
    gain: 'Gain',
    cost: 'Cost',
    net: 'Net',
    chance: 'Chance',
    orders: 'Orders',
    component: 'Component',
    window: 'Window',
    periodSales: 'Sales in the period',
    sales: 'Earning sales',
    tierSales: 'Sales that set the tier',
    tier: 'Tier',
    rate: 'Rate',
    tierAhead: 'Tier anticipated',
    rateAhead: 'Rate anticipated',
    rebate: 'Rebate to date',
    nextThreshold: 'Next threshold',
    gap: 'Gap',
    gapGain: 'Gain',
    breakEven: 'Most to give away',
    cushion: 'Cushion',
    daysLeft: 'Days left',
    pipeline: 'Pending',
    chanceNext: 'Chance of next tier',
    period: 'Pay period',
    months: 'Months',
    ownRebate: 'Of the period',
    trueUp: 'True-up',
    payout: 'Payout',
    tierSalesThen: 'Sales that set the tier',
    tierThen: 'Tier by its end',
    rateThen: 'Rate',
    earnedToDate: 'Earned to date',
    running: 'Running total',
    state: 'State',
    orderId: 'Order',
    customer: 'Customer',
    date: 'Date',
    category: 'Category',
    amount: 'Amount',
    role: 'Role',
    stake: 'At stake',
    tiers: 'Tier with → without',
    row: 'Row',
    probability: 'Probability',
    expected: 'Payout',
    advised: 'Advised',
    received: 'Received',
    outstanding: 'Outstanding',
    age: 'Days since end',
    band: 'Age',
    share: 'Share',
    lastOrder: 'Last order',
    notYet: 'Not bought yet',
    others: 'Other categories',
    cell: 'Cell',
    typed: 'As typed',
    reason: 'Reason',
    question: 'What is open',
    choices: 'Choices',
    tierNumber: 'Tier',
    from: 'From',
    to: 'To',
    bonus: 'Bonus',
    salesInTier: 'Sales in it',
    ratePaid: 'Rate',
    lineRebate: 'Rebate',
    source: 'Rests on',
    before: 'Before',
    now: 'Now',
    change: 'Change',
    figure: 'Figure',
    sentence: 'What the policy says',
    knownThen: 'As known then',
    knownNow: 'As known now',
    month: 'Month',
    product: 'Product',
    rebateRange: 'Rebate at the end',
    meaning: 'Meaning',
  },
  empty: {
    actions: 'Nothing to do: no tier is within reach and none is at risk.',
    progress: 'No component of the policy is in force in this period.',
    payouts: 'Nothing has been earned up to this day.',
    edges: 'No order decides a tier at the moment.',
    pipeline: 'The order sheet holds no deals that are still open.',
    customers: 'No counted orders in this window.',
    settlement: 'Nothing has been earned and nothing received.',
    policy: 'The policy has not changed.',
    questions: 'No questions: every row is understood.',
    workings: 'No figure to explain.',
    sales: 'No counted orders in this window.',
    since: 'No earlier review is kept in this workbook.',
  },
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
  actionsMore: (count: number) => `${count} more with a smaller gain: see the pane.`,
  restsOn: (ids: string, more: number) => `Orders: ${ids}${more > 0 ? ` and ${more} more` : ''}.`,
  edgesMore: (count: number) => `${count} more with a smaller stake: see the pane.`,
  legendNote:
    'Fills in the order sheet; the same words stand in the list above, so the roles can be ' +
    'told without colour.',
  toRow: 'to the row',
  ageBands: {
    open: 'not ended yet',
    to30: '0–30 days',
    to60: '31–60 days',
    to90: '61–90 days',
    over90: 'over 90 days',
  },
  unassigned: 'Received for other orders',
  everything: 'all categories bought',
  otherCustomers: (count: number) => `${count} other customers`,
  noName: '(not named)',
  noCategory: '(no category)',
  customersNote: (window: string) => `Counted orders of ${window}.`,
  pipelineExpected: 'Expected rebate at the end, every chance weighed',
  pipelineCommitted: 'Rebate if nothing more is signed',
  pipelineAll: 'Rebate if everything is signed',
  pipelineBestGain: (count: number) =>
    count === 0
      ? 'No set of deals is worth bringing in early'
      : `More rebate if the best set is brought in (${count} ` +
        `${count === 1 ? 'deal' : 'deals'}, marked below)`,
  pipelineTooMany:
    'So many deals with such different amounts that no exact expectation can be given; none ' +
    'is guessed.',
  pipelineUnstated: (count: number) =>
    `${count} ${count === 1 ? 'deal states' : 'deals state'} no probability and ` +
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
  restatedMore: (count: number) => `${count} other orders together`,
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
    'no-policy-on-day': 'no policy on this day',
    'not-eligible': 'category not eligible',
    'not-taken-back': 'after the claw-back period',
  },
  unpaidLine: (count: number, reason: string) =>
    `${count} ${count === 1 ? 'order earns' : 'orders earn'} nothing: ${reason}.`,
  recomputed: 'Sums are formulas over the order sheet: change a row there and they follow.',
  stated:
    'The order sheet holds text dates, units or rows that do not count, so these are ' +
    'values; the totals are formulas over them.',
  front: {
    reach: ({
      gap,
      component,
      tier,
      end,
      when,
      gain,
      atLeast,
      days,
    }: {
      gap: string;
      component: string;
      tier: string;
      end: string;
      when: string;
      gain: string;
      atLeast: boolean;
      days: number;
    }) =>
      `Sign ${gap} more${component === '' ? '' : ` of ${component}`} by ${end} to reach the ` +
      `${tier} tier: ${atLeast ? 'at least ' : ''}${gain} more rebate for ${when} (${days} ` +
      'days left).',
    hold: ({
      cushion,
      tier,
      end,
      when,
      stake,
    }: {
      cushion: string;
      tier: string;
      end: string;
      when: string;
      stake: string;
    }) =>
      `Refund no more than ${cushion} until ${end}: that holds the ${tier} tier, up to ` +
      `${stake} of ${when}.`,
    topTier: ({
      cushion,
      tier,
      end,
      when,
    }: {
      cushion: string;
      tier: string;
      end: string;
      when: string;
    }) =>
      `${when} is in the top tier ${tier}; refunds up to ${cushion} until ${end} do not lose it.`,
    reachOnly: ({
      gap,
      component,
      tier,
      end,
      days,
    }: {
      gap: string;
      component: string;
      tier: string;
      end: string;
      days: number;
    }) =>
      `Sign ${gap} more${component === '' ? '' : ` of ${component}`} by ${end} to reach the ` +
      `${tier} tier; reaching it pays nothing more by itself (${days} days left).`,
    nothingOpen: 'No period is open.',
    nothingWithinReach: 'No further tier is within reach in the open periods.',
    collect: (total: string, outstanding: string) =>
      `Rebate to date ${total}: ${outstanding} is still to be collected.`,
    collected: (total: string) => `Rebate to date ${total}, all of it received.`,
    tooMuch: (total: string, excess: string) =>
      `Rebate to date ${total}: ${excess} more than that was received, so check it with the ` +
      'vendor.',
    toDate: 'Rebate to date',
    received: 'Received',
    outstanding: 'Outstanding',
    withinReach: 'Within reach: gain',
    toDateNote: (asOf: string) => `As of ${asOf}`,
    receivedNote: 'As the order sheet says',
    outstandingNote: 'Rebate to date less received',
    reachNone: 'There is no next tier',
    reachNote: (gap: string, atLeast: boolean) =>
      `${atLeast ? 'At least this, ' : ''}for ${gap} more signed`,
    progress: 'Where each component stands (now → anticipated)',
    tierSales: 'Sales that set the tier',
    tier: 'Tier',
    rate: 'Rate',
    gain: 'Gain',
    others: (count: number) => `${count} other components`,
    notInWindows: 'Differences without true-up',
    progressChart: 'Progress and thresholds (¥ thousand)',
    signed: 'Counted',
    pipeline: 'Pending',
    threshold: (tier: number) => `Threshold ${tier}`,
    paidChart: 'Rebate by period (¥ thousand)',
    ownRebate: 'Of the period',
    cap: 'Cut by caps',
    clawBack: 'Clawed back',
    actions: 'Do now (none excludes another)',
    worth: 'Gain',
    rests: 'Open questions, and what the figures rest on',
    noQuestions: 'No row waits for an answer.',
    questions: (count: number, least: string, most: string, unread: number, asOf: string) =>
      [
        `${count} open question${count === 1 ? '' : 's'}, ` +
          `${count === 1 ? 'its row is' : 'their rows are'} not counted`,
        ...(unread === 0
          ? []
          : [`of ${unread} the amount cannot be read, nobody can say what it is worth`]),
        ...(unread === count
          ? []
          : [
              least === most
                ? `no answer ${unread === 0 ? '' : 'to the others '}changes the rebate up to ` +
                  `${asOf}`
                : `depending on the answers${unread === 0 ? '' : ' to the others'}, the ` +
                  `rebate up to ${asOf} changes by ${least} to ${most}`,
            ]),
      ].join('; ') + '. See the appendix.',
    manyQuestions: (count: number, amount: string | null) =>
      `${count} open questions: their rows are not ` +
      `counted${amount === null ? '' : `, up to ${amount}`}; see the appendix.`,
    policy: (name: string, example: boolean, source: string | null) =>
      `Policy: ${name}${example ? ' (an example, no official policy of any vendor)' : ''}` +
      `${source === null ? '' : `; source: ${source}`}.`,
    ledger: (title: string, orders: number, refunds: number, asOf: string) =>
      `Orders: ${title}, ${orders} orders and ${refunds} refunds counted, as of ${asOf}.`,
    capped: (amount: string) => `Caps leave out ${amount}.`,
    pending: (count: number) =>
      count === 0
        ? 'Anticipated: no pending deals.'
        : `Anticipated: ${count} pending deals at their own chances, not in the rebate to date.`,
    fixed: (asOf: string) =>
      `The figures of this page stand as of ${asOf}, whatever the orders say.`,
    unchanged: (asOf: string) =>
      `The figures of this page stand as of ${asOf}; the period's sales in the order sheet ` +
      'are still the same.',
    changed: (asOf: string, then: string) =>
      `The order sheet has changed; this page still shows ${asOf}: write the review again. ` +
      `Sales of the period were ${then} and are ¥`,
  },
  detailsName: (label: string) => `Rebate review ${label} details`,
  liveLegend: (asOf: string) =>
    'Figures over a thin green line are formulas and follow the order sheet; all others ' +
    `stand as of ${asOf}.`,
  restOfCategories: 'Other categories',
  restMerged: (count: number) =>
    `The ${count} smaller categories stand together under "Other categories", as values.`,
  ordersMore: (count: number) => `${count} orders: see the order sheet.`,
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
};
