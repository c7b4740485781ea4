import { policyColumnOf } from '../policy/column-of-header.ts';
import type { PolicyColumn } from '../policy/columns.ts';
import type { ComponentDraft } from '../policy/component-draft.ts';
import { typedText } from '../policy/read-cells.ts';
import type { Columns, PolicyTable, TableRow } from '../policy/table-rows.ts';
import type { Cell } from '../sheet.ts';
import type { Report } from './unread-columns.ts';

/** The rows of the table that say something of a tier, down to another table. */
export function tableRows(
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
export function groupRows(rows: readonly TableRow[], columns: Columns): readonly ComponentDraft[] {
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
