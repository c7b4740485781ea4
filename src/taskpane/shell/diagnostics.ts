import type { Language } from '#i18n/sentences.ts';
import type { PaneHost } from '../pane-services.ts';
import { answerOf, type PaneState } from '../pane-state.ts';

/**
 * Counts and codes for a support request. Nothing from the user's cells: no names, no amounts, no
 * ids.
 */
export function diagnosticsOf(
  state: PaneState,
  about: PaneHost['about'],
  language: Language,
): string {
  const answer = answerOf(state);
  return JSON.stringify(
    {
      version: about.version,
      platform: about.platform,
      language,
      state: state.kind,
      failure: state.kind === 'failed' ? state.failure.code : null,
      sheets:
        answer?.sheets.map((sheet) => ({
          headerRow: sheet.headerRow,
          fields: Object.keys(sheet.columns),
          unknownHeaders: sheet.unknownHeaders.length,
        })) ?? [],
      rows: answer?.counts ?? null,
      questions: answer?.questions.map((question) => question.reason) ?? [],
      warnings: answer?.warnings.map((warning) => warning.code) ?? [],
      findings:
        answer?.findings.map((finding) => ({ level: finding.level, code: finding.fact.code })) ??
        [],
      components:
        answer?.policy.components.map(({ scheme, edge, base, accumulate, pay, tiers }) => ({
          scheme,
          edge,
          base,
          accumulate,
          pay,
          tiers: tiers.length,
        })) ?? [],
      windows: answer?.windows.length ?? 0,
      edges: answer?.edges.length ?? 0,
    },
    null,
    2,
  );
}
