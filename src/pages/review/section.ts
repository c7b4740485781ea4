import type { PageCell, PageStyle } from '../page.ts';
import type { Canvas, RowOptions } from './canvas.ts';
import { text } from './cells.ts';

/** First column after the margin, and the last one, 0-based. */
export const FIRST = 1;
export const LAST = 10;

/** The heading of a section: air above, a rule below. */
export function section(canvas: Canvas, title: string, options: RowOptions = {}): number {
  canvas.gap(14);
  const at = canvas.row([text(title, 'section')], { height: 22, ...options });
  for (let column = FIRST + 1; column <= LAST; column += 1)
    canvas.set(at, column, { value: null, style: 'section' });
  return at;
}

/**
 * A header row over columns B…K; texts after the first two stand at the right, over their figures,
 * unless told otherwise.
 */
export function headers(
  canvas: Canvas,
  titles: readonly (string | null)[],
  styles: readonly PageStyle[] = [],
  options: RowOptions = {},
): number {
  const cells = Array.from({ length: LAST - FIRST + 1 }, (_, index): PageCell => ({
    value: titles[index] ?? null,
    style: styles[index] ?? (index < 2 ? 'header' : 'header-right'),
  }));
  return canvas.row(cells, { height: 28, ...options });
}

/** One quiet line for a section without content. */
export const quiet = (canvas: Canvas, sentence: string): number =>
  canvas.wide(sentence, 'note', { height: 18 });

/** Fills a row of cells up to the right margin so that its rule runs through. */
export function filled(
  cells: readonly (PageCell | null)[],
  style: PageStyle = 'text',
): readonly PageCell[] {
  return Array.from(
    { length: LAST - FIRST + 1 },
    (_, index): PageCell => cells[index] ?? { value: null, style },
  );
}
