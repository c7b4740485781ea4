import { SNAPSHOT_MEMO, lastSnapshot, parseSnapshots, snapshotsText, withSnapshot } from '#domain/review/snapshot.ts';
import type { AdvisedAmount } from '#domain/review/settlement-status.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { Language } from '#i18n/sentences.ts';
import { reviewPage, reviewSnapshot } from '#workbook/review/review-page.ts';
import type { ReviewInput } from '#workbook/review/review-input.ts';
import type { Analysis } from './analysis.ts';
import { outlooks } from './outlooks.ts';
import type { WorkbookPort } from './workbook.port.ts';

export interface WriteReviewInput {
  readonly analysis: Analysis;
  readonly language: Language;
  /** Label of the pay period ("2025Q1", "FY2026Q3"); absent: the one that the as-of day lies in. */
  readonly period?: string;
  /** The sheets as they were read: with them, sums become formulas over the orders' own cells. */
  readonly sheets?: readonly Sheet[];
  /** What the vendor's statements say, by the days they cover. */
  readonly advised?: readonly AdvisedAmount[];
}

/**
 * Writes the review of one pay period into the workbook, replacing only a review of the same period, and keeps its
 * figures for the next one to compare with. Returns the sheet's name.
 */
export async function writeReview(port: WorkbookPort, { analysis, language, period, sheets, advised = [] }: WriteReviewInput): Promise<string> {
  const input: ReviewInput = { ...analysis, title: port.title, outlooks: outlooks(analysis), pipeline: null, advised, restatements: [] };
  const kept = parseSnapshots(await port.readMemo(SNAPSHOT_MEMO));
  const last = lastSnapshot(kept, analysis.asOf);
  const options = { language, ...(period === undefined ? {} : { period }), ...(sheets === undefined ? {} : { sheets }), ...(last === undefined ? {} : { lastReview: last }) };
  const name = await port.writePage(reviewPage(input, options));
  await port.writeMemo(SNAPSHOT_MEMO, snapshotsText(withSnapshot(kept, reviewSnapshot(input, options))));
  return name;
}
