import type { OfficePackage } from '../package.ts';
import { type Relationship, relativeTarget, relsPartOf } from '../relationships.ts';
import { encodeText, escapeText } from '../xml/text.ts';
import { attribute, parseTree } from '../xml/tree.ts';
import { ByteEdits } from './byte-edits.ts';
import { addDefaultType } from './content-types.ts';
import { XML_HEAD } from './dialect.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/**
 * Relates `source` ("" for the package) to `part`; returns the new id. `type` is the whole type
 * address.
 */
export function addRelationship(
  pack: OfficePackage,
  source: string,
  type: string,
  part: string,
): string {
  const rels = relsPartOf(source);
  if (!pack.has(rels)) {
    pack.write(rels, encodeText(`${XML_HEAD}<Relationships xmlns="${NAMESPACE}"></Relationships>`));
    addDefaultType(pack, 'rels', TYPE);
  }
  const bytes = pack.read(rels);
  const root = parseTree(bytes, rels, 1);
  const taken = new Set(root.children.map((node) => attribute(node, 'Id')));
  let n = root.children.length + 1;
  while (taken.has(`rId${n}`)) n++;
  const edits = new ByteEdits(bytes);
  edits.append(
    root,
    `<Relationship Id="rId${n}" Type="${type}" ` +
      `Target="${escapeText(relativeTarget(source, part))}"/>`,
  );
  pack.write(rels, edits.apply());
  return `rId${n}`;
}

/** Takes the relationships of `source` away that `gone` names; the others keep their ids. */
export function removeRelationships(
  pack: OfficePackage,
  source: string,
  gone: (relation: Relationship) => boolean,
): void {
  const rels = relsPartOf(source);
  const ids = new Set(
    pack
      .relationships(source)
      .filter(gone)
      .map(({ id }) => id),
  );
  if (ids.size === 0) return;
  const bytes = pack.read(rels);
  const edits = new ByteEdits(bytes);
  for (const node of parseTree(bytes, rels, 1).children)
    if (ids.has(attribute(node, 'Id') ?? '')) edits.remove(node);
  pack.write(rels, edits.apply());
}
