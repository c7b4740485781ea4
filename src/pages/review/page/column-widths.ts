import { type Fen, fen } from '#domain/money/fen.ts';
import { yuan } from '#i18n/format.ts';
import { textWidth } from '../../text-height.ts';
import type { ReviewInput } from '../review-input.ts';

/** Characters: what the narrowest and the widest first columns hold. */
const NAMES = { least: 13, most: 18 } as const;
/** Months of a period, "2025-07~2025-09", or a component's name; customers wrap in it. */
const LABELS = { least: 17, most: 21 } as const;
const MARGIN = 1;
const FIGURES = 8;
/** Around a name, its indent among them. */
const EDGES = 2.1;
/** Around a figure; its currency sign stands in no cell, its commas and point take half a place. */
const AIR = 1;
const LEAST_FIGURE = 11.5;

/**
 * Widths of the appendix: margin, names, labels and eight columns of figures, no wider than what
 * stands in them, so that the print comes out as large as the paper allows.
 */
export function columnWidths(input: ReviewInput): readonly number[] {
  const names = input.policy.components.map(({ name }) => textWidth(name, 'label') + EDGES);
  const first = Math.min(NAMES.most, Math.max(NAMES.least, ...names));
  const labels = Math.min(LABELS.most, Math.max(LABELS.least, ...names));
  const figure = Math.max(LEAST_FIGURE, yuan(largest(input)).length - 2 + AIR);
  return [MARGIN, first, labels, ...Array.from({ length: FIGURES }, () => figure)];
}

/** No figure of the page is larger: all that was signed or is open, and every threshold. */
function largest({ book, policy, forecast }: ReviewInput): Fen {
  let signed = 0;
  for (const amount of book.amount) signed += Math.abs(amount);
  const deals = forecast.deals.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  const thresholds = policy.components.flatMap(({ tiers }) =>
    tiers.map(({ threshold }) => threshold as number),
  );
  return fen(Math.max(signed + deals, ...thresholds));
}
