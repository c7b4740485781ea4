import type { RowKind } from '#domain/ledger/row-kind.ts';
import type { EdgeRole } from '#domain/edge/edge-order.ts';

type WhyItMatters = (
  order: string,
  tierWith: number,
  tierWithout: number,
  stake: string,
  period: string,
) => string;

export const paneQuestions = {
  questions: {
    where: (sheet: string, cell: string, row: string) => `${sheet} · ${cell} · row ${row}`,
    typed: 'As typed',
    alike: (count: number, rows: number) =>
      `${count} questions alike on ${rows} ${rows === 1 ? 'row' : 'rows'}, answered together:`,
    amount: (yuan: string) => yuan,
    status: {
      won: 'Won',
      pending: 'Not won yet',
      void: 'Called off',
      refund: 'Refund',
    },
    ticked: 'Answered together',
    hidden: (count: string) => `${count} more are not listed and answered with them`,
    apart: 'Answer one by one',
    together: (count: number) => `Answer ${count} together`,
    next: (count: string) => `${count} more follow as you answer`,
    more: (count: number) => `Show more (${count} left)`,
    restLeftOut: (count: number) => `Leave out all ${count}`,
    take: 'Take it',
    typeYours: {
      amount: 'or type an amount: 58000.00',
      date: 'or type a date: 2025-03-31',
      category: 'or type a category',
      status: 'or type a status: paid',
      id: 'or type the order number',
    },
    unreadable: {
      amount: 'This amount is not clear; write it like 58000.00 (yuan).',
      date: 'This date is not clear; write it like 2025-03-31.',
      category: 'Write the name of a category.',
      status: 'This status is not known; write it like paid, pending, cancelled or refunded.',
      id: 'This is no whole order number; write all of its digits.',
    },
    takeBack: 'Take it back',
    keep: 'Keep as it is',
    leaveOut: 'Leave out',
    answered: (count: number) => `${count} answered`,
    undoLast: (count: number) =>
      count > 1 ? `Take back the last ${count} answers` : 'Take back the last answer',
    choices: 'Your answer',
    show: 'Show in the sheet',
  },
  rows: {
    leftOut: (sheet: string, kind: string, count: number) =>
      `${sheet} · ${kind}: ${count} ${count === 1 ? 'row' : 'rows'}`,
    countIt: 'Count it',
    more: (count: string) => `${count} more`,
    selectHint: 'Select a row in the sheet: here stands what it was read as, and why.',
    kinds: {
      blank: 'blank',
      order: 'order',
      refund: 'refund',
      duplicate: 'duplicate',
      subtotal: 'subtotal',
      header: 'header',
      note: 'note',
      pending: 'not won yet',
      void: 'called off',
      'own-service': 'own service',
      question: 'to be answered',
    } satisfies Record<RowKind, string>,
  },
  findings: {
    atStake: (yuan: string) => `${yuan} on your ledger`,
    error: 'Error',
    warning: 'Open',
  },
  headers: {
    explain:
      'These columns were not recognised. Say once what they hold; it is remembered in this ' +
      'workbook.',
    column: (header: string) => `Column "${header}"`,
    ignore: 'Nothing of use',
    choose: 'Choose…',
    fields: {
      orderId: 'Order number',
      relatedId: 'Related order',
      customer: 'Customer',
      customerId: 'Customer number',
      customerType: 'New or existing customer',
      industry: 'Industry',
      region: 'Region',
      salesperson: 'Salesperson',
      product: 'Product',
      vendor: 'Vendor',
      category: 'Category',
      orderType: 'Order type',
      signedOn: 'Signed on',
      paidOn: 'Paid on',
      period: 'Period',
      listAmount: 'List amount',
      voucher: 'Voucher',
      amount: 'Amount paid',
      rate: 'Rate',
      rebateDue: 'Rebate due',
      rebateReceived: 'Rebate received',
      receivedOn: 'Received on',
      status: 'Status',
      probability: 'Probability',
      cost: 'Cost',
      renewalOn: 'Renewal on',
      remark: 'Remark',
    },
  },
  edges: {
    roles: {
      holds: 'Holds',
      crosses: 'Crosses',
      reaches: 'Reaches',
      helps: 'Helps',
      near: 'Near',
    } satisfies Record<EdgeRole, string>,
    meaning: {
      holds: 'signed; a refund would drop the tier',
      crosses: 'signed; took the total over a threshold',
      reaches: 'pending, and alone reaches the next tier',
      helps: 'pending, in the best set that reaches it',
      near: 'signed; largest orders while the gap is small',
    } satisfies Record<EdgeRole, string>,
    why: {
      holds: (order, tierWith, tierWithout, stake, period) =>
        `Without ${order}, ${period} falls from tier ${tierWith} to tier ${tierWithout} and ` +
        `pays **${stake}** less.`,
      crosses: (order, tierWith, tierWithout, stake, period) =>
        `${order} took ${period} from tier ${tierWithout} to tier ${tierWith}: **${stake}** ` +
        'more on the day.',
      reaches: (order, tierWith, tierWithout, stake, period) =>
        `If ${order} is won, ${period} rises from tier ${tierWithout} to tier ${tierWith} ` +
        `and pays **${stake}** more.`,
      helps: (order, tierWith, tierWithout, stake, period) =>
        `${order} belongs to the best set that takes ${period} from tier ${tierWithout} to ` +
        `tier ${tierWith}: **${stake}** after its cost.`,
      near: (order, tierWith, _tierWithout, stake, period) =>
        `${period} is close to the tier above ${tierWith}: **${stake}** more once the gap ` +
        `is closed, and ${order} is one of its largest orders.`,
    } satisfies Record<EdgeRole, WhyItMatters>,
    group: (role: string, count: number) => `${role} (${count})`,
    row: (row: string) => `row ${row}`,
    stake: 'at stake',
    empty: 'No order decides a tier at the moment.',
    legend: 'Colours in the sheet',
    list: 'Edge orders by role',
    omitted: (count: string) => `${count} more hold a tier too.`,
    selectHint: 'Choose an order to see it in the sheet and read why it matters.',
  },
};
