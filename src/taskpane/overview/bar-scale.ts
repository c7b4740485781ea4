import { Decimal } from '#domain/money/decimal.ts';
import type { Fen } from '#domain/money/fen.ts';
import type { Tier } from '#domain/policy/policy.ts';

/** Where things stand on a component's bar, as shares of its length. */
export interface BarScale {
  readonly done: number;
  /** Pending deals, drawn after what is done. */
  readonly pipeline: number;
  readonly ticks: readonly {
    readonly threshold: Fen;
    readonly at: number;
    readonly reached: boolean;
    readonly labelled: boolean;
  }[];
}

/** Room that a threshold's label needs beside the next one. */
const LABEL_ROOM = 0.17;

/**
 * From 0 to a little beyond the next threshold, the sales or the pipeline, whichever is farthest.
 */
export function barScale(
  tiers: readonly Tier[],
  tier: number,
  sales: Fen,
  pipeline: Fen,
): BarScale {
  const next = tiers[tier]?.threshold ?? 0;
  const done = Math.max(sales, 0);
  const end = new Decimal(
    Math.max(next, done + Math.max(pipeline, 0), tiers.at(-1)?.threshold === next ? next : 0, 1),
  ).times('1.08');
  const share = (amount: number): number => new Decimal(amount).div(end).toNumber();
  const inside = tiers.filter(
    ({ threshold }) => threshold > 0 && end.greaterThanOrEqualTo(threshold),
  );
  const placed: number[] = [];
  const labelled = new Set<Fen>();
  for (const { threshold } of byNeed(inside, next)) {
    const at = share(threshold);
    if (placed.some((other) => Math.abs(other - at) < LABEL_ROOM)) continue;
    placed.push(at);
    labelled.add(threshold);
  }
  return {
    done: share(done),
    pipeline: share(Math.max(pipeline, 0)),
    ticks: inside.map(({ threshold }, index) => ({
      threshold,
      at: share(threshold),
      reached: index < inside.length && threshold <= done,
      labelled: labelled.has(threshold),
    })),
  };
}

/** The next threshold's label first, then the highest ones. */
function byNeed(tiers: readonly Tier[], next: number): readonly Tier[] {
  return [...tiers].sort(
    (a, b) =>
      Number(b.threshold === next) - Number(a.threshold === next) || b.threshold - a.threshold,
  );
}
