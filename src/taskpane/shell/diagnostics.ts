import type { Language } from '#domain/language.ts';
import type { PaneHost } from '../pane-services.ts';
import { viewOf, type PaneState } from '../pane-state.ts';

/**
 * Counts and codes for a support request. Nothing from the user's cells: no names, no amounts, no
 * ids.
 */
export function diagnosticsOf(
  state: PaneState,
  about: PaneHost['about'],
  language: Language,
): string {
  const view = viewOf(state);
  return JSON.stringify(
    {
      version: about.version,
      platform: about.platform,
      language,
      state: state.kind,
      failure: state.kind === 'failed' ? state.failure.code : null,
      sheets:
        view?.sheets.map((sheet) => ({
          headerRow: sheet.headerRow,
          fields: Object.keys(sheet.columns),
          unknownHeaders: sheet.unknownHeaders.length,
        })) ?? [],
      rows: view?.counts ?? null,
      questions:
        view?.questionGroups.flatMap(({ reason, count }) => Array<string>(count).fill(reason)) ??
        [],
      warnings: view?.warnings.map((warning) => warning.code) ?? [],
      findings:
        view?.findings.map((finding) => ({ level: finding.level, code: finding.fact.code })) ?? [],
      components:
        view?.policy.components.map(({ scheme, edge, base, accumulate, pay, tiers }) => ({
          scheme,
          edge,
          base,
          accumulate,
          pay,
          tiers: tiers.length,
        })) ?? [],
      windows: view?.windows.length ?? 0,
      edges: view?.edges.length ?? 0,
    },
    null,
    2,
  );
}
