import { comparePolicies } from '#domain/decision/compare-policies.ts';
import { type Fen, fen, subtractFen } from '#domain/money/fen.ts';
import type { Window } from '#domain/rebate/window.ts';
import { type Analysis } from '#domain/review/analysis.ts';
import { countKinds } from './analyze.ts';
import { typedPolicy } from '#domain/policy/typed-policy.ts';

/** What is different from the run before. */
export interface Changes {
  readonly rebateBefore: Fen;
  readonly rebateNow: Fen;
  /** Windows whose tier, gap or cushion is another one, those of tier changes first. */
  readonly windows: readonly WindowChange[];
  /** Refunds that came since: how many, and what they take off. */
  readonly refunds: { readonly count: number; readonly amount: Fen } | null;
  /** The policy is another one: how many orders' rebate it moves, and by how much in all. */
  readonly policy: { readonly moved: number; readonly amount: Fen } | null;
}

export interface WindowChange {
  readonly component: string;
  readonly period: string;
  readonly tierBefore: number;
  readonly tierNow: number;
  readonly gapBefore: Fen | null;
  readonly gapNow: Fen | null;
  readonly cushionNow: Fen;
}

/** null when nothing that the pane shows has changed. */
export function changesSinceRun(before: Analysis, now: Analysis): Changes | null {
  const changes: Changes = {
    rebateBefore: before.rebate.total,
    rebateNow: now.rebate.total,
    windows: changedWindows(before.rebate.windows, now.rebate.windows),
    refunds: newRefunds(before, now),
    policy: policyMoves(before, now),
  };
  return changes.rebateBefore === changes.rebateNow &&
    changes.windows.length === 0 &&
    changes.refunds === null &&
    changes.policy === null
    ? null
    : changes;
}

function changedWindows(
  before: readonly Window[],
  now: readonly Window[],
): readonly WindowChange[] {
  const changed = now.flatMap((window): readonly WindowChange[] => {
    const old = before.find((each) => each.id === window.id);
    if (
      old === undefined ||
      (old.tier === window.tier && old.gap === window.gap && old.cushion === window.cushion)
    )
      return [];
    return [
      {
        component: window.component.name,
        period: window.period.label,
        tierBefore: old.tier,
        tierNow: window.tier,
        gapBefore: old.gap,
        gapNow: window.gap,
        cushionNow: window.cushion,
      },
    ];
  });
  return changed.sort(
    (a, b) => Number(b.tierBefore !== b.tierNow) - Number(a.tierBefore !== a.tierNow),
  );
}

function newRefunds(before: Analysis, now: Analysis): Changes['refunds'] {
  const count = countKinds(now.ledger).refund - countKinds(before.ledger).refund;
  return count > 0 ? { count, amount: subtractFen(refunded(now), refunded(before)) } : null;
}

function refunded({ book }: Analysis): Fen {
  return fen(book.amount.reduce((sum, amount) => (amount < 0 ? sum + amount : sum), 0));
}

function policyMoves(before: Analysis, now: Analysis): Changes['policy'] {
  const text = ({ policy }: Analysis): string => JSON.stringify(typedPolicy(policy, 'en-US'));
  if (text(before) === text(now)) return null;
  const { orders, difference } = comparePolicies(now.book, before.policy, now.policy, now.asOf);
  return { moved: orders.length, amount: difference };
}
