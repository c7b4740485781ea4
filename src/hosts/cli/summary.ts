import type { Analysis } from '#application/analyze/analysis.ts';
import { countKinds } from '#application/analyze/analyze.ts';
import { labelWithMonths } from '#domain/calendar/period.ts';
import type { Language } from '#i18n/sentences.ts';
import { cliWords as chinese } from '#i18n/zh-CN/cli-words.ts';
import { cliWords as english } from '#i18n/en-US/cli-words.ts';
import { day, percent, threshold, yuan } from '#i18n/format.ts';

/** A few lines for a person who asked for neither a file nor JSON. */
export function summary(analysis: Analysis, language: Language): string {
  const words = language === 'zh-CN' ? chinese : english;
  const { ledger, rebate } = analysis;
  const kinds = countKinds(ledger);
  const open = rebate.windows.filter((window) => window.open);
  return [
    words.read(kinds.order + kinds.refund, yuan(analysis.netSales), day(analysis.asOf)),
    ...(kinds.question > 0 ? [words.questions(kinds.question)] : []),
    ...(ledger.warnings.length > 0 ? [words.warnings(ledger.warnings.length)] : []),
    ...(open.length > 0 ? open : rebate.windows.slice(-2)).map((window) =>
      [
        words.window(
          window.component.name,
          labelWithMonths(window.period),
          window.tier,
          percent(window.rate),
          yuan(window.rebate),
        ),
        window.gap === null || window.nextThreshold === null
          ? words.topTier
          : words.gap(
              yuan(window.gap),
              threshold(window.nextThreshold, language),
              yuan(window.gain ?? (0 as never)),
            ),
      ].join(words.comma),
    ),
    words.totals(yuan(rebate.total), yuan(analysis.received), yuan(analysis.outstanding)),
    words.edges(analysis.edges.length),
  ].join('\n');
}
