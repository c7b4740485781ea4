import type { Group } from './choice-groups.ts';

/** Splits so that both sides offer about equally many choices. */
export function halves(groups: readonly Group[]): readonly [readonly Group[], readonly Group[]] {
  const target = Math.sqrt(ways(groups));
  let cut = 0;
  while (cut < groups.length && ways(groups.slice(0, cut + 1)) <= target * 1.5) cut += 1;
  return [groups.slice(0, cut), groups.slice(cut)];
}

export const ways = (groups: readonly Group[]): number =>
  groups.reduce((product, { options }) => product * options.length, 1);
