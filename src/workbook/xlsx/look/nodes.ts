import { attribute, child, type XmlNode } from '../xml/tree.ts';
import { decodeText } from '../xml/text.ts';

/** The elements of some names at any depth, in the order of the file. */
export function descendants(node: XmlNode, isMeant: (name: string) => boolean): readonly XmlNode[] {
  return node.children.flatMap((each) => [
    ...(isMeant(each.name) ? [each] : []),
    ...descendants(each, isMeant),
  ]);
}

/** What stands between the tags of an element that holds text alone. */
export const textIn = (bytes: Uint8Array, node: XmlNode): string =>
  decodeText(bytes, node.openEnd, node.contentEnd, false);

/** `val` of a child. */
export function valueOf(node: XmlNode | undefined, name: string): string | undefined {
  const found = node === undefined ? undefined : child(node, name);
  return found === undefined ? undefined : attribute(found, 'val');
}
