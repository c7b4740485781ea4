import { MOST_POLICY_ROWS } from '../bounds.ts';
import { noteOfSheet } from '../reading/title-lines.ts';
import { searchHeader } from '../reading/header-search.ts';
import type { Cell } from '../sheet.ts';
import { examplesOf } from '../policy/product-examples.ts';
import { asRows, unspread } from '../policy/across.ts';
import { columnsAcross } from '../policy/columns-asked.ts';
import { type Report, reportUnread } from './unread-columns.ts';
import { checkPolicy } from './check-policy.ts';
import { type HeaderMeaning, policyColumnOf } from '../policy/column-of-header.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import { type PolicyFinding, followsFrom } from '../policy/finding.ts';
import type { Facts } from '../policy/facts.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { typedText } from '../policy/read-cells.ts';
import { draftComponent } from '../policy/read-component.ts';
import type { ComponentDraft } from '../policy/component-draft.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import type { ColumnPlace, Columns, TableRow } from '../policy/table-rows.ts';

/** The table as rows of cells, header row included; title rows above it are passed over. */
export type PolicyTable = readonly (readonly Cell[])[];

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
    const fullest = [...table].sort((a, b) => written(b).length - written(a).length)[0] ?? [];
    const seen = written(fullest);
    report(0, 0, seen.length === 0 ? { code: 'policy.empty' } : { code: 'policy.no-header', seen });
    return { policy: null, findings };
  }
  const rows = table.findLastIndex((row) => row.some((cell) => typedText(cell) !== '')) - headerRow;
  if (rows > MOST_POLICY_ROWS) {
    report(headerRow, 0, { code: 'policy.too-long', rows, most: MOST_POLICY_ROWS });
    return { policy: null, findings };
  }
  const columns = withUnitBeside(
    table,
    headerRow,
    headerColumns(table[headerRow] ?? [], (column, fact, level) =>
      report(headerRow, column, fact, level),
    ),
    report,
  );
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

const paysIn = (header: readonly Cell[] | undefined): boolean =>
  header?.some((cell) => {
    const column = typeof cell === 'string' ? policyColumnOf(cell)?.column : undefined;
    return column === 'rate' || column === 'bonus';
  }) === true;

/** The first row that names a threshold or a rate and at least one more column. */
const TELLING: readonly PolicyColumn[] = ['threshold', 'rate', 'bonus'];

const findHeaderRow = (table: PolicyTable): number | undefined =>
  searchHeader(table.length, (row) => {
    const known = (table[row] ?? [])
      .map((cell) => (typeof cell === 'string' ? policyColumnOf(cell)?.column : undefined))
      .filter((column) => column !== undefined);
    return known.length >= 2 && TELLING.some((column) => known.includes(column))
      ? { header: row, says: 1 }
      : undefined;
  });

function headerColumns(
  header: readonly Cell[],
  report: (column: number, fact: PolicyFact, level?: PolicyFinding['level']) => void,
): Columns {
  const columns = new Map<PolicyColumn, ColumnPlace>();
  const meanings = header.map((cell) =>
    typeof cell === 'string' ? policyColumnOf(cell) : undefined,
  );
  meanings.forEach((meaning, index) => {
    if (meaning === undefined) return;
    const others = meanings.filter((other) => other?.column === meaning.column);
    // 档位 beside 门槛 is the tier's name; it stays among the columns that are not read.
    const yields = others.some((other) => other?.yields === false) || columns.has(meaning.column);
    if (meaning.yields && yields) return;
    if (meaning.yields && meaning.column === 'accumulate' && !says(meanings, 'pay'))
      report(index, { code: 'policy.period-read' }, 'warning');
    if (columns.has(meaning.column))
      return report(index, { code: 'policy.column-twice', column: meaning.column });
    columns.set(meaning.column, { ...meaning, index });
    const { column, currency, unread } = meaning;
    if (currency !== null) report(index, { code: 'policy.header-currency', column, currency });
    if (meaning.period !== undefined && !says(meanings, 'accumulate'))
      report(index, { code: 'policy.header-period', period: meaning.period });
    for (const note of unread)
      report(
        index,
        { code: 'policy.header-note', column, note },
        CHANGES.test(note) ? 'error' : 'warning',
      );
  });
  return columns;
}

/** 单位：万元 above or below the table holds for bare amounts under headers that say no unit. */
function withUnitBeside(
  table: PolicyTable,
  headerRow: number,
  columns: Columns,
  report: Report,
): Columns {
  const width = Math.max(...table.map((row) => row.length));
  const { unit, currency } = noteOfSheet(
    {
      name: '',
      rowCount: table.length,
      columns: Array.from({ length: width }, (_, at) => table.map((row) => row[at] ?? null)),
    },
    headerRow,
  ).note;
  if (currency !== undefined)
    report(headerRow, 0, { code: 'policy.header-currency', column: 'threshold', currency });
  if (unit === undefined) return columns;
  const header = (index: number): string => typedText(table[headerRow]?.[index] ?? null);
  const isBare = ({ column, unit: own, index }: ColumnPlace): boolean =>
    MONEY.has(column) && own === 'yuan' && !/元|yuan|rmb|cny/i.test(header(index));
  return new Map(
    [...columns].map(([column, place]) => [column, isBare(place) ? { ...place, unit } : place]),
  );
}

const MONEY: ReadonlySet<PolicyColumn> = new Set([
  'threshold',
  'bonus',
  'baseline',
  'cap',
  'floor',
  'groupCap',
] as const);

const says = (meanings: readonly (HeaderMeaning | undefined)[], column: PolicyColumn): boolean =>
  meanings.some((meaning) => meaning?.column === column);

/** Parts of a thousand or of ten thousand: a bare number below would be another figure. */
const CHANGES = /^(?:‰|‱|千分比|千分数|permille|bps?)$/i;

/** Under 比例(%) 0.06 means 0.06 %; beside 6 it means 6 %, or it is a slip. */
function reportPercents(rows: readonly TableRow[], columns: Columns, report: Report): void {
  const place = columns.get('rate');
  if (place?.percent !== true) return;
  const bare = rows.flatMap((row) => {
    const typed = typedText(row.own('rate'));
    return /^[\d.]+$/.test(typed) ? [{ row: row.row, typed, value: Number(typed) }] : [];
  });
  const large = bare.find(({ value }) => value >= 1);
  for (const { row, typed, value } of bare)
    if (large !== undefined && value > 0 && value < 0.1)
      report(row, place.index, { code: 'policy.percent-doubtful', typed, beside: large.typed });
}

/** +2% beside 3% may be added to it or stand in its place. */
function reportAdded(rows: readonly TableRow[], columns: Columns, report: Report): void {
  const place = columns.get('rate');
  if (place === undefined) return;
  const typed = rows.map((row) => ({ row: row.row, text: typedText(row.own('rate')) }));
  const beside = typed.find(
    ({ text }) => text !== '' && !text.startsWith('+') && !/^0*%?$/.test(text),
  );
  for (const { row, text } of typed)
    if (text.startsWith('+') && beside !== undefined)
      report(row, place.index, { code: 'policy.rate-added', typed: text, beside: beside.text });
}

function tableRows(
  table: PolicyTable,
  headerRow: number,
  columns: Columns,
  report: Report,
): readonly TableRow[] {
  const rows: TableRow[] = [];
  for (let row = headerRow + 1; row < table.length; row += 1) {
    const cells = table[row] ?? [];
    const own = (column: PolicyColumn): Cell => {
      const cell = cells[columns.get(column)?.index ?? -1] ?? null;
      return typeof cell === 'string' && cell.trim() === '' ? null : cell;
    };
    if (isHeaderAgain(cells, columns)) {
      if (cells.every((cell, at) => typedText(cell) === typedText(table[headerRow]?.[at] ?? null)))
        continue;
      report(row, 0, { code: 'policy.second-header' });
      break;
    }
    const note = noteOf(cells);
    if (note !== null)
      report(row, note.column, { code: 'policy.row-unread', text: note.text }, 'warning');
    // A row that says nothing in any known column is a note or a spacer.
    else if ([...columns.keys()].some((column) => own(column) !== null)) rows.push({ row, own });
  }
  return rows;
}

/** Another table below, under headers of its own: its rows would be read under the wrong ones. */
const isHeaderAgain = (cells: readonly Cell[], columns: Columns): boolean => {
  if (/\d/.test(typedText(cells[columns.get('threshold')?.index ?? -1] ?? null))) return false;
  const known = cells.map((cell) =>
    typeof cell === 'string' ? policyColumnOf(cell)?.column : undefined,
  );
  return known.includes('threshold') && PAYING.some((column) => known.includes(column));
};

const PAYING = ['rate', 'bonus'] as const;

const NOTE = /^(?:[*※]|注|说明|备注|附注|合计|总计|小计|note|remark|total)/i;

/** A row with one cell that reads as a note or a total: named, since a clause may stand in it. */
function noteOf(cells: readonly Cell[]): { readonly column: number; readonly text: string } | null {
  const filled = cells.flatMap((cell, column) =>
    typedText(cell) === '' ? [] : [{ column, text: typedText(cell) }],
  );
  const [only] = filled;
  return only !== undefined && filled.length === 1 && NOTE.test(only.text) ? only : null;
}

/**
 * Rows by component. A component goes on while its name is blank or the same; another policy
 * version or another 生效 date begins a new one of the same name, which takes its blanks from the
 * rows of that name above.
 */
function groupRows(rows: readonly TableRow[], columns: Columns): readonly ComponentDraft[] {
  const drafts: ComponentDraft[] = [];
  const latestByName = new Map<string, ComponentDraft>();
  let current: ComponentDraft | undefined;
  const naming = namingColumn(rows, columns);
  for (const row of rows) {
    const name = row.own(naming) === null ? (current?.name ?? '') : typedText(row.own(naming));
    const latest = current?.name === name ? current : latestByName.get(name);
    const begins = latest === undefined || startsVersion(row, latest, columns);
    current = begins ? { name, rows: [row], above: latest } : latest;
    if (begins) drafts.push(current);
    else current.rows.push(row);
    latestByName.set(name, current);
  }
  return drafts;
}

/** A vendor's table by product line, without a column of names: each line is a component. */
function namingColumn(rows: readonly TableRow[], columns: Columns): 'component' | 'categories' {
  if (columns.has('component')) return 'component';
  const lines = rows.map((row) => typedText(row.own('categories'))).filter((line) => line !== '');
  return new Set(lines).size > 1 ? 'categories' : 'component';
}

function startsVersion(row: TableRow, latest: ComponentDraft, columns: Columns): boolean {
  return (['policy', 'from'] as const).some((column) => {
    if (!columns.has(column) || row.own(column) === null) return false;
    const stated =
      latest.rows.map((other) => other.own(column)).find((cell) => cell !== null) ??
      latest.above?.rows[0]?.own(column) ??
      null;
    return (
      typedText(stated) !== typedText(row.own(column)) &&
      (stated !== null || column === 'from' || latest.rows.length > 0)
    );
  });
}

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

const policyName = (names: readonly string[]): string =>
  [...new Set(names.filter((name) => name !== ''))].join(' · ');
