import { comparePolicies } from '#domain/decision/compare-policies.ts';
import { type Fen, fen, subtractFen } from '#domain/money/fen.ts';
import type { Window } from '#domain/rebate/window.ts';
import { type Analysis } from './analysis.ts';
import { countKinds } from './analyze.ts';
import { typedPolicy } from '../draft-policy/policy-table.ts';

/** What is different from the run before. */
export interface Since {
  readonly rebateBefore: Fen;
  readonly rebateNow: Fen;
  /** Windows whose tier, gap or cushion is another one, those of tier changes first. */
  readonly windows: readonly WindowSince[];
  /** Refunds that came since: how many, and what they take off. */
  readonly refunds: { readonly count: number; readonly amount: Fen } | null;
  /** The policy is another one: how many orders' rebate it moves, and by how much in all. */
  readonly policy: { readonly moved: number; readonly amount: Fen } | null;
}

export interface WindowSince {
  readonly component: string;
  readonly period: string;
  readonly tierBefore: number;
  readonly tierNow: number;
  readonly gapBefore: Fen | null;
  readonly gapNow: Fen | null;
  readonly cushionNow: Fen;
}

/** null when nothing that the pane shows has changed. */
export function sinceThen(before: Analysis, now: Analysis): Since | null {
  const since: Since = {
    rebateBefore: before.rebate.total,
    rebateNow: now.rebate.total,
    windows: changedWindows(before.rebate.windows, now.rebate.windows),
    refunds: newRefunds(before, now),
    policy: policyMoves(before, now),
  };
  return since.rebateBefore === since.rebateNow &&
    since.windows.length === 0 &&
    since.refunds === null &&
    since.policy === null
    ? null
    : since;
}

function changedWindows(before: readonly Window[], now: readonly Window[]): readonly WindowSince[] {
  const changed = now.flatMap((window): readonly WindowSince[] => {
    const old = before.find(
      (each) =>
        each.component.id === window.component.id && each.period.label === window.period.label,
    );
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

function newRefunds(before: Analysis, now: Analysis): Since['refunds'] {
  const count = countKinds(now.ledger).refund - countKinds(before.ledger).refund;
  return count > 0 ? { count, amount: subtractFen(refunded(now), refunded(before)) } : null;
}

function refunded({ book }: Analysis): Fen {
  return fen(book.amount.reduce((sum, amount) => (amount < 0 ? sum + amount : sum), 0));
}

function policyMoves(before: Analysis, now: Analysis): Since['policy'] {
  const text = ({ policy }: Analysis): string => JSON.stringify(typedPolicy(policy, 'en-US'));
  if (text(before) === text(now)) return null;
  const { orders, difference } = comparePolicies(now.book, before.policy, now.policy, now.asOf);
  return { moved: orders.length, amount: difference };
}
