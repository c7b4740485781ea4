import type { LedgerQuestionFact, UnreadSheetFact } from '#domain/ledger/ledger.facts.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { percent } from '../format.ts';
import { UNITS, quoted } from './ledger-words.ts';
import { ledgerRead } from './ledger-read.ts';
import type { Sentences } from '../sentences.ts';
import type { Family } from '#domain/catalog/family.ts';

/** Why nothing was read of a sheet, or of a range of orders. */
const ledgerUnread: Sentences<UnreadSheetFact> = {
  'ledger.no-sheet': () =>
    'No order sheet was found: it takes a sheet with a header that has at least the amount ' +
    'paid, and an order number or a date.',
  'ledger.no-amount-column': ({ sheet, unknownHeaders }) =>
    `No amount column was recognised on "${sheet}", so it was not read. ` +
    (unknownHeaders.length > 0
      ? 'Say which column is the amount paid, or add up in one column what is spread over ' +
        `several: ${quoted(unknownHeaders)}.`
      : 'Add the header "Paid amount".'),
  'ledger.crosstab': ({ sheet, cell, header }) =>
    `"${sheet}" is a crosstab (from ${cell} "${header}", one month, quarter or category a ` +
    'column), so it was not read: give each order a row with one date, one category and one ' +
    'amount.',
  'ledger.amount-empty': ({ sheet, cell, header }) =>
    `The amount column "${header}" (${cell}) of "${sheet}" is empty: its formulas may have ` +
    'lost their values; recalculate and save it in Excel, or fill in the amounts.',
  'ledger.debit-credit': ({ sheet, headers }) =>
    `"${sheet}" has debit and credit in two columns (${quoted(headers)}) and nothing says ` +
    'which side customers pay on, so it was not read: use one amount column, with refunds ' +
    'negative.',
  'ledger.sheet-left-out': ({ sheet, why }) =>
    `${sheet === '' ? 'This range' : `Sheet "${sheet}"`} does not count: ${WHY[why]}.`,
};

/**
 * The vendors' families as their English pages call them; in Chinese they are called by themselves.
 */
const NAMES: Readonly<Record<Family, string>> = {
  计算: 'Computing',
  容器: 'Containers',
  无服务器: 'Serverless',
  存储: 'Storage',
  网络: 'Networking',
  安全: 'Security',
  数据库: 'Databases',
  大数据: 'Big data',
  人工智能: 'AI',
  中间件: 'Middleware',
  视频: 'Video',
  企业服务: 'Enterprise services',
  物联网: 'IoT',
  运维: 'Operations',
  云桌面: 'Cloud desktop',
};

const familyName = (family: Family): string => NAMES[family];

const ledgerQuestions: Sentences<LedgerQuestionFact> = {
  'ledger.date-missing': () =>
    'No date, and none above to go by: on which day does this order count?',
  'ledger.date-beside': ({ headers }) =>
    `No date of order or payment, only ${quoted(headers)}: on which day does this order count?`,
  'ledger.paid-date-missing': () => 'Signed, but no payment date: has it been paid, and when?',
  'ledger.date-unreadable': () => 'This is no date: write it like 2025-03-31 in the cell.',
  'ledger.date-impossible': () => 'There is no such day: which one is meant?',
  'ledger.date-ambiguous': () => 'Which is the day and which the month?',
  'ledger.date-no-year': () => 'No year is written and nothing around it settles one: which year?',
  'ledger.date-far': () => 'This year is hard to believe; check it.',
  'ledger.date-apart': () =>
    'This day lies years away from all other days of the table; check its year: which day is it?',
  'ledger.date-part': () =>
    'Only a quarter or a half is written, of a year that may begin in January or April: on ' +
    'which day does it count?',
  'ledger.date-midnight': () => 'This range ends at midnight: on which day does it count?',
  'ledger.date-part-of-month': () =>
    'Only a part of a month is written, no day: on which day does it count?',
  'ledger.date-day-or-year': () =>
    'Are the two figures beside the month its day or its year: which day is meant?',
  'ledger.date-month': () => 'Only a month is written: on which day does it count?',
  'ledger.status-unknown': ({ word }) =>
    `What "${word}" means is not clear: are these orders won, not won yet, called off or refunded?`,
  'ledger.refund-partial': ({ word }) =>
    `"${word}" does not say how much was given back: how much is left to count?`,
  'ledger.row-doubted': ({ word }) =>
    `"${word}" is written of this order: does it count as it stands, or with another amount?`,
  'ledger.whole-of-parts': ({ parts }) =>
    `The ${parts} rows beside it that continue its number come to the same amount: is this the ` +
    'same order once more, or does it count besides?',
  'ledger.unit-beside': ({ unit }) =>
    `This row gives its unit as ${UNITS[unit] ?? unit}, its header does not: which one holds?`,
  'ledger.unit-open': ({ why }) => OPEN_UNITS[why],
  'ledger.amount-mark': () =>
    'Which mark is the decimal and which groups the thousands: how much was paid?',
  'ledger.currency-foreign': ({ currency }) =>
    `Foreign currency (${currency}): write the yuan in the cell, as "CNY …", or leave it out.`,
  'ledger.amount-rival': () =>
    'Two amounts of this row differ and nothing says which was paid: which one counts?',
  'ledger.amount-per-piece': () =>
    'Is this the price of one piece or of the whole order? More than one was ordered.',
  'ledger.quantity-unclear': () =>
    'Is this the price of one piece or of the whole order? How many were ordered is not clear.',
  'ledger.amount-missing': () => 'The amount paid is missing: fill it in, or leave the row out.',
  'ledger.amount-unreadable': () =>
    'This is no amount: write the amount paid, or leave the row out.',
  'ledger.amount-uncalculated': () =>
    'This cell is a formula whose result the program that saved it left out: open and save the ' +
    'file in Excel, WPS or LibreOffice, write the amount paid, or leave the row out.',
  'ledger.amount-loose': () => 'There is more here than one clean number: how much was paid?',
  'ledger.amount-voucher': () =>
    'Only the amount before vouchers is given and this row has a voucher: was the voucher ' +
    'taken off what was paid?',
  'ledger.amount-prepaid-card': () =>
    'A stored-value card paid a part: does the cash column already include it?',
  'ledger.amount-list-only': () =>
    'This is a list price or a forecast, not what was paid: count it as it stands?',
  'ledger.amount-unlabelled': () =>
    'This row has an amount and nothing else, and it is no sum of the rows above: what is it?',
  'ledger.refund-sign': ({ word }) =>
    `"${word}" says refund, but the amount is positive: take it back, or count it as it stands?`,
  'ledger.refund-number': ({ ending }) =>
    `Without its ending "${ending}" this is the number of another order, and the amount is ` +
    'positive: take it back as a refund of that order, or count it as it stands?',
  'ledger.refund-beginning': ({ beginning }) =>
    `"${beginning}" begins numbers of returns or credit notes, and this amount has no minus ` +
    'sign: is it taken back, or counted as it stands?',
  'ledger.amount-eligible': () =>
    'The amount beside it that takes part in the rebate is another: which of the two counts?',
  'ledger.amount-net': () =>
    'This row says that it is without tax, others are with it: what does it count for?',
  'ledger.refund-beside': () =>
    'A refund stands beside it: is it already taken off this amount, and how much is left ' +
    'to count?',
  'ledger.refund-unreadable': () =>
    'The refund beside it cannot be read: how much is left after it?',
  'ledger.row-spilled': ({ joined }) =>
    joined === ''
      ? 'This row has more cells than the header has columns; a comma without quotes may have ' +
        'shifted them: what is the amount?'
      : 'A thousands comma without quotes seems to have split the amount over two columns: is ' +
        `it ${joined}?`,
  'ledger.money-out': ({ header }) =>
    `This stands under "${header}": a refund to the customer, or spending that is no sale?`,
  'ledger.receivable-only': ({ header, paid }) =>
    `These rows have "${header}" only; "${paid}" stands on other rows, which count already: ` +
    `leave these out, or count "${header}" as well?`,
  'ledger.original-missing': ({ component }) =>
    `"${component}" takes refunds back by their original order, which is not in the ledger: ` +
    'add its number, or count it on its day, or leave it out.',
  'ledger.member-blank': ({ component, header }) =>
    `"${component}" accumulates for each "${header}", which is blank in this row: fill it ` +
    'in or leave the row out.',
  'ledger.category-unknown': (fact) =>
    `"${fact.product}" is not in the catalog: which category is it?${evidence(fact)}`,
  'ledger.category-undecided': (fact) =>
    'The policy does not say where ' +
    `"${fact.product}"` +
    (fact.family === undefined ? '' : ` (the vendor lists it under ${familyName(fact.family)})`) +
    ' ' +
    `belongs: which category is it?${evidence(fact)}`,
  'ledger.category-missing': () => 'Neither product nor category is given: which category is it?',
  'ledger.category-several': () =>
    'The category contradicts the product or names several: which one is it?',
  'ledger.id-damaged': () =>
    'Excel has cut this order number to 15 digits: write the true number back as text, or ' +
    'count the order as it is.',
  'ledger.id-other-amount': ({ sheet, row }) =>
    `The same number as row ${row} of "${sheet}" with another amount: an addition, an ` +
    'instalment or a corrected price?',
  'ledger.id-other-customer': ({ sheet, row }) =>
    `The same number as row ${row} of "${sheet}" for another customer: is the number wrong?`,
  'ledger.id-other-day': ({ sheet, row }) =>
    `The same number and amount as row ${row} of "${sheet}" on another day: an instalment ` +
    'or entered twice?',
};

export const ledger = { ...ledgerUnread, ...ledgerRead, ...ledgerQuestions };

const WHY = {
  hidden: 'it is hidden; show it to count it',
  summary: 'it is a summary of orders on other sheets',
  statement: 'it is a vendor statement; use it under Statement',
  policy: 'it is a rebate policy',
  'no-orders': 'it holds no orders',
} as const;

const OPEN_UNITS = {
  beside: 'Amounts beside it are in 万 (10,000 yuan) and this one has no unit: yuan or 万?',
  tiny: 'No unit is given and every amount of the column is small: yuan or 万 (10,000 yuan)?',
  header: 'The header says 万 (10,000 yuan), but this looks like yuan: which is it?',
  fen: 'This column counts in fen, but this has a fraction: yuan or fen?',
  format: 'The cell shows another figure than it holds: yuan or 万 (10,000 yuan)?',
} as const;

type EvidenceFact = Extract<
  LedgerQuestionFact,
  { code: 'ledger.category-unknown' | 'ledger.category-undecided' }
>;

/** What the ledger itself records on a product, as a hint that decides nothing. */
function evidence({ rates = [], suggested }: EvidenceFact): string {
  if (rates.length === 0) return '';
  const shown = rates.map((rate) => percent(new Decimal(rate))).join(', ');
  return suggested === undefined
    ? ` The ledger's rate column says ${shown} on it.`
    : ` The ledger's rate column says ${shown} on it, which under the policy only ` +
        `"${suggested}" pays (a hint, nothing more).`;
}
