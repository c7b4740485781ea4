import { ownValue } from '#domain/own-value.ts';
import { escapeText } from '../xml/text.ts';
import type { StylesPart } from './styles-part.ts';

/** The formats that have a number in every workbook. */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};

export const numberFormatId = (styles: StylesPart, format: string): number =>
  ownValue(BUILT_IN, format) ?? styles.numberFormatId(format, escapeText(format));

const known = new WeakMap<StylesPart, Map<string, number>>();

/**
 * The cell style that has this number format and nothing else; `quoted` for text that begins like a
 * formula.
 */
export function formatStyle(styles: StylesPart, format: string, quoted = false): number {
  const cache = known.get(styles) ?? new Map<string, number>();
  known.set(styles, cache);
  const key = `${format}${quoted ? "'" : ''}`;
  const found = cache.get(key);
  if (found !== undefined) return found;
  const index = styles.indexOf(
    'cellXfs',
    `<xf numFmtId="${numberFormatId(styles, format)}" fontId="0" fillId="0" borderId="0" ` +
      `xfId="0" applyNumberFormat="1"${quoted ? ' quotePrefix="1"' : ''}/>`,
  );
  cache.set(key, index);
  return index;
}
