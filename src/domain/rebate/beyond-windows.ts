import { type Fen, NO_FEN, addFen, subtractFen } from '../money/fen.ts';
import type { Window } from './window.ts';

/**
 * What the payouts add to or leave out of what the windows are entitled to: without a true-up they
 * differ, and where something is taken back. The total less the sum of all windows, in fen.
 */
export const beyondWindows = (total: Fen, windows: readonly Pick<Window, 'rebate'>[]): Fen =>
  subtractFen(
    total,
    windows.reduce((sum, { rebate }) => addFen(sum, rebate), NO_FEN),
  );
