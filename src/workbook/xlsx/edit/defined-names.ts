import type { OfficePackage } from '../package.ts';
import { decodeText, escapeText } from '../xml/text.ts';
import { attribute, child, parseTree, type XmlNode } from '../xml/tree.ts';
import { ByteEdits } from './byte-edits.ts';

export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
  /** Position of the sheet it belongs to; absent: the whole workbook. */
  readonly sheet?: number;
  /** Not shown in Excel's list of names. Such names are ours alone and always replaced. */
  readonly hidden?: boolean;
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
    const ours = name.sheet !== undefined || name.hidden === true;
    if (existing !== undefined && !ours && !pointsTo(bytes, existing, ourSheet)) continue;
    if (existing !== undefined) edits.remove(existing);
    added.push(nameXml(name));
  }
  if (list !== undefined) edits.append(list, added.join(''));
  else {
    const before = root.children.filter((node) => BEFORE.includes(node.name)).at(-1);
    edits.insert(
      before?.end ?? root.openEnd,
      `<${root.prefix}definedNames>` +
        `${added.map((xml) => xml.replace(/<(\/?)/g, `<$1${root.prefix}`)).join('')}</` +
        `${root.prefix}definedNames>`,
    );
  }
  if (added.length > 0) pack.write(workbook, edits.apply());
}

/**
 * Takes away the names that Excel itself keeps for one sheet: print titles, print area, filters. A
 * name that somebody gave to a cell of the sheet stays.
 */
export function removeSheetNames(pack: OfficePackage, workbook: string, sheet: number): void {
  const bytes = pack.read(workbook);
  const edits = new ByteEdits(bytes);
  const gone = (child(parseTree(bytes, workbook, 2), 'definedNames')?.children ?? []).filter(
    (node) =>
      attribute(node, 'localSheetId') === String(sheet) &&
      (attribute(node, 'name') ?? '').toLowerCase().startsWith('_xlnm.'),
  );
  for (const node of gone) edits.remove(node);
  if (gone.length > 0) pack.write(workbook, edits.apply());
}

/** Takes away the workbook's own names that `isGone` picks. */
export function removeNames(
  pack: OfficePackage,
  workbook: string,
  isGone: (name: string) => boolean,
): void {
  const bytes = pack.read(workbook);
  const edits = new ByteEdits(bytes);
  const nodes = child(parseTree(bytes, workbook, 2), 'definedNames')?.children ?? [];
  const gone = nodes.filter(
    (node) =>
      attribute(node, 'localSheetId') === undefined && isGone(attribute(node, 'name') ?? ''),
  );
  for (const node of gone) edits.remove(node);
  if (gone.length > 0) pack.write(workbook, edits.apply());
}

/** The workbook's own names and what each refers to, in the order of the file. */
export function workbookNames(
  pack: OfficePackage,
  workbook: string,
): readonly { readonly name: string; readonly refersTo: string }[] {
  const bytes = pack.read(workbook);
  return (child(parseTree(bytes, workbook, 2), 'definedNames')?.children ?? [])
    .filter((node) => attribute(node, 'localSheetId') === undefined)
    .map((node) => ({ name: attribute(node, 'name') ?? '', refersTo: textOf(bytes, node) }));
}

/** The names that point to a tab follow it when it is called something else. */
export function renameInNames(
  pack: OfficePackage,
  workbook: string,
  from: string,
  to: string,
): void {
  const bytes = pack.read(workbook);
  const edits = new ByteEdits(bytes);
  for (const node of child(parseTree(bytes, workbook, 2), 'definedNames')?.children ?? []) {
    const text = textOf(bytes, node);
    const start = [`${quotedName(from)}!`, `${from}!`].find((each) => text.startsWith(each));
    if (start === undefined) continue;
    const moved = `${quotedName(to)}!${text.slice(start.length)}`;
    edits.replace(node.openEnd, node.contentEnd, escapeText(moved));
  }
  pack.write(workbook, edits.apply());
}

/** A tab's name as a formula writes it. */
export const quotedName = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

const nameXml = ({ name, refersTo, sheet, hidden }: DefinedName): string =>
  '<definedName ' +
  `name="${escapeText(name)}"${sheet === undefined ? '' : ` localSheetId="${sheet}"`}` +
  `${hidden === true ? ' hidden="1"' : ''}>${escapeText(refersTo.replace(/^=/, ''))}</definedName>`;

const sameName = (node: XmlNode, { name, sheet }: DefinedName): boolean =>
  attribute(node, 'name')?.toLowerCase() === name.toLowerCase() &&
  attribute(node, 'localSheetId') === (sheet === undefined ? undefined : String(sheet));

function pointsTo(bytes: Uint8Array, node: XmlNode, sheet: string): boolean {
  const text = textOf(bytes, node);
  return (
    text.startsWith(`${quotedName(sheet)}!`) ||
    text.startsWith(`${sheet}!`) ||
    text.includes('#REF!')
  );
}

const textOf = (bytes: Uint8Array, node: XmlNode): string =>
  decodeText(bytes, node.openEnd, node.contentEnd, false);
