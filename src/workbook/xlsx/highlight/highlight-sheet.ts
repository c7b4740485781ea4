import type { RowFill } from '#application/workbook.port.ts';
import type { Pump } from '../../paced-loop.ts';
import { dialectOf } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import type { SheetEntry, WorkbookParts } from '../read/workbook-part.ts';
import { statedExtent } from '../read/sheet-extent.ts';
import { openStyles } from '../styles/open-styles.ts';
import { BesidePacker, type PartPacker } from '../zip/pack.ts';
import { HighlightEdits } from './apply-highlights.ts';
import { clearingEdits } from './clear-highlights.ts';
import type { SheetEdits } from './sheet-edits.ts';
import { SheetRewriter } from './sheet-rewriter.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Fills rows of a sheet; answers what is needed to take the fills back. Nothing is kept when the
 * run is aborted.
 */
export async function highlightSheet(
  pack: OfficePackage,
  parts: WorkbookParts,
  sheet: SheetEntry,
  columns: { readonly left: number; readonly right: number },
  fills: readonly RowFill[],
  pump: Pump,
): Promise<Snapshot> {
  const { styles, save } = openStyles(pack, parts.workbook, dialectOf(pack, parts.workbook));
  const edits = new HighlightEdits(styles, columns, fills);
  await rewrite(pack, sheet.part, edits, pump);
  save();
  return edits.snapshot(sheet);
}

/** Gives the sheet of a snapshot its own fills back. A sheet that is gone needs none. */
export async function clearSheet(
  pack: OfficePackage,
  parts: WorkbookParts,
  snapshot: Snapshot,
  pump: Pump,
): Promise<void> {
  const sheet = snapshotSheet(parts, snapshot);
  if (sheet === undefined) return;
  const { styles, save } = openStyles(pack, parts.workbook, dialectOf(pack, parts.workbook));
  await rewrite(pack, sheet.part, clearingEdits(styles, snapshot), pump);
  save();
}

/**
 * The sheet that a snapshot was taken of. Excel keeps a sheet's number when it is renamed, other
 * programs keep its name and number the sheets anew.
 */
export const snapshotSheet = (
  { sheets }: WorkbookParts,
  snapshot: Snapshot,
): SheetEntry | undefined =>
  sheets.find(({ name }) => name === snapshot.sheet) ??
  sheets.find(({ sheetId }) => sheetId === snapshot.sheetId);

async function rewrite(
  pack: OfficePackage,
  part: string,
  edits: SheetEdits,
  pump: Pump,
): Promise<void> {
  const packer = pack.packer(part);
  const rewriter = new SheetRewriter(part, edits, packer);
  await pump.run(
    paced(pack.pieces(part), packer),
    (piece) => {
      rewriter.push(piece);
      return rewriter.rows;
    },
    statedExtent(pack, part)?.rows,
  );
  rewriter.finish();
  pack.put(await packer.finish(part));
}

/** The next piece comes when the packer has room for it. */
async function* paced<T>(
  pieces: AsyncIterable<T> | Iterable<T>,
  packer: PartPacker | BesidePacker,
): AsyncGenerator<T, void, void> {
  for await (const piece of pieces) {
    yield piece;
    if (packer instanceof BesidePacker) await packer.ready();
  }
}
