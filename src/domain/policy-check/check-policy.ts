import { itemAt } from '../columns.ts';
import { categoryKey } from '../catalog/category.ts';
import { Decimal } from '../money/decimal.ts';
import { checkClauses, checkTogether } from '../policy/check-clauses.ts';
import { type Facts, factKey } from '../policy/facts.ts';
import { areInForceTogether } from '../policy/in-force.ts';
import type { PolicyFinding } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import { clauseCell as cellOf } from '../policy/finding.ts';
import type { Component, Tier } from '../policy/policy.ts';
import { mostSales } from './beyond-exact.ts';
import { tierDoubts } from './tier-doubts.ts';

/** Everything that can be said of a policy without a ledger. */
export function checkPolicy(
  components: readonly Component[],
  facts: Facts,
): readonly PolicyFinding[] {
  return [
    ...components.flatMap((component) => [
      ...checkTiers(component),
      ...checkComponent(component, facts),
      ...checkClauses(component, facts),
    ]),
    ...checkTogether(components),
    ...checkOverlaps(components),
    ...checkGroups(components),
  ];
}

function checkTiers(component: Component): readonly PolicyFinding[] {
  const { name } = component;
  const most = mostSales(component);
  const tooFar = component.tiers.filter(
    ({ level, threshold }) => level === undefined && threshold > most,
  );
  if (tooFar.length > 0)
    return tooFar.map((tier) =>
      error(tier, { code: 'policy.threshold-too-far', component: name, threshold: tier.threshold }),
    );
  const findings = component.tiers.slice(1).flatMap((tier, index): readonly PolicyFinding[] => {
    const previous = itemAt(component.tiers, index);
    const order = levelOf(tier).cmp(levelOf(previous));
    if (order < 0) return [error(tier, notAscending(name, tier, previous))];
    if (order === 0) return [error(tier, sameThreshold(name, tier))];
    if (tier.rate.eq(previous.rate) && tier.bonus === previous.bonus)
      return [warning(tier, { code: 'policy.dead-tier', component: name, tier: index + 2 })];
    return [];
  });
  if (findings.some((finding) => finding.level === 'error')) return findings;
  return [...findings, ...tierDoubts(component)];
}

/** What thresholds are compared by: a level, a factor of the baseline, or fen. */
const levelOf = ({ level, ofBaseline, threshold }: Tier): Decimal =>
  level ?? ofBaseline ?? new Decimal(threshold);

const notAscending = (component: string, tier: Tier, previous: Tier): PolicyFact =>
  tier.level === undefined && tier.ofBaseline === undefined
    ? {
        code: 'policy.not-ascending',
        component,
        threshold: tier.threshold,
        previous: previous.threshold,
      }
    : {
        code: 'policy.levels-not-ascending',
        component,
        level: levelText(tier),
        previous: levelText(previous),
      };

const levelText = (tier: Tier): string =>
  tier.ofBaseline !== undefined || tier.levelIsPercent === true
    ? `${levelOf(tier).times(100).toString()}%`
    : levelOf(tier).toString();

const sameThreshold = (component: string, tier: Tier): PolicyFact =>
  tier.level === undefined && tier.ofBaseline === undefined
    ? { code: 'policy.same-threshold', component, threshold: tier.threshold }
    : { code: 'policy.same-level', component, level: levelText(tier) };

function checkComponent(component: Component, facts: Facts): readonly PolicyFinding[] {
  const { name, from, to, cap, floor, gate } = component;
  const place = component.tiers[0];
  const findings: PolicyFinding[] = [];
  if (
    component.scheme === 'increment' &&
    component.baseline === null &&
    component.baselineFrom === null
  )
    findings.push(error(place, { code: 'policy.baseline-missing', component: name }));
  if (from !== null && to !== null && from > to)
    findings.push({
      ...error(place, { code: 'policy.dates-reversed', component: name, from, to }),
      cell: cellOf(component, 'to'),
    });
  if (cap !== null && floor !== null && cap < floor)
    findings.push(error(place, { code: 'policy.cap-below-floor', component: name, cap, floor }));
  findings.push(...checkTarget(component, facts));
  for (const term of gate?.terms ?? [])
    if (term.measure.kind === 'fact' && !facts.has(factKey(term.measure.name)))
      findings.push({
        ...warning(place, {
          code: 'policy.gate-unknown',
          component: name,
          gate: term.text,
          name: term.measure.name,
        }),
        cell: cellOf(component, 'gate'),
      });
  return findings;
}

/** 85 % is what was reached of a target, not the target: 85 fen would be reached by anybody. */
function checkTarget({ baselineFrom }: Component, facts: Facts): readonly PolicyFinding[] {
  if (baselineFrom?.kind !== 'target') return [];
  const stated = facts.get(factKey(baselineFrom.name)) ?? [];
  return stated
    .filter(({ percent }) => percent)
    .map(({ name, value, cell }) => ({
      level: 'error',
      cell,
      fact: { code: 'policy.target-percent', name, typed: `${value.times(100).toString()}%` },
      atStake: null,
    }));
}

/** Two versions of one component in force on the same day would pay twice. */
function checkOverlaps(components: readonly Component[]): readonly PolicyFinding[] {
  return components.flatMap((component, index) =>
    components
      .slice(0, index)
      .filter(
        (earlier) => earlier.name === component.name && areInForceTogether(earlier, component),
      )
      .map((earlier) =>
        error(component.tiers[0], {
          code: 'policy.overlap',
          component: component.name,
          from: latest(earlier.from, component.from),
          to: earliest(earlier.to, component.to),
        }),
      ),
  );
}

const latest = (a: Component['from'], b: Component['from']): Component['from'] =>
  a === null ? b : b === null ? a : a > b ? a : b;
const earliest = (a: Component['to'], b: Component['to']): Component['to'] =>
  a === null ? b : b === null ? a : a < b ? a : b;

/** Only entitlements of the same window can be compared. */
function checkGroups(components: readonly Component[]): readonly PolicyFinding[] {
  const first = new Map<string, Component>();
  return components.flatMap((component): readonly PolicyFinding[] => {
    if (component.stack.kind !== 'highest') return [];
    const { group } = component.stack;
    const other = first.get(categoryKey(group));
    if (other === undefined) first.set(categoryKey(group), component);
    const differ =
      other !== undefined &&
      (other.accumulate !== component.accumulate || other.yearStart !== component.yearStart);
    return differ
      ? [error(component.tiers[0], { code: 'policy.group-windows-differ', group })]
      : [];
  });
}

const finding =
  (level: PolicyFinding['level']) =>
  (tier: Tier | undefined, fact: PolicyFact): PolicyFinding => ({
    level,
    cell: tier?.cell ?? '',
    fact,
    atStake: null,
  });
const error = finding('error');
const warning = finding('warning');
