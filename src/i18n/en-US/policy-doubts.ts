import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { PolicyFact } from '#domain/policy/policy.facts.ts';
import { asLines, day, percent, threshold, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';

const column = (name: PolicyColumn): string => `"${POLICY_HEADERS[name].en}"`;
const money = (amount: Parameters<typeof threshold>[0]): string => threshold(amount, 'en-US');

/** The headers of rows to copy; whatever else heads a column is the user's own. */
const inEnglish = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.map((row, at) =>
    at > 0
      ? row
      : row.map((text) => {
          const own = Object.values(POLICY_HEADERS).find(({ zh }) => text.startsWith(zh));
          return own === undefined ? text : text.replace(own.zh, own.en);
        }),
  );

const someOf = (names: readonly string[]): string =>
  names
    .slice(0, 8)
    .map((name) => `"${name}"`)
    .join(', ') + (names.length > 8 ? '…' : '');

/**
 * What a policy's check says on a ledger, beyond what is wrong with the table, and what is said of
 * policy files and drafts: nothing that a formula ever says.
 */
export const policyDoubts = {
  'policy.scheme-unstated': (f) =>
    f.whole === null || f.marginal === null
      ? `"${f.component}" does not say how it pays and is read as whole: ask the vendor ` +
        'whether it is whole or marginal.'
      : `"${f.component}" does not say how it pays: whole gives ${yuan(f.whole)} in all, ` +
        `marginal ${yuan(f.marginal)}; read as whole, ask the vendor.`,
  'policy.edge-unstated': (f) =>
    `"${f.component}" does not say at or above: with sales of exactly ${money(f.threshold)},` +
    ` "at" pays ${yuan(f.at)} and "above" ${yuan(f.above)}; read as at, ask the vendor.`,
  'policy.percents-small': (f) =>
    `All rates of "${f.component}" under Rate (%) are below 0.1 (${f.typed}, for instance) ` +
    `and are computed as ${f.typed}%: if factors are meant, take the % out of the header or ` +
    'write % signs.',
  'policy.counted-nowhere': (f) =>
    `"${f.component}" counts the category "${f.category}", which no order of the ledger ` +
    'has: check the name.',
  'policy.share-nowhere': (f) =>
    `"${f.component}" looks at the share of "${f.category}", which no order of the ledger ` +
    'has, so that the share stays 0: check the name.',
  'policy.below-baseline': (f) =>
    `The threshold ${f.percent} of "${f.component}" is below 100% of the baseline: growth ` +
    `of 10% is written 110%; if that is meant, write ${f.above}.`,
  'policy.refund-unstated': (f) =>
    `"${f.component}" does not say how refunds count: on their day it pays ` +
    `${yuan(f.onItsDay)}, at the original rate ${yuan(f.originalRate)}, restated ` +
    `${yuan(f.restate)}; on their day is used, ask the vendor.`,
  'policy.counts-where-unstated': (f) =>
    `"${f.component}" does not say which orders set its tier: those of its condition pay ` +
    `${yuan(f.now)}, all orders ${yuan(f.other)}; those of the condition are used, ask the vendor.`,
  'policy.counts-unstated': (f) =>
    `"${f.component}" does not say which categories set its tier: all pay ${yuan(f.now)}, ` +
    `its own alone ${yuan(f.other)}; all are used, ask the vendor.`,
  'policy.accumulate-unstated': (f) =>
    `"${f.component}" does not say over which period it accumulates: a year pays ` +
    `${yuan(f.year)}, a quarter ${yuan(f.quarter)}, a month ${yuan(f.month)}; a year is ` +
    'used, ask the vendor.',
  'policy.beyond-top-tier': (f) =>
    `The top tier of "${f.component}" ends at ${money(f.end)}, and sales came to ` +
    `${yuan(f.reached)}: its terms are used beyond it, ask the vendor what is paid there.`,
  'policy.clawback-unstated': (f) =>
    `"${f.component}" does not say how long after its end refunds are taken back: never pays ` +
    `${yuan(f.never)}, always ${yuan(f.always)}; ${f.now === f.never ? 'never' : 'always'} is ` +
    'used, ask the vendor.',
  'policy.silence-unpriced': (f) =>
    `"${f.component}" does not say ${f.columns.map(column).join(', ')}; with more than ` +
    `${f.most} ${f.of} what each is worth was not worked out: ask the vendor and fill them in.`,
  'policy.blank-field': (f) =>
    `The condition of "${f.component}" looks at "${f.header}", which is blank in ${f.orders}` +
    ' orders; under ≠ they count: fill them in.',
  'policy.value-nowhere': (f) =>
    `The condition of "${f.component}" asks for ${f.header}="${f.value}", which no order of ` +
    'the ledger has: check the spelling.',
  'policy.category-nowhere': (f) =>
    `No order of the ledger has the category "${f.category}" of "${f.component}": check the ` +
    'spelling.',
  'policy.new-by-ledger-start': (f) =>
    `"${f.component}" pays customers new within ${f.months} months, but the ledger begins ` +
    `on ${day(f.first)}: ${f.customers} customers count as new for want of earlier rows; ` +
    'check them.',
  'policy.past-partial': (f) =>
    `"${f.component}" looks at the sales of ${f.needed}, but the ledger has its first order ` +
    `on ${day(f.first)}: what is there is used; make sure that there was nothing before.`,
  'policy.all-in-top-tier': (f) =>
    `Every window of "${f.component}" is in the top tier: check the unit of the thresholds ` +
    'and the period.',
  'policy.no-tier-reached': (f) =>
    `No window of "${f.component}" reaches the first tier: check the unit of the thresholds ` +
    'and the period.',
  'policy.thresholds-small': (f) =>
    `The top threshold of "${f.component}" is only ${yuan(f.threshold)}, beside an order of ` +
    `${yuan(f.largest)}: if thresholds are in 万元, say so in the header.`,
  'policy.bare-factor': (f) =>
    `"${f.component}" has a baseline and a threshold of ${f.typed}, read as ${f.typed} ` +
    `yuan: if it is a factor of the baseline, write ${f.percent}.`,
  'policy.json-unreadable': (f) =>
    `"${f.field}" is missing from the policy file or cannot be read: follow the form of the ` +
    'example policy.',
  'policy.header-read-later': (f) =>
    `The draft is the first to ask for the ledger's column "${f.header}" and cannot be ` +
    'tried yet: write the policy, and the next reading of the ledger reads it too.',
  'policy.header-not-in-ledger': (f) =>
    `${column(f.column)} asks for "${f.header}", a column that the ledger does not have (it ` +
    `has ${f.headers.join(', ')}): add it or change the condition.`,
  'policy.dead-tier': (f) =>
    `Tier ${f.tier} of "${f.component}" has the rate and bonus of the tier before and ` +
    'changes nothing: check it.',
  'policy.total-falls': (f) =>
    `In "${f.component}" the rebate falls from ${yuan(f.below)} to ${yuan(f.reached)} when ` +
    `${money(f.threshold)} is reached: check this tier.`,
  'policy.rate-floor': (f) =>
    `"${f.component}" gives the rate as ${percent(f.rate, true)}, meaning "at least": ` +
    `computed with ${percent(f.rate)}, the true figure may be higher.`,
  'policy.column-unread': (f) =>
    `The column "${f.header}" is not read (its first value is "${f.value}"): if it changes ` +
    'the rebate, use one of our columns.',
  'policy.period-read': () =>
    'The column of periods is taken for "Accumulate" (sales add up over it to set the ' +
    'tier): if it only says when it is paid, name it "Pay".',
  'policy.row-unread': (f) =>
    `This row is not read ("${f.text}"): if it bears on the rebate, write it in a column ` +
    'that is known.',
  'policy.clawback-without-end': (f) =>
    `"${f.component}" has a claw-back period but no last day, so it has no effect: fill in ` +
    `${column('to')}.`,
  'policy.baseline-per-member': (f) =>
    `"${f.component}" accumulates for each ${f.per}, so its stated baseline holds for every ` +
    'one of them: make sure it is not their sum.',
  'policy.gate-unknown': (f) =>
    `"${f.component}" needs ${f.gate}, but the facts table has no "${f.name}": it pays 0 ` +
    'until you add its value.',
  'policy.columns-across': ({ names, rows, periods }) =>
    periods
      ? `${someOf(names)} have a column each, rates by period: write one row a tier with From ` +
        `and To for each period (a year for YYYY), for instance: ${asLines(inEnglish(rows))}`
      : `${someOf(names)} have a column each, and nothing says whether they are categories, ` +
        'grades, customers or periods: write one row a tier; if they are categories, paste ' +
        `this: ${asLines(inEnglish(rows))}`,
} satisfies Partial<Sentences<PolicyFact>>;
