import { LONGEST_STATUS, MOST_STATUS_WORDS } from '../bounds.ts';
import { cellText, foldText, isBlank } from '../reading/fold-text.ts';
import type { Header, HeaderCell } from '../reading/header-row.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import type { RowRange } from './row-range.ts';
import { type RowWord, wordOfStatus, wordOfType } from './row-words.ts';

const STATUS_ROLES: readonly HeaderRole[] = ['status', 'payStatus', 'refundStatus'];

const AGAINST: readonly RowWord[] = ['void', 'refunded', 'partly-back', 'refund', 'pending'];

const BACK: readonly RowWord[] = ['refunded', 'partly-back', 'refund'];

/**
 * A column whose header nobody knows, in a sheet without a status, that holds nothing but statuses
 * and at least one that speaks against its row: it is the status, whatever it is called.
 */
export function unnamedStatus(
  range: RowRange,
  header: Header,
  at: ReadonlyMap<HeaderRole, unknown>,
): HeaderCell | undefined {
  if (STATUS_ROLES.some((role) => at.has(role))) return undefined;
  return header.cells.find(
    ({ meaning, column, text }) =>
      meaning === undefined && !/原因|理由|reason/i.test(text) && holdsStatuses(range, column),
  );
}

/**
 * Likewise one with a word that gives money back, whatever else it holds: what is asked is the
 * sign.
 */
export const unnamedType = (
  range: RowRange,
  header: Header,
  at: ReadonlyMap<HeaderRole, unknown>,
): HeaderCell | undefined =>
  at.has('orderType')
    ? undefined
    : header.cells.find(
        ({ meaning, column }) =>
          meaning === undefined &&
          wordsOf(range, column).some((word) => BACK.includes(wordOfType(word))),
      );

function holdsStatuses(range: RowRange, column: number): boolean {
  const said = wordsOf(range, column).map(wordOfStatus);
  return (
    said.every((word) => word !== 'unknown' && word !== 'none') &&
    said.some((word) => AGAINST.includes(word))
  );
}

/** The few short texts that fill a column; none where it holds anything else. */
function wordsOf({ sheet, from, to }: RowRange, column: number): readonly string[] {
  const cells = sheet.columns[column] ?? [];
  const words = new Set<string>();
  // Most cells repeat the one above: only what is new is folded.
  let last: unknown = null;
  for (let row = from; row < to; row++) {
    const cell = cells[row];
    if (cell === last || isBlank(cell)) continue;
    last = cell;
    const text = typeof cell === 'string' ? foldText(cellText(cell)) : '';
    if (text === '' || text.length > LONGEST_STATUS) return [];
    words.add(text);
    if (words.size > MOST_STATUS_WORDS) return [];
  }
  return [...words];
}
