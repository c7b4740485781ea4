import { type LocalDate, isoDate, parseIsoDate } from '../calendar/local-date.ts';
import { Decimal } from '../money/decimal.ts';
import type { WindowId } from '../rebate/window.ts';
import { type Fen, fenFromYuan, subtractFen, yuanText } from '../money/fen.ts';

/** The figures of one review, kept in the workbook so that the next one can say what changed. */
export interface ReviewSnapshot {
  readonly period: string;
  readonly asOf: LocalDate;
  readonly figures: { readonly [name in SnapshotFigure]: Fen };
  readonly tiers: readonly {
    readonly id: WindowId;
    readonly component: string;
    readonly window: string;
    readonly tier: number;
    readonly tierSales: Fen;
  }[];
}

const SNAPSHOT_FIGURES = ['netSales', 'periodSales', 'rebate', 'received', 'outstanding'] as const;
type SnapshotFigure = (typeof SNAPSHOT_FIGURES)[number];

/** Key of the kept text that holds all snapshots of a workbook. */
export const SNAPSHOT_KEY = 'reviews';

/**
 * The list with this snapshot added; a later one of the same period and day replaces the earlier.
 */
export function withSnapshot(
  list: readonly ReviewSnapshot[],
  added: ReviewSnapshot,
): readonly ReviewSnapshot[] {
  return [...list.filter((one) => one.period !== added.period || one.asOf !== added.asOf), added];
}

/** The snapshot to compare with: the newest of an earlier day, whatever its period. */
export function lastSnapshot(
  list: readonly ReviewSnapshot[],
  asOf: LocalDate,
): ReviewSnapshot | undefined {
  return list.reduce<ReviewSnapshot | undefined>(
    (best, one) => (one.asOf < asOf && (best === undefined || one.asOf >= best.asOf) ? one : best),
    undefined,
  );
}

interface FigureChange {
  readonly figure: SnapshotFigure;
  readonly before: Fen;
  readonly now: Fen;
  readonly change: Fen;
}

interface TierChange {
  readonly component: string;
  readonly window: string;
  readonly before: number;
  readonly now: number;
}

/**
 * What moved between two reviews. Figures of a single period are compared only when both are about
 * that period.
 */
export function changesSince(
  before: ReviewSnapshot,
  now: ReviewSnapshot,
): { readonly figures: readonly FigureChange[]; readonly tiers: readonly TierChange[] } {
  const comparable = SNAPSHOT_FIGURES.filter(
    (figure) => figure !== 'periodSales' || before.period === now.period,
  );
  return {
    figures: comparable.map((figure) => ({
      figure,
      before: before.figures[figure],
      now: now.figures[figure],
      change: subtractFen(now.figures[figure], before.figures[figure]),
    })),
    tiers: now.tiers.flatMap((tier) => {
      const earlier = before.tiers.find(({ id }) => id === tier.id);
      return earlier === undefined || earlier.tier === tier.tier
        ? []
        : [
            {
              component: tier.component,
              window: tier.window,
              before: earlier.tier,
              now: tier.tier,
            },
          ];
    }),
  };
}

/** Text for the kept text. */
export function snapshotsText(list: readonly ReviewSnapshot[]): string {
  return JSON.stringify({
    version: 1,
    reviews: list.map((one) => ({
      period: one.period,
      asOf: isoDate(one.asOf),
      figures: Object.fromEntries(
        SNAPSHOT_FIGURES.map((figure) => [figure, yuanText(one.figures[figure])]),
      ),
      tiers: one.tiers.map((tier) => ({ ...tier, tierSales: yuanText(tier.tierSales) })),
    })),
  });
}

/**
 * Snapshots of a kept text. Anything that is not ours, or damaged, is left out: a lost kept text
 * costs a comparison, not a review.
 */
export function parseSnapshots(text: string | undefined): readonly ReviewSnapshot[] {
  const kept = jsonOf(text ?? '');
  const reviews =
    isRecord(kept) && kept.version === 1 && Array.isArray(kept.reviews) ? kept.reviews : [];
  return reviews.flatMap((one: unknown) => {
    const snapshot = isRecord(one) ? snapshotOf(one) : undefined;
    return snapshot === undefined ? [] : [snapshot];
  });
}

function snapshotOf(one: Record<string, unknown>): ReviewSnapshot | undefined {
  const asOf = typeof one.asOf === 'string' ? parseIsoDate(one.asOf) : undefined;
  const figures = isRecord(one.figures) ? one.figures : {};
  const read = SNAPSHOT_FIGURES.map((figure) => [figure, fenOf(figures[figure])] as const);
  if (
    asOf === undefined ||
    typeof one.period !== 'string' ||
    read.some(([, amount]) => amount === undefined)
  )
    return undefined;
  const tiers = Array.isArray(one.tiers) ? one.tiers.flatMap(tierOf) : [];
  return {
    period: one.period,
    asOf,
    figures: Object.fromEntries(read) as ReviewSnapshot['figures'],
    tiers,
  };
}

function tierOf(one: unknown): ReviewSnapshot['tiers'] {
  if (!isRecord(one)) return [];
  const tierSales = fenOf(one.tierSales);
  const { id, component, window, tier } = one;
  if (
    typeof id !== 'string' ||
    typeof component !== 'string' ||
    typeof window !== 'string' ||
    typeof tier !== 'number' ||
    tierSales === undefined
  )
    return [];
  return [{ id: id as WindowId, component, window, tier, tierSales }];
}

const fenOf = (text: unknown): Fen | undefined =>
  typeof text === 'string' && /^-?\d{1,13}\.\d{2}$/.test(text)
    ? fenFromYuan(new Decimal(text))
    : undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
