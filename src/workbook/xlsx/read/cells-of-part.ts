import type { Sheet } from '#domain/sheet.ts';
import type { OfficePackage } from '../package.ts';
import { SharedStringsReader } from './shared-strings.ts';
import { SheetReader } from './sheet-reader.ts';
import type { WorkbookParts } from './workbook-part.ts';

/** Cells of a small sheet of ours. `rows`: no more than its first ones are needed. */
export function cellsOf(
  pack: OfficePackage,
  { sharedStrings }: WorkbookParts,
  part: string,
  rows = Infinity,
): Pick<Sheet, 'columns' | 'rowCount'> {
  const reader = new SheetReader({
    part,
    strings: sharedStrings === null ? [] : stringsOf(pack, sharedStrings),
    formats: [],
    date1904: false,
  });
  for (const piece of pack.stream(part)) {
    reader.push(piece);
    if (reader.rows > rows) break;
  }
  if (reader.rows > rows) reader.cells.finish();
  else reader.finish();
  return reader.cells;
}

function stringsOf(pack: OfficePackage, part: string): readonly string[] {
  const reader = new SharedStringsReader(part);
  for (const piece of pack.stream(part)) reader.push(piece);
  reader.finish();
  return reader.strings;
}
