import { subtractFen } from '../money/fen.ts';
import type { Advice, AdviceKind } from './advice.ts';

/** More than this nobody does in a week. */
export const MOST_ACTIONS = 5;

/** Something to do, and what may be done in its place but not beside it. */
export interface Action {
  readonly best: Advice;
  readonly instead: readonly Advice[];
}

/** Advice that says who carries the tier or what may be passed on is no action by itself. */
const ONLY_TOLD: ReadonlySet<AdviceKind> = new Set<AdviceKind>(['headroom', 'share']);

export const isOnlyTold = ({ kind }: Advice): boolean => ONLY_TOLD.has(kind);

/**
 * Actions that can be done together, most yuan after cost first. Two ways to the same tier exclude
 * each other, since the tier is reached once, and so do two that sign the same deal: of those the
 * best stands, the others beside it.
 */
export function actionList(advice: readonly Advice[]): readonly Action[] {
  const ranked = advice
    .filter((one) => !isOnlyTold(one) && one.yuan > 0)
    .map((one, index) => ({ one, index, net: subtractFen(one.yuan, one.cost) }))
    .sort((a, b) => b.net - a.net || a.index - b.index);
  const actions: { readonly best: Advice; readonly instead: Advice[] }[] = [];
  for (const { one } of ranked) {
    const rival = actions.find(({ best }) => excludes(best, one));
    if (rival === undefined) actions.push({ best: one, instead: [] });
    else rival.instead.push(one);
  }
  return actions;
}

export const excludes = (a: Advice, b: Advice): boolean =>
  a.raises.some((window) => b.raises.includes(window)) ||
  (a.kind === 'pull-in' && b.kind === 'pull-in' && a.orders.some((row) => b.orders.includes(row)));
