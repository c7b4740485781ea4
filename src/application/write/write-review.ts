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
import type { RunOptions } from '../run-options.ts';
import type { Page, WorkbookPort } from '../workbook.port.ts';
import { yieldToMessages } from '../yield-to-messages.ts';
import { combinedProgress } from '../combined-progress.ts';

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

const PAGES = 2;

/**
 * Writes the review of one pay period into the workbook, its front page and its appendix, replacing
 * only a review of the same period, and keeps its figures and its policy for the next one to
 * compare with. Returns the sheet's name.
 */
export async function writeReview(
  port: WorkbookPort,
  { analysis, language, period, sheets, advised = [] }: WriteReviewInput,
  { step = () => undefined, signal }: Partial<RunOptions> = {},
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
  const pages = reviewPages(input, options);
  await yieldToMessages(signal);
  const name = await writePages(port, pages, (used) => reviewPages(input, options, used)[0], {
    step,
    signal,
  });
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

interface Watched {
  readonly step: RunOptions['step'];
  readonly signal: AbortSignal | undefined;
}

/**
 * Both pages, or none of them when stopped. A review that could not be brought back is replaced to
 * the end: half of a new one would be worse. Returns the front page's sheet.
 *
 * @param frontFor - the front page again, when the appendix got another name than it wanted
 */
async function writePages(
  port: WorkbookPort,
  [front, details]: ReturnType<typeof reviewPages>,
  frontFor: (details: string) => Page,
  { step, signal }: Watched,
): Promise<string> {
  const canGoBack = await port.beginPages([front.mark, details.mark]);
  const stop = canGoBack ? signal : undefined;
  const progressOf = combinedProgress(
    (done, total) => step(canGoBack ? 'review' : 'rewrite', done, total ?? null),
    PAGES,
  );
  const write = async (page: Page, part: number): Promise<string> => {
    const progress = progressOf(part);
    progress(0, 1);
    await yieldToMessages(stop);
    return port.writePage(page, { progress, ...(stop === undefined ? {} : { signal: stop }) });
  };
  try {
    const name = await write(front, 0);
    const used = await write(details, 1);
    // The front page refers to the appendix by the name it really got.
    if (used !== details.name) await write(frontFor(used), 1);
    await yieldToMessages(stop);
    return name;
  } catch (error) {
    if (stop?.aborted === true) await port.takeBackPages();
    throw error;
  }
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
