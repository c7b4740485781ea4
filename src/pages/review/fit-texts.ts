import { EDGE_ROLES } from '#domain/edge/edge-order.ts';
import type { PageStyle } from '../page.ts';
import { lineHeight, roomOf, textWidth } from '../text-height.ts';
import type { Canvas } from './canvas.ts';

/** How a style looks once its text takes more than one line. */
const WRAPPED: ReadonlyMap<PageStyle, PageStyle> = new Map<PageStyle, PageStyle>([
  ['text', 'wrapped'],
  ['label', 'label-wrapped'],
  ['link', 'link-wrapped'],
  ['money', 'right-wrapped'],
  ['center', 'center-wrapped'],
]);
const WRAPS: ReadonlySet<PageStyle> = new Set<PageStyle>([
  ...WRAPPED.values(),
  'header',
  'header-right',
  'header-center',
  'figure-note',
  ...EDGE_ROLES,
]);

/**
 * A head parted at the blank nearest to its middle: left to itself it fills the first line, up to
 * the head beside it.
 */
function inTwo(head: string): string {
  const characters = [...head];
  const middle = textWidth(head, 'header') / 2;
  let best = -1;
  let least = Infinity;
  let width = 0;
  for (const [at, character] of characters.entries()) {
    width += textWidth(character, 'header');
    if (character !== ' ' || Math.abs(width - middle) >= least) continue;
    least = Math.abs(width - middle);
    best = at;
  }
  return best < 0
    ? head
    : `${characters.slice(0, best).join('')}\n${characters.slice(best + 1).join('')}`;
}

/** Cuts no text: what is wider than its cell wraps, and its row grows. */
export function fitTexts(canvas: Canvas): void {
  const spans = new Map(canvas.merges.map((merge) => [`${merge.row} ${merge.column}`, merge]));
  for (let row = 0; row < canvas.next; row += 1) {
    for (let column = 1; column < canvas.widths.length; column += 1) {
      const cell = canvas.cell(row, column);
      if (typeof cell?.value !== 'string' || cell.style === undefined) continue;
      const width = canvas.widthOf(column, spans.get(`${row} ${column}`)?.columns ?? 1);
      const style = WRAPPED.get(cell.style) ?? cell.style;
      if (textWidth(cell.value, style) <= roomOf(width, style)) continue;
      if (!WRAPS.has(style)) continue;
      const value = style.startsWith('header') ? inTwo(cell.value) : cell.value;
      canvas.set(row, column, { ...cell, value, style });
      canvas.heighten(
        row,
        Math.max(canvas.heightOf(row), lineHeight([{ text: value, width, style }])),
      );
    }
  }
}
