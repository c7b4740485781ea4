import { currentPeriod, overlaps, reviewPeriod } from '#domain/review/review-period.ts';
import type { Canvas } from './canvas.ts';
import { reviewLanguage } from './review-language.ts';
import type { Draft, ReviewInput, ReviewOptions } from './review-input.ts';
import { categoryKey } from '#domain/catalog/category.ts';
import type { Analysis } from '#domain/review/analysis.ts';

/** What the sheets of one review have in common: the period, its windows, the words. */
export function reviewDraft(input: ReviewInput, options: ReviewOptions, canvas: Canvas): Draft {
  const known = input.rebate.payouts.map((payout) => payout.period);
  const asked =
    options.period === undefined ? undefined : reviewPeriod(options.period, known, input.policy);
  const period = asked ?? currentPeriod(known, input.policy, input.asOf);
  return {
    canvas,
    words: reviewLanguage(options.language),
    nameOf: componentNames(input),
    options,
    input,
    period,
    windows: input.rebate.windows.filter((window) => overlaps(window.period, period)),
  };
}

/** At most 31 characters, none that Excel refuses. */
export const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, '-').slice(0, 31);

/**
 * Components by the names of their policy; those of the example, which is nobody's own, by the
 * ledger's names of the categories.
 */
function componentNames({
  policy,
  ledger,
}: Pick<Analysis, 'policy' | 'ledger'>): (name: string) => string {
  if (!policy.example) return (name) => name;
  const own = new Map(ledger.categories.map((category) => [categoryKey(category), category]));
  return (name) => own.get(categoryKey(name)) ?? name;
}
