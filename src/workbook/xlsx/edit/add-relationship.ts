import type { OfficePackage } from '../package.ts';
import { relativeTarget, relsPartOf } from '../relationships.ts';
import { encodeText, escapeText } from '../xml/text.ts';
import { attribute, parseTree } from '../xml/tree.ts';
import { ByteEdits } from './byte-edits.ts';
import { XML_HEAD } from './dialect.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * Relates `source` ("" for the package) to `part`; answers the new id. `type` is the whole type
 * address.
 */
export function addRelationship(
  pack: OfficePackage,
  source: string,
  type: string,
  part: string,
): string {
  const rels = relsPartOf(source);
  if (!pack.has(rels))
    pack.write(rels, encodeText(`${XML_HEAD}<Relationships xmlns="${NAMESPACE}"></Relationships>`));
  const bytes = pack.read(rels);
  const root = parseTree(bytes, rels, 1);
  const taken = new Set(root.children.map((node) => attribute(node, 'Id')));
  let n = root.children.length + 1;
  while (taken.has(`rId${n}`)) n++;
  const edits = new ByteEdits(bytes);
  edits.append(
    root,
    `<Relationship Id="rId${n}" Type="${type}" Target="${escapeText(relativeTarget(source, part))}"/>`,
  );
  pack.write(rels, edits.apply());
  return `rId${n}`;
}
