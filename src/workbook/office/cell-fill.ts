/// <reference types="office-js" />

/**
 * A cell's fill as a short text: "" for none, "#FFCC00" for a plain colour,
 * "Gray50|#FFCC00|#000000" for a pattern. Excel resolves theme colours, so a fill taken from the
 * theme comes back as the same colour without its theme.
 */
export type FillText = string;

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
