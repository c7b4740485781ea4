import { itemAt } from '../columns.ts';
import { Decimal, ONE } from '../money/decimal.ts';
import { NO_FEN, fenFromYuan } from '../money/fen.ts';
import type { PolicyFact } from './policy.facts.ts';
import type { Component, Measure, Tier } from './policy.ts';
import type { ComponentDraft, DraftContext } from './component-draft.ts';
import type { TierRow } from './read-tier-row.ts';

/**
 * Ranges such as 200-500 state an end: it has to be the next tier's beginning, give or take the
 * trade's "499.99".
 */
export function checkRanges(
  rows: readonly (TierRow | null)[],
  component: Component,
  draft: ComponentDraft,
  context: DraftContext,
): void {
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    if (row?.end == null || next == null) return;
    const begins = beginningOf(next.tier);
    const missing = begins.minus(row.end);
    if (missing.gte(0) && missing.lte(toleranceOf(row, component.measure))) return;
    const place = context.columns.get('threshold')?.index ?? 0;
    const gap = { component: component.name, end: row.end, next: begins };
    context.report(itemAt(draft.rows, index).row, place, gapFact(gap, next.tier));
  });
}

const beginningOf = ({ level, ofBaseline, threshold }: Tier): Decimal =>
  level ?? ofBaseline ?? new Decimal(threshold);

/**
 * Up to one yuan (or one unit of 万) between 24,999 and 25,000, up to one per cent between 109.99 %
 * and 110 %, and one between 9 and 10 customers are the trade's way of writing the same bound.
 */
function toleranceOf({ tier, end }: TierRow, measure: Measure): Decimal {
  if (tier.ofBaseline !== undefined || tier.levelIsPercent === true || measure.kind === 'share')
    return new Decimal('0.01');
  if (tier.level !== undefined) return ONE;
  return new Decimal(end?.gte(100_000_00) === true ? 10_000_00 : 100);
}

function gapFact(
  gap: { readonly component: string; readonly end: Decimal; readonly next: Decimal },
  { level, levelIsPercent, ofBaseline }: Tier,
): PolicyFact {
  const { component, end, next } = gap;
  if (level === undefined && ofBaseline === undefined)
    return {
      code: 'policy.gap-between-tiers',
      component,
      end: fenFromYuan(end.div(100)) ?? NO_FEN,
      next: fenFromYuan(next.div(100)) ?? NO_FEN,
    };
  const text = (value: Decimal): string =>
    levelIsPercent === true || ofBaseline !== undefined
      ? `${value.times(100).toString()}%`
      : value.toString();
  return { code: 'policy.gap-between-levels', component, end: text(end), next: text(next) };
}
