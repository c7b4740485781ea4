import type { LevelGap, Window } from '#domain/rebate/window.ts';
import type { Speech } from '../speech.tsx';

/** "2 档 · 6%", or that there is no one tier: several members, or nothing known. */
export function tierWords(speech: Speech, window: Window, tier: number): string {
  const { words, percent } = speech;
  if (window.members !== null) return words.figures.byMember(window.members.length);
  if (!window.single) return words.figures.none;
  const reached = window.component.tiers[tier - 1];
  if (!reached) return words.figures.belowFirst;
  return words.figures.tier(tier, percent(reached.rate, reached.rateIsFloor));
}

/** What is missing to the next tier: yuan of orders, or in the unit of the measure. */
export function gapWords(speech: Speech, window: Window): string {
  const { words, yuan } = speech;
  if (window.level?.missing) return levelWords(speech, window.level);
  if (!window.single) return words.figures.none;
  return window.gap === null ? words.figures.topTier : yuan(window.gap);
}

function levelWords({ words, share, yuan }: Speech, { unit, missing }: LevelGap): string {
  if (missing === null) return words.figures.none;
  if (unit === 'share') return words.level.share(share(missing));
  return unit === 'sales'
    ? yuan(missing.toNumber() as Parameters<typeof yuan>[0])
    : words.level[unit](missing.toString());
}
