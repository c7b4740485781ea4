import type { OfficePackage } from '../package.ts';
import { escapeText } from '../xml/text.ts';
import { attribute, parseTree } from '../xml/tree.ts';
import { ByteEdits } from './byte-edits.ts';

const PART = '[Content_Types].xml';

/** States the type of parts that were added; nothing else in the list changes. */
export function addContentTypes(pack: OfficePackage, types: readonly (readonly [part: string, type: string])[]): void {
  const bytes = pack.read(PART);
  const root = parseTree(bytes, PART, 1);
  const known = new Set(root.children.map((node) => attribute(node, 'PartName')?.toLowerCase()));
  const edits = new ByteEdits(bytes);
  for (const [part, type] of types) {
    if (!known.has(`/${part}`.toLowerCase())) edits.append(root, `<Override PartName="${escapeText(`/${part}`)}" ContentType="${type}"/>`);
  }
  write(pack, bytes, edits);
}

/** States the type of all parts with this ending that have no type of their own. */
export function addDefaultType(pack: OfficePackage, extension: string, type: string): void {
  const bytes = pack.read(PART);
  const root = parseTree(bytes, PART, 1);
  if (root.children.some((node) => attribute(node, 'Extension')?.toLowerCase() === extension)) return;
  const edits = new ByteEdits(bytes);
  edits.append(root, `<Default Extension="${extension}" ContentType="${type}"/>`);
  write(pack, bytes, edits);
}

export function removeContentTypes(pack: OfficePackage, parts: readonly string[]): void {
  const bytes = pack.read(PART);
  const gone = new Set(parts.map((part) => `/${part}`.toLowerCase()));
  const edits = new ByteEdits(bytes);
  for (const node of parseTree(bytes, PART, 1).children) if (gone.has(attribute(node, 'PartName')?.toLowerCase() ?? '')) edits.remove(node);
  write(pack, bytes, edits);
}

function write(pack: OfficePackage, before: Uint8Array, edits: ByteEdits): void {
  const after = edits.apply();
  if (after.length !== before.length) pack.write(PART, after);
}
