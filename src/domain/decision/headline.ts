import { daysLeft } from '../calendar/days-left.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import type { Decimal } from '../money/decimal.ts';
import type { EdgeOrder } from '../edge/edge-order.ts';
import { type Fen, fen } from '../money/fen.ts';
import type { Tier } from '../policy/policy.ts';
import { tierStarts, tierWalk } from '../rebate/tier-walk.ts';
import type { Window } from '../rebate/window.ts';

/**
 * The one thing to know about an open period, by yuan: what closing the gap pays, or what holding
 * the tier keeps.
 */
export type Headline = {
  readonly period: Period;
  /**
   * Whose tier it is, by name; empty where all components of the period wait for the same sales.
   */
  readonly components: readonly string[];
  readonly days: number;
} & (
  | {
      readonly kind: 'reach';
      readonly gap: Fen;
      readonly tier: Tier;
      readonly gain: Fen;
      readonly atLeast: boolean;
    }
  | {
      readonly kind: 'hold';
      readonly cushion: Fen;
      readonly tier: Tier;
      readonly stake: Fen;
    }
  | {
      readonly kind: 'top';
      readonly cushion: Fen;
      readonly tier: Tier;
    }
);

interface HeadlineInput {
  readonly asOf: LocalDate;
  /** null: days left count from the as-of day. */
  readonly today: LocalDate | null;
  readonly windows: readonly Window[];
  readonly edges: readonly EdgeOrder[];
}

/** One headline per open period, largest stake first. */
export function headlines(input: HeadlineInput, nearWindow: Decimal): readonly Headline[] {
  const periods = new Map<string, Window[]>();
  for (const window of input.windows) {
    if (!window.open || window.blocked !== null) continue;
    const key = `${window.period.from}:${window.period.to}`;
    periods.set(key, [...(periods.get(key) ?? []), window]);
  }
  return [...periods.values()]
    .flatMap((windows) => headlineOf(windows, input, nearWindow) ?? [])
    .sort((a, b) => stakeOf(b) - stakeOf(a));
}

function headlineOf(
  windows: readonly Window[],
  input: HeadlineInput,
  nearWindow: Decimal,
): Headline | undefined {
  const best = [...windows].sort((a, b) => (b.gain ?? -1) - (a.gain ?? -1))[0];
  if (!best) return undefined;
  const told = {
    period: best.period,
    components: namesOf(windows, best),
    days: daysLeft(best.period, input.asOf, input.today),
  };
  const reached = best.component.tiers[best.tier - 1];
  const next = best.component.tiers[best.tier];
  const held = largestHeld(windows, input);
  // A tier that one refund can take away comes before one that is still far off.
  const shaky =
    reached !== undefined && held > 0 && isWithin(best.cushion, best.tier, best, nearWindow);
  if (shaky && !(next && best.gap !== null && isWithin(best.gap, best.tier + 1, best, nearWindow)))
    return { kind: 'hold', ...told, cushion: best.cushion, tier: reached, stake: held };
  if (next && best.gap !== null && best.gain !== null)
    return {
      kind: 'reach',
      ...told,
      gap: best.gap,
      tier: next,
      ...surelyGained(windows, best.gap),
    };
  return reached && { kind: 'top', ...told, cushion: best.cushion, tier: reached };
}

/** The components that stand where this window does; none to name where all of them do. */
function namesOf(windows: readonly Window[], { gap, cushion }: Window): readonly string[] {
  const alike = windows.filter((window) => window.gap === gap && window.cushion === cushion);
  return alike.length === windows.length ? [] : alike.map(({ component }) => component.name);
}

/**
 * What closing the gap pays whatever is sold: the least over the components that wait for the same
 * sales.
 */
function surelyGained(
  windows: readonly Window[],
  gap: Fen,
): { readonly gain: Fen; readonly atLeast: boolean } {
  const waiting = windows.filter((window) => window.gap === gap && window.gain !== null);
  const gains = waiting.map((window) => window.gain as Fen);
  const gain = fen(Math.min(...gains));
  const floors = waiting.some(
    (window) => window.component.tiers[window.tier]?.rateIsFloor === true,
  );
  return { gain, atLeast: floors || Math.max(...gains) > gain };
}

function largestHeld(windows: readonly Window[], input: HeadlineInput): Fen {
  const ids = new Set(windows.map(({ id }) => id));
  const stakes = input.edges
    .filter((edge) => edge.role === 'holds' && ids.has(edge.window))
    .map((edge) => edge.stake);
  return fen(Math.max(0, ...stakes));
}

/** Order yuan within a share of the order yuan at which a tier begins. */
const isWithin = (amount: Fen, tier: number, { component }: Window, share: Decimal): boolean =>
  share.times(tierStarts(tierWalk(component))[tier - 1] ?? 0).greaterThanOrEqualTo(amount);

function stakeOf(headline: Headline): number {
  if (headline.kind === 'reach') return headline.gain;
  return headline.kind === 'hold' ? headline.stake : 0;
}
