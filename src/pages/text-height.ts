import { PAGE_LOOK } from './page-look.ts';
import type { PageStyle } from './page.ts';

/**
 * Height in points of a line of 10-point text. Merged cells do not grow by themselves. Fonts with
 * Chinese characters stand higher.
 */
const LINE = { wide: 15, narrow: 12.75 } as const;

/** Places of a cell that no text takes: its edges, and each indent. */
const EDGES = 0.75;
const INDENT = 1.3;

/** Bold against plain, of the widest font; Chinese characters keep their width. */
const BOLD = 1.1;

/** Pixels of 10 points on a usual screen. A size between two takes the width of a whole one. */
const PIXELS = 13;

/** Places that narrow characters take by 10 points; of all that are not here, {@link OTHER}. */
const PLACES: ReadonlyMap<string, number> = new Map(
  (
    [
      [0.45, " ijl.,:;'·"],
      [0.5, 'I[]|'],
      [0.57, '()-!'],
      [0.62, 'ft"/\\'],
      [0.68, 'rJ`'],
      [0.76, 'sL'],
      [0.8, 'cz'],
      [0.87, 'agkvxyFTSE_'],
      [0.9, 'e'],
      [0.96, 'bdhnopqu'],
      [1, '0123456789$¥BCPRXYZK?*'],
      [1.06, 'AV#'],
      [1.32, 'w%'],
      [1.46, 'm'],
      [1.62, 'MW@—→'],
    ] as const
  ).flatMap(([places, characters]) => [...characters].map((each) => [each, places] as const)),
);
const OTHER = 1.2;
const WIDE = 1.9;

/**
 * Width of a text in characters as a column counts them, by 11-point digits: what Calibri takes on
 * a screen, where letters stand on whole pixels, and at least what Calibri and DejaVu Sans take on
 * paper. A Chinese character takes about two.
 */
export function textWidth(text: string, style: PageStyle = 'text'): number {
  const weight = PAGE_LOOK[style].bold === true ? BOLD : 1;
  let width = 0;
  for (const character of text)
    width += isWide(character) ? WIDE : weight * (PLACES.get(character) ?? OTHER);
  return width * scaleOf(style);
}

/** Characters that a cell of this width holds in a line. */
export const roomOf = (width: number, style: PageStyle): number =>
  width - EDGES - INDENT * (PAGE_LOOK[style].indent ?? 0);

const scaleOf = (style: PageStyle): number =>
  Math.round(((PAGE_LOOK[style].size ?? 10) * 4) / 3) / PIXELS;

const isWide = (character: string): boolean => (character.codePointAt(0) as number) > 0x2e7f;

/** No row is higher, in Excel's own words: a file with one is repaired, a call refused. */
const TALLEST = 409;

interface CellText {
  readonly text: string;
  readonly width: number;
  readonly style?: PageStyle;
}

/** Height of a row that shows all these texts in their widths. */
export const lineHeight = (texts: readonly CellText[]): number =>
  Math.min(TALLEST, Math.max(LINE.wide, ...texts.map(heightOf)) + 3);

function heightOf(cell: CellText): number {
  const line = [...cell.text].some(isWide) ? LINE.wide : LINE.narrow;
  return linesOf(cell) * line * scaleOf(cell.style ?? 'wrapped');
}

/** Lines that a cell's text takes. */
export function linesOf({ text, width, style = 'wrapped' }: CellText): number {
  const room = Math.max(1, roomOf(width, style));
  return text.split('\n').reduce((sum, each) => sum + wrapped(each, room, style), 0);
}

/** A text breaks between words and between Chinese characters. */
function wrapped(line: string, room: number, style: PageStyle): number {
  let lines = 1;
  let used = 0;
  for (const word of line.match(/[^\s\u2e80-\uffff]+\s*|[\s\S]/gu) ?? []) {
    const own = textWidth(word.trimEnd(), style);
    if (used > 0 && used + own > room) {
      lines += 1;
      used = 0;
    }
    // A word longer than the line is broken inside.
    if (own > room) lines += Math.ceil(own / room) - 1;
    used = own > room ? own % room : used + textWidth(word, style);
  }
  return lines;
}
