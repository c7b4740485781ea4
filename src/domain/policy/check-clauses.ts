import { categoryKey } from '../catalog/category.ts';
import { Decimal, ONE } from '../money/decimal.ts';
import type { PolicyColumn } from './columns.ts';
import { type FactValue, type Facts, factKey } from './facts.ts';
import { type PolicyFinding, clauseCell } from './finding.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Component, GateTerm } from './policy.ts';

/** What one component's clauses say that cannot be, or that is hardly meant. */
export function checkClauses(component: Component, facts: Facts): readonly PolicyFinding[] {
  return [
    ...checkPerFull(component),
    ...checkConflicts(component),
    ...checkPercents(component, facts),
    ...checkBaseline(component),
  ];
}

/** 每满: one row, a threshold above 0, a bonus and no rate. */
function checkPerFull(component: Component): readonly PolicyFinding[] {
  const { scheme, tiers, name } = component;
  const first = tiers[0];
  if (scheme !== 'per-full' || first === undefined) return [];
  const findings: PolicyFinding[] = [];
  const say = (
    code: Extract<PolicyFact, { code: `policy.per-full-${string}` }>['code'],
    cell: string,
  ): void => {
    findings.push({ level: 'error', cell, fact: { code, component: name }, atStake: null });
  };
  if (tiers.length > 1) say('policy.per-full-rows', tiers[1]?.cell ?? '');
  if ((first.level ?? first.ofBaseline ?? new Decimal(first.threshold)).lte(0))
    say('policy.per-full-threshold', first.cell);
  if (first.bonus <= 0) say('policy.per-full-bonus', first.cell);
  if (!first.rate.isZero()) say('policy.per-full-rate', first.cell);
  return findings;
}

/** Pairs of clauses that mean nothing together: no figure is better than an arbitrary one. */
function checkConflicts(component: Component): readonly PolicyFinding[] {
  const { scheme, measure, lag, accumulate, baselineFrom, per, groupCap, clawback, refund, to } =
    component;
  const findings: PolicyFinding[] = [];
  const conflict = (column: PolicyColumn, typed: string, other: PolicyColumn): void => {
    findings.push(
      of(component, 'error', column, {
        code: 'policy.clauses-conflict',
        component: component.name,
        column,
        typed,
        other,
      }),
    );
  };
  const measured = measure.kind !== 'sales' || lag.kind !== 'current';
  if (measured && (scheme === 'marginal' || scheme === 'rolling'))
    conflict(measure.kind === 'sales' ? 'lag' : 'measure', measureText(component), 'scheme');
  if (measured && baselineFrom !== null && scheme !== 'increment')
    if (component.tiers.some(({ ofBaseline }) => ofBaseline !== undefined))
      conflict('baseline', baselineFrom.text, 'measure');
  if (lag.kind === 'last' && measure.kind === 'fact')
    conflict('lag', `近${lag.windows}期`, 'measure');
  if (accumulate === 'order') {
    if (measured)
      conflict(measure.kind === 'sales' ? 'lag' : 'measure', measureText(component), 'accumulate');
    if (baselineFrom !== null) conflict('baseline', baselineFrom.text, 'accumulate');
    if (per !== null) conflict('per', per.header, 'accumulate');
    if (groupCap !== null) conflict('groupCap', groupCap.group, 'accumulate');
    if (component.stack.kind === 'top-up')
      conflict('stack', component.stack.components.join('、'), 'accumulate');
  }
  if (clawback !== null && clawback > 0 && refund === 'on-its-day')
    conflict('clawback', String(clawback), 'refund');
  if (clawback !== null && clawback > 0 && to === null)
    findings.push(
      of(component, 'warning', 'clawback', {
        code: 'policy.clawback-without-end',
        component: component.name,
      }),
    );
  return findings;
}

function measureText({ measure, lag }: Component): string {
  if (measure.kind === 'share') return `占比 ${measure.category}`;
  if (measure.kind === 'fact') return `指标 ${measure.name}`;
  const names = { orders: '订单数', customers: '客户数', 'new-customers': '新客数', sales: '' };
  return names[measure.kind] === ''
    ? lag.kind === 'last'
      ? `近${lag.windows}期`
      : '上期'
    : names[measure.kind];
}

/** 85 beside >=90%, or 0.92 beside >=90: one of the two is a hundred times the other. */
function checkPercents(component: Component, facts: Facts): readonly PolicyFinding[] {
  const ofGate = (component.gate?.terms ?? []).flatMap((term) =>
    term.measure.kind === 'fact'
      ? gatePercents(component, term, stated(facts, term.measure.name))
      : [],
  );
  const { measure } = component;
  if (measure.kind !== 'fact') return ofGate;
  const tier = component.tiers.find(({ levelIsPercent }) => levelIsPercent === true);
  if (tier === undefined) return ofGate;
  return [
    ...ofGate,
    ...stated(facts, measure.name).flatMap((fact) =>
      notPercent(fact, `${percentText(tier.level ?? ONE)}`),
    ),
  ];
}

const stated = (facts: Facts, name: string): readonly FactValue[] => facts.get(factKey(name)) ?? [];

function gatePercents(
  component: Component,
  term: GateTerm,
  values: readonly FactValue[],
): readonly PolicyFinding[] {
  if (term.percent) return values.flatMap((fact) => notPercent(fact, term.text));
  // 0.95 beside >=90: a part of one cannot be counted up to ninety.
  const percent = values.find(({ percent: written, value }) => written || isPartOfOne(value));
  return percent === undefined || term.value.lte(1)
    ? []
    : [
        of(component, 'error', 'gate', {
          code: 'policy.gate-not-percent',
          name: percent.name,
          typed: term.text,
          percent: `${term.value.toString()}%`,
          beside: percentText(percent.value),
        }),
      ];
}

const isPartOfOne = (value: Decimal): boolean => value.gt(0) && value.lt(1);

const notPercent = (fact: FactValue, beside: string): readonly PolicyFinding[] =>
  fact.percent || fact.value.lte(1)
    ? []
    : [
        {
          level: 'error',
          cell: fact.cell,
          atStake: null,
          fact: {
            code: 'policy.fact-not-percent',
            name: fact.name,
            typed: fact.value.toString(),
            // 1.02 beside 80 % is 102 %, 85 is 85 %.
            percent: `${fact.value.times(fact.value.lt(2) ? 100 : 1).toString()}%`,
            beside,
          },
        },
      ];

const percentText = (value: Decimal): string => `${value.times(100).toString()}%`;

function checkBaseline(component: Component): readonly PolicyFinding[] {
  const { per, baseline, baselineFrom, name } = component;
  const holdsForEach = baseline !== null || baselineFrom?.kind === 'target';
  return per !== null && holdsForEach
    ? [
        of(component, 'warning', 'baseline', {
          code: 'policy.baseline-per-member',
          component: name,
          per: per.header,
        }),
      ]
    : [];
}

/** What components say about each other. */
export function checkTogether(components: readonly Component[]): readonly PolicyFinding[] {
  return [
    ...checkGroupCaps(components),
    ...components.flatMap((each) => checkTopUp(each, components)),
  ];
}

/** One group, one amount, one length of window. */
function checkGroupCaps(components: readonly Component[]): readonly PolicyFinding[] {
  const first = new Map<string, Component>();
  return components.flatMap((component): readonly PolicyFinding[] => {
    const { groupCap } = component;
    if (groupCap === null) return [];
    const other = first.get(categoryKey(groupCap.group));
    if (other === undefined) {
      first.set(categoryKey(groupCap.group), component);
      return [];
    }
    const { group } = groupCap;
    if (other.groupCap?.amount !== groupCap.amount)
      return [of(component, 'error', 'groupCap', { code: 'policy.group-cap-differs', group })];
    return other.accumulate !== component.accumulate || other.yearStart !== component.yearStart
      ? [of(component, 'error', 'groupCap', { code: 'policy.group-cap-windows', group })]
      : [];
  });
}

function checkTopUp(component: Component, all: readonly Component[]): readonly PolicyFinding[] {
  const { stack, name } = component;
  if (stack.kind !== 'top-up') return [];
  const others = all.filter((other) => categoryKey(other.name) !== categoryKey(name));
  const unknown = stack.components.find(
    (named) => !others.some((other) => categoryKey(other.name) === categoryKey(named)),
  );
  if (unknown !== undefined)
    return [
      of(component, 'error', 'stack', {
        code: 'policy.top-up-unknown',
        component: name,
        name: unknown,
        names: [...new Set(others.map((other) => other.name))],
      }),
    ];
  return reaches(component, component, all, new Set())
    ? [of(component, 'error', 'stack', { code: 'policy.top-up-circle', component: name })]
    : [];
}

/** Whether a chain of top-ups leads back to where it began. */
function reaches(
  from: Component,
  to: Component,
  all: readonly Component[],
  seen: Set<Component>,
): boolean {
  if (from.stack.kind !== 'top-up' || seen.has(from)) return false;
  seen.add(from);
  const names = new Set(from.stack.components.map(categoryKey));
  return all.some(
    (other) =>
      names.has(categoryKey(other.name)) && (other === to || reaches(other, to, all, seen)),
  );
}

const of = (
  component: Component,
  level: PolicyFinding['level'],
  column: PolicyColumn,
  fact: PolicyFact,
): PolicyFinding => ({ level, cell: clauseCell(component, column), fact, atStake: null });
