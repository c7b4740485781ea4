import type { Analysis } from '#application/analysis.ts';
import type { Outlook } from '#application/answer.ts';
import type { Period } from '#domain/calendar/period.ts';
import type { Decimal } from '#domain/money/decimal.ts';
import type { Fen } from '#domain/money/fen.ts';
import type { Window } from '#domain/rebate/window.ts';
import type { AdvisedAmount } from '#domain/review/settlement-status.ts';
import type { Snapshot } from '#domain/review/snapshot.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { reviewWords } from '#i18n/en-US/review.ts';
import type { Language, Words } from '#i18n/sentences.ts';
import type { Canvas } from './canvas.ts';

/** What a review shows: one analysis, and what belongs to it when it is known. */
export interface ReviewInput extends Analysis {
  /** What the workbook is called. */
  readonly title: string;
  readonly outlooks: readonly Outlook[];
  readonly pipeline: ReviewPipeline | null;
  /** What the vendor's statements say. */
  readonly advised: readonly AdvisedAmount[];
  readonly restatements: readonly ReviewRestatement[];
}

/** What the open deals may bring. */
export interface ReviewPipeline {
  readonly committed: Fen;
  readonly expected: Fen | null;
  readonly everything: Fen;
  /** Chance of each tier, index 0 for below the first. */
  readonly chances: readonly { readonly component: string; readonly period: string; readonly chances: readonly Decimal[] }[];
  /** The rebate at the end, in ascending stretches. */
  readonly distribution: readonly { readonly from: Fen; readonly to: Fen; readonly probability: Decimal }[];
  /** Ledger indices of the best set to bring in. */
  readonly best: readonly number[];
}

/** One change of the policy and the orders whose rebate it moved. */
export interface ReviewRestatement {
  readonly before: string;
  readonly now: string;
  /** The sentence of the policy, or the cell that changed. */
  readonly sentence: string;
  readonly orders: readonly { readonly ledgerIndex: number; readonly before: Fen; readonly now: Fen }[];
}

export interface ReviewOptions {
  /** Label of the pay period: "2025Q1", "FY2026Q3"; absent: the one that the as-of day lies in. */
  readonly period?: string;
  readonly language: Language;
  /** The sheets as they were read: with them, sums become formulas over the orders' own cells. */
  readonly sheets?: readonly Sheet[];
  readonly lastReview?: Snapshot;
}

/** What every section of the page works with. */
export interface Draft {
  readonly canvas: Canvas;
  readonly words: Words<typeof reviewWords>;
  readonly options: ReviewOptions;
  readonly input: ReviewInput;
  readonly period: Period;
  /** The windows that the period lies in. */
  readonly windows: readonly Window[];
}

/** A cell of the page. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
