import type { RebateColumnsFact } from '#facts/rebate-columns.ts';
import type { Sentences } from '../sentences.ts';

/**
 * Headers of the columns that are added to a user's own sheet, and the ending of a sheet copied as
 * values.
 */
export const columnWords = {
  counted: 'Counted amount',
  tier: 'Formula tier',
  rate: 'Formula rate',
  rebate: 'Formula rebate',
  valuesSheet: (sheet: string) => `${sheet} (values)`,
};

const FIELDS = { amount: 'the amount', category: 'the category', date: 'the date' } as const;

export const rebateColumns: Sentences<RebateColumnsFact> = {
  'columns.no-order-sheet': () =>
    'No order sheet was found to add columns to: open it and choose Analyze sheet first.',
  'columns.no-policy-sheet': () =>
    'The formulas need a policy in this workbook: add the sheet "Rebate policy" with your ' +
    'tiers, then add the columns.',
  'columns.field-missing': ({ field }) =>
    `No column of this sheet is known to be ${FIELDS[field]}: map it once in the pane, then ` +
    'add the columns.',
  'columns.not-plain': ({ sheet, row, what }) =>
    `Row ${row} of ${sheet} has ${what === 'date' ? 'a date' : 'an amount'} that is text or ` +
    `in another unit: make it a plain ${what === 'date' ? 'date' : 'number of yuan'}, then ` +
    'add the columns.',
};
