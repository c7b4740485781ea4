import { isFault } from '#domain/sheet.ts';
import { ByteEdits } from '../edit/byte-edits.ts';
import type { OfficePackage } from '../package.ts';
import { parseRange } from '../read/cell-text.ts';
import { escapeAttribute } from '../xml/text.ts';
import { attribute, child, parseTree } from '../xml/tree.ts';
import type { EditsByRow } from './edits-by-row.ts';

/**
 * A table's column is called what its head cell says: Excel repairs a file in which they differ.
 */
export function renameTableColumns(pack: OfficePackage, sheet: string, edits: EditsByRow): void {
  for (const { kind, target } of pack.relationships(sheet)) {
    if (kind !== 'table' || !pack.has(target)) continue;
    const bytes = pack.read(target);
    const root = parseTree(bytes, target, 2);
    const block = parseRange(attribute(root, 'ref') ?? '');
    if (block === null || attribute(root, 'headerRowCount') === '0') continue;
    const columns = child(root, 'tableColumns')?.children ?? [];
    const names = columns.map((column, index) => {
      const edit = edits.at(block.top, block.left + index);
      const value = edit?.value;
      if (value === undefined || isFault(value)) return attribute(column, 'name') ?? '';
      return value === null ? `Column${index + 1}` : String(value);
    });
    const change = new ByteEdits(bytes);
    let changed = false;
    for (const [index, column] of columns.entries()) {
      if (names[index] === attribute(column, 'name')) continue;
      change.setAttribute(column, 'name', escapeAttribute(names[index] ?? ''));
      changed = true;
    }
    if (changed) pack.write(target, change.apply());
  }
}
