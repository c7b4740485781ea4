import type { LedgerRowFact, ReadSheetFact } from '#domain/ledger/ledger.facts.ts';
import type { RowKind } from '#domain/ledger/row-kind.ts';
import type { LedgerField } from '#domain/reading/ledger-fields.ts';
import { day, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';
import { UNITS, quoted } from './ledger-words.ts';

/**
 * What is said of sheets that were read and of rows that do not count. Formulas say none of it: the
 * bundler leaves it out of theirs.
 */
const ledgerReport: Sentences<ReadSheetFact> = {
  'ledger.table-left-out': ({ sheet, row }) =>
    `Another table of "${sheet}", from row ${row} on, has no amount column that could count ` +
    'and was not read.',
  'ledger.tables-beyond': ({ sheet, row, most }) =>
    `"${sheet}" was not read from row ${row} on: at most ${most} tables of one sheet are ` +
    'read, so move the rest to another sheet.',
  'ledger.rows-by-kind': ({ kinds }) =>
    `Rows by kind: ${kinds.map(({ kind, count }) => `${count} ${KINDS[kind]}`).join(', ')}.`,
  'ledger.rows-left-out': ({ sheet, kind, count, rows, amount }) =>
    `On "${sheet}" ${count} rows do not count (${KINDS[kind]}), ${yuan(amount)} in all: ` +
    `rows ${listed(rows, count)}.`,
  'ledger.rows-hidden': ({ sheet, count, rows, amount }) =>
    `On "${sheet}" ${count} rows are hidden or filtered out and were read all the same; ` +
    `${yuan(amount)} of them counts: rows ${listed(rows, count)}.`,
  'ledger.columns-unread': ({ sheet, headers }) =>
    `These columns of "${sheet}" are not known and were not read: ${quoted(headers)}.`,
  'ledger.columns-idle': ({ sheet, headers }) =>
    `These columns of "${sheet}" have no part in the figures: ${quoted(headers)}.`,
  'ledger.types-unknown': ({ sheet, header, types }) =>
    `These entries under "${header}" of "${sheet}" are not known and count all the same; ` +
    `check them: ${types
      .map(({ word, count, amount }) => `"${word}" on ${count} rows, ${yuan(amount)}`)
      .join('; ')}.`,
  'ledger.amounts-off-price': ({ sheet, header, rows, count, amount, product }) =>
    `On ${count} ${count === 1 ? 'row' : 'rows'} of "${sheet}", "${header}" is not quantity × ` +
    `price and counts as written; check ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')} ` +
    `(row ${rows[0]} says ${yuan(amount)}, which would be ${yuan(product)}).`,
  'ledger.no-date-column': ({ sheet }) =>
    `"${sheet}" has no date column: each row needs a date before it can count.`,
  'ledger.no-category-column': ({ sheet }) =>
    `"${sheet}" has neither a product nor a category column: nothing says whether an order ` +
    'is base or security.',
  'ledger.amount-column': ({ sheet, header, passedOver }) =>
    `"${sheet}" counts by ` +
    `"${header}"${passedOver.length > 0 ? `, not by ${quoted(passedOver)}` : ''}.`,
  'ledger.list-price-column': ({ sheet, header }) =>
    `"${sheet}" has only "${header}", a list price or a forecast: that is not what was ` +
    'paid; confirm it row by row or add a column with the amount paid.',
  'ledger.net-amount-column': ({ sheet, header }) =>
    `"${sheet}" has only "${header}" without tax, which was taken; under a policy on gross ` +
    `amounts the result is too low.`,
  'ledger.instalments-added': ({ sheet, headers }) =>
    `"${sheet}" has no column of the whole amount: ${quoted(headers)} were added in each row.`,
  'ledger.refund-column': ({ sheet, header }) =>
    `"${header}" of "${sheet}" was taken off the amount of its row.`,
  'ledger.ends-after-today': (fact) =>
    `The last order is of ${day(fact.day)}, after today (${day(fact.today)}), and all figures ` +
    'are as of that day: check the date, or say the day as of which to reckon.',
  'ledger.date-column': ({ sheet, header, passedOver }) =>
    `Orders of "${sheet}" count on ` +
    `"${header}"${passedOver.length > 0 ? `, not on ${quoted(passedOver)}` : ''}.`,
  'ledger.month-as-date': ({ sheet, header }) =>
    `"${sheet}" has only a month, "${header}": each order counts on the last day of it.`,
  'ledger.unit-beside-table': ({ sheet, unit, place }) =>
    `${PLACES[place]} "${sheet}" gives amounts in ${UNITS[unit] ?? unit}; amounts without a ` +
    'unit were read so.',
  'ledger.as-above': ({ sheet, field, rows, count }) =>
    `On "${sheet}" ${count} rows leave the ${FIELDS[field] ?? field} blank and were read ` +
    `"as above": rows ${listed(rows, count)}.`,
  'ledger.looks-twice': ({ sheet, rows }) =>
    `Rows ${rows.join(', ')} of "${sheet}" have no order number and say exactly the same: ` +
    'check that none was entered twice; all count for now.',
  'ledger.own-total': (fact) =>
    fact.theirs === fact.ours
      ? `The total ${yuan(fact.theirs)} in row ${fact.row} of "${fact.sheet}" agrees with ` +
        'what counts.'
      : `Row ${fact.row} of "${fact.sheet}" gives a total of ${yuan(fact.theirs)}; ` +
        `${yuan(fact.ours)} counts. ${madeBy(fact)}${leftOver(fact)}`,
};

const ledgerRows: Sentences<LedgerRowFact> = {
  'ledger.duplicate': ({ sheet, row }) =>
    `The same line as row ${row} of "${sheet}"; not counted twice.`,
  'ledger.void': ({ word }) =>
    word === '' ? 'Void; does not count.' : `"${word}": does not count.`,
  'ledger.pending': ({ word }) =>
    /^[\d.]+$/.test(word)
      ? `Chance ${Number(word) * 100}%: not won yet, does not count.`
      : `"${word}": not won yet, does not count.`,
  'ledger.own-service': ({ product }) =>
    `${product === '' ? 'Your own service' : `"${product}" is your own service`}, not the ` +
    `vendor's sales; does not count.`,
  'ledger.left-out': () => 'Left out, as you chose.',
};

export const ledgerRead = { ...ledgerReport, ...ledgerRows };

const PLACES = {
  above: 'A line above the table of',
  name: 'The name of the sheet',
  below: 'A line below the table of',
} as const;

const KINDS: Readonly<Record<RowKind, string>> = {
  order: 'orders',
  refund: 'refunds',
  duplicate: 'duplicates',
  subtotal: 'totals',
  note: 'notes',
  pending: 'not won yet',
  void: 'void',
  'own-service': 'own services',
  question: 'to be answered',
  blank: 'blank',
  header: 'headers',
};

const FIELDS: { readonly [F in LedgerField]?: string } = {
  signedOn: 'date',
  paidOn: 'payment date',
  customer: 'customer',
  region: 'region',
};

const listed = (rows: readonly number[], count: number): string =>
  `${rows.slice(0, 20).join(', ')}${count > 20 ? ' …' : ''}`;

type OwnTotal = Extract<ReadSheetFact, { readonly code: 'ledger.own-total' }>;

function madeBy({ rows, asked }: OwnTotal): string {
  const open = rows.filter((row) => asked.includes(row));
  const others = rows.filter((row) => !asked.includes(row));
  const named = [
    ...(others.length > 0 ? [`rows ${listed(others, others.length)}`] : []),
    ...(open.length > 0 ? [`rows ${listed(open, open.length)} (still to be answered)`] : []),
  ];
  return named.length > 0
    ? `The difference is in ${named.join(' and ')}`
    : 'No row explains the difference';
}

function leftOver({ rows, asked, unexplained }: OwnTotal): string {
  if (unexplained === 0) return '.';
  const open = asked.filter((row) => !rows.includes(row));
  return (
    `; ${yuan(unexplained)} is left over: ` +
    (open.length > 0
      ? `it may be in rows ${listed(open, open.length)}, which are still to be answered.`
      : 'check what the formula adds up.')
  );
}
