import type { RunFact } from '#application/session/run.facts.ts';
import type { Sentences } from '../sentences.ts';

export const run: Sentences<RunFact> = {
  'run.no-order-sheet': () =>
    'No sheet of this workbook has a header with an order number, a date and an amount: open the order sheet, or map its columns.',
  'run.policy-errors': ({ findings }) =>
    `The policy has ${findings.length} ${findings.length === 1 ? 'cell' : 'cells'} that cannot be used (${findings.map((finding) => finding.cell).join(', ')}): correct them on the policy sheet and analyze again.`,
  'run.cancelled': () => 'Stopped. Nothing was changed.',
  'run.nothing-analyzed': () => 'Analyze the sheet first.',
  'run.broken': () =>
    'Something in Rebate Radar itself went wrong. Your sheet is unchanged: copy the diagnostics, and analyze again.',
};
