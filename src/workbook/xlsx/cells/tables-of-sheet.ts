import type { CellBlock } from '#domain/sheet.ts';
import type { OfficePackage } from '../package.ts';
import { parseRange } from '../read/cell-text.ts';
import { attribute, parseTree, type XmlNode } from '../xml/tree.ts';

/** A table of a sheet, with its part. */
export interface TableOfSheet {
  readonly part: string;
  readonly bytes: Uint8Array;
  readonly root: XmlNode;
  /** As formulas call it. */
  readonly name: string;
  readonly block: CellBlock;
}

export function tablesOf(pack: OfficePackage, sheet: string): readonly TableOfSheet[] {
  return pack.relationships(sheet).flatMap(({ kind, target }) => {
    if (kind !== 'table' || !pack.has(target)) return [];
    const bytes = pack.read(target);
    const root = parseTree(bytes, target, 2);
    const block = parseRange(attribute(root, 'ref') ?? '');
    const name = attribute(root, 'displayName') ?? attribute(root, 'name') ?? '';
    return block === null ? [] : [{ part: target, bytes, root, name, block }];
  });
}
