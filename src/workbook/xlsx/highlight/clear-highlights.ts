import { ownValue } from '#domain/own-value.ts';
import type { StylesPart } from '../styles/styles-part.ts';
import { getAttribute } from '../styles/raw-element.ts';
import { formatsCheck } from './apply-highlights.ts';
import type { RowEdit, SheetEdits } from './sheet-edits.ts';
import {
  ADDED,
  NO_STYLE,
  type RowSnapshot,
  type Snapshot,
  unpackRuns,
  UNTOUCHED,
} from './snapshot.ts';

/**
 * Puts back what a snapshot remembers. A cell that has been restyled since is the user's and stays.
 */
export function clearingEdits(styles: StylesPart, snapshot: Snapshot): SheetEdits {
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
