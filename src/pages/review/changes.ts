import { type ReviewSnapshot, changesSince } from '#domain/review/snapshot.ts';
import { day } from '#i18n/format.ts';
import { money, text } from './cells.ts';
import { laySum } from './formulas.ts';
import type { Draft } from './review-input.ts';
import { filled, headers, section } from './section.ts';

/** What moved since the last review kept in this workbook; nothing at all when there is none. */
export function changes(draft: Draft, now: ReviewSnapshot): void {
  const {
    canvas,
    words,
    options: { lastReview },
  } = draft;
  if (lastReview === undefined) return;
  section(canvas, words.sections.changes);
  canvas.wide(words.comparedWith(lastReview.period, day(lastReview.asOf)), 'note');
  const { columns } = words;
  headers(canvas, [columns.figure, null, columns.before, columns.now, columns.change], [], {
    height: 18,
  });
  const { figures, tiers } = changesSince(lastReview, now);
  for (const { figure, before, now: current, change } of figures) {
    const row = canvas.row(
      filled([
        text(words.figures[figure], 'label'),
        text(''),
        money(before),
        money(current),
        money(change, change < 0 ? 'money-warn' : 'money-strong'),
      ]),
    );
    canvas.span(row, 1, 2);
    laySum(canvas, row, 5, [
      { row, column: 4 },
      { row, column: 3, factor: -1 },
    ]);
  }
  for (const tier of tiers)
    canvas.wide(words.tierChanged(tier.component, tier.window, tier.before, tier.now), 'plain');
}
