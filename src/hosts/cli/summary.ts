import type { Assessment } from '#domain/review/analysis.ts';
import { countKinds } from '#application/analyze/analyze.ts';
import { type Window, countUnpaid } from '#domain/rebate/window.ts';
import { beyondWindows } from '#domain/rebate/beyond-windows.ts';
import { exampleName } from '#i18n/example-policy.ts';
import { say } from '#i18n/say/say.ts';
import { labelWithMonths } from '#domain/calendar/period.ts';
import type { Language } from '#domain/language.ts';
import type { Words } from '#i18n/sentences.ts';
import { cliWords as chinese } from '#i18n/zh-CN/cli-words.ts';
import { cliWords as english } from '#i18n/en-US/cli-words.ts';
import { reviewWords as chineseReview } from '#i18n/zh-CN/review.ts';
import { reviewWords as englishReview } from '#i18n/en-US/review.ts';
import { day, percent, threshold, yuan } from '#i18n/format.ts';

/** A few lines for the person at the screen, whatever files were asked for, too. */
export function summary(analysis: Assessment, language: Language): readonly string[] {
  const words = language === 'zh-CN' ? chinese : english;
  const { unpaid } = language === 'zh-CN' ? chineseReview : englishReview;
  const { ledger, rebate } = analysis;
  const kinds = countKinds(ledger);
  const beyond = beyondWindows(rebate.total, rebate.windows);
  const open = rebate.windows.filter((window) => window.open);
  return [
    words.read(kinds.order + kinds.refund, yuan(analysis.netSales), day(analysis.asOf)),
    words.policy(
      analysis.policy.example ? exampleName(analysis.policy, language) : analysis.policy.name,
    ),
    ...listed(
      ledger.report.map((fact) => say(fact, language)),
      words.moreOfReport,
    ),
    ...(kinds.question > 0 ? [words.questions(kinds.question)] : []),
    ...listed(
      ledger.questions.map(({ sheet, cell, typed, fact }) =>
        words.question(sheet, cell, typed, say(fact, language)),
      ),
      words.moreQuestions,
    ),
    ...(ledger.warnings.length > 0 ? [words.warnings(ledger.warnings.length)] : []),
    ...(open.length > 0 ? open : rebate.windows.slice(-2)).map((window) =>
      windowLine(window, words, language),
    ),
    ...reasonsOf(rebate.windows, language),
    ...countUnpaid(rebate).map(([reason, count]) => unpaid[reason](count)),
    ...analysis.findings
      .slice(0, MOST_FINDINGS)
      .map(({ cell, fact }) => words.finding(cell, say(fact, language))),
    ...(analysis.findings.length > MOST_FINDINGS
      ? [words.moreFindings(analysis.findings.length - MOST_FINDINGS)]
      : []),
    words.totals(yuan(rebate.total), yuan(analysis.received), yuan(analysis.outstanding)),
    ...(beyond === 0 ? [] : [words.notTruedUp(yuan(beyond))]),
    words.edges(analysis.edges.length),
  ];
}

const MOST_FINDINGS = 20;
const MOST_LISTED = 20;

/** Each thing said once; how many more there are, where they are many. */
function listed(sentences: readonly string[], more: (n: number) => string): readonly string[] {
  const all = [...new Set(sentences)];
  return all.length <= MOST_LISTED
    ? all
    : [...all.slice(0, MOST_LISTED), more(all.length - MOST_LISTED)];
}

function windowLine(window: Window, words: Words<typeof english>, language: Language): string {
  const { component, period, rebate, members, single } = window;
  const label = labelWithMonths(period);
  if (window.blocked === 'unknown') return words.unknown(component.name, label);
  const kept = members !== null || !single;
  const line = kept
    ? words.members(component.name, label, members?.length ?? 0, yuan(rebate))
    : words.window(component.name, label, window.tier, percent(window.rate), yuan(rebate));
  return [
    line,
    ...(window.capped === 0 ? [] : [words.capped(yuan(window.capped))]),
    ...(kept || window.level !== null ? [] : [wayToGo(window, words, language)]),
  ].join(words.comma);
}

/** What the next tier asks for; what it is worth only while it can still be reached. */
const wayToGo = (
  { gap, nextThreshold, gain }: Window,
  words: Words<typeof english>,
  language: Language,
): string =>
  gap === null || nextThreshold === null
    ? words.topTier
    : words.gap(yuan(gap), threshold(nextThreshold, language), gain === null ? null : yuan(gain));

/** Why a window pays nothing, or not yet: each thing said once. */
const reasonsOf = (windows: readonly Window[], language: Language): readonly string[] => [
  ...new Set(
    windows.flatMap(({ reason, note }) =>
      [reason, note].flatMap((fact) => (fact === null ? [] : [say(fact, language)])),
    ),
  ),
];
