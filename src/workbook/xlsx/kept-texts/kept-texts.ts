import { type Dialect, XML_HEAD } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import { removeNames, workbookNames } from '../edit/defined-names.ts';
import { isKeptTextName, keptTextsInNames } from '../../kept-text-names.ts';
import { readKeptTextSheet, writeKeptTextSheet } from './kept-text-sheet.ts';
import { addContentTypes, addDefaultType } from '../edit/content-types.ts';
import { addRelationship } from '../edit/add-relationship.ts';
import { scanWhole } from '../xml/elements.ts';
import { CLOSE, END, MORE, OPEN, TEXT } from '../xml/scanner.ts';
import { decodeEscapes, decodeText, encodeText, escapeAttribute, escapeText } from '../xml/text.ts';

/**
 * Our small texts stand twice in a workbook: in a custom XML part, which is where Office.js finds
 * them, and in a hidden sheet, because that is what programs keep that know no custom XML. Both are
 * always written together; the part goes before. What the add-in has kept in names since goes
 * before both, and is taken over when we write.
 */
export function readKeptTexts(pack: OfficePackage, workbook: string): ReadonlyMap<string, string> {
  const own = readKeptTextPart(pack, workbook) ?? readKeptTextSheet(pack, readWorkbookPart(pack));
  return new Map([...own, ...keptTextsInNames(workbookNames(pack, workbook))]);
}

export function writeKeptTexts(
  pack: OfficePackage,
  workbook: string,
  dialect: Dialect,
  texts: ReadonlyMap<string, string>,
): void {
  writeKeptTextPart(pack, workbook, dialect, texts);
  writeKeptTextSheet(pack, dialect, texts);
  removeNames(pack, workbook, isKeptTextName);
}

/**
 * Our small texts live in one custom XML part of the workbook, told by its namespace: a form that
 * Excel keeps and that Office.js reads as `workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE)`.
 */
const KEPT_NAMESPACE = 'urn:rebate-radar:memo:1';

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** The same in every workbook: it names the kind of store, not the workbook. */
const STORE_ID = '{7C1B7B0E-5F0D-4C51-9C0B-2D1D54A7F2E1}';

/** Null when the workbook has no such part. */
function readKeptTextPart(
  pack: OfficePackage,
  workbook: string,
): ReadonlyMap<string, string> | null {
  const part = keptTextPart(pack, workbook);
  const texts = new Map<string, string>();
  if (part === null) return null;
  const scanner = scanWhole(pack.read(part), part);
  let key = '';
  let text = '';
  for (let token = scanner.next(); token !== END && token !== MORE; token = scanner.next()) {
    if (token === TEXT)
      text += decodeText(scanner.buffer, scanner.start, scanner.end, scanner.literal);
    if (token === OPEN && scanner.is('memo')) {
      key = decodeEscapes(scanner.attributes.get('key') ?? '');
      text = '';
    }
    if (token === CLOSE && scanner.is('memo')) texts.set(key, decodeEscapes(text));
  }
  return texts;
}

function writeKeptTextPart(
  pack: OfficePackage,
  workbook: string,
  dialect: Dialect,
  texts: ReadonlyMap<string, string>,
): void {
  const part = keptTextPart(pack, workbook) ?? addKeptTextPart(pack, workbook, dialect);
  const items = [...texts].map(
    ([key, text]) => `<memo key="${escapeAttribute(key)}">${escapeText(text)}</memo>`,
  );
  pack.write(
    part,
    encodeText(`${XML_HEAD}<memos xmlns="${KEPT_NAMESPACE}">${items.join('')}</memos>`),
  );
}

function keptTextPart(pack: OfficePackage, workbook: string): string | null {
  // LibreOffice hangs the part on the package instead of the workbook.
  for (const { kind, target } of [...pack.relationships(workbook), ...pack.relationships('')]) {
    if (kind !== 'customXml' || !pack.has(target) || pack.size(target) === 0) continue;
    if (rootNamespaces(pack, target).includes(KEPT_NAMESPACE)) return target;
  }
  return null;
}

/** Other people's custom XML may be anything, well-formed or not: it is none of our business. */
function rootNamespaces(pack: OfficePackage, part: string): readonly string[] {
  try {
    const scanner = scanWhole(pack.read(part), part);
    for (let token = scanner.next(); token !== END && token !== MORE; token = scanner.next()) {
      if (token === OPEN) return [...scanner.attributes.all().values()].map(({ value }) => value);
    }
  } catch {
    return [];
  }
  return [];
}

function addKeptTextPart(pack: OfficePackage, workbook: string, dialect: Dialect): string {
  const part = pack.freeName('customXml/item', '.xml');
  const properties = pack.freeName('customXml/itemProps', '.xml');
  pack.write(part, encodeText(''));
  pack.write(
    properties,
    encodeText(
      `${XML_HEAD}<ds:datastoreItem ds:itemID="${STORE_ID}" xmlns:ds="${PROPERTIES}">` +
        `<ds:schemaRefs><ds:schemaRef ds:uri="${KEPT_NAMESPACE}"/></ds:schemaRefs>` +
        '</ds:datastoreItem>',
    ),
  );
  addRelationship(pack, part, `${dialect.relationships}/customXmlProps`, properties);
  addRelationship(pack, workbook, `${dialect.relationships}/customXml`, part);
  addDefaultType(pack, 'xml', 'application/xml');
  addContentTypes(pack, [
    [properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'],
  ]);
  return part;
}
