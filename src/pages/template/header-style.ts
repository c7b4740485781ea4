import type { PageStyle } from '../page.ts';

/**
 * A header stands over its cells as they stand themselves: figures right, dates and short words
 * centred, texts left.
 */
export function headerStyle(cells: PageStyle): PageStyle {
  if (/money|rate|integer/.test(cells)) return 'header-right';
  return /date|center/.test(cells) ? 'header-center' : 'header';
}
