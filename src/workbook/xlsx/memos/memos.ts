import type { Dialect } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import { removeNames, workbookNames } from '../edit/defined-names.ts';
import { isMemoName, memosInNames } from '../../memo-names.ts';
import { readMemoPart, writeMemoPart } from './memo-part.ts';
import { readMemoSheet, writeMemoSheet } from './memo-sheet.ts';

/**
 * Our small texts stand twice in a workbook: in a custom XML part, which is where Office.js finds
 * them, and in a hidden sheet, because that is what programs keep that know no custom XML. Both are
 * always written together; the part goes before. What the add-in has kept in names since goes
 * before both, and is taken over when we write.
 */
export function readMemos(pack: OfficePackage, workbook: string): ReadonlyMap<string, string> {
  const own = readMemoPart(pack, workbook) ?? readMemoSheet(pack, readWorkbookPart(pack));
  return new Map([...own, ...memosInNames(workbookNames(pack, workbook))]);
}

export function writeMemos(
  pack: OfficePackage,
  workbook: string,
  dialect: Dialect,
  memos: ReadonlyMap<string, string>,
): void {
  writeMemoPart(pack, workbook, dialect, memos);
  writeMemoSheet(pack, dialect, memos);
  removeNames(pack, workbook, isMemoName);
}
