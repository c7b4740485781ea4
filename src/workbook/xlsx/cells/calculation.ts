import { removeContentTypes } from '../edit/content-types.ts';
import { ByteEdits } from '../edit/byte-edits.ts';
import type { OfficePackage } from '../package.ts';
import { relsPartOf } from '../relationships.ts';
import { attribute, child, parseTree, type XmlNode } from '../xml/tree.ts';

/** What must stand behind `calcPr` in a workbook part, in the schema's order. */
const BEHIND = [
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/**
 * Other formulas rest on edited cells: whoever opens the file computes them all. When formulas came
 * or went, the chain of calculation goes too; Excel makes it anew, while an entry that leads to no
 * formula makes it offer a repair.
 */
export function recalculateOnOpening(
  pack: OfficePackage,
  workbook: string,
  formulasChanged: boolean,
): void {
  if (formulasChanged) dropCalculationChain(pack, workbook);
  const bytes = pack.read(workbook);
  const root = parseTree(bytes, workbook, 1);
  const settings = child(root, 'calcPr');
  const edits = new ByteEdits(bytes);
  if (settings === undefined)
    edits.insert(placeBehind(root), `<${root.prefix}calcPr calcId="0" fullCalcOnLoad="1"/>`);
  else if (attribute(settings, 'fullCalcOnLoad') === '1') return;
  else edits.setAttribute(settings, 'fullCalcOnLoad', '1');
  pack.write(workbook, edits.apply());
}

const placeBehind = (root: XmlNode): number =>
  root.children.find(({ name }) => BEHIND.includes(name))?.start ?? root.contentEnd;

function dropCalculationChain(pack: OfficePackage, workbook: string): void {
  const chain = pack.relationships(workbook).find(({ kind }) => kind === 'calcChain');
  if (chain === undefined) return;
  const rels = relsPartOf(workbook);
  const bytes = pack.read(rels);
  const edits = new ByteEdits(bytes);
  for (const node of parseTree(bytes, rels, 1).children)
    if (attribute(node, 'Id') === chain.id) edits.remove(node);
  pack.write(rels, edits.apply());
  removeContentTypes(pack, [chain.target]);
  if (pack.has(chain.target)) pack.remove(chain.target);
}
