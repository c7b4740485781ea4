import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { OfficePackage } from '../package.ts';
import { decodeUtf8, encodeText, escapeText } from '../xml/text.ts';
import { attribute, parseTree } from '../xml/tree.ts';
import { ByteEdits } from './byte-edits.ts';

const PART = '[Content_Types].xml';

/** States the type of parts that were added; nothing else in the list changes. */
export function addContentTypes(
  pack: OfficePackage,
  types: readonly (readonly [part: string, type: string])[],
): void {
  const bytes = pack.read(PART);
  const root = parseTree(bytes, PART, 1);
  const known = new Set(root.children.map((node) => attribute(node, 'PartName')?.toLowerCase()));
  const edits = new ByteEdits(bytes);
  for (const [part, type] of types) {
    if (!known.has(`/${part}`.toLowerCase()))
      edits.append(root, `<Override PartName="${escapeText(`/${part}`)}" ContentType="${type}"/>`);
  }
  write(pack, bytes, edits);
}

/** States the type of all parts with this ending that have no type of their own. */
export function addDefaultType(pack: OfficePackage, extension: string, type: string): void {
  const bytes = pack.read(PART);
  const root = parseTree(bytes, PART, 1);
  if (root.children.some((node) => attribute(node, 'Extension')?.toLowerCase() === extension))
    return;
  const edits = new ByteEdits(bytes);
  edits.append(root, `<Default Extension="${extension}" ContentType="${type}"/>`);
  write(pack, bytes, edits);
}

export function removeContentTypes(pack: OfficePackage, parts: readonly string[]): void {
  const bytes = pack.read(PART);
  const gone = new Set(parts.map((part) => `/${part}`.toLowerCase()));
  const edits = new ByteEdits(bytes);
  for (const node of parseTree(bytes, PART, 1).children)
    if (gone.has(attribute(node, 'PartName')?.toLowerCase() ?? '')) edits.remove(node);
  write(pack, bytes, edits);
}

/**
 * Excel opens no package that does not say which of its parts is the workbook: a copy of one would
 * be as broken as what was opened.
 *
 * @throws Refusal file.damaged
 */
export function requireTypeOf(pack: OfficePackage, workbook: string): void {
  const extension = workbook.slice(workbook.lastIndexOf('.') + 1).toLowerCase();
  const isTyped = parseTree(pack.read(PART), PART, 1).children.some(
    (node) =>
      attribute(node, 'ContentType')?.includes('main+xml') === true &&
      (attribute(node, 'PartName')?.toLowerCase() === `/${workbook}`.toLowerCase() ||
        attribute(node, 'Extension')?.toLowerCase() === extension),
  );
  if (!isTyped) throw new Refusal<FileTrouble>({ code: 'file.damaged', part: PART });
}

const TEMPLATE = /(ContentType=["']application\/vnd\.[\w.-]*?)template(\.macroEnabled)?\.main\+xml/;

/** A copy is saved as .xlsx or .xlsm, and Excel wants the type to say the same. */
export function templateToWorkbook(pack: OfficePackage): void {
  const types = decodeUtf8(pack.read(PART));
  const workbook = types.replace(TEMPLATE, (_, head: string, macros?: string) =>
    macros === undefined ? `${head}sheet.main+xml` : `${head}sheet.macroEnabled.main+xml`,
  );
  if (workbook !== types) pack.write(PART, encodeText(workbook));
}

/** The type that a name ending in .xlsm has to go with, macros or none. */
export function allowMacros(pack: OfficePackage): void {
  const types = decodeUtf8(pack.read(PART));
  const allowed = types.replace(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
  if (allowed !== types) pack.write(PART, encodeText(allowed));
}

/** By the workbook's type, or by the macros themselves should the type not say so. */
export const hasMacros = (pack: OfficePackage): boolean =>
  decodeUtf8(pack.read(PART)).includes('macroEnabled.') || pack.has('xl/vbaProject.bin');

function write(pack: OfficePackage, before: Uint8Array, edits: ByteEdits): void {
  const after = edits.apply();
  if (after.length !== before.length) pack.write(PART, after);
}
