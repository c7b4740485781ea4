import type { PolicyColumn } from '#domain/policy/columns.ts';
import type { Component } from '#domain/policy/policy.ts';
import { typedPolicy } from '#domain/policy/typed-policy.ts';
import type { Speech } from '../speech.tsx';

/**
 * A component's clauses in words: what it earns and counts, then every further column as its table
 * would say it, conditions and gates term by term; what nobody stated says so.
 */
export function clauseLines(component: Component, speech: Speech): readonly string[] {
  const { words, percent, category } = speech;
  const { policy } = words;
  const counted = Object.entries(component.counts.weights).map(([name, weight]) =>
    weight.equals(1) ? category(name) : `${category(name)}×${weight.toString()}`,
  );
  return [
    policy.earns(
      component.categories === 'all' ? policy.all : Object.values(component.categories).join(', '),
    ),
    policy.counts(
      [...(component.counts.others.isZero() ? [] : [policy.all]), ...counted].join(', '),
    ),
    policy.scheme[component.scheme],
    policy.edge[component.edge],
    `${policy.accumulates(policy.period[component.accumulate], policy.period[component.pay])} ` +
      `· ${component.trueUp ? policy.trueUp.yes : policy.trueUp.no}`,
    component.base === 'net'
      ? `${policy.base.net} (${percent(component.taxRate)})`
      : policy.base.gross,
    ...furtherLines(component, speech),
    ...(component.unstated.length > 0
      ? [policy.notStated(component.unstated.map((field) => policy.openFields[field]).join(' · '))]
      : []),
    ...(component.source === '' ? [] : [policy.source(component.source)]),
  ];
}

/** Columns that the lines above do not tell, in the order in which they decide. */
const FURTHER: readonly PolicyColumn[] = [
  'where',
  'countsWhere',
  'gate',
  'measure',
  'lag',
  'per',
  'baseline',
  'cap',
  'floor',
  'groupCap',
  'stack',
  'refund',
  'clawback',
  'carry',
  'yearStart',
  'rounding',
  'from',
  'to',
  'recordedOn',
];

function furtherLines(component: Component, { words, language }: Speech): readonly string[] {
  const alone = { name: '', example: false, components: [component], facts: new Map() };
  const { columns, rows } = typedPolicy(alone, language);
  return FURTHER.flatMap((column) => {
    const text = rows[0]?.[columns.indexOf(column)] ?? '';
    return text === ''
      ? []
      : [words.policy.clause(words.policy.columns[column], termsOf(text, column))];
  });
}

/** 续费率>=90% 且 新客数>=5: each term apart, held together by the word that binds them. */
const termsOf = (text: string, column: PolicyColumn): string =>
  column === 'where' || column === 'countsWhere' || column === 'gate'
    ? text
        .split(/(且|\band\b)/i)
        .map((part) => part.trim())
        .join(' ')
    : text;
