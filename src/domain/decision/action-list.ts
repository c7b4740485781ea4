import { Decimal } from '../money/decimal.ts';
import { subtractFen } from '../money/fen.ts';
import type { Advice, AdviceKind } from './advice.ts';

/** More than this nobody does in a week. */
export const MOST_ACTIONS = 5;

/** Something to do, and what may be done in its place but not beside it. */
interface Action<A extends Advice = Advice> {
  readonly best: A;
  readonly instead: readonly A[];
}

/**
 * Advice that says who carries the tier, what may be passed on or what a clause does is no action
 * by itself.
 */
const ONLY_TOLD: ReadonlySet<AdviceKind> = new Set<AdviceKind>([
  'headroom',
  'share',
  'sensitivity',
]);

/**
 * Less than one in twenty is a calculation: nobody plans on a tier that only all of these deals
 * together would reach.
 */
const LEAST_CHANCE = new Decimal('0.05');

/** Said of deals that all come in with less than that. */
export const UNLIKELY = { code: 'advice.unlikely', least: LEAST_CHANCE } as const;

export const isUnlikely = ({ probability }: Pick<Advice, 'probability'>): boolean =>
  probability !== null && probability.lt(LEAST_CHANCE);

export const isOnlyTold = (advice: Advice): boolean =>
  ONLY_TOLD.has(advice.kind) || isUnlikely(advice);

/**
 * Actions that can be done together, most yuan after cost first. Two ways to the same tier exclude
 * each other, since the tier is reached once, and so do two that sign the same deal: of those the
 * best stands, the others beside it.
 */
export function actionList<A extends Advice>(advice: readonly A[]): readonly Action<A>[] {
  const ranked = advice
    .filter((one) => !isOnlyTold(one) && one.yuan > 0)
    .map((one, index) => ({ one, index, net: subtractFen(one.yuan, one.cost) }))
    .sort((a, b) => b.net - a.net || a.index - b.index);
  const actions: { readonly best: A; readonly instead: A[] }[] = [];
  for (const { one } of ranked) {
    const rival = actions.find(({ best }) => excludes(best, one));
    if (rival === undefined) actions.push({ best: one, instead: [] });
    else rival.instead.push(one);
  }
  return actions;
}

/** All advice as a list: each action with its alternatives after it, then what is only told. */
export function listed<A extends Advice>(
  advice: readonly A[],
): readonly { readonly advice: A; readonly isInstead: boolean }[] {
  const actions = actionList(advice).flatMap(({ best, instead }) => [
    { advice: best, isInstead: false },
    ...instead.map((one) => ({ advice: one, isInstead: true })),
  ]);
  const shown = new Set(actions.map((one) => one.advice));
  const told = advice.filter((one) => !shown.has(one)).sort((a, b) => b.yuan - a.yuan);
  return [...actions, ...told.map((one) => ({ advice: one, isInstead: false }))];
}

export const excludes = (a: Advice, b: Advice): boolean =>
  a.raises.some((window) => b.raises.includes(window)) ||
  (a.kind === 'pull-in' && b.kind === 'pull-in' && a.orders.some((row) => b.orders.includes(row)));
