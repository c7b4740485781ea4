import { type Fen, subtractFen, sumFen } from '#domain/money/fen.ts';
import type { Draft } from './review-input.ts';

/**
 * What is in the rebate to date beside the windows that the page shows: those of other periods, and
 * what was not trued up. With `shown`, the lines add up to the figure at the top.
 */
export function restOfTotal(
  { input, words, windows }: Pick<Draft, 'input' | 'words' | 'windows'>,
  shown: Fen,
): readonly (readonly [label: string, amount: Fen])[] {
  const others = input.rebate.windows.filter((window) => !windows.includes(window));
  const ofOthers = sumFen(others.map((window) => window.rebate));
  const notTruedUp = subtractFen(input.rebate.total, sumFen([shown, ofOthers]));
  return [
    ...(others.length > 0 ? [[words.otherWindows, ofOthers] as const] : []),
    ...(notTruedUp === 0 ? [] : [[words.notTruedUp, notTruedUp] as const]),
  ];
}
