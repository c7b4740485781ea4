import { EDGES, textWidth } from '../../text-height.ts';

/** The headline's 14 points by the 10 that widths count in; bold, its digits stand wider. */
export const HEADLINE = 1.5;

/** Between the parts of a sentence; within an amount a comma has no space behind it. */
const PARTS = /(?<=[，；：。])|(?<=[,;:.] )/u;

/**
 * A headline that takes two lines parts between two parts of its sentence, so that they come out
 * about as long as each other: left to itself it may leave a bracket alone on the second.
 *
 * @param room - characters that a line holds, as columns count them
 */
export function inTwoLines(sentence: string, room: number): string {
  const fits = (line: string): boolean => textWidth(line) * HEADLINE <= room - EDGES;
  if (fits(sentence)) return sentence;
  const parts = sentence.split(PARTS);
  const longer = ([first, second]: readonly [string, string]): number =>
    Math.max(textWidth(first), textWidth(second));
  const [best] = parts
    .map((_, at): [string, string] => [
      parts.slice(0, at).join('').trimEnd(),
      parts.slice(at).join(''),
    ])
    .filter((lines) => lines.every((line) => line !== '' && fits(line)))
    .sort((a, b) => longer(a) - longer(b));
  return best === undefined ? sentence : best.join('\n');
}
