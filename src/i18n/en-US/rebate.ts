import type { GateTerm } from '#domain/policy/policy.ts';
import type { RebateFact } from '#domain/rebate/rebate.facts.ts';
import { day, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

const CLAUSES = {
  'last-year': 'last year',
  previous: 'the previous period',
  lag: 'earlier periods',
} as const;
const stated = (periods: readonly string[]): string =>
  periods.length === 0 ? '' : ` (the facts have ${periods.join(', ')})`;

const wanted = (measure: GateTerm['measure']): string =>
  measure.kind === 'fact'
    ? `add "${measure.name}" to the facts table`
    : 'add a column of customers to the ledger';

export const rebate: Sentences<RebateFact> = {
  'rebate.past-missing': (f) =>
    `"${f.component}" looks back to ${CLAUSES[f.clause]} and needs ${f.needed}, but the ` +
    `ledger begins on ${day(f.first)}: this window cannot be computed and is not taken as ` +
    '0; add the earlier orders.',
  'rebate.fact-missing': (f) =>
    `The ${f.clause === 'target' ? 'target' : 'fact'} "${f.name}" of "${f.component}" has ` +
    `no value for ${f.window}${stated(f.periods)}: this window cannot be computed; add it ` +
    'to the facts.',
  'rebate.no-customers': (f) =>
    `"${f.component}" counts customers, but the ledger has no customer column: this window ` +
    'cannot be computed; add the column.',
  'rebate.gate-unmet': (f) =>
    `The gate "${f.term.text}" of "${f.component}" is not met in ${f.window} (it is ` +
    `${f.value}): this window pays 0.`,
  'rebate.gate-unknown': (f) =>
    `The gate "${f.term.text}" of "${f.component}" has no value for ` +
    `${f.window}${stated(f.periods)}: it pays 0 until you ${wanted(f.term.measure)}.`,
  'rebate.top-up-waits': (f) =>
    `The top-up of "${f.component}" is settled on ${day(f.on)} and is not in the total ` +
    `before; as things stand it adds ${yuan(f.now)}.`,
};
