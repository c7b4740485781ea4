import type { OfficePackage } from '../package.ts';
import { escapeText } from '../xml/text.ts';
import { attribute, child, parseTree, type XmlNode } from '../xml/tree.ts';
import { addRelationship } from './add-relationship.ts';
import { ByteEdits } from './byte-edits.ts';
import { addContentTypes } from './content-types.ts';
import type { Dialect } from './dialect.ts';

const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Puts a sheet part that is already in the package behind the last tab. */
export function addSheet(
  pack: OfficePackage,
  workbook: string,
  dialect: Dialect,
  { name, part }: { readonly name: string; readonly part: string },
  hidden = false,
): void {
  addContentTypes(pack, [[part, WORKSHEET_TYPE]]);
  const relation = addRelationship(pack, workbook, `${dialect.relationships}/worksheet`, part);
  const bytes = pack.read(workbook);
  const root = parseTree(bytes, workbook, 2);
  const sheets = child(root, 'sheets');
  const edits = new ByteEdits(bytes);
  const declared =
    attribute(root, 'xmlns:r') === dialect.relationships
      ? ''
      : `xmlns:r="${dialect.relationships}" `;
  const sheet =
    `<sheet ${declared}name="${escapeText(name)}" ` +
    `sheetId="${nextSheetId(sheets)}"${hidden ? ' state="hidden"' : ''} r:id="${relation}"/>`;
  if (sheets === undefined) edits.append(root, `<sheets>${sheet}</sheets>`);
  else edits.append(sheets, sheet);
  pack.write(workbook, edits.apply());
}

const nextSheetId = (sheets: XmlNode | undefined): number =>
  Math.max(0, ...(sheets?.children ?? []).map((node) => Number(attribute(node, 'sheetId') ?? 0))) +
  1;
