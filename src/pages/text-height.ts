/**
 * Height in points of a row of 10-point text: 15 a line. Merged cells do not grow by themselves.
 */
const LINE = 15;

/** Width of a text in characters as a column counts them: a Chinese character takes about two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) as number) > 0x2e7f ? 1.9 : 1;
  return width;
}

/** Height of a row that shows all these texts in their widths. */
export function lineHeight(
  texts: readonly { readonly text: string; readonly width: number }[],
): number {
  const lines = texts.map(({ text, width }) =>
    text
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1.5))),
        0,
      ),
  );
  return Math.max(1, ...lines) * LINE + 3;
}
