import { LONGEST_AMOUNT } from '../bounds.ts';
import type { Cell } from '../sheet.ts';
import { foldText } from './fold-text.ts';
import { amountAlphabet } from './number-text.ts';

/**
 * What the marks inside a written number say: `point` 1,234.50 · `comma` 1.234,50 or 2.000.000 ·
 * `maybe-comma` 25,00 · `either` 17.500, which is seventeen and a half or seventeen thousand five
 * hundred · `group` 17,500 · `none` 620.
 */
type Marks = 'point' | 'comma' | 'maybe-comma' | 'either' | 'group' | 'none';

/**
 * How the numbers of a column are to be read: with a decimal `point` (or nothing says otherwise),
 * a decimal `comma`, both (`mixed`), or nobody knows what 17.500 means (`open`).
 */
export type DecimalMark = 'point' | 'comma' | 'mixed' | 'open';

/**
 * The figures of a text with the marks between them; '' where there are several numbers or none.
 */
const NUMBER = /^[^\d.,]*((?:\d[\d.,' ]*)?\d)[^\d.,]*$/;

function marksOf(text: string): Marks {
  const core = NUMBER.exec(text)?.[1]?.replace(/[' ]/g, '') ?? '';
  const [point, comma] = [core.lastIndexOf('.'), core.lastIndexOf(',')];
  if (point < 0 && comma < 0) return 'none';
  if (point >= 0 && comma >= 0) return point > comma ? 'point' : 'comma';
  const mark = point >= 0 ? '.' : ',';
  const parts = core.split(mark);
  const [head = '', ...groups] = parts;
  const isGrouped = /^[1-9]\d{0,2}$/.test(head) && groups.every((group) => group.length === 3);
  if (parts.length > 2) return mark === '.' ? (isGrouped ? 'comma' : 'none') : 'point';
  if (mark === '.') return isGrouped ? 'either' : 'point';
  return isGrouped ? 'group' : 'maybe-comma';
}

/** 1.234,50 → 1234.50: the number in a text of decimal commas as the reader of amounts knows it. */
const withPoint = (text: string): string =>
  text.replace(/\d[\d.,' ]*/, (core) => core.replace(/[.' ]/g, '').replace(',', '.'));

/**
 * The ways to read a number in the column's habit of decimals, each with a point: one that is
 * clear, or all that stay open.
 *
 * @param isBare - nothing beside the number says how many figures it may have: 17.500 stays open
 */
export function waysOf(
  text: string,
  mark: DecimalMark,
  isBare: boolean,
): { readonly clear: string } | { readonly comma: string; readonly point?: string } {
  const marks = marksOf(text);
  const isOpen =
    marks === 'either'
      ? mark !== 'comma' && mark !== 'point' && isBare
      : marks === 'group'
        ? mark === 'comma' || mark === 'mixed'
        : (marks === 'comma' || marks === 'maybe-comma') && mark !== 'comma';
  if (isOpen)
    return {
      comma: withPoint(text),
      ...(marks === 'comma' ? {} : { point: text.replace(/,/g, '') }),
    };
  return { clear: mark === 'comma' && /comma|either/.test(marks) ? withPoint(text) : text };
}

/** Counts what the cells of a column say, and what the column's habit is. */
class MarkEvidence {
  private readonly seen = new Map<Marks, number>();

  add(marks: Marks): void {
    this.seen.set(marks, (this.seen.get(marks) ?? 0) + 1);
  }

  private count(marks: Marks): number {
    return this.seen.get(marks) ?? 0;
  }

  /** One 25,00 alone may be a slip of the hand; two, or one 1.234,50, are a habit. */
  get habit(): DecimalMark {
    const comma = this.count('comma') + this.count('maybe-comma');
    if (this.count('point') > 0) return comma > 0 ? 'mixed' : 'point';
    if (this.count('comma') > 0 || this.count('maybe-comma') > 1) return 'comma';
    return 'open';
  }
}

/** The habit of the texts in rows `from` to `to` (exclusive) of a column. */
export function markOfColumn(cells: readonly Cell[], from: number, to: number): DecimalMark {
  const evidence = new MarkEvidence();
  for (let row = from; row < Math.min(to, cells.length); row++) {
    const cell = cells[row];
    if (typeof cell === 'string' && cell.length <= LONGEST_AMOUNT)
      evidence.add(marksOf(amountAlphabet(foldText(cell))));
  }
  return evidence.habit;
}
