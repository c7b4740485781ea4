import { HOLDER_WORK, MOST_HOLDERS } from '../bounds.ts';
import { float64At, int16At, int32At, itemAt } from '../columns.ts';
import { subtractFen } from '../money/fen.ts';
import { isStraightPolicy } from '../rebate/straight-components.ts';
import { entitledTotal } from '../rebate/policy-run.ts';
import { type OrderBook, without } from '../rebate/order-book.ts';
import {
  FEWEST,
  endOfBlock,
  mostWeight,
  sumsToPosition,
  unitsInTierAfter,
} from '../rebate/sums-to-position.ts';
import { tierOfUnits, tierWalk, unitsInTier, isInTier } from '../rebate/tier-walk.ts';
import type { EdgeOrder } from './edge-order.ts';
import type { EdgeInput } from './edge-input.ts';
import { isSum } from './summed-lines.ts';
import {
  type WalkedWindow,
  endOfWindowsAt,
  preferOwn,
  startOfWindowsAt,
  stretchOfBook,
} from '../rebate/walked-window.ts';
import { dayAt } from '../calendar/local-date.ts';

/**
 * 守线: counted, and its refund would drop a tier; worth the rebate of the period minus the rebate
 * without it.
 */
export function holders(
  input: EdgeInput,
  windows: readonly WalkedWindow[],
): { readonly edges: readonly EdgeOrder[]; readonly omitted: number } {
  const { book } = input;
  const dropped = new Map<number, WalkedWindow[]>();
  for (const window of windows) collect(window, input, dropped);
  const bySize = [...dropped.keys()].sort(
    (a, b) => float64At(book.amount, b) - float64At(book.amount, a) || a - b,
  );
  // Clauses that look at other orders need the whole book.
  const isWhole = !isStraightPolicy(input.policy);
  const edges: EdgeOrder[] = [];
  let work = 0;
  for (const position of bySize) {
    const start = isWhole ? 0 : startOfWindowsAt(windows, position);
    const end = isWhole ? book.size : endOfWindowsAt(windows, position);
    work += end - start;
    if (edges.length >= MOST_HOLDERS || (work > HOLDER_WORK && edges.length > 0)) break;
    edges.push(holder(input, dropped.get(position) as WalkedWindow[], position, start, end));
  }
  return { edges, omitted: bySize.length - edges.length };
}

function collect(
  window: WalkedWindow,
  { ledger, book }: EdgeInput,
  dropped: Map<number, WalkedWindow[]>,
): void {
  if (window.tier === 0) return;
  const { end, roles } = window;
  const cushion = unitsInTier(tierWalk(window.component), window.units);
  const sums = sumsToPosition(book);
  for (let from = window.countFrom, stop = from; from < end; from = stop) {
    stop = endOfBlock(from, end);
    const areFew = stop - from < FEWEST;
    if (!areFew && mostWeight(roles.units, sums.at(from), sums.at(stop)) <= cushion) continue;
    for (let position = from; position < stop; position += 1) {
      const c = int16At(book.category, position);
      if (isSum(ledger, book, position)) continue;
      if (c < 0 || float64At(book.amount, position) * itemAt(roles.units, c) <= cushion) continue;
      const known = dropped.get(position);
      if (known) known.push(window);
      else dropped.set(position, [window]);
    }
  }
}

function holder(
  { policy, book, asOf }: EdgeInput,
  dropping: readonly WalkedWindow[],
  position: number,
  start: number,
  end: number,
): EdgeOrder {
  const own = preferOwn(
    dropping,
    book.categories[int16At(book.category, position)] ?? '',
  ) as WalkedWindow;
  const stretch = stretchOfBook(book, start, end);
  return {
    ledgerIndex: int32At(book.ledgerIndex, position),
    window: own.id,
    component: own.component.name,
    period: own.period.label,
    role: 'holds',
    stake: subtractFen(
      entitledTotal(policy, stretch, asOf),
      entitledTotal(policy, without(stretch, position - start), asOf),
    ),
    tierWith: own.tier,
    tierWithout: tierOfUnits(
      tierWalk(own.component),
      own.units -
        float64At(book.amount, position) *
          itemAt(own.roles.units, int16At(book.category, position)),
    ),
  };
}

interface Crossing {
  readonly window: WalkedWindow;
  readonly from: number;
  readonly to: number;
}

/**
 * 破线: by date took a running total over a threshold; worth the rebate just after it minus just
 * before.
 */
export function crossings(
  { policy, ledger, book }: EdgeInput,
  windows: readonly WalkedWindow[],
): readonly EdgeOrder[] {
  // Within a sum nobody knows which order came first.
  if (ledger.summed !== undefined) return [];
  const byPosition = new Map<number, Crossing[]>();
  for (const window of windows) collectCrossings(window, book, byPosition);
  // Clauses that look at other orders need the book from its beginning.
  const isWhole = !isStraightPolicy(policy);
  return [...byPosition].map(([position, crossed]) => {
    const category = book.categories[int16At(book.category, position)] ?? '';
    const own = preferOwn(
      crossed.map(({ window }) => window),
      category,
    ) as WalkedWindow;
    const { from, to } = crossed.find(({ window }) => window === own) as Crossing;
    const start = isWhole ? 0 : startOfWindowsAt(windows, position);
    const day = dayAt(book.day, position);
    const after = entitledTotal(policy, stretchOfBook(book, start, position + 1), day);
    const before = entitledTotal(policy, stretchOfBook(book, start, position), day);
    return {
      ledgerIndex: int32At(book.ledgerIndex, position),
      window: own.id,
      component: own.component.name,
      period: own.period.label,
      role: 'crosses',
      stake: subtractFen(after, before),
      tierWith: to,
      tierWithout: from,
    };
  });
}

function collectCrossings(
  window: WalkedWindow,
  book: OrderBook,
  byPosition: Map<number, Crossing[]>,
): void {
  const walk = tierWalk(window.component);
  const { end } = window;
  const weights = window.roles.units;
  const sums = sumsToPosition(book);
  let units = 0;
  let tier = tierOfUnits(walk, 0);
  for (let from = window.countFrom, stop = from; from < end; from = stop) {
    stop = endOfBlock(from, end);
    const moved =
      stop - from < FEWEST
        ? undefined
        : unitsInTierAfter(walk, tier, units, weights, sums.at(from), sums.at(stop));
    if (moved !== undefined) {
      units = moved;
      continue;
    }
    for (let position = from; position < stop; position += 1) {
      const c = int16At(book.category, position);
      units += float64At(book.amount, position) * itemAt(weights, c < 0 ? weights.length - 1 : c);
      if (isInTier(walk, tier, units)) continue;
      const now = tierOfUnits(walk, units);
      if (now > tier)
        byPosition.set(position, [
          ...(byPosition.get(position) ?? []),
          { window, from: tier, to: now },
        ]);
      tier = now;
    }
  }
}
