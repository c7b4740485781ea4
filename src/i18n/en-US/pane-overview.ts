export const paneOverview = {
  headline: {
    of: (components: string, sentence: string) => `${components}: ${sentence}`,
    reach: (gap: string, tier: string, period: string, gain: string) =>
      `Sign **${gap}** more to enter the **${tier}** tier: ${period} pays **${gain}** more.`,
    reachOnly: (gap: string, tier: string) =>
      `Sign **${gap}** more to enter the **${tier}** tier; reaching it pays nothing more by ` +
      'itself.',
    reachAtLeast: (gap: string, tier: string, period: string, gain: string) =>
      `Sign **${gap}** more to enter the **${tier}** tier: ${period} pays at least ` +
      `**${gain}** more.`,
    hold: (cushion: string, tier: string, period: string, stake: string) =>
      `Keep refunds within **${cushion}** to stay in the **${tier}** tier: losing it costs ` +
      `${period} up to **${stake}** of rebate.`,
    top: (tier: string, period: string, cushion: string) =>
      `${period} is in the top tier, **${tier}**. It holds through **${cushion}** of refunds.`,
    closed: (period: string, rebate: string) => `${period} is closed: **${rebate}** of rebate.`,
    days: (days: number) =>
      days === 0 ? 'Last day.' : days === 1 ? '**1** day left.' : `**${days}** days left.`,
    signed: 'Signed orders that hold it:',
    toPullIn: 'Pending deals to pull in:',
    howToReach: 'See how to get there',
    whatHolds: 'See the orders that hold it',
  },
  figures: {
    rebate: 'Rebate to date',
    received: 'Received',
    outstanding: 'Outstanding',
    sales: 'Earning sales',
    tierSales: 'Sales that set the tier',
    gap: 'Gap',
    gain: 'Gain',
    cushion: 'Cushion',
    breakEven: 'Break-even discount',
    current: 'Now',
    anticipated: 'Anticipated',
    pipeline: 'Pending',
    none: '–',
    belowFirst: 'Below the first tier',
    tier: (tier: number, rate: string) => `Tier ${tier} · ${rate}`,
    topTier: 'Top tier',
    byMember: (count: number) => `${count} kept apart`,
    chance: (percent: string) => `${percent} chance of the next tier`,
  },
  terms: {
    rebate: 'What the policy owes to date: each period, with true-ups, less what is taken back.',
    outstanding: 'The rebate to date less what the ledger says was received.',
    gap: 'Orders (tax included) still to sign to enter the next tier.',
    gain: 'What all rebates together grow by when the gap is closed.',
    cushion: 'Refunds up to this much leave the tier as it is.',
    breakEven:
      'Largest price cut on the orders that close the gap (30% off leaves 70% of the ' +
      'price): there the gain just pays for it.',
    anticipated: 'The tier most likely in the end, by the chances of the pending deals.',
  },
  level: {
    orders: (missing: string) => `${missing} orders`,
    customers: (missing: string) => `${missing} customers`,
    'new-customers': (missing: string) => `${missing} new customers`,
    share: (percent: string) => `${percent} of the sales`,
    fact: (missing: string) => missing,
  },
  members: {
    title: 'Kept apart',
    sales: (yuan: string) => `sales ${yuan}`,
    gap: (yuan: string) => `gap ${yuan}`,
    all: (count: number) => `Show all ${count}`,
  },
  closed: {
    title: 'Periods that are over',
    count: (count: number) =>
      count === 0 ? 'Other' : `${count} closed ${count === 1 ? 'period' : 'periods'}`,
    rest: 'Not paid afterwards, or taken back',
    why:
      'Where nothing is trued up, or something is taken back, what was paid differs from the ' +
      'sum of the periods.',
  },
  bar: {
    label: (sales: string, thresholds: string) =>
      `${sales} of sales set the tier. Thresholds: ${thresholds}.`,
    withPipeline: (pending: string) => `Pending deals add ${pending}.`,
  },
  blocked: {
    'gate-unmet': 'Pays nothing: its condition is not met.',
    'gate-unknown': 'Pays nothing until its condition is known.',
    unknown: 'Not known: the ledger or the facts do not show it.',
    'stacked-out': 'Pays nothing: another component of its group pays more.',
  },
  needs: {
    title: 'Needs you',
    open: (count: number) =>
      `${count} ${count === 1 ? 'question is' : 'questions are'} open: the figures may still move.`,
    answerThem: 'Answer',
    clear: 'Nothing is open: every row was read and the policy states everything.',
    questions: (count: number) => `${count} ${count === 1 ? 'question' : 'questions'}`,
    findings: (count: number) => `${count} policy ${count === 1 ? 'finding' : 'findings'}`,
    warnings: (count: number) => `${count} ${count === 1 ? 'warning' : 'warnings'}`,
    headers: (count: number) => `${count} unknown ${count === 1 ? 'column' : 'columns'}`,
    report: (count: number) =>
      count === 0
        ? 'How the sheet was read'
        : `How the sheet was read: ${count} ${count === 1 ? 'row' : 'rows'} not counted`,
  },
  changes: {
    title: 'Since the last run',
    rebate: (before: string, now: string) => `Rebate **${before}** → **${now}**`,
    tierUp: (component: string, period: string, from: number, to: number) =>
      `${component} ${period}: tier ${from} → **tier ${to}**`,
    gap: (component: string, period: string, before: string, now: string) =>
      `${component} ${period}: gap ${before} → **${now}**`,
    refunds: (count: number, amount: string) =>
      `${count} ${count === 1 ? 'refund' : 'refunds'} more, **${amount}**`,
    holds: (component: string, period: string, tier: number, cushion: string) =>
      `${component} ${period}: tier ${tier} holds by **${cushion}**`,
    policy: (count: string, amount: string) =>
      `The policy changed: ${count} orders move by **${amount}** in all`,
  },
};
