import { categoryWeight } from '../policy/category-terms.ts';
import { type Decimal, ONE } from '../money/decimal.ts';
import type { RoundingMode } from '../money/rounding.ts';
import type { Component, Edge, Policy, Refund, Scheme } from '../policy/policy.ts';
import { categoryKey } from '../catalog/category.ts';
import type { PolicyColumn } from '../policy/columns.ts';

/** What a policy may leave open, and a statement may show. */
export const READING_FIELDS = [
  'scheme',
  'edge',
  'base',
  'rounding',
  'below',
  'counts',
  'refund',
  'where',
] as const;

export type ReadingField = (typeof READING_FIELDS)[number];

/** One way to read a policy. `mixed`: its components are not alike in this. */
export interface Reading {
  readonly scheme: Scheme | 'mixed';
  readonly edge: Edge | 'mixed';
  readonly base: 'gross' | 'net' | 'mixed';
  readonly rounding: Rounding | 'mixed';
  /** Sales below the first threshold earn nothing, or the first tier's rate. */
  readonly below: 'nothing' | 'first-rate';
  /** What sets the tier: as the policy says, or each component's own categories alone. */
  readonly counts: 'as-written' | 'own';
  readonly refund: Refund | 'mixed';
  /** Which orders earn: as 条件 says, or all of the categories. */
  readonly where: 'conditions' | 'everything';
}

type Rounding = `${RoundingMode} ${'per order' | 'on the total'}`;

const ROUNDINGS: readonly Rounding[] = [
  'half-up on the total',
  'half-up per order',
  'truncate on the total',
  'truncate per order',
];

export const roundingMode = (rounding: Rounding): RoundingMode =>
  rounding.startsWith('truncate') ? 'truncate' : 'half-up';

export const isPerOrder = (rounding: Rounding): boolean => rounding.endsWith('per order');

/** The reading in force: what the policy says, with its defaults. */
export function readingOf(policy: Policy): Reading {
  const all = policy.components;
  return {
    scheme: alike(all, (one) => one.scheme),
    edge: alike(all, (one) => one.edge),
    base: alike(all, (one) => one.base),
    rounding: alike(
      all,
      (one): Rounding =>
        `${one.rounding.mode} ${one.rounding.per === 'order' ? 'per order' : 'on the total'}`,
    ),
    below: 'nothing',
    counts: 'as-written',
    refund: alike(all, (one) => one.refund),
    where: 'conditions',
  };
}

function alike<T extends string>(
  components: readonly Component[],
  value: (component: Component) => T,
): T | 'mixed' {
  const [first, ...rest] = components.map(value);
  return first !== undefined && rest.every((other) => other === first) ? first : 'mixed';
}

/** The policy read in another way. A field that is `mixed` stays as each component has it. */
export function readAs(policy: Policy, reading: Omit<Reading, 'rounding'>): Policy {
  return {
    ...policy,
    components: policy.components.map((component) => componentAs(component, reading)),
  };
}

function componentAs(
  component: Component,
  { scheme, edge, base, below, counts, refund, where }: Omit<Reading, 'rounding'>,
): Component {
  return {
    ...component,
    scheme: scheme === 'mixed' ? component.scheme : scheme,
    edge: edge === 'mixed' ? component.edge : edge,
    base: base === 'mixed' ? component.base : base,
    tiers: below === 'first-rate' ? fromZero(component.tiers) : component.tiers,
    counts: counts === 'own' ? ownCounts(component) : component.counts,
    refund: refund === 'mixed' ? component.refund : refund,
    ...(where === 'everything' ? { where: null, countsWhere: null } : {}),
  };
}

function fromZero(tiers: Component['tiers']): Component['tiers'] {
  const [first, ...rest] = tiers;
  return first === undefined || first.threshold === 0
    ? tiers
    : [{ ...first, threshold: 0 as typeof first.threshold }, ...rest];
}

function ownCounts(component: Component): Component['counts'] {
  if (component.categories === 'all') return component.counts;
  const weight = (key: string): Decimal => categoryWeight(component.counts, key);
  const keys = Object.keys(component.categories);
  return {
    weights: Object.fromEntries(keys.map((key) => [key, weight(categoryKey(key))])),
    others: ONE.minus(ONE),
  };
}

const REFUNDS: readonly Refund[] = ['on-its-day', 'original-rate', 'restate'];

/**
 * Other readings of 退款口径 and 条件, of the clauses alone: beside every scheme and edge as well
 * they would be hundreds.
 */
function clauseReadings(policy: Policy, inForce: Reading, hasRefunds: boolean): readonly Reading[] {
  const wheres = policy.components.some((component) => component.where !== null)
    ? (['conditions', 'everything'] as const)
    : (['conditions'] as const);
  const refunds = hasRefunds ? [inForce.refund, ...REFUNDS] : [inForce.refund];
  return refunds
    .flatMap((refund) => wheres.map((where) => ({ ...inForce, refund, where })))
    .filter((reading) => distance(reading, inForce) > 0)
    .flatMap((reading) => [
      reading,
      ...ROUNDINGS.filter((rounding) => rounding !== inForce.rounding).map((rounding) => ({
        ...reading,
        rounding,
      })),
    ]);
}

/**
 * Every reading worth trying, the one in force first.
 *
 * @param hasRefunds - the ledger has refunds whose place and rate could tell something
 */
export function candidateReadings(policy: Policy, hasRefunds: boolean): readonly Reading[] {
  const inForce = readingOf(policy);
  const withBaseline = policy.components.some((component) => component.baseline !== null);
  const schemes: readonly Scheme[] = withBaseline
    ? ['whole', 'marginal', 'increment']
    : ['whole', 'marginal'];
  const candidates: Reading[] = [inForce];
  for (const scheme of schemes)
    for (const edge of ['at', 'above'] as const)
      for (const base of ['gross', 'net'] as const) {
        for (const below of ['nothing', 'first-rate'] as const)
          for (const counts of ['as-written', 'own'] as const)
            for (const rounding of ROUNDINGS) {
              const candidate = { ...inForce, scheme, edge, base, rounding, below, counts };
              if (distance(candidate, inForce) > 0) candidates.push(candidate);
            }
      }
  return [...candidates, ...clauseReadings(policy, inForce, hasRefunds)];
}

/** In how many fields two readings differ. */
export const distance = (a: Reading, b: Reading): number =>
  READING_FIELDS.filter((field) => a[field] !== b[field]).length;

/**
 * Clauses that the inference takes as they are written, as far as the policy has them: where a
 * vendor reads one of these in another way, no reading that was tried fits its statement.
 */
export const untriedClauses = ({ components }: Policy): readonly PolicyColumn[] =>
  UNTRIED.filter(([, isIn]) => components.some(isIn)).map(([column]) => column);

const UNTRIED: readonly (readonly [PolicyColumn, (component: Component) => boolean])[] = [
  ['accumulate', () => true],
  ['trueUp', ({ scheme }) => scheme === 'whole' || scheme === 'increment'],
  ['per', ({ per }) => per !== null],
  ['measure', ({ measure }) => measure.kind !== 'sales'],
  ['lag', ({ lag }) => lag.kind !== 'current'],
  ['baseline', ({ baseline, baselineFrom }) => baseline !== null || baselineFrom !== null],
  ['cap', ({ cap }) => cap !== null],
  ['groupCap', ({ groupCap }) => groupCap !== null],
  ['gate', ({ gate }) => gate !== null],
  ['stack', ({ stack }) => stack.kind !== 'add'],
  ['carry', ({ carry }) => carry],
];
