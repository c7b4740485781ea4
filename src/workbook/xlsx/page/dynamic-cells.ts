import { addContentTypes } from '../edit/content-types.ts';
import { addRelationship } from '../edit/add-relationship.ts';
import { XML_HEAD, type Dialect } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import { encodeText } from '../xml/text.ts';
import { attribute, child, parseTree, type XmlNode } from '../xml/tree.ts';

const PART = 'xl/metadata.xml';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';

/**
 * The number for `cm` that says "a formula whose result may spill". A workbook that has no cell
 * metadata gets the part that Excel writes; in one that has some, the entry is looked up. Null: the
 * workbook has other metadata without it, and the formula will show as an array formula, with the
 * same result.
 */
export function dynamicCellMetadata(
  pack: OfficePackage,
  workbook: string,
  dialect: Dialect,
): number | null {
  const existing = pack
    .relationships(workbook)
    .find(({ kind, target }) => kind === 'sheetMetadata' && pack.has(target))?.target;
  if (existing !== undefined) return findDynamic(parseTree(pack.read(existing), existing, 6));
  pack.write(PART, encodeText(metadataXml(dialect.main)));
  addContentTypes(pack, [[PART, TYPE]]);
  addRelationship(pack, workbook, `${dialect.relationships}/sheetMetadata`, PART);
  return 1;
}

function findDynamic(root: XmlNode): number | null {
  const type =
    (child(root, 'metadataTypes')?.children ?? []).findIndex(
      (node) => attribute(node, 'name') === 'XLDAPR',
    ) + 1;
  const blocks =
    root.children.find(
      (node) => node.name === 'futureMetadata' && attribute(node, 'name') === 'XLDAPR',
    )?.children ?? [];
  const block = blocks.findIndex((node) =>
    descendants(node).some(
      (each) =>
        each.name === 'dynamicArrayProperties' &&
        attribute(each, 'fDynamic') === '1' &&
        attribute(each, 'fCollapsed') !== '1',
    ),
  );
  if (type === 0 || block < 0) return null;
  const cells = child(root, 'cellMetadata')?.children ?? [];
  const found = cells.findIndex((bk) =>
    bk.children.some(
      (rc) => attribute(rc, 't') === String(type) && attribute(rc, 'v') === String(block),
    ),
  );
  return found < 0 ? null : found + 1;
}

const descendants = (node: XmlNode): readonly XmlNode[] => [
  node,
  ...node.children.flatMap(descendants),
];

/** One kind of metadata, one dynamic array property, one cell entry that refers to it. */
const metadataXml = (main: string): string =>
  `${XML_HEAD}<metadata xmlns="${main}" ` +
  'xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" ' +
  'copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" ' +
  'clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext ' +
  'uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" ' +
  'fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';
