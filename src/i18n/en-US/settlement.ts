import type { LocalDate } from '#domain/calendar/local-date.ts';
import { type Fen, fen } from '#domain/money/fen.ts';
import { POLICY_HEADERS } from '#domain/policy/columns.ts';
import type { Action, Cause, Findings } from '#domain/settlement/reconciliation.ts';
import type { SettlementFact } from '#domain/settlement/settlement.facts.ts';
import { day, percent, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

export const settlement: Sentences<SettlementFact> = {
  'settlement.taken-back': (fact) =>
    `${fact.sheet}: rows ${fact.rows.join(', ')} say that they take back and have no minus ` +
    `sign; they are counted as ${yuan(fact.amount)}.`,
  'settlement.amount-missing': (fact) =>
    `${fact.sheet} ${fact.cell}: "${fact.header}" is empty, so the line was not read; it ` +
    'does not count and nothing is claimed for it until it is filled in (recalculate and ' +
    'save in Excel where formulas lost their values).',
  'settlement.line-void': (fact) =>
    `${fact.sheet} row ${fact.row} says "${fact.word}", which leaves open whether it was ` +
    'paid; it does not count: ask the vendor.',
  'settlement.beyond-orders': (fact) =>
    `For this period the policy also pays ${yuan(fact.amount)} of bonus, floor or top-up ` +
    'that belongs to no order and is in none of these lines: look for a line of its own in ' +
    'the statement, or claim it.',
  'settlement.clauses-untried': ({ columns }) =>
    'No reading that was tried fits most orders; these were taken as written and in no other ' +
    `way: ${columns.map((column) => POLICY_HEADERS[column].en).join(', ')}. Check them with ` +
    'the vendor.',
  'settlement.several-amounts': (fact) =>
    `The header on row ${fact.row} of ${fact.sheet} has several columns of commission (` +
    `${fact.headers.map((header) => `"${header}"`).join(', ')}) and none that adds them up: ` +
    'add a column "Commission amount" with their sum, or leave only the one to check, and ' +
    'reconcile again.',
  'settlement.period-differs': (fact) =>
    `The orders of the statement are of ${day(fact.from)} to ${day(fact.to)}, the period ` +
    `chosen is ${day(fact.chosenFrom)} to ${day(fact.chosenTo)}: choose the former (--from ` +
    'and --to on the command line) and reconcile again, or the wrong orders would be claimed.',
  'settlement.period-which': (fact) =>
    'No period was chosen and the statement does not tell it, so it was not reconciled: choose ' +
    '(--from and --to on the command line), it may be ' +
    `${fact.choices.map(({ from, to }) => `${day(from)} to ${day(to)}`).join(', or ')}.`,
  'settlement.period-by-itself': (fact) =>
    `No period was chosen; by its own days the statement is of ${day(fact.from)} to ` +
    `${day(fact.to)}. If it is not, choose another (--from and --to on the command line) and ` +
    'reconcile again.',
  'settlement.period-unknown': () =>
    'The statement has no date and no line that matches an order of the ledger, so nothing says ' +
    'which period it is of and it was not reconciled: check that it is the right one, or add a ' +
    'column "Order number" or "Paid on", and try again.',
  'settlement.other-unit': (fact) =>
    `"${fact.header}" of the statement is ${fact.times} times what the ledger expects, ` +
    'order by order, so it is in another unit: write the unit into its header ("' +
    `${fact.header} (fen)" or "${fact.header} (万元)") and try again.`,
  'settlement.crosstab': ({ sheet, cell, header }) =>
    `${sheet} has one month or quarter a column (a crosstab, from ${cell} "${header}"), so ` +
    'it was not read: give each order a row with one commission amount.',
  'settlement.no-table': ({ seen }) =>
    'No table was found in the statement: it needs a header row with an order number or a ' +
    'customer and a commission amount' +
    (seen.length === 0 ? '' : ` (it says ${seen.map((text) => `"${text}"`).join(', ')})`) +
    '.',
  'settlement.sheet-unread': (fact) =>
    `${fact.sheet} has figures but no table of lines was found (it says ` +
    `${fact.seen.map((text) => `"${text}"`).join(', ')}) and is not read; orders that it names ` +
    'are not claimed.',
  'settlement.several-partners': (fact) =>
    `${fact.sheet}: "${fact.header}" names several (${fact.names.join(', ')}); orders that the ` +
    'ledger does not have may be those of another and are not entered until checked.',
  'settlement.no-amount-column': (fact) =>
    `No commission amount was recognised in the header on row ${fact.row} of ${fact.sheet}` +
    (fact.headers.length === 0
      ? ''
      : ` (${fact.headers.map((header) => `"${header}"`).join(', ')}: none of them says that it ` +
        'is what this period pays)') +
    ': name one column "Commission amount" and try again.',
  'settlement.columns-unused': (fact) =>
    `${fact.sheet}: the figures under ${fact.headers.map((header) => `"${header}"`).join(', ')} ` +
    'were not used; if they are to be settled too, add them into "Commission amount" and ' +
    'try again.',
  'settlement.lines-repeated': (fact) =>
    `${fact.sheet}: rows ${fact.rows.join(', ')} repeat a line above cell by cell; all of ` +
    'them count. If they were entered twice, ask the vendor to correct it.',
  'settlement.unreadable-amount': (fact) =>
    `${fact.sheet} ${fact.cell}: "${fact.typed}" under ${fact.header} is not an amount in ` +
    'yuan; the figure is left out until it is corrected in the statement.',
  'settlement.row-spilled': (fact) =>
    `${fact.sheet} row ${fact.row}: a comma without quotes has split an amount over several ` +
    'columns, so it was not read; correct it and try again, it does not count until then.',
  'settlement.unreadable-rate': (fact) =>
    `${fact.sheet} ${fact.cell}: "${fact.typed}" is not a rate; the line counts, its rate ` +
    'is not checked.',
  'settlement.unreadable-date': (fact) =>
    `${fact.sheet} ${fact.cell}: "${fact.typed}" is not a day; the line counts, its day is ` +
    'not checked.',
  'settlement.damaged-id': (fact) =>
    `${fact.sheet} ${fact.cell}: ${fact.typed} has lost digits in Excel; the line is ` +
    'matched by customer, product and amount. Ask for the statement as CSV or with text numbers.',
  'settlement.unnamed-amount': (fact) =>
    `${fact.sheet} row ${fact.row}: ${yuan(fact.amount)} stands beside no order, customer ` +
    'or product and is not counted; check whether it is a total.',
  'settlement.total-differs': (fact) =>
    `${fact.sheet} row ${fact.row}: the statement's own total is ${yuan(fact.stated)}, its ` +
    `lines add up to ${yuan(fact.lines)}, ${yuan(fact.difference)} apart; ask the vendor ` +
    'which is meant.',
  'settlement.sheet-repeated': (fact) =>
    `${fact.sheet} has the same lines as ${fact.other} and is counted once.`,
  'settlement.hidden-sheet': (fact) =>
    `${fact.sheet} is hidden in the statement and is left out; unhide it in the file if it ` +
    'belongs to it.',
  'settlement.summary-sheet': (fact) =>
    `${fact.sheet} sums up the other sheets and is not added again.`,
};

/** Figures of one reconciled row, for its sentence. */
interface RowFigures extends Findings {
  readonly ledger: Fen;
  readonly statement: Fen;
  readonly difference: Fen;
  /** Where the other side may have it. */
  readonly maybe: string;
}

const causes: Readonly<Record<Cause, string>> = {
  agrees: 'Agrees',
  rounding: 'Rounding',
  refund: 'Refund',
  'missing-in-statement': 'Missing in the statement',
  'missing-in-ledger': 'Missing in the ledger',
  'tax-basis': 'Tax taken out of the base',
  'not-eligible': 'Not eligible',
  'rate-differs': 'Rate differs',
  'other-period': 'Other period',
  unexplained: 'Unexplained',
};

const actions: Readonly<Record<Action, string>> = {
  claim: 'Claim it',
  ask: 'Ask the vendor',
  'next-period': 'Look for it in the next statement',
  enter: 'Enter it in the ledger',
  none: 'Nothing to claim',
};

const rows: Readonly<
  Record<Cause | 'unread' | 'maybe-other' | 'back-alone', (row: RowFigures) => string>
> = {
  agrees: (row) => `Both sides have ${yuan(row.ledger)}.`,
  rounding: (row) => `The statement rounds differently: ${yuan(row.difference)}.`,
  refund: (row) =>
    `The statement takes back a refund that the ledger does not have: ${yuan(row.difference)}.`,
  'missing-in-statement': (row) =>
    `The statement does not list this order; ${yuan(row.ledger)} is due.`,
  'missing-in-ledger': (row) =>
    row.statement < 0
      ? `The statement takes off ${yuan(fen(-row.statement))} for an order that the ` +
        'ledger does not have: ask the vendor what for.'
      : `The statement pays ${yuan(row.statement)} for an order that the ledger does not have.`,
  'maybe-other': (row) =>
    row.ledger === 0
      ? `The statement pays ${yuan(row.statement)} under a number that the ledger does not ` +
        `have; it may be "${row.maybe}" of the ledger.`
      : `The statement does not have this number, but "${row.maybe}" may be this order: ` +
        `${yuan(row.ledger)} is due.`,
  'back-alone': (row) =>
    `The statement pays nothing for this order and takes back ` +
    `${yuan(fen(-row.statement))}; the ledger expects ${yuan(row.ledger)}.`,
  'tax-basis': (row) =>
    `The base was ${row.difference < 0 ? 'reduced by' : 'not reduced by'} ` +
    `${row.tax === null ? 'tax' : `${percent(row.tax)} tax`}: ${yuan(row.statement)} ` +
    `instead of ${yuan(row.ledger)}.`,
  'not-eligible': (row) =>
    `The statement pays nothing for this product; the ledger expects ${yuan(row.ledger)}.`,
  'rate-differs': (row) =>
    row.ledgerRate === null || row.statementRate === null
      ? `Another rate was used: ${yuan(row.statement)} instead of ${yuan(row.ledger)}.`
      : `Paid at ${percent(row.statementRate)} instead of ${percent(row.ledgerRate)}: ` +
        `${yuan(row.statement)} instead of ${yuan(row.ledger)}.`,
  'other-period': (row) =>
    row.difference < 0
      ? `Paid close to the end of the period or outside it; ${yuan(row.ledger)} belongs to ` +
        'another statement.'
      : 'The ledger has this order in another period; the statement pays ' +
        `${yuan(row.statement)} now.`,
  unread: (row) =>
    `The statement's amount for this order could not be read; ${yuan(row.ledger)} is due ` +
    'and nothing is claimed until it is corrected.',
  unexplained: (row) =>
    `The statement pays ${yuan(row.statement)}, the ledger expects ${yuan(row.ledger)}; the ` +
    'figures do not say why.',
};

/** Words of the statement page, the review's section and the claim letter. */
export const settlementWords = {
  causes,
  actions,
  rows,
  part: (cause: string, amount: Fen) => `${cause} ${yuan(amount)}`,
  ofWhich: (parts: string) => `Of which: ${parts}.`,
  /** For us alone; the vendor's letter does without. */
  checkFirst: { enter: 'Check before it is entered.', claim: 'Check before it is claimed.' },
  undecided: 'Not decidable from this statement',
  noNumber: 'no order number',
  letter: {
    subject: (from: LocalDate, to: LocalDate) =>
      `Statement of commission ${day(from)} to ${day(to)}: differences`,
    opening: (statement: Fen, ledger: Fen, difference: Fen) =>
      `We have checked your statement order by order. It pays ${yuan(statement)}; our ` +
      `records give ${yuan(ledger)}, a difference of ${yuan(difference)}.`,
    agrees: (statement: Fen, isPart: boolean) =>
      'We have checked your statement order by order. ' +
      (isPart
        ? `The orders that could be read pay ${yuan(statement)} and agree with our records.`
        : `It pays ${yuan(statement)} and agrees with our records.`),
    unread: (n: number) =>
      `${n === 1 ? '1 order' : `${n} orders`} whose amount in the statement cannot be read, ` +
      `or is not said to be paid, ${n === 1 ? 'is' : 'are'} not part of this letter.`,
    sections: {
      claim: (amount: Fen) => `Please pay in addition ${yuan(amount)}:`,
      ask: (amount: Fen) => `Please explain ${yuan(amount)}:`,
      'next-period': (amount: Fen) =>
        `Please confirm that ${yuan(amount)} is settled with another period:`,
      enter: (amount: Fen) => `Taken over from your statement into our records, ${yuan(amount)}:`,
    },
    line: (number: number, order: string, who: string, what: string) =>
      `${number}. ${order}${who === '' ? '' : ` (${who})`}: ${what}`,
    rounding: (amount: Fen) => `Rounding differences of ${yuan(amount)} in all are accepted.`,
    closing: 'Please confirm in writing, or send us your calculation for the orders above.',
  },
};
