import type { Cell, Sheet } from '#domain/sheet.ts';
import { KEPT_MARK } from './kept-text-sheet-words.ts';

/**
 * The mark of a sheet that lost it: what a program gives back that keeps neither properties nor
 * hidden names, only cells. Our own pages say at their top what they are, in words that nobody
 * types by chance: a title, and below it a line that ends in the same words on every page.
 */
/** What stands in the first rows and columns, by row. */
type Top = readonly (readonly Cell[])[];

export const TOP = { rows: 3, columns: 2 } as const;

/**
 * Only sheets of such names are looked at in passing; the others are where a page of ours is
 * missing that has to be written again: somebody may have given it another name.
 */
export const mayBeOurs = (name: string): boolean =>
  /^(?:返点复盘|rebate review|对账|statement|rebateradar)/i.test(name);

const REVIEW = /^(?:返点复盘|Rebate review) (\S+) \([^()]+\)$/;
const BELOW_REVIEW = /(?: · 金额单位：元| · amounts in yuan)$/;
const STATEMENT = /^(?:对账|Statement) \S/;
const BELOW_STATEMENT = /(?:应返逐单核对 · 金额单位：元|against what the orders earn · yuan)$/;
const KEPT_NOTE = /^返点雷达把答复、设置和原来的底色记在这里/;

/** Undefined where the cells say nothing of the kind. */
export const markOfTop = (cells: Top): string | undefined =>
  titled((row, column) => String(cells[row]?.[column] ?? ''));

/** Whether what was read of a sheet is a page of ours that somebody gave another name. */
export const saysItIsOurs = (columns: Sheet['columns']): boolean =>
  titled((row, column) => String(columns[column]?.[row] ?? '')) !== undefined;

function titled(at: (row: number, column: number) => string): string | undefined {
  if (KEPT_NOTE.test(at(0, 0))) return KEPT_MARK;
  if (STATEMENT.test(at(0, 1)) && BELOW_STATEMENT.test(at(1, 1))) return 'statement';
  for (const [row, page] of ['review', 'review-details'].entries()) {
    const label = REVIEW.exec(at(row, 1))?.[1];
    if (label !== undefined && BELOW_REVIEW.test(at(row + 1, 1))) return `${page}:${label}`;
  }
  return undefined;
}

/**
 * The marks by what the sheets are known by: those said outright, then those of the tops. A second
 * sheet that says the same is a copy of ours: no orders, but nothing that is written over.
 */
export function withTops<Key>(
  said: ReadonlyMap<Key, string>,
  tops: readonly (readonly [key: Key, top: Top])[],
): ReadonlyMap<Key, string> {
  const marks = new Map(said);
  const used = new Set(said.values());
  for (const [key, top] of tops) {
    const mark = marks.has(key) ? undefined : markOfTop(top);
    if (mark === undefined) continue;
    marks.set(key, used.has(mark) ? `copy of ${mark}` : mark);
    used.add(mark);
  }
  return marks;
}
