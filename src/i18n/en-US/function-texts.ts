import type { ArgumentName } from '#facts/functions.ts';
import type { FunctionId } from '#facts/functions.ts';

/** What the function wizard says about an argument. */
export const argumentTexts: Readonly<Record<ArgumentName, string>> = {
  sales:
    'Sales in yuan: a cell or a range; the answer has the same shape. Text such as 4.4万 or ' +
    '￥58,000.00 is read too.',
  item: 'Component or category of the policy. May be left out when the policy has one component.',
  policy:
    'Policy range with its header row (Threshold and Rate at least). Left out: the ' +
    "workbook's own policy sheet.",
  date: 'Picks the policy version in force on that day; needed only when versions differ.',
  tier_sales: 'Sales that set the tier, when they differ from the sales that earn.',
  items: 'Components or categories, one beside each amount of sales.',
  committed: 'Sales that are already sure, in yuan.',
  deals: 'Amounts of the open deals in yuan; a negative amount is a possible refund.',
  probabilities: 'Chance of each deal: 60% or 0.6; a range of the shape of deals.',
  costs: 'What bringing each deal forward costs, in yuan; a range of the shape of deals.',
  tier: 'Number of the tier, 1 for the first.',
  product: 'Product name or alias: a cell or a range.',
  catalog:
    'Your own catalog: a range with the columns Product and Category (Alias if you like). ' +
    'It goes before the built-in one.',
  period: 'month, quarter, half or year; quarter when left out.',
  year_start: 'First month of the year, 1 to 12; 1 when left out.',
  text: 'Amount as people write it: a cell or a range.',
  orders:
    'Range of orders with its header row, as the ledger stands: order number, date, amount, ' +
    'product or category …',
  as_of: 'The day up to which to count, inclusive; left out: the last day in the range.',
  figure: 'What to give for each row: rebate (default), tier, rate, category or kind.',
  facts:
    'Range of facts: name, value (and period), for the gates of the policy. Left out: the ' +
    'sheet Facts of this workbook.',
};

export interface FunctionText {
  /** For the function wizard: one sentence. */
  readonly summary: string;
  /** Arguments that mean something else here. */
  readonly parameters?: { readonly [A in ArgumentName]?: string };
  /** For the help page. */
  readonly notes: readonly string[];
}

export const functionTexts: Readonly<Record<FunctionId, FunctionText>> = {
  REBATE_TIER: {
    summary: 'Number of the rebate tier that sales reach; 0 below the first tier.',
    notes: [
      'item, date and tier_sales may be one cell, or a range of the shape of sales.',
      'Whether sales equal to a threshold are in the tier is the Edge of the policy (at or above).',
      'Negative sales are in tier 0.',
    ],
  },
  REBATE_RATE: {
    summary: 'Rebate rate of the tier that sales reach; 0 below the first tier.',
    notes: ['A rate written 12%+ counts as 12%.'],
  },
  REBATE_AMOUNT: {
    summary: 'Rebate in yuan, exact to the fen and rounded as the policy says.',
    notes: [
      'item, date and tier_sales may be one cell, or a range of the shape of sales.',
      'The scheme of the policy decides: whole, marginal or increment; bonus, cap and floor ' +
        'included.',
      'Components that fit the same category add up; of a highest group only the largest pays.',
    ],
  },
  REBATE_GAP: {
    summary: 'Yuan still missing to the next tier; 0 in the top tier.',
    notes: [
      'With Edge above it is one fen more than the distance, because sales equal to the ' +
        'threshold are not in the tier yet.',
    ],
  },
  REBATE_GAIN: {
    summary:
      'Extra rebate in yuan for closing exactly the gap to the next tier; 0 in the top tier.',
    notes: [
      'The missing sales earn too. Gain ÷ gap is the discount at which closing the gap ' +
        'breaks even.',
    ],
  },
  REBATE_CUSHION: {
    summary: 'Yuan that may be refunded without dropping a tier; 0 below the first tier.',
    notes: ['With Edge above it is one fen less.'],
  },
  REBATE_EXPLAIN: {
    summary:
      'How the rebate comes about: one row a tier with from, to, sales in it, rate, rebate ' +
      'and source.',
    parameters: { sales: 'Sales in yuan: one cell.' },
    notes: [
      'Columns: tier, from, to (empty in the top tier), sales, rate, rebate, source. The ' +
        'rebates add up to REBATE_AMOUNT to the fen.',
      'Bonus, floor and cap have rows of their own, marked in the source column.',
    ],
  },
  REBATE_TOTAL: {
    summary: 'Rebate in yuan of a whole portfolio: a column of items beside a column of sales.',
    parameters: { sales: 'Sales in yuan, one amount beside each item.' },
    notes: [
      'Counts in the policy decides which sales set the tier of each component, with their ' +
        'weights.',
      'The value of a bundle is one REBATE_TOTAL minus another.',
    ],
  },
  REBATE_EXPECTED: {
    summary: 'Exact expected rebate in yuan over all outcomes of independent deals.',
    notes: [
      'It is the mean of the rebates of all outcomes, not the rebate of the mean sales.',
      'Exact to the fen, without simulation: any 20 deals, 100 in whole hundreds and 400 in ' +
        'whole thousands of yuan, mostly more. Where the fen cannot be proven the cell says ' +
        'so; it never approximates.',
    ],
  },
  REBATE_CHANCE: {
    summary: 'Exact probability of reaching a tier or better with independent deals.',
    notes: [
      'Tier 0 has the chance 1.',
      'Exact to 12 places for any 20 deals, 100 in whole hundreds and 400 in whole ' +
        'thousands of yuan, mostly more; otherwise the cell says so.',
    ],
  },
  REBATE_PULLIN: {
    summary:
      'Which deals to bring forward: 1 beside each deal of the best set, 0 beside the others.',
    parameters: {
      tier: 'Number of the tier that has to be reached; left out: the set with the largest gain.',
    },
    notes: [
      'Without tier: the set with the largest rebate gain minus cost. With tier: the ' +
        'cheapest set that reaches it, #N/A when none does.',
      'Proven best for any 40 deals, and for hundreds with round amounts; a set that cannot ' +
        'be proven best is never shown.',
    ],
  },
  REBATE_POOL: {
    summary: 'Partners who buy together: rebate of each alone and fair share of the joint rebate.',
    parameters: { sales: 'Sales of each partner in yuan, one cell a partner; up to 16 partners.' },
    notes: [
      'One row a partner: rebate alone, Shapley share. The shares add up to the joint ' +
        'rebate to the fen.',
      'Exact for up to 16 partners; with more the cell says so.',
      "Buying together needs the vendor's consent, a contract, and registration under the " +
        'true names.',
    ],
  },
  REBATE_CATEGORY: {
    summary: 'Category of a product name or alias; #N/A when the catalog does not have it.',
    notes: [
      'Never a guess: a product that is unknown, or whose category policies do not agree on ' +
        '(RDS), is #N/A until your catalog states it.',
    ],
  },
  REBATE_PERIOD: {
    summary: 'Label of the period a day lies in, with its months: 2025Q1 (2025-01~2025-03).',
    parameters: { date: 'A day: a cell or a range.' },
    notes: [
      'A year that does not start in January is named by the year in which it ends: ' +
        'FY2025Q4 (2025-01~2025-03).',
    ],
  },
  REBATE_MONEY: {
    summary: 'The number of yuan in a written amount such as ￥58,000.00, 12.5万 or (5,000.00).',
    notes: ['#VALUE! where unit or currency is open: $3,200, or 9.8 beside cells written in 万.'],
  },
  REBATE_ORDERS: {
    summary: 'Each order’s own rebate over a whole ledger: one column whose sum is the rebate.',
    notes: [
      'Reads the ledger as the pane does: columns by their headers; refunds, duplicates, ' +
        'subtotals and titles are told apart, only orders and refunds count.',
      'Bonus, floor and caps are shared in proportion, odd fen by largest remainder: the ' +
        'rows add up to the total rebate.',
      'A row that is a question is #N/A with its sentence; other rows that do not count are ' +
        'empty text. The header’s row holds the name of the figure.',
      'kind is one of our fixed words (order, refund), the same in both languages.',
    ],
  },
  REBATE_SUMMARY: {
    summary:
      'The rebate of a whole ledger as a table: component, period, sales, tier, rate, ' +
      'rebate, next threshold, gap, gain, cushion.',
    notes: [
      'One row for each accumulation period of each component, then the total, then one ' +
        'line that counts the open questions.',
      'The total is what has been earned up to that day, the same as in an analysis.',
    ],
  },
};

export const helpWords = {
  guide: 'A quarter in the life, in pictures',
  title: 'Rebate Radar functions',
  intro:
    'Seventeen functions for rebate tiers. All amounts are in yuan and exact to the fen; an ' +
    'error in a cell says what to change.',
  all: 'All functions',
  syntax: 'Syntax',
  argumentsHead: 'Arguments',
  optional: 'optional',
  examples: 'Example',
  notes: 'Good to know',
  policyCaption: 'Policy of the examples, in A1:E7',
  formula: 'Formula',
  result: 'Result',
  otherLanguage: '中文',
  cells: 'Cells',
};
