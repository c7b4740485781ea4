import { MOST_POLICY_ROWS } from '../bounds.ts';
import type { Cell } from '../sheet.ts';
import { examplesOf } from '../policy/product-examples.ts';
import { asRows, unspread } from '../policy/across.ts';
import { columnsAcross } from '../policy/columns-asked.ts';
import { groupRows, tableRows } from './component-rows.ts';
import { findHeaderRow, headerColumns, paysIn } from './header-columns.ts';
import { reportAdded, reportPercents } from './rate-doubts.ts';
import { reportUnread } from './unread-columns.ts';
import { checkPolicy } from './check-policy.ts';
import { type PolicyFinding, followsFrom } from '../policy/finding.ts';
import type { Facts } from '../policy/facts.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { typedText } from '../policy/read-cells.ts';
import { draftComponent } from '../policy/read-component.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import type { PolicyTable } from '../policy/table-rows.ts';

export interface ReadPolicyOptions {
  /** What a person calls the cell at (row, column) of the table, 0-based: "B7", "第 3 行 比例". */
  readonly cellName: (row: number, column: number) => string;
  /** Number format of a cell, where there is one: "0%" tells 110% from 1.1 yuan. */
  readonly format?: (row: number, column: number) => string | null;
  readonly facts?: Facts;
  readonly example?: boolean;
}

export interface PolicyReading {
  /** null when a finding is an error: nothing is computed from such a policy. */
  readonly policy: Policy | null;
  readonly findings: readonly PolicyFinding[];
  /** Of a policy with errors, as far as they could be read: for what else is wrong with them. */
  readonly components?: readonly Component[];
}

/**
 * Reads and checks a policy table (columns by header, one row a tier, blanks filled from above
 * inside a component).
 */
export function readPolicy(table: PolicyTable, options: ReadPolicyOptions): PolicyReading {
  const findings: PolicyFinding[] = [];
  const report = (
    row: number,
    column: number,
    fact: PolicyFact,
    level: PolicyFinding['level'] = 'error',
  ): void => {
    findings.push({ level, cell: options.cellName(row, Math.max(column, 0)), fact, atStake: null });
  };
  const headerRow = findHeaderRow(table);
  const spread = paysIn(table[headerRow ?? -1]) ? undefined : unspread(table);
  if (spread !== undefined && spread.unknown.length > 0) {
    const [row, column, fact] = columnsAcross(spread);
    report(row, column, fact);
    return { policy: null, findings };
  }
  if (spread !== undefined) return readPolicy(...asRows(spread, options));
  if (headerRow === undefined) {
    report(0, 0, withoutHeader(table));
    return { policy: null, findings };
  }
  const rows = table.findLastIndex((row) => row.some((cell) => typedText(cell) !== '')) - headerRow;
  if (rows > MOST_POLICY_ROWS) {
    report(headerRow, 0, { code: 'policy.too-long', rows, most: MOST_POLICY_ROWS });
    return { policy: null, findings };
  }
  const columns = headerColumns(table, headerRow, report);
  // A table of thresholds and bonuses is a policy too.
  for (const needed of ['threshold', ...(columns.has('bonus') ? [] : (['rate'] as const))] as const)
    if (!columns.has(needed))
      report(headerRow, 0, { code: 'policy.column-missing', column: needed });
  if (!columns.has('threshold')) return { policy: null, findings };
  const tiers = tableRows(table, headerRow, columns, report);
  reportUnread(table, headerRow, columns, report);
  reportPercents(tiers, columns, report);
  const drafts = groupRows(tiers, columns);
  for (const draft of drafts) reportAdded(draft.rows, columns, report);
  const components = drafts.map((draft) =>
    draftComponent(draft, {
      columns,
      report,
      cellName: options.cellName,
      ...(options.format ? { format: options.format } : {}),
    }),
  );
  if (drafts.length === 0)
    report(headerRow + 1, columns.get('threshold')?.index ?? 0, { code: 'policy.empty' });
  const facts: Facts = options.facts ?? new Map();
  const whole = components.map(({ component }) => component);
  // What follows from a cell that cannot be read is no second error.
  const unread = new Map(components.map(({ component, failed }) => [component.name, failed]));
  findings.push(...checkPolicy(whole, facts).filter((finding) => !followsFrom(finding, unread)));
  const failed = findings.some((finding) => finding.level === 'error');
  const policy: Policy = {
    name: policyName(whole.map((component) => component.policy)),
    // A policy that calls itself an example is shown as one until its owner has renamed it.
    example: options.example ?? whole.some(({ policy }) => /示例|example/i.test(policy)),
    components: uniqueIds(whole),
    facts,
    ...examplesOf(table, columns, drafts, whole),
  };
  return failed ? { policy: null, findings, components: whole } : { policy, findings };
}

const written = (row: readonly Cell[]): readonly string[] =>
  row.map(typedText).filter((text) => text !== '');

/** The same name in several versions: the id says which one. */
function uniqueIds<
  T extends { readonly id: string; readonly policy: string; readonly from: number | null },
>(components: readonly T[]): readonly T[] {
  const times = new Map<string, number>();
  for (const { id } of components) times.set(id, (times.get(id) ?? 0) + 1);
  const used = new Set<string>();
  return components.map((component) => {
    if (times.get(component.id) === 1) return component;
    const base = component.policy === '' ? component.id : `${component.id} (${component.policy})`;
    let id = base;
    for (let n = 2; used.has(id); n += 1) id = `${base} ${n}`;
    used.add(id);
    return { ...component, id };
  });
}

function withoutHeader(table: PolicyTable): PolicyFact {
  const fullest = [...table].sort((a, b) => written(b).length - written(a).length)[0] ?? [];
  const seen = written(fullest);
  return seen.length === 0 ? { code: 'policy.empty' } : { code: 'policy.no-header', seen };
}

const policyName = (names: readonly string[]): string =>
  [...new Set(names.filter((name) => name !== ''))].join(' · ');
