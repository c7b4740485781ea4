import {
  BorderStyleTypes,
  HorizontalAlign,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { Border, BorderLine, CellLook } from '#application/live/sheet-look.ts';

const LINES: Readonly<Record<BorderLine, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
} as const;

const VERTICAL = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
} as const;

/** A look in the grid's own words. */
export function styleOf(look: CellLook): IStyleData {
  const { borders, horizontal, vertical } = look;
  const style: IStyleData = { vt: vertical ? VERTICAL[vertical] : VerticalAlign.BOTTOM };
  if (look.font !== undefined) style.ff = look.font;
  if (look.size !== undefined) style.fs = look.size;
  if (look.bold) style.bl = 1;
  if (look.italic) style.it = 1;
  if (look.underline) style.ul = { s: 1 };
  if (look.strike) style.st = { s: 1 };
  if (look.color !== undefined) style.cl = { rgb: look.color };
  if (look.fill !== undefined) style.bg = { rgb: look.fill };
  if (look.format !== undefined) style.n = { pattern: look.format };
  if (look.wrap) style.tb = WrapStrategy.WRAP;
  if (horizontal !== undefined) style.ht = HORIZONTAL[horizontal];
  if (look.indent !== undefined) {
    const side = horizontal === 'right' ? 'r' : 'l';
    style.pd = { ...PADDING, [side]: PADDING[side] + look.indent * INDENT };
  }
  if (borders !== undefined)
    style.bd = {
      ...(borders.top && { t: lineOf(borders.top) }),
      ...(borders.right && { r: lineOf(borders.right) }),
      ...(borders.bottom && { b: lineOf(borders.bottom) }),
      ...(borders.left && { l: lineOf(borders.left) }),
    };
  return style;
}

/** Of a cell without an indent, in pixels. */
const PADDING = { t: 0, r: 2, b: 2, l: 2 };

/** Pixels of one step of indentation. */
const INDENT = 9;

const lineOf = ({ line, color }: Border): { s: BorderStyleTypes; cl: { rgb: string } } => ({
  s: LINES[line],
  cl: { rgb: color },
});
