import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { LedgerFact } from '#domain/ledger/ledger.facts.ts';
import type { ArgumentName, FunctionFact, OrderFigure } from '#facts/functions.ts';
import type { SummaryColumn } from '#facts/functions.ts';
import { day, yuan } from '../format.ts';
import { type Sentences, sentenceOf } from '../sentences.ts';
import { compliance } from './compliance.ts';
import { decision } from './decision.ts';
import { forecast } from './forecast.ts';
import { ledger } from './ledger.ts';
import { policy } from './policy.ts';

/** How a 0 is written where an empty cell would be taken for it. */
const zeroOf = (column: PolicyColumn): string =>
  column === 'taxRate' ? '0%' : column === 'clawback' ? '0 months' : 'no';

/** What Excel calls the arguments. */
export const argumentNames: Readonly<Record<ArgumentName, string>> = {
  sales: 'sales',
  item: 'item',
  policy: 'policy',
  date: 'date',
  tier_sales: 'tier_sales',
  items: 'items',
  committed: 'committed',
  deals: 'deals',
  probabilities: 'probabilities',
  costs: 'costs',
  tier: 'tier',
  product: 'product',
  catalog: 'catalog',
  period: 'period',
  year_start: 'year_start',
  text: 'text',
  orders: 'orders',
  as_of: 'as_of',
  figure: 'figure',
  facts: 'facts',
};

const list = (names: readonly string[]): string => names.join(', ');

const aboutOrders: Sentences<LedgerFact> = { ...compliance, ...ledger };

export const functions: Sentences<FunctionFact> = {
  'functions.argument-missing': ({ argument }) => `${argument} is missing: give a cell or a range.`,
  'functions.one-cell': ({ argument, shape }) =>
    `${argument} must be one cell, not a ${shape} range: write one formula a cell.`,
  'functions.shapes-differ': ({ first, firstShape, second, secondShape }) =>
    `${first} is ${firstShape} and ${second} is ${secondShape}: select ranges of the same shape.`,
  'functions.cell-error': ({ argument, text }) =>
    `A cell of ${argument} holds the error ${text}: correct that cell first.`,
  'functions.zero-or-blank': ({ argument }) =>
    `A 0 in ${argument} may be an empty cell (desktop Excel hands empty cells over as 0): ` +
    `write 0${argument === 'probabilities' ? '%' : '元'} as text if you mean 0, or fill in ` +
    'the figure.',
  'functions.policy-zero': ({ cell, column }) =>
    `Policy ${cell} is 0 or an empty cell, and the rebate depends on it: write ` +
    `${zeroOf(column)} as ` +
    'text if you mean 0, or fill it in.',
  'functions.policy-cell-error': ({ cell, text }) =>
    `Policy ${cell} holds the error ${text}: correct that cell first.`,
  'functions.not-an-amount': ({ argument, text }) =>
    `"${text}" in ${argument} is not an amount: write 58000, 58,000.00 or 5.8万.`,
  'functions.amount-open-mark': ({ argument, text }) =>
    `"${text}" in ${argument} may have a decimal point or thousands: write 58000 or 58,000.00.`,
  'functions.amount-open-unit': ({ argument, text }) =>
    `"${text}" in ${argument} may be yuan or 万元: write ${text}元 or ${text}万.`,
  'functions.amount-open-currency': ({ argument, text }) =>
    `"${text}" in ${argument} is not in yuan: convert it first.`,
  'functions.amount-too-large': ({ argument, text }) =>
    `"${text}" in ${argument} is above 10^12 yuan and cannot be exact: check the unit.`,
  'functions.in-row': ({ row, fact }) => `Row ${row}: ${sentenceOf(functions, fact)}`,
  'functions.no-forecast': ({ fact }) => sentenceOf(forecast, fact),
  'functions.no-decision': ({ fact }) => sentenceOf(decision, fact),
  'functions.not-a-probability': ({ text }) =>
    `The probability "${text}" is not between 0 and 1: write 60% or 0.6.`,
  'functions.not-a-date': ({ text }) => `"${text}" is not a date: write 2025-03-31.`,
  'functions.not-a-tier': ({ text, tiers }) =>
    `There is no tier "${text}": give a whole number from 0 to ${tiers}.`,
  'functions.not-a-period': ({ text }) =>
    `"${text}" is not a period: give month, quarter, half or year.`,
  'functions.not-a-month': ({ text }) => `year_start "${text}" is not a month: give 1 to 12.`,
  'functions.no-policy': () =>
    'This workbook has no "Rebate policy" sheet: add one, or pass the policy range (header ' +
    'included) as policy.',
  'functions.policy-not-a-range': () =>
    'policy must be a range with a header row that has at least Threshold and Rate, and one ' +
    'row a tier.',
  'functions.policy-error': ({ cell, fact, errors }) =>
    `Policy${cell === '' ? '' : ` ${cell}`}: ` +
    `${sentenceOf(policy, fact)}${errors > 1 ? ` (${errors} errors in all)` : ''}`,
  'item.needs-orders': ({ component, column }) =>
    `"${component}" has ${POLICY_HEADERS[column].en}, which one figure of sales cannot ` +
    'answer: use REBATE_ORDERS or REBATE_SUMMARY.',
  'item.needed': ({ names }) =>
    `The policy has several components; name one as item: ${list(names)}.`,
  'item.several': ({ text, names }) =>
    `"${text}" may mean several; name one of them: ${list(names)}.`,
  'item.unknown': ({ text, names }) => `The policy has no "${text}"; it has: ${list(names)}.`,
  'item.unpaid': ({ text, names }) =>
    `The policy pays nothing on "${text}"; it pays: ${list(names)}.`,
  'item.date-needed': ({ component, from }) =>
    `"${component}" has several versions ` +
    `(${from.map((start) => (start === null ? 'the first' : `from ${day(start)}`)).join(', ')}): ` +
    'give a date.',
  'item.not-in-force': ({ day: on }) =>
    `No policy is in force on ${day(on)}: check date, or From and To of the policy.`,
  'functions.product-unknown': ({ text }) =>
    `The catalog has no "${text}": add the product or its alias.`,
  'functions.product-undecided': ({ text }) =>
    `Policies differ on the category of "${text}": state it in your catalog.`,
  'functions.catalog-unreadable': () =>
    'catalog must be a range with a header row: Product and Category, and Alias if you like.',
  'functions.own-service': () => 'own service',
  'functions.order-question': ({ fact }) => sentenceOf(aboutOrders, fact),
  'functions.open-question': () =>
    'There is a question about this row: answer it in the Rebate Radar pane first.',
  'functions.orders-unread': ({ report }) =>
    report.length === 0
      ? 'No header was recognised in orders: select it too, with at least the amount paid and ' +
        'an order number or a date.'
      : report.map((fact) => sentenceOf(aboutOrders, fact)).join(' '),
  'functions.not-a-figure': ({ text }) =>
    `"${text}" is not a figure: write rebate, tier, rate, category or kind.`,
  'functions.facts-not-a-range': () =>
    'facts must be a range of at least two columns: name and value.',
  'functions.not-a-fact': ({ name, text }) =>
    `The fact "${name}" has the value "${text}": write a number such as 0.92 or 92%.`,
  'functions.figure': ({ figure }) => FIGURES[figure],
  'functions.summary-column': ({ column }) => SUMMARY[column],
  'functions.summary-total': () => 'Total',
  'functions.summary-beyond': ({ beyond }) =>
    `as paid: ${yuan(beyond)} against the periods (not trued up, or taken back)`,
  'functions.summary-questions': ({ count }) =>
    count === 0
      ? 'No open questions'
      : `${count} open ${count === 1 ? 'question' : 'questions'}: their rows are not counted`,
  'functions.policy-cell': ({ row, column }) =>
    column === '' ? `row ${row}` : `row ${row}, ${column}`,
  'functions.line-source': ({ kind, source, cell }) =>
    [LINE[kind], source, cell].filter((part) => part !== '').join(' · '),
};

const FIGURES: Readonly<Record<OrderFigure, string>> = {
  rebate: 'Rebate',
  tier: 'Tier',
  rate: 'Rate',
  category: 'Category',
  kind: 'Kind',
};

const SUMMARY: Readonly<Record<SummaryColumn, string>> = {
  component: 'Component',
  period: 'Period',
  sales: 'Sales',
  tier: 'Tier',
  rate: 'Rate',
  rebate: 'Rebate',
  nextThreshold: 'Next threshold',
  gap: 'Gap',
  gain: 'Gain',
  cushion: 'Cushion',
};

const LINE: Readonly<
  Record<Extract<FunctionFact, { code: 'functions.line-source' }>['kind'], string>
> = {
  rate: '',
  bonus: 'bonus',
  floor: 'floor',
  cap: 'cap',
  stacking: 'highest of its group',
  gate: 'gate not met',
  rounding: 'rounding',
  'group-cap': 'group cap',
  'top-up': 'top-up',
  'claw-back': 'claw-back',
};
