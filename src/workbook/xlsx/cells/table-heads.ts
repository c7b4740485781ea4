import type { CellEdit } from '#application/live/cell-edit.ts';
import { type Cell, isFault } from '#domain/sheet.ts';
import { cutText } from '../../cut-text.ts';
import { ByteEdits } from '../edit/byte-edits.ts';
import type { OfficePackage } from '../package.ts';
import type { ColumnRename } from '#application/live/structured-references.ts';
import { decodeEscapes, escapeText } from '../xml/text.ts';
import { attribute, child, type XmlNode } from '../xml/tree.ts';
import { EditsByRow } from './edits-by-row.ts';
import { tablesOf } from './tables-of-sheet.ts';

interface TableHeads {
  /** What was typed, with the heads of tables as Excel would have taken them. */
  readonly edits: readonly CellEdit[];
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
  sheet: string,
  typed: readonly CellEdit[],
): TableHeads {
  const heads: CellEdit[] = [];
  const renames: ColumnRename[] = [];
  const all = new EditsByRow(typed);
  for (const { part, bytes, root, name: table, block } of tablesOf(pack, sheet)) {
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
      const name = freeName(textOf(edit.value) || `Column${index + 1}`, taken);
      const { row, column, look } = edit;
      const own = look === undefined ? {} : { look };
      heads.push({ row, column, kind: 'value', value: name, ...own });
      const from = columnName(head);
      if (name !== from) renames.push({ table, from, to: name });
      const written = escapeText(name).replaceAll('\n', '_x000a_');
      change.setAttribute(head, 'name', written);
    }
    pack.write(part, change.apply());
  }
  const edits = heads.length === 0 ? typed : [...new EditsByRow([...typed, ...heads])];
  return { edits, renames };
}

const columnName = (column: XmlNode): string => decodeEscapes(attribute(column, 'name') ?? '');

const textOf = (value: Cell): string => (isFault(value) ? value.fault : String(value ?? ''));

/** Excel tells names of columns apart without regard to their case. */
const nameKey = (name: string): string => name.toLowerCase();

/** So much of a text is the head of a table. */
const LONGEST = 255;

function freeName(wanted: string, taken: Set<string>): string {
  let name = cutText(wanted, LONGEST);
  for (let number = 2; taken.has(nameKey(name)); number += 1)
    name = `${cutText(wanted, LONGEST - String(number).length)}${number}`;
  taken.add(nameKey(name));
  return name;
}
