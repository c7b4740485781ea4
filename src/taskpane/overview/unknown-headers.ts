import type { LedgerSheet } from '#domain/ledger/ledger.ts';

/**
 * Headers that no sheet's reader recognised, each once, with the fields that a column beside it
 * holds already: what another sheet has keeps nothing from being named on this one.
 */
export function unknownHeaders(
  sheets: readonly Pick<LedgerSheet, 'unknownHeaders' | 'columns'>[],
): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, readonly string[]>();
  for (const sheet of sheets)
    for (const { header } of sheet.unknownHeaders)
      held.set(header, [...(held.get(header) ?? []), ...Object.keys(sheet.columns)]);
  return held;
}
