import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { RowFill } from '#application/workbook.port.ts';
import type { Pump } from '../../paced-loop.ts';
import { dialectOf } from '../edit/dialect.ts';
import { readMemos, writeMemos } from '../memos/memos.ts';
import type { OfficePackage } from '../package.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import { clearSheet, highlightSheet, snapshotSheet } from './highlight-sheet.ts';
import { addInSnapshot } from './add-in-snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** One memo a sheet: the snapshot of what stands under our fills. */
const MEMO = 'highlights:';

/** Replaces our earlier highlights on this sheet. */
export async function highlight(
  pack: OfficePackage,
  sheetName: string,
  columns: { readonly left: number; readonly right: number },
  fills: readonly RowFill[],
  pump: Pump,
): Promise<void> {
  const parts = readWorkbookPart(pack);
  const sheet = parts.sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined)
    throw new Refusal<FileTrouble>({ code: 'file.noSuchSheet', sheet: sheetName });
  const memos = new Map(readMemos(pack, parts.workbook));
  for (const [key, snapshot] of snapshotsIn(memos)) {
    if (snapshotSheet(parts, snapshot) !== sheet) continue;
    await clearSheet(pack, parts, snapshot, pump);
    memos.delete(key);
  }
  const snapshot = await highlightSheet(pack, parts, sheet, columns, fills, pump);
  memos.set(MEMO + sheet.sheetId, JSON.stringify(snapshot));
  writeMemos(pack, parts.workbook, dialectOf(pack, parts.workbook), memos);
}

export async function clearHighlights(pack: OfficePackage, pump: Pump): Promise<void> {
  const parts = readWorkbookPart(pack);
  const memos = new Map(readMemos(pack, parts.workbook));
  for (const [key, snapshot] of snapshotsIn(memos)) {
    await clearSheet(pack, parts, snapshot, pump);
    memos.delete(key);
    writeMemos(pack, parts.workbook, dialectOf(pack, parts.workbook), memos);
  }
}

const snapshotsIn = (
  memos: ReadonlyMap<string, string>,
): readonly (readonly [key: string, snapshot: Snapshot])[] =>
  [...memos].flatMap(([key, text]) => {
    const snapshot = key.startsWith(MEMO) ? parse(text) : addInSnapshot(key, text);
    return snapshot === null ? [] : [[key, snapshot] as const];
  });

/** Null for what a later version, or somebody else, has written there. */
function parse(text: string): Snapshot | null {
  try {
    const snapshot = JSON.parse(text) as Snapshot;
    return snapshot.version === 1 ? snapshot : null;
  } catch {
    return null;
  }
}
