import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { PolicyFact } from '#domain/policy/policy.facts.ts';
import { day, percent, threshold, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

const column = (name: PolicyColumn): string => `"${POLICY_HEADERS[name].en}"`;
const money = (amount: Parameters<typeof threshold>[0]): string => threshold(amount, 'en-US');

export const policy: Sentences<PolicyFact> = {
  'policy.empty': () =>
    'The policy table is empty: write at least one row with a threshold and a rate.',
  'policy.no-header': () =>
    'No header row was found in the policy table: write "Threshold" and "Rate" in its first row.',
  'policy.column-missing': (f) =>
    `The policy table has no ${column(f.column)} column: add that header.`,
  'policy.column-twice': (f) =>
    `The policy table has ${column(f.column)} twice: keep one of the two columns.`,
  'policy.threshold-missing': (f) =>
    `This row of "${f.component}" has no threshold: write an amount, for instance 500000.`,
  'policy.threshold-unreadable': (f) =>
    `The threshold "${f.typed}" cannot be read: write 500000, 50万 or 110%.`,
  'policy.threshold-needs-baseline': (f) =>
    `The threshold "${f.typed}" is a percentage of a baseline that is not given: fill in ${column('baseline')}.`,
  'policy.threshold-negative': (f) => `The threshold "${f.typed}" is negative: write 0 or more.`,
  'policy.rate-unreadable': (f) =>
    `The rate "${f.typed}" is not one definite number: write 6% or 0.06.`,
  'policy.rate-above-one': (f) =>
    `The rate "${f.typed}" is above 1: write ${f.percent} or ${f.decimal}.`,
  'policy.word-unknown': (f) =>
    `"${f.typed}" is not known in ${column(f.column)}: write one of ${f.choices.join(' / ')}.`,
  'policy.amount-unreadable': (f) =>
    `"${f.typed}" in ${column(f.column)} is not an amount: write yuan, for instance 20000.`,
  'policy.date-unreadable': (f) =>
    `"${f.typed}" in ${column(f.column)} is not a date: write it as 2025-07-01.`,
  'policy.dates-reversed': (f) =>
    `"${f.component}" begins on ${day(f.from)}, after it ends on ${day(f.to)}: correct one of the two.`,
  'policy.year-start-unreadable': (f) =>
    `The first month of the year "${f.typed}" is not right: write 1 to 12 (4 for a fiscal year from April).`,
  'policy.tax-rate-unreadable': (f) => `The tax rate "${f.typed}" cannot be read: write 6%.`,
  'policy.weight-unreadable': (f) =>
    `The weight "${f.typed}" cannot be read: write it as Security×1.5.`,
  'policy.gate-unreadable': (f) =>
    `The gate "${f.typed}" cannot be read: write it as RenewalRate>=90%.`,
  'policy.gate-unknown': (f) =>
    `"${f.component}" needs ${f.gate}, but the facts table has no "${f.name}": it pays 0 until you add its value.`,
  'policy.fact-unreadable': (f) =>
    `The value "${f.typed}" of the fact "${f.name}" is not a number: write 92% or 0.92.`,
  'policy.baseline-missing': (f) =>
    `"${f.component}" pays on the increment but has no baseline: fill in ${column('baseline')}.`,
  'policy.contradiction': (f) =>
    `"${f.component}" says "${f.first}" in ${column(f.column)} and "${f.second}" here: make them agree.`,
  'policy.not-ascending': (f) =>
    `In "${f.component}" the threshold ${money(f.threshold)} is below the one before, ${money(f.previous)}: put them in ascending order.`,
  'policy.same-threshold': (f) =>
    `In "${f.component}" two rows have the threshold ${money(f.threshold)}: keep one.`,
  'policy.gap-between-tiers': (f) =>
    `In "${f.component}" this tier ends at ${money(f.end)} and the next begins at ${money(f.next)}: use the same figure for both.`,
  'policy.dead-tier': (f) =>
    `Tier ${f.tier} of "${f.component}" has the rate and bonus of the tier before and changes nothing: check it.`,
  'policy.total-falls': (f) =>
    `In "${f.component}" the rebate falls from ${yuan(f.below)} to ${yuan(f.reached)} when ${money(f.threshold)} is reached: check this tier.`,
  'policy.overlap': (f) =>
    `Two versions of "${f.component}" are in force at once (${f.from === null ? 'from the beginning' : `from ${day(f.from)}`}${f.to === null ? '' : ` to ${day(f.to)}`}) and would pay twice: change From or To.`,
  'policy.group-windows-differ': (f) =>
    `The components of the "highest" group "${f.group}" accumulate over different periods and cannot be compared: give them the same period and year start.`,
  'policy.cap-below-floor': (f) =>
    `"${f.component}" has a cap of ${yuan(f.cap)} below its floor of ${yuan(f.floor)}: check both.`,
  'policy.category-not-in-catalog': (f) =>
    `"${f.component}" pays the category "${f.category}", which no product of the catalog has: check the name.`,
  'policy.scheme-unstated': (f) =>
    f.whole === null || f.marginal === null
      ? `"${f.component}" does not say how it pays and is read as whole: ask the vendor whether it is whole or marginal.`
      : `"${f.component}" does not say how it pays: whole gives ${yuan(f.whole)} in all, marginal ${yuan(f.marginal)}; read as whole, ask the vendor.`,
  'policy.edge-unstated': (f) =>
    `"${f.component}" does not say at or above: with sales of exactly ${money(f.threshold)}, "at" pays ${yuan(f.at)} and "above" ${yuan(f.above)}; read as at, ask the vendor.`,
  'policy.rate-floor': (f) =>
    `"${f.component}" gives the rate as ${percent(f.rate, true)}, meaning "at least": computed with ${percent(f.rate)}, the true figure may be higher.`,
  'policy.json-unreadable': (f) =>
    `"${f.field}" is missing from the policy file or cannot be read: follow the form of the example policy.`,
};
