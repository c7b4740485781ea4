import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { PolicyFact } from '#domain/policy/policy.facts.ts';
import type { Measure } from '#domain/policy/policy.ts';
import { day, threshold, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';
import { policyDoubts } from './policy-doubts.ts';

const column = (name: PolicyColumn): string => `"${POLICY_HEADERS[name].en}"`;
const money = (amount: Parameters<typeof threshold>[0]): string => threshold(amount, 'en-US');

const someOf = (names: readonly string[]): string =>
  names
    .slice(0, 8)
    .map((name) => `"${name}"`)
    .join(', ') + (names.length > 8 ? '…' : '');

const measureName = (measure: Measure): string =>
  measure.kind === 'share'
    ? `share ${measure.category}`
    : measure.kind === 'fact'
      ? `fact ${measure.name}`
      : measure.kind === 'new-customers'
        ? 'new customers'
        : measure.kind;

export const policy: Sentences<PolicyFact> = {
  ...policyDoubts,
  'policy.empty': () =>
    'The policy table is empty: write at least one row with a threshold and a rate.',
  'policy.too-long': ({ rows, most }) =>
    `The policy has ${rows} rows and at most ${most} are read: take out versions that no ` +
    'longer count, or check that this table is a policy and not orders.',
  'policy.no-header': ({ seen }) =>
    `No header row was found in the policy table (it says ${someOf(seen)}): write "Threshold" ` +
    'and "Rate" in its first row.',
  'policy.second-header': () =>
    'Here is another header row, and nothing below it is read: a policy table has one header ' +
    'row; put these rows into the table above, under its columns.',
  'policy.column-missing': (f) =>
    `The policy table has no ${column(f.column)} column: add that header.`,
  'policy.column-twice': (f) =>
    `The policy table has ${column(f.column)} twice: keep one of the two columns.`,
  'policy.threshold-missing': (f) =>
    `This row of "${f.component}" has no threshold: write an amount, for instance 500000.`,
  'policy.threshold-unreadable': (f) =>
    `The threshold "${f.typed}" cannot be read: write 500000, 50万 or 110%.`,
  'policy.threshold-needs-baseline': (f) =>
    `The threshold "${f.typed}" is a percentage of a baseline that is not given: fill in ` +
    `${column('baseline')}.`,
  'policy.threshold-negative': (f) => `The threshold "${f.typed}" is negative: write 0 or more.`,
  'policy.target-percent': (f) =>
    `The target "${f.name}" is ${f.typed}, which is no amount: write 500000 or 50万.`,
  'policy.threshold-too-far': (f) =>
    `The threshold ${money(f.threshold)} of "${f.component}" cannot be exact beside weights of ` +
    'so many digits: check its unit.',
  'policy.threshold-edges': (f) =>
    `The threshold "${f.typed}" does not say which tier its bounds are in: write "incl." at ` +
    'one end only, as in 500,000 (incl.) - 1,000,000.',
  'policy.gap-between-levels': (f) =>
    `This tier of "${f.component}" ends at ${f.end} and the next begins at ${f.next}: write ` +
    'the same number.',
  'policy.rate-unreadable': (f) =>
    `The rate "${f.typed}" is not one definite number: write 6% or 0.06.`,
  'policy.rate-above-one': (f) =>
    `The rate "${f.typed}" is above 1: write ${f.percent} or ${f.decimal}.`,
  'policy.word-unknown': (f) =>
    `"${f.typed}" is not known in ${column(f.column)}: write one of ` +
    `${f.choices.map(({ en }) => en).join(' / ')}.`,
  'policy.amount-unreadable': (f) =>
    `"${f.typed}" in ${column(f.column)} is not an amount: write yuan, for instance 20000.`,
  'policy.date-unreadable': (f) =>
    `"${f.typed}" in ${column(f.column)} is not a date: write it as 2025-07-01.`,
  'policy.dates-reversed': (f) =>
    `"${f.component}" begins on ${day(f.from)}, after it ends on ${day(f.to)}: correct one ` +
    'of the two.',
  'policy.year-start-unreadable': (f) =>
    `The first month of the year "${f.typed}" is not right: write 1 to 12 (4 for a fiscal ` +
    'year from April).',
  'policy.tax-rate-unreadable': (f) => `The tax rate "${f.typed}" cannot be read: write 6%.`,
  'policy.weight-unreadable': (f) =>
    `The weight "${f.typed}" cannot be read: write it as Security×1.5.`,
  'policy.list-excepts': (f) =>
    `"${f.typed}" in ${column(f.column)} leaves something out, and this column lists what ` +
    'is in: write all, and Category≠Name in ' +
    `${column(f.column === 'counts' ? 'countsWhere' : 'where')}.`,
  'policy.rate-added': (f) =>
    `The rate "${f.typed}" has a plus sign beside "${f.beside}": is it on top of the tier ` +
    `below or this tier's own? Write this tier's whole rate, for instance 5%.`,
  'policy.gate-unreadable': (f) =>
    `The gate "${f.typed}" cannot be read: write it as RenewalRate>=90%.`,
  'policy.fact-unreadable': (f) =>
    `The value "${f.typed}" of the fact "${f.name}" is not a number: write 92% or 0.92.`,
  'policy.baseline-missing': (f) =>
    `"${f.component}" pays on the increment but has no baseline: fill in ${column('baseline')}.`,
  'policy.contradiction': (f) =>
    `"${f.component}" says "${f.first}" in ${column(f.column)} and "${f.second}" here: make ` +
    'them agree.',
  'policy.not-ascending': (f) =>
    `In "${f.component}" the threshold ${money(f.threshold)} is below the one before, ` +
    `${money(f.previous)}: put them in ascending order.`,
  'policy.same-threshold': (f) =>
    `In "${f.component}" two rows have the threshold ${money(f.threshold)}: keep one.`,
  'policy.gap-between-tiers': (f) =>
    `In "${f.component}" this tier ends at ${money(f.end)} and the next begins at ` +
    `${money(f.next)}: use the same figure for both.`,
  'policy.overlap': (f) =>
    `Two versions of "${f.component}" are in force at once (` +
    `${f.from === null ? 'from the beginning' : `from ${day(f.from)}`}` +
    `${f.to === null ? '' : ` to ${day(f.to)}`}) and would pay twice: change From or To.`,
  'policy.group-windows-differ': (f) =>
    `The components of the "highest" group "${f.group}" accumulate over different periods ` +
    'and cannot be compared: give them the same period and year start.',
  'policy.cap-below-floor': (f) =>
    `"${f.component}" has a cap of ${yuan(f.cap)} below its floor of ${yuan(f.floor)}: check both.`,
  'policy.where-unreadable': (f) =>
    `"${f.typed}" in ${column(f.column)} cannot be read: write Type=New, Region≠Shanghai, ` +
    'first order or new customer(12m), several joined by "and".',
  'policy.baseline-unreadable': (f) =>
    `The baseline "${f.typed}" cannot be read: write an amount, last year, previous or ` +
    'target NAME, each with ×1.1 if need be.',
  'policy.months-unreadable': (f) =>
    `The claw-back period "${f.typed}" cannot be read: write it as 6m.`,
  'policy.group-cap-unreadable': (f) =>
    `The group cap "${f.typed}" cannot be read: write the group's name and an amount, as ` +
    'Promotion 80000.',
  'policy.level-unreadable': (f) =>
    `The threshold "${f.typed}" cannot be read: the measure is ${measureName(f.measure)}, ` +
    'so write ' +
    (f.measure.kind === 'share'
      ? '20%'
      : f.measure.kind === 'fact'
        ? '80% or a number'
        : 'a whole number, as 5') +
    '.',
  'policy.share-above-one': (f) =>
    `The threshold "${f.typed}" is above 1: write a share as ${f.percent}.`,
  'policy.fact-nameless': (f) =>
    `"${f.header}" does not say which fact it is: head it with the fact's name, or add a ` +
    'column "Name".',
  'policy.header-period': (f) =>
    `The header speaks of the sales of a ${f.period === 'half' ? 'half-year' : f.period}, ` +
    'but there is no column ' +
    '"Accumulate": add it and say over which period sales add up, or it would be the year.',
  'policy.header-note': (f) =>
    `"${f.note}" after the header ${column(f.column)} is not read: if it changes what the ` +
    'numbers mean, write it as Threshold (10k), for instance.',
  'policy.header-currency': (f) =>
    `The header ${column(f.column)} says ${f.currency}, but only yuan are computed: convert ` +
    'the amounts.',
  'policy.rate-above-all': (f) =>
    `The rate "${f.typed}" is above 100%: check it, and write 6% or 0.06, for instance.`,
  'policy.percent-doubtful': (f) =>
    `Under rates in % stands ${f.typed} beside ${f.beside}: is it ${f.typed}% or ${f.typed} ` +
    'of the amount? Write the % sign.',
  'policy.levels-not-ascending': (f) =>
    `In "${f.component}" the threshold ${f.level} is below the one before, ${f.previous}: ` +
    'put them in ascending order.',
  'policy.same-level': (f) =>
    `In "${f.component}" two rows have the threshold ${f.level}: keep one.`,
  'policy.clauses-conflict': (f) =>
    `In "${f.component}", ${column(f.column)} (${f.typed}) together with ${column(f.other)} ` +
    'has no definite meaning: change one of the two.',
  'policy.per-full-rows': (f) =>
    `"${f.component}" pays per full threshold and can have one row only: delete the others.`,
  'policy.per-full-threshold': (f) =>
    `"${f.component}" pays per full threshold: write a threshold above 0, for instance 1000000.`,
  'policy.per-full-rate': (f) =>
    `"${f.component}" pays its bonus per full threshold: empty the rate.`,
  'policy.per-full-bonus': (f) =>
    `"${f.component}" pays per full threshold but has no bonus: fill in ${column('bonus')}.`,
  'policy.top-up-unknown': (f) =>
    `"${f.component}" tops up "${f.name}", which is no component of this policy: write one ` +
    `of ${f.names.join(', ')}.`,
  'policy.top-up-circle': (f) =>
    `The top-up of "${f.component}" leads back to itself: change ${column('stack')}.`,
  'policy.group-cap-differs': (f) =>
    `The group cap "${f.group}" has two different amounts: make them agree.`,
  'policy.group-cap-windows': (f) =>
    `The components of the group cap "${f.group}" accumulate over different periods: give ` +
    'them the same period and year start.',
  'policy.fact-not-percent': (f) =>
    `The fact "${f.name}" is ${f.typed}, above 1, beside a percentage (${f.beside}): write ` +
    `${f.percent}.`,
  'policy.gate-not-percent': (f) =>
    `The gate "${f.typed}" has no % sign, but the fact "${f.name}" is a percentage (` +
    `${f.beside}): write ${f.percent}.`,
  'policy.fact-twice': (f) =>
    `The fact "${f.name}" is given twice${f.period === '' ? '' : ` for ${f.period}`} (` +
    `${f.first} and ${f.second}): keep one.`,
  'policy.fact-period': (f) =>
    `The period "${f.typed}" of the fact "${f.name}" cannot be read: write 2025Q1, 2025-03, ` +
    '2025 or FY2026.',
};
