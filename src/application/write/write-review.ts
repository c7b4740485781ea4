import { isoDate } from '#domain/calendar/local-date.ts';
import { comparePolicies } from '#domain/decision/compare-policies.ts';
import type { AdvisedAmount } from '#domain/review/settlement-status.ts';
import {
  SNAPSHOT_KEY,
  lastSnapshot,
  parseSnapshots,
  snapshotsText,
  withSnapshot,
} from '#domain/review/snapshot.ts';
import { versionChanges } from '#domain/review/version-changes.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import { reviewPages, reviewSnapshot } from '#pages/review/page/review-page.ts';
import { reviewLanguage } from '#pages/review/review-language.ts';
import type { ReviewInput, ReviewRestatement } from '#pages/review/review-input.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import {
  POLICY_KEY,
  type RememberedPolicy,
  lastOtherPolicy,
  parsePolicies,
  policiesText,
  withPolicy,
} from '../memory/policy-memory.ts';
import type { WorkbookPort } from '../workbook.port.ts';

interface WriteReviewInput {
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
 * Writes the review of one pay period into the workbook, its front page and its appendix, replacing
 * only a review of the same period, and keeps its figures and its policy for the next one to
 * compare with. Returns the sheet's name.
 */
export async function writeReview(
  port: WorkbookPort,
  { analysis, language, period, sheets, advised = [] }: WriteReviewInput,
): Promise<string> {
  const [figures, policies] = [
    parseSnapshots(await port.readKept(SNAPSHOT_KEY)),
    parsePolicies(await port.readKept(POLICY_KEY)),
  ];
  const input = reviewInput(analysis, { title: port.title, language, advised, policies });
  const last = lastSnapshot(figures, analysis.asOf);
  const options = {
    language,
    ...(period === undefined ? {} : { period }),
    ...(sheets === undefined ? {} : { sheets }),
    ...(last === undefined ? {} : { lastReview: last }),
  };
  const [front, details] = reviewPages(input, options);
  const name = await port.writePage(front);
  const used = await port.writePage(details);
  // The front page refers to the appendix by the name it really got.
  if (used !== details.name) await port.writePage(reviewPages(input, options, used)[0]);
  await port.writeKept(
    SNAPSHOT_KEY,
    snapshotsText(withSnapshot(figures, reviewSnapshot(input, options))),
  );
  await port.writeKept(
    POLICY_KEY,
    policiesText(withPolicy(policies, analysis.policy, analysis.asOf)),
  );
  return name;
}

/**
 * The analysis with what a review shows besides: what the vendor advised, and whose rebate a change
 * of the policy moved.
 */
function reviewInput(
  analysis: Analysis,
  {
    title,
    language,
    advised,
    policies,
  }: {
    readonly title: string;
    readonly language: Language;
    readonly advised: readonly AdvisedAmount[];
    readonly policies: readonly RememberedPolicy[];
  },
): ReviewInput {
  return {
    ...analysis,
    title,
    advised,
    restatements: restatements(analysis, policies, language),
  };
}

/**
 * Versions that took over within the windows at hand, and the policy as it was at the last review
 * that had another one.
 */
function restatements(
  { policy, book, asOf, rebate }: Analysis,
  policies: readonly RememberedPolicy[],
  language: Language,
): readonly ReviewRestatement[] {
  const words = reviewLanguage(language);
  const open = rebate.windows.filter((window) => window.open);
  const since = (open.length > 0 ? open : rebate.windows).reduce(
    (first, window) => (window.period.from < first ? window.period.from : first),
    asOf,
  );
  const versions = versionChanges(policy, since, asOf).map(({ beforePolicy, ...change }) => ({
    ...change,
    comparison: comparePolicies(book, beforePolicy, policy, asOf),
  }));
  const other = lastOtherPolicy(policies, policy);
  if (other === undefined) return versions;
  const comparison = comparePolicies(book, other.policy, policy, asOf);
  const sentence = [
    ...new Set(
      policy.components.map((component) => component.source).filter((source) => source !== ''),
    ),
  ].join(' · ');
  return [
    ...versions,
    {
      before: words.policyAtLastReview(isoDate(other.asOf)),
      now: words.policyNow,
      on: null,
      recordedOn: '',
      sentence,
      comparison,
    },
  ];
}
