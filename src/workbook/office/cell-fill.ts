/// <reference types="office-js" />

import type { FillText } from '../fill-record.ts';

export type { FillText };

export const NO_FILL: FillText = '';

export const FILL_QUERY = {
  format: { fill: { color: true, pattern: true, patternColor: true } },
} as const;

export function fillText(cell: Excel.CellProperties | undefined): FillText {
  const { color, pattern, patternColor } = cell?.format?.fill ?? {};
  const known = pattern ?? (color ? 'Solid' : 'None');
  if (known === 'None' || (known === 'Solid' && !color)) return NO_FILL;
  return known === 'Solid'
    ? (color ?? '').toUpperCase()
    : `${known}|${(color ?? '').toUpperCase()}|${(patternColor ?? '').toUpperCase()}`;
}

export const isPattern = (fill: FillText): boolean => fill.includes('|');

/** A gradient cannot be written back through the API, so it is never overwritten. */
export const isGradient = (fill: FillText): boolean => fill.includes('Gradient|');

export function patternProperties(fill: FillText): Excel.SettableCellProperties {
  const [pattern = 'Solid', color = '', patternColor = ''] = fill.split('|');
  return {
    format: {
      fill: {
        pattern: pattern as Excel.FillPattern,
        ...(color === '' ? {} : { color }),
        ...(patternColor === '' ? {} : { patternColor }),
      },
    },
  };
}
