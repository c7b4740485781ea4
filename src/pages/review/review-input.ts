import type { Analysis } from '#domain/review/analysis.ts';
import type { Period } from '#domain/calendar/period.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import type { PolicyComparison } from '#domain/decision/compare-policies.ts';
import type { Window } from '#domain/rebate/window.ts';
import type { AdvisedAmount } from '#domain/review/settlement-status.ts';
import type { ReviewSnapshot } from '#domain/review/snapshot.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { reviewWords } from '#i18n/en-US/review.ts';
import type { Language } from '#domain/language.ts';
import type { Words } from '#i18n/sentences.ts';
import type { Canvas } from './canvas.ts';

/** What a review shows: one analysis, and what belongs to it when it is known. */
export interface ReviewInput extends Analysis {
  /** What the workbook is called. */
  readonly title: string;
  /** What the vendor's statements say. */
  readonly advised: readonly AdvisedAmount[];
  readonly restatements: readonly ReviewRestatement[];
}

/** One change of the policy and the orders whose rebate it moved. */
export interface ReviewRestatement {
  readonly before: string;
  readonly now: string;
  /** First day of the new version; null when the table itself was changed. */
  readonly on: LocalDate | null;
  readonly recordedOn: string;
  /** What the policy says, in its own words. */
  readonly sentence: string;
  readonly comparison: PolicyComparison;
}

export interface ReviewOptions {
  /** Label of the pay period: "2025Q1", "FY2026Q3"; absent: the one that the as-of day lies in. */
  readonly period?: string;
  readonly language: Language;
  /** The sheets as they were read: with them, sums become formulas over the orders' own cells. */
  readonly sheets?: readonly Sheet[];
  readonly lastReview?: ReviewSnapshot;
}

/** What every section of the page works with. */
export interface Draft {
  readonly canvas: Canvas;
  readonly words: Words<typeof reviewWords>;
  readonly options: ReviewOptions;
  readonly input: ReviewInput;
  readonly period: Period;
  /**
   * What the page calls a component: the example's are called what the ledger calls their category.
   */
  readonly nameOf: (component: string) => string;
  /** The windows that the period lies in. */
  readonly windows: readonly Window[];
}

/** A cell of the page. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
