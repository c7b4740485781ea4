import { roomOf, textWidth } from '../../text-height.ts';

/** Between the parts of a sentence; within an amount a comma has no space behind it. */
const PARTS = /(?<=[，；：。])|(?<=[,;:.] )/u;

/**
 * A headline that takes two lines parts between two parts of its sentence, so that they come out
 * about as long as each other: left to itself it may leave a bracket alone on the second.
 *
 * @param width - of its cell, in characters as columns count them
 */
export function inTwoLines(sentence: string, width: number): string {
  const fits = (line: string): boolean => textWidth(line, 'headline') <= roomOf(width, 'headline');
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
