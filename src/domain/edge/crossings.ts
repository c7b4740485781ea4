import { float64At, int16At, int32At, itemAt } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { subtractFen } from '../money/fen.ts';
import { isStraightPolicy } from '../rebate/clauses.ts';
import { entitledTotal } from '../rebate/policy-run.ts';
import { isInTier, tierOfUnits, tierWalk } from '../rebate/tier-walk.ts';
import type { EdgeOrder } from './edge-order.ts';
import type { EdgeInput } from './edge-input.ts';
import {
  type WalkedWindow,
  preferOwn,
  startOfWindowsAt,
  stretchOfBook,
} from '../rebate/walked-window.ts';

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
  for (const window of windows) collect(window, book.amount, book.category, byPosition);
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
    const day = book.day[position] as LocalDate;
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

function collect(
  window: WalkedWindow,
  amount: Float64Array,
  category: Int16Array,
  byPosition: Map<number, Crossing[]>,
): void {
  const walk = tierWalk(window.component);
  const { units: weights } = window.roles;
  let units = 0;
  let tier = tierOfUnits(walk, 0);
  for (let position = window.countFrom; position < window.end; position += 1) {
    const c = int16At(category, position);
    units += float64At(amount, position) * itemAt(weights, c < 0 ? weights.length - 1 : c);
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
