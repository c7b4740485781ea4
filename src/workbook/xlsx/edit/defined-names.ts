import type { OfficePackage } from '../package.ts';
import { escapeText } from '../xml/text.ts';
import { attribute, child, parseTree, type XmlNode } from '../xml/tree.ts';
import { ByteEdits } from './byte-edits.ts';

export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
  /** Position of the sheet it belongs to; absent: the whole workbook. */
  readonly sheet?: number;
}

/** What the format wants to stand before the names. */
const BEFORE = ['sheets', 'functionGroups', 'externalReferences'];

/**
 * Adds names. A name of the same scope that is there already is replaced when it points to
 * `ourSheet`, and left to its owner when it points anywhere else.
 */
export function setDefinedNames(
  pack: OfficePackage,
  workbook: string,
  names: readonly DefinedName[],
  ourSheet: string,
): void {
  if (names.length === 0) return;
  const bytes = pack.read(workbook);
  const root = parseTree(bytes, workbook, 2);
  const list = child(root, 'definedNames');
  const edits = new ByteEdits(bytes);
  const added: string[] = [];
  for (const name of names) {
    const existing = list?.children.find((node) => sameName(node, name));
    if (existing !== undefined && name.sheet === undefined && !pointsTo(bytes, existing, ourSheet))
      continue;
    if (existing !== undefined) edits.remove(existing);
    added.push(nameXml(name));
  }
  if (list !== undefined) edits.append(list, added.join(''));
  else {
    const before = root.children.filter((node) => BEFORE.includes(node.name)).at(-1);
    edits.insert(
      before?.end ?? root.openEnd,
      `<${root.prefix}definedNames>${added.map((xml) => xml.replace(/<(\/?)/g, `<$1${root.prefix}`)).join('')}</${root.prefix}definedNames>`,
    );
  }
  if (added.length > 0) pack.write(workbook, edits.apply());
}

/** Takes away the names that belong to one sheet alone, of the given kinds. */
export function removeSheetNames(
  pack: OfficePackage,
  workbook: string,
  sheet: number,
  names: readonly string[],
): void {
  const bytes = pack.read(workbook);
  const edits = new ByteEdits(bytes);
  const gone = (child(parseTree(bytes, workbook, 2), 'definedNames')?.children ?? []).filter(
    (node) =>
      attribute(node, 'localSheetId') === String(sheet) &&
      names.includes(attribute(node, 'name') ?? ''),
  );
  for (const node of gone) edits.remove(node);
  if (gone.length > 0) pack.write(workbook, edits.apply());
}

const nameXml = ({ name, refersTo, sheet }: DefinedName): string =>
  `<definedName name="${escapeText(name)}"${sheet === undefined ? '' : ` localSheetId="${sheet}"`}>${escapeText(refersTo.replace(/^=/, ''))}</definedName>`;

const sameName = (node: XmlNode, { name, sheet }: DefinedName): boolean =>
  attribute(node, 'name')?.toLowerCase() === name.toLowerCase() &&
  attribute(node, 'localSheetId') === (sheet === undefined ? undefined : String(sheet));

function pointsTo(bytes: Uint8Array, node: XmlNode, sheet: string): boolean {
  const text = new TextDecoder()
    .decode(bytes.subarray(node.openEnd, node.contentEnd))
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
  return (
    text.startsWith(`'${sheet.replaceAll("'", "''")}'!`) ||
    text.startsWith(`${sheet}!`) ||
    text.includes('#REF!')
  );
}
