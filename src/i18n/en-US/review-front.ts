import { grouped } from '../format.ts';

export const reviewFront = {
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
      `Sign ${gap} more by ${end} to reach the ${tier} tier` +
      `${component === '' ? '' : ` of ${component}`}: ${atLeast ? 'at least ' : ''}${gain} ` +
      `more rebate for ${when} (${days} days left).`,
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
      `Keep refunds within ${cushion} until ${end} to stay in the ${tier} tier: losing it ` +
      `costs ${when} up to ${stake} of rebate.`,
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
      `Sign ${gap} more by ${end} to reach the ${tier} tier` +
      `${component === '' ? '' : ` of ${component}`}; reaching it pays nothing more by ` +
      `itself (${days} days left).`,
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
    withinReach: 'Gain within reach',
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
    others: (count: number) => `${grouped(count)} other components`,
    notInWindows: 'Differences without true-up',
    units: ['¥ thousand', '¥ million'] as readonly string[],
    progressChart: (unit: string) => `Progress and thresholds (${unit})`,
    signed: 'Counted',
    pipeline: 'Pending',
    threshold: (tier: number) => `Threshold ${tier}`,
    thresholdOf: (amount: string) => `Threshold ${amount}`,
    anyThreshold: 'Threshold',
    paidChart: (unit: string) => `Rebate by period (${unit})`,
    ownRebate: 'Of the period',
    cap: 'Cut by caps',
    clawBack: 'Clawed back',
    actions: 'What to do now (all can be done together)',
    worth: 'Gain',
    rests: 'Open questions, and what the figures rest on',
    noQuestions: 'No row waits for an answer.',
    questions: (count: number, least: string, most: string, unread: number, asOf: string) =>
      [
        `${grouped(count)} open question${count === 1 ? '' : 's'}, ` +
          `${count === 1 ? 'its row is' : 'their rows are'} not counted`,
        ...(unread === 0
          ? []
          : [`of ${grouped(unread)} the amount cannot be read, nobody can say what it is worth`]),
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
    manyQuestions: (count: number, least: string, most: string, unread: number, asOf: string) =>
      [
        `${grouped(count)} open questions, their rows are not counted`,
        ...(unread === 0
          ? []
          : [`of ${grouped(unread)} the amount cannot be read, nobody can say what it is worth`]),
        ...(unread === count
          ? []
          : [
              `with ${unread === 0 ? 'all' : 'the others'} at their lowest reading the rebate ` +
                `up to ${asOf} changes by ${least}, at their highest by ${most}; what lies ` +
                'between was not tried',
            ]),
      ].join('; ') + '. See the appendix.',
    policy: (name: string, example: boolean, source: string | null) =>
      `Policy: ${name}${example ? ' (an example, no official policy of any vendor)' : ''}` +
      `${source === null ? '' : `; source: ${source}`}.`,
    ledger: (title: string, orders: number, refunds: number, asOf: string) =>
      `Orders: ${title}, ${grouped(orders)} order${orders === 1 ? '' : 's'} and ` +
      `${grouped(refunds)} ` +
      `refund${refunds === 1 ? '' : 's'} counted, as of ${asOf}.`,
    capped: (amount: string) => `Caps leave out ${amount}.`,
    net: (divisor: string) =>
      `Net of tax: sales ÷ ${divisor} set the tier and earn; gap and cushion are order amounts ` +
      'with tax.',
    pending: (count: number) =>
      count === 0
        ? 'Anticipated: no pending deals.'
        : `Anticipated: ${grouped(count)} pending deals at their own chances, not in the ` +
          `rebate to date.`,
    fixed: (asOf: string) =>
      `The figures of this page stand as of ${asOf}, whatever the orders say.`,
    unchanged: (asOf: string, figures: readonly string[]) =>
      `The figures of this page stand as of ${asOf}; what the order sheet comes to now ` +
      `(${figures.join(', ')}) is still the same.`,
    ledgerCheck: 'sums and counts',
    changedElse: (asOf: string) =>
      `The order sheet has changed; this page still shows ${asOf}: write the review again. ` +
      'Figures that differ, in "Order sheet then and now" of the appendix: ',
    changedToError: (asOf: string) =>
      'The order sheet has changed, and a cell of it no longer gives a figure; this page still ' +
      `shows ${asOf}: correct it and write the review again.`,
    changed: (asOf: string, figure: string, then: string) =>
      `The order sheet has changed; this page still shows ${asOf}: write the review again. ` +
      `${figure}: ${then} then, now ¥`,
  },
};
