import { type HeaderMeaning, policyColumnOf } from '../policy/column-of-header.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import type { PolicyFinding } from '../policy/finding.ts';
import type { PolicyFact } from '../policy/policy.facts.ts';
import { typedText } from '../policy/read-cells.ts';
import type { ColumnPlace, Columns, PolicyTable } from '../policy/table-rows.ts';
import { searchHeader } from '../reading/header-search.ts';
import { noteOfSheet } from '../reading/title-lines.ts';
import type { Cell } from '../sheet.ts';
import type { Report } from './unread-columns.ts';

export const paysIn = (header: readonly Cell[] | undefined): boolean =>
  header?.some((cell) => {
    const column = typeof cell === 'string' ? policyColumnOf(cell)?.column : undefined;
    return column === 'rate' || column === 'bonus';
  }) === true;

/** The first row that names a threshold or a rate and at least one more column. */
const TELLING: readonly PolicyColumn[] = ['threshold', 'rate', 'bonus'];

export const findHeaderRow = (table: PolicyTable): number | undefined =>
  searchHeader(table.length, (row) => {
    const known = (table[row] ?? [])
      .map((cell) => (typeof cell === 'string' ? policyColumnOf(cell)?.column : undefined))
      .filter((column) => column !== undefined);
    return known.length >= 2 && TELLING.some((column) => known.includes(column))
      ? { header: row, says: 1 }
      : undefined;
  });

/** The columns of the table by the header row, with the unit that stands beside the table. */
export function headerColumns(table: PolicyTable, headerRow: number, report: Report): Columns {
  const columns = columnsOf(table[headerRow] ?? [], (column, fact, level) =>
    report(headerRow, column, fact, level),
  );
  return withUnitBeside(table, headerRow, columns, report);
}

function columnsOf(
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
    const yields =
      others.some((other) => other?.yields === false) ||
      columns.has(meaning.column) ||
      // Beside 年销售额, which yields as well, it is the tier's name, too.
      (others.length > 1 && header[index] === '档位');
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
