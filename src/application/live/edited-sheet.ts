import { itemAt } from '#domain/columns.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import type { CellEdit } from './cell-edit.ts';
import { reaching, type TableReach } from './table-reach.ts';

/** The edits of one sheet that were made since its file was opened; the last of a cell counts. */
export class SheetEdits {
  private readonly byCell = new Map<number, CellEdit>();
  private readonly byTable = new Map<string, TableReach>();

  add(edits: readonly CellEdit[], reaches: readonly TableReach[]): void {
    for (const edit of edits) this.byCell.set(edit.row * COLUMNS + edit.column, edit);
    for (const reach of reaches) this.byTable.set(reach.table, reach);
  }

  /** Tables that grew, or did and were taken back. */
  get tables(): readonly TableReach[] {
    return [...this.byTable.values()];
  }

  get size(): number {
    return this.byCell.size;
  }

  [Symbol.iterator](): Iterator<CellEdit> {
    return this.byCell.values();
  }
}

const COLUMNS = 16_384;

/**
 * A sheet as it reads with its edits: the columns that they touch are copies, all others shared.
 */
export function withEdits(sheet: Sheet, edits: SheetEdits): Sheet {
  const { tables } = edits;
  const grown = sheet.tables && tables.length > 0 ? reaching(sheet.tables, tables) : sheet.tables;
  if (edits.size === 0) return grown === undefined ? sheet : { ...sheet, tables: grown };
  const columns = [...sheet.columns] as Cell[][];
  const formats = [...(sheet.formats ?? [])];
  const copied = new Set<number>();
  let { rowCount } = sheet;
  for (const { row, column, value, format } of edits) {
    if (!copied.has(column)) {
      while (columns.length <= column) columns.push([]);
      columns[column] = [...(columns[column] ?? [])];
      copied.add(column);
    }
    const cells = itemAt(columns, column);
    while (cells.length < row) cells.push(null);
    cells[row] = value;
    if (value !== null && value !== '') rowCount = Math.max(rowCount, row + 1);
    if (format !== undefined) formats[column] = withFormat(formats[column], row, format, rowCount);
  }
  return {
    ...sheet,
    columns,
    rowCount,
    ...(sheet.texts ? { texts: without(sheet.texts, copied) } : {}),
    ...(sheet.fen ? { fen: without(sheet.fen, copied) } : {}),
    ...(sheet.plainIds ? { plainIds: without(sheet.plainIds, copied) } : {}),
    ...(sheet.lines ? { lines: continued(sheet.lines, rowCount) } : {}),
    ...(grown === undefined ? {} : { tables: grown }),
    ...(formats.length > 0 ? { formats: Array.from(formats, (each) => each ?? null) } : {}),
  };
}

function withFormat(
  formats: NonNullable<Sheet['formats']>[number] | undefined,
  row: number,
  format: string,
  rowCount: number,
): readonly (string | null)[] {
  const all =
    typeof formats === 'string'
      ? new Array<string | null>(Math.max(rowCount, row + 1)).fill(formats)
      : [...(formats ?? [])];
  while (all.length < row) all.push(null);
  all[row] = format;
  return all;
}

/** What was known of a column's cells holds no longer where some of them are others. */
const without = <T>(known: readonly (T | null)[], touched: ReadonlySet<number>): (T | null)[] =>
  known.map((each, column) => (touched.has(column) ? null : each));

/** Rows below the file's last line go on counting. */
function continued(lines: readonly number[], rowCount: number): readonly number[] {
  const last = lines.at(-1) ?? 0;
  const more = Math.max(0, rowCount - lines.length);
  return [...lines, ...Array.from({ length: more }, (_, index) => last + 1 + index)];
}
