/// <reference types="office-js" />
import { ownValue } from '#domain/own-value.ts';
import {
  SNAPSHOT_PREFIX,
  type Snapshot,
  UNTOUCHED,
  parseSnapshot,
  unpackRuns,
} from '../highlight-snapshot.ts';
import type { FillRecord } from '../fill-record.ts';
import { textFingerprint } from '../text-fingerprint.ts';
import type { Conversation, Surroundings } from './conversation.ts';
import { readKeptText, writeKeptText } from './kept-text.ts';
import { paintable, restoreOn } from './restore-fills.ts';

/**
 * Gives back the user's fills where the command line or the browser edition has coloured rows: on
 * one sheet, or on all of them. What was given back is remembered by the print of its snapshot, as
 * the snapshot itself stands where Office.js only reads.
 */
export async function restoreFromFile(
  talk: Conversation,
  texts: ReadonlyMap<string, string>,
  surroundings: Surroundings,
  only?: string,
): Promise<void> {
  for (const [key, text] of texts) {
    const snapshot = key.startsWith(SNAPSHOT_PREFIX) ? parseSnapshot(text) : null;
    if (snapshot === null || (only !== undefined && snapshot.sheet !== only)) continue;
    const done = `cleared ${textFingerprint(text)}`;
    if ((await readKeptText(talk, key)) === done) continue;
    const { worksheets } = talk.context.workbook;
    const found = await talk.step(() =>
      worksheets.getItemOrNullObject(snapshot.sheet).load('name'),
    );
    if (found.isNullObject) continue;
    const sheet = await paintable(talk, snapshot.sheet);
    if ((await restoreOn(talk, sheet, recordOf(snapshot), surroundings)) === null)
      await writeKeptText(talk, key, done);
  }
}

/** A cell whose own fill cannot be written keeps our colour: to go back to it changes nothing. */
function recordOf(snapshot: Snapshot): FillRecord {
  const { sheet, left, right, colors, fills, shown } = snapshot;
  const before = (token: string, color: string): string => {
    if (token === UNTOUCHED) return color;
    const known = shown === undefined ? undefined : ownValue(shown, token);
    if (known !== undefined) return known;
    return shown === undefined && ownValue(fills, token) === '' ? '' : color;
  };
  return {
    sheet,
    left,
    right,
    rows: snapshot.rows.map(([row, at, , tokens]) => {
      const color = (colors[at] ?? '').toUpperCase();
      return {
        row,
        color,
        print: '',
        before: unpackRuns(tokens).map((token) => before(token, color)),
      };
    }),
  };
}
