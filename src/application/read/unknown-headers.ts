import { findHeader } from '#domain/reading/header-row.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { HeaderMapping } from '../analyze/analysis-view.ts';

/**
 * Headers that nobody recognised on the sheet whose header says most: what a person may map when no
 * sheet could be read as orders, because the amount or the date stands under a word of the house's
 * own.
 */
export function unknownHeadersOf(
  sheets: readonly Sheet[],
  mapping: readonly HeaderMapping[],
): readonly string[] {
  const known = Object.fromEntries(mapping.map(({ header, field }) => [header, field]));
  const headers = sheets.flatMap((sheet) => findHeader(sheet, known) ?? []);
  const [best] = headers.sort((a, b) => recognised(b) - recognised(a));
  return (best?.cells ?? []).filter(({ meaning }) => meaning === undefined).map(({ text }) => text);
}

const recognised = ({
  cells,
}: {
  readonly cells: readonly { readonly meaning: unknown }[];
}): number => cells.filter(({ meaning }) => meaning !== undefined).length;
