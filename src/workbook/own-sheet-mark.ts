/**
 * Each sheet of ours is named by a hidden name of the workbook that points at its first cell: names
 * follow a sheet that is renamed, and every program that writes workbooks keeps them. Both adapters
 * write and read the same.
 */
const PREFIX = 'RebateRadar_page_';

export const isMarkName = (name: string): boolean => name.startsWith(PREFIX);
export const nameOfMark = (mark: string): string => PREFIX + encodeForName(mark);

/** Which page a name says that which sheet is; null for anybody else's name. */
function markOfName(
  name: string,
  refersTo: string,
): { readonly sheet: string; readonly mark: string } | null {
  const place = /^=?\$?(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(refersTo);
  if (!isMarkName(name) || place === null) return null;
  const sheet = place[1]?.replaceAll("''", "'") ?? place[2] ?? '';
  return { sheet, mark: decodeFromName(name.slice(PREFIX.length)) };
}

/** The marks by sheet, in small letters: programs tell sheets apart without case. */
export function namedMarks(
  names: readonly { readonly name: string; readonly refersTo: string }[],
): ReadonlyMap<string, string> {
  return new Map(
    names.flatMap(({ name, refersTo }) => {
      const found = markOfName(name, refersTo);
      return found === null ? [] : [[found.sheet.toLowerCase(), found.mark] as const];
    }),
  );
}

/** Names hold letters, digits and underscores everywhere; what else a mark has goes by number. */
export const encodeForName = (mark: string): string =>
  mark.replace(/[^A-Za-z0-9]/g, (char) => `_${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const decodeFromName = (text: string): string =>
  text.replace(/_([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
