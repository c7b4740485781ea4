import { type HeaderMapping, findHeader } from '#domain/reading/header-row.ts';
import type { Sheet } from '#domain/sheet.ts';

/**
 * Headers that nobody recognised on the sheet whose header says most: what a person may map when no
 * sheet could be read as orders, because the amount or the date stands under a word of the house's
 * own.
 */
export function unknownHeadersOf(
  sheets: readonly Sheet[],
  mapping: readonly HeaderMapping[],
): readonly string[] {
  const headers = sheets.flatMap((sheet) => findHeader(sheet, mapping) ?? []);
  const [best] = headers.sort((a, b) => recognised(b) - recognised(a));
  return (best?.cells ?? []).filter(({ meaning }) => meaning === undefined).map(({ text }) => text);
}

const recognised = ({
  cells,
}: {
  readonly cells: readonly { readonly meaning: unknown }[];
}): number => cells.filter(({ meaning }) => meaning !== undefined).length;
