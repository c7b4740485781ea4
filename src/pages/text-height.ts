/**
 * Height in points of a line of 10-point text. Merged cells do not grow by themselves. Fonts with
 * Chinese characters stand higher.
 */
const LINE = { wide: 15, narrow: 13.5 } as const;

/** Places at the edges of a cell that no text takes. */
export const EDGES = 1;

/**
 * Width of a 10-point text in characters as a column counts them, by 11-point digits: a Chinese
 * character takes about two.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 1.9 : narrowWidth(character);
  return width;
}

/** At least what Calibri and DejaVu Sans take, plain or bold, against their own digits. */
function narrowWidth(character: string): number {
  if (/[ ijl.,:;'|![\]·]/.test(character)) return 0.5;
  if (/[tfrI()"-]/.test(character)) return 0.66;
  if (/[mwMW%@—→]/.test(character)) return 1.6;
  return /[A-Z&]/.test(character) ? 1.22 : 0.95;
}

const isWide = (character: string): boolean => (character.codePointAt(0) as number) > 0x2e7f;

/** No row is higher, in Excel's own words: a file with one is repaired, a call refused. */
const TALLEST = 409;

/** Height of a row that shows all these texts in their widths, at `scale` times the usual size. */
export function lineHeight(
  texts: readonly { readonly text: string; readonly width: number }[],
  scale = 1,
): number {
  const line = texts.some(({ text }) => [...text].some(isWide)) ? LINE.wide : LINE.narrow;
  const lines = Math.max(1, ...texts.map(({ text, width }) => linesOf(text, width / scale)));
  return Math.min(TALLEST, scale * (Math.max(LINE.wide, lines * line) + 3));
}

/** Lines that a text takes in a column: it breaks between words and between Chinese characters. */
function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - EDGES);
  return text.split('\n').reduce((sum, line) => sum + wrapped(line, room), 0);
}

function wrapped(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.match(/[^\s\u2e80-\uffff]+\s*|[\s\S]/gu) ?? []) {
    const own = textWidth(word.trimEnd());
    if (used > 0 && used + own > room) {
      lines += 1;
      used = 0;
    }
    // A word longer than the line is broken inside.
    if (own > room) lines += Math.ceil(own / room) - 1;
    used = own > room ? own % room : used + textWidth(word);
  }
  return lines;
}
