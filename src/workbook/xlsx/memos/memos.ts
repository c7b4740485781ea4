import type { Dialect } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import { readMemoPart, writeMemoPart } from './memo-part.ts';
import { readMemoSheet, writeMemoSheet } from './memo-sheet.ts';

/**
 * Our small texts stand twice in a workbook: in a custom XML part, which is where Office.js finds
 * them, and in a hidden sheet, because that is what programs keep that know no custom XML. Both are
 * always written together; the part goes before.
 */
export function readMemos(pack: OfficePackage, workbook: string): ReadonlyMap<string, string> {
  return readMemoPart(pack, workbook) ?? readMemoSheet(pack, readWorkbookPart(pack));
}

export function writeMemos(
  pack: OfficePackage,
  workbook: string,
  dialect: Dialect,
  memos: ReadonlyMap<string, string>,
): void {
  writeMemoPart(pack, workbook, dialect, memos);
  writeMemoSheet(pack, dialect, memos);
}
