/**
 * Delimited text read one character at a time, by the rules in words: what the fast reader has to
 * agree with.
 */
export function plainCsv(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedEnd(text, at, delimiter) : -1;
    const end = fieldEnd(text, quoted < 0 ? at : quoted, delimiter);
    fields.push(
      quoted < 0
        ? text.slice(at, end)
        : text.slice(at + 1, quoted - 1).replaceAll('""', '"') + text.slice(quoted, end),
    );
    at = end + 1;
    if (text[end] === delimiter) {
      if (at >= text.length) fields.push('');
      else continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at++;
    records.push(fields);
    fields = [];
  }
  return records;
}

/** Behind the closing quote; -1 when the opening one is a plain character. */
function quotedEnd(text: string, from: number, delimiter: string): number {
  let i = from + 1;
  while (i < text.length && (text[i] !== '"' || text[i + 1] === '"')) i += text[i] === '"' ? 2 : 1;
  if (i >= text.length) return -1;
  const isLong = /[\r\n]/.test(text.slice(from, i));
  const behind = text.slice(i + 1, fieldEnd(text, i + 1, delimiter));
  return isLong && !/^[ \t]*$/.test(behind) ? -1 : i + 1;
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  let i = from;
  while (i < text.length && ![delimiter, '\r', '\n'].includes(text[i]!)) i++;
  return i;
}
