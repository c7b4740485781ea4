import type { CellEdit } from '#application/live/cell-edit.ts';
import { LONGEST_HEAD } from '#domain/bounds.ts';
import { isFault } from '#domain/sheet.ts';
import { shownText } from '#application/read/shown-cells.ts';
import { cutText } from '../../cut-text.ts';
import { ByteEdits } from '../edit/byte-edits.ts';
import type { OfficePackage } from '../package.ts';
import type { SheetEntry } from '../read/workbook-part.ts';
import type { ColumnRename } from '#application/live/structured-references.ts';
import { decodeEscapes, escapeColumnName, writable } from '../xml/text.ts';
import { attribute, child, type XmlNode } from '../xml/tree.ts';
import { EditsByRow } from './edits-by-row.ts';
import { refuseTooLong } from './too-long.ts';
import { tablesOf } from './tables-of-sheet.ts';

/** A head that says something else than what was typed there. */
export interface MadeHead {
  readonly row: number;
  readonly column: number;
  readonly typed: string;
  readonly head: string;
}

interface TableHeads {
  /** What was typed, with the heads of tables as Excel would have taken them. */
  readonly edits: readonly CellEdit[];
  readonly made: readonly MadeHead[];
  /** The columns whose heads say something else now. */
  readonly renames: readonly ColumnRename[];
}

/**
 * Calls the tables' columns what their heads say now.
 *
 * Heads of tables are texts, none empty and no two of a table alike, and a column is called what
 * its head says: Excel repairs a file in which they are otherwise, and in doing so throws things
 * away. Typed there, it makes such texts of them itself, as is done here.
 */
export function tableHeads(
  pack: OfficePackage,
  { name: sheet, part: sheetPart }: Pick<SheetEntry, 'name' | 'part'>,
  typed: readonly CellEdit[],
  date1904: boolean,
): TableHeads {
  const heads: CellEdit[] = [];
  const made: MadeHead[] = [];
  const renames: ColumnRename[] = [];
  const all = new EditsByRow(typed);
  for (const { part, bytes, root, name: table, block } of tablesOf(pack, sheetPart)) {
    if (attribute(root, 'headerRowCount') === '0') continue;
    const columns = child(root, 'tableColumns')?.children ?? [];
    const edits = columns.map((_, index) => all.at(block.top, block.left + index));
    if (edits.every((edit) => edit === undefined)) continue;
    const change = new ByteEdits(bytes);
    const taken = new Set(
      columns.flatMap((column, index) =>
        edits[index] === undefined ? [nameKey(columnName(column))] : [],
      ),
    );
    for (const [index, head] of columns.entries()) {
      const edit = edits[index];
      if (edit === undefined) continue;
      const { row, column, look, formula } = edit;
      const text = textOf(edit, date1904);
      refuseTooLong('head', text, { sheet, row, column });
      // Formulas name it, and have no way to write what XML can't hold.
      const name = freeName(writable(text) || `Column${index + 1}`, taken);
      const said = formula === undefined ? text : `=${formula}`;
      if (said !== name) made.push({ row, column, typed: said, head: name });
      const own = look === undefined ? {} : { look };
      heads.push({ row, column, kind: 'value', value: name, ...own });
      const from = columnName(head);
      if (name !== from) renames.push({ table, from, to: name });
      const written = escapeColumnName(name);
      change.setAttribute(head, 'name', written);
    }
    pack.write(part, change.apply());
  }
  const edits = heads.length === 0 ? typed : [...new EditsByRow([...typed, ...heads])];
  return { edits, made, renames };
}

const columnName = (column: XmlNode): string => decodeEscapes(attribute(column, 'name') ?? '');

/** A day that was typed is read by Excel as it is shown. */
const textOf = ({ value, format }: CellEdit, date1904: boolean): string =>
  isFault(value)
    ? value.fault
    : typeof value === 'number' && format !== undefined
      ? shownText(value, format, date1904)
      : String(value ?? '');

/** Excel tells names of columns apart without regard to their case. */
const nameKey = (name: string): string => name.toLowerCase();

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(nameKey(name)); number += 1)
    name = `${cutText(wanted, LONGEST_HEAD - String(number).length)}${number}`;
  taken.add(nameKey(name));
  return name;
}
