import { LONGEST_DAYS } from '../bounds.ts';
import { foldText } from './fold-text.ts';

/** Marks between the two days of a range, with the spaces around them. */
const BETWEEN = / ?(?:~|～|至|到|—|–|-{1,2}|\bto\b|\bthrough\b|\buntil\b) ?/gi;

/** The two halves of "2025-03-31 21:00 - 2025-03-31 22:00", every way it can be cut. */
export function* rangeHalves(text: string): Generator<readonly [string, string], void, void> {
  const folded = foldText(text);
  if (folded.length > LONGEST_DAYS) return;
  for (const { index, 0: mark } of folded.matchAll(BETWEEN)) {
    const [start, end] = [folded.slice(0, index), folded.slice(index + mark.length)];
    if (start.length >= 3 && end.length >= 2) yield [start, end];
  }
}

/** The end of a range on its stroke of midnight: 24:00 of the day before, or 0:00 of this one. */
export const isMidnight = (text: string): boolean =>
  /(?:^|[ t])0?0:00(?::00)?(?:\.0+)?(?: ?(?:z|utc|gmt)?(?: ?[+-]\d{1,2}:?\d{2})?)?$/i.test(
    text.trim(),
  );
