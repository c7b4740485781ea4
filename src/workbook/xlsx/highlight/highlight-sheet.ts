import type { RowFill } from '#application/workbook.port.ts';
import type { Pump } from '../../paced-loop.ts';
import { dialectOf } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import type { SheetEntry, WorkbookParts } from '../read/workbook-part.ts';
import { statedExtent } from '../read/sheet-extent.ts';
import { themeColors } from '../styles/theme-colors.ts';
import { openStyles } from '../styles/open-styles.ts';
import { BesidePacker, type PartPacker } from '../zip/pack.ts';
import { HighlightEdits, formatsCheck } from './apply-highlights.ts';
import type { SheetEdits, RowEdit } from './sheet-edits.ts';
import { SheetRewriter } from './sheet-rewriter.ts';
import {
  type Snapshot,
  ADDED,
  NO_STYLE,
  type RowSnapshot,
  unpackRuns,
  UNTOUCHED,
} from '../../highlight-snapshot.ts';
import { ownValue } from '#domain/own-value.ts';
import type { StylesPart } from '../styles/styles-part.ts';
import { getAttribute } from '../styles/raw-element.ts';

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
  const edits = new HighlightEdits(styles, columns, fills, themeColors(pack, parts.workbook));
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

/**
 * Puts back what a snapshot remembers. A cell that has been restyled since is the user's and stays.
 */
function clearingEdits(styles: StylesPart, snapshot: Snapshot): SheetEdits {
  const sameNumbers =
    styles.list('cellXfs').length >= snapshot.formats &&
    formatsCheck(styles, snapshot.formats) === snapshot.formatsCheck;
  const restore = sameNumbers ? byNumber(snapshot) : byFill(styles, snapshot);
  const rows = new Map(snapshot.rows.map((row) => [row[0], row]));
  return {
    left: snapshot.left,
    right: snapshot.right,
    columns: () => undefined,
    row: (row) => {
      const recorded = rows.get(row);
      return recorded === undefined ? undefined : clearedRow(recorded, snapshot.left, restore);
    },
  };
}

/**
 * The token to go back to, or undefined to leave the cell; `gone` when a cell that we added should
 * go.
 */
interface Restore {
  style(token: string, color: number, now: string | null): string | null | undefined;
  gone(token: string, color: number, now: string | null): boolean;
}

function clearedRow(
  [, color, wasSelfClosing, runs]: RowSnapshot,
  left: number,
  restore: Restore,
): RowEdit {
  const tokens = unpackRuns(runs);
  const tokenOf = (column: number): string => tokens[column - left] ?? UNTOUCHED;
  return {
    wasSelfClosing: wasSelfClosing === 1,
    restyle: (column, now) =>
      tokenOf(column) === UNTOUCHED ? undefined : restore.style(tokenOf(column), color, now),
    missing: () => null,
    removes: (column, now) => restore.gone(tokenOf(column), color, now),
    opened: () => undefined,
  };
}

function byNumber(snapshot: Snapshot): Restore {
  const written = new Map(
    snapshot.written.map(([token, color, index]) => [`${token} ${color}`, String(index)]),
  );
  const isOurs = (token: string, color: number, now: string | null): boolean =>
    now !== null && written.get(`${token} ${color}`) === now;
  return {
    style: (token, color, now) => {
      if (!isOurs(token, color, now)) return undefined;
      return token === NO_STYLE ? null : token.replace(ADDED, '');
    },
    gone: (token, color, now) => token.startsWith(ADDED) && isOurs(token, color, now),
  };
}

function byFill(styles: StylesPart, snapshot: Snapshot): Restore {
  return {
    style: (token, color, now) => {
      const style = Number(now ?? 0);
      const fill = Number(getAttribute(styles.list('cellXfs')[style] ?? '', 'fillId') ?? 0);
      const shown = /fgColor[^>]*\srgb="([0-9A-Fa-f]{8})"/.exec(
        styles.list('fills')[fill] ?? '',
      )?.[1];
      if (shown?.slice(2).toUpperCase() !== snapshot.colors[color]?.replace('#', '').toUpperCase())
        return undefined;
      const own = ownValue(snapshot.fills, token) ?? '';
      return String(styles.withFill(style, own === '' ? 0 : styles.indexOf('fills', own)));
    },
    gone: () => false,
  };
}
