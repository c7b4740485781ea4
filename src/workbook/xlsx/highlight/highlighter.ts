import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import type { RowFill } from '#application/workbook.port.ts';
import type { Pump } from '../../paced-loop.ts';
import { dialectOf } from '../edit/dialect.ts';
import { readKeptTexts, writeKeptTexts } from '../kept-texts/kept-texts.ts';
import type { OfficePackage } from '../package.ts';
import { readWorkbookPart } from '../read/workbook-part.ts';
import { clearSheet, highlightSheet, snapshotSheet } from './highlight-sheet.ts';
import {
  type Snapshot,
  SNAPSHOT_PREFIX,
  UNTOUCHED,
  packRuns,
  parseSnapshot,
} from '../../highlight-snapshot.ts';
import { PATTERNS } from './shown-fill.ts';
import { type FillRecord, type FillText, unpackRecord } from '../../fill-record.ts';

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
  const texts = new Map(readKeptTexts(pack, parts.workbook));
  for (const [key, snapshot] of snapshotsIn(texts)) {
    if (snapshotSheet(parts, snapshot) !== sheet) continue;
    await clearSheet(pack, parts, snapshot, pump);
    texts.delete(key);
  }
  const snapshot = await highlightSheet(pack, parts, sheet, columns, fills, pump);
  texts.set(SNAPSHOT_PREFIX + sheet.sheetId, JSON.stringify(snapshot));
  writeKeptTexts(pack, parts.workbook, dialectOf(pack, parts.workbook), texts);
}

export async function clearHighlights(pack: OfficePackage, pump: Pump): Promise<void> {
  const parts = readWorkbookPart(pack);
  const texts = new Map(readKeptTexts(pack, parts.workbook));
  for (const [key, snapshot] of snapshotsIn(texts)) {
    await clearSheet(pack, parts, snapshot, pump);
    texts.delete(key);
    writeKeptTexts(pack, parts.workbook, dialectOf(pack, parts.workbook), texts);
  }
}

const snapshotsIn = (
  texts: ReadonlyMap<string, string>,
): readonly (readonly [key: string, snapshot: Snapshot])[] =>
  [...texts].flatMap(([key, text]) => {
    const snapshot = key.startsWith(SNAPSHOT_PREFIX)
      ? parseSnapshot(text)
      : addInSnapshot(key, text);
    return snapshot === null ? [] : [[key, snapshot] as const];
  });

/** The add-in keeps one kept text a coloured sheet. */
const RECORD = /^!highlights:\d+$/;

/**
 * What the add-in coloured in Excel, as a snapshot: the user's fills come back where a cell still
 * shows our colour. Null for every other kept text.
 */
function addInSnapshot(key: string, text: string): Snapshot | null {
  const record = RECORD.test(key) ? unpackRecord(text) : null;
  return record === null ? null : snapshotOf(record);
}

function snapshotOf({ sheet, left, right, rows }: FillRecord): Snapshot {
  const colors = [...new Set(rows.map(({ color }) => color))];
  const fills = [...new Set(rows.flatMap(({ before }) => before))];
  const token = (fill: FillText): string =>
    fill.includes('Gradient|') ? UNTOUCHED : `f${fills.indexOf(fill)}`;
  return {
    version: 1,
    sheetId: '',
    sheet,
    left,
    right,
    rows: rows.map(({ row, color, before }) => [
      row,
      colors.indexOf(color),
      0,
      packRuns(before.map(token)),
    ]),
    colors,
    // No number of a style is known: fills are compared instead.
    formats: 0,
    formatsCheck: NaN,
    written: [],
    fills: Object.fromEntries(fills.map((fill) => [token(fill), fillElement(fill)])),
  };
}

/** "" for none. Of a pattern the lines are the foreground, of a plain fill the colour is. */
function fillElement(fill: FillText): string {
  if (fill === '') return '';
  const [name = '', color = '', lines = ''] = fill.includes('|') ? fill.split('|') : ['', '', fill];
  const pattern = fill.includes('|') ? (PATTERNS.get(name) ?? 'solid') : 'solid';
  const ground = color === '' ? '<bgColor indexed="64"/>' : `<bgColor rgb="${argb(color)}"/>`;
  const drawn = lines === '' ? '' : `<fgColor rgb="${argb(lines)}"/>`;
  return `<fill><patternFill patternType="${pattern}">${drawn}${ground}</patternFill></fill>`;
}

const argb = (color: string): string => `FF${color.replace('#', '')}`;
