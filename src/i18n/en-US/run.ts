import type { RunFact } from '#facts/run.ts';
import type { LedgerFact } from '#domain/ledger/ledger.facts.ts';
import { yuan } from '../format.ts';
import { type Sentences, sentenceOf } from '../sentences.ts';
import { compliance } from './compliance.ts';
import { ledger } from './ledger.ts';

const aboutSheets: Sentences<LedgerFact> = { ...ledger, ...compliance };

export const run: Sentences<RunFact> = {
  'run.no-order-sheet': ({ causes = [] }) =>
    causes.length > 0
      ? causes.map((cause) => sentenceOf(aboutSheets, cause)).join(' ')
      : 'No sheet of this workbook has a header with an order number, a date and an amount: ' +
        'open the order sheet, or say what its columns hold.',
  'run.policy-errors': ({ findings: all }) => {
    const findings = all.filter(({ level }) => level === 'error');
    return (
      `The policy has ${findings.length} ${findings.length === 1 ? 'cell' : 'cells'} that ` +
      `cannot be used (${findings.map((finding) => finding.cell).join(', ')}): correct them ` +
      'on the policy sheet and analyze again.'
    );
  },
  'run.beyond-exact': ({ most }) =>
    `The amounts of the ledger come to more than ${yuan(most)} and cannot be exact: check ` +
    'which column holds them, and its unit.',
  'run.nothing-analyzed': () => 'Analyze the sheet first.',
  'run.broken': () =>
    'Something in Rebate Radar itself went wrong. Your sheet is unchanged: copy the ' +
    'diagnostics, and analyze again.',
};
