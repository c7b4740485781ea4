import type { OfficePackage } from '../package.ts';
import { attribute, parseTree } from '../xml/tree.ts';
import { removeRelationships } from './add-relationship.ts';
import { ByteEdits } from './byte-edits.ts';
import { removeContentTypes } from './content-types.ts';

/**
 * Takes a sheet's cells out of the calculation chain, the order in which Excel last calculated. An
 * entry that points at a cell without a formula makes Excel offer a repair; cells that are missing
 * from the chain are simply added. An entry without `i` means the sheet of the entry before it.
 */
export function dropFromCalcChain(pack: OfficePackage, workbook: string, sheetId: string): void {
  const chain = pack
    .relationships(workbook)
    .find(({ kind, target }) => kind === 'calcChain' && pack.has(target))?.target;
  if (chain === undefined) return;
  const bytes = pack.read(chain);
  const edits = new ByteEdits(bytes);
  let sheet = '';
  let said = '';
  let kept = 0;
  for (const node of parseTree(bytes, chain, 1).children) {
    sheet = attribute(node, 'i') ?? sheet;
    if (sheet === sheetId) {
      edits.remove(node);
      continue;
    }
    if (attribute(node, 'i') === undefined && said !== sheet) edits.setAttribute(node, 'i', sheet);
    said = sheet;
    kept++;
  }
  if (kept > 0) pack.write(chain, edits.apply());
  else removeChain(pack, workbook, chain);
}

/** A chain must have an entry: an empty one goes. */
function removeChain(pack: OfficePackage, workbook: string, chain: string): void {
  pack.remove(chain);
  removeRelationships(pack, workbook, (relation) => relation.target === chain);
  removeContentTypes(pack, [chain]);
}
