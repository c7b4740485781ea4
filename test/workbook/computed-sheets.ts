import { readSheets } from '#application/read/read-sheets.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { opened } from './fixture.ts';
import { computedTexts } from './libreoffice.ts';

/** The sheets of workbooks, with what LibreOffice computes where they have formulas. */
export async function computedSheets(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Readonly<Record<string, readonly Sheet[]>>> {
  const texts = await computedTexts(files);
  const read = Object.entries(files).map(async ([name, bytes]) => {
    const book = await opened(bytes);
    const sheets = await readSheets(book, {
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    const made = sheets.map(async (sheet) => {
      const look = await book.readLook(sheet.name);
      const own = texts[name]?.get(sheet.name);
      if (own === undefined) throw new Error(`LibreOffice has no ${sheet.name} of ${name}.`);
      return withResults(sheet, look?.formulas ?? [], own);
    });
    return [name, await Promise.all(made)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** A formula's error, here always of a function that the add-in would know, is nothing. */
const ERROR = /^(?:#[A-Z/0]+[!?]?|Err:\d+)$/;

function withResults(
  sheet: Sheet,
  formulas: readonly { readonly row: number; readonly column: number }[],
  computed: readonly (readonly Cell[])[],
): Sheet {
  const columns = sheet.columns.map((cells) => [...cells]);
  for (const { row, column } of formulas) {
    const result = computed[row]?.[column] ?? null;
    const into = (columns[column] ??= []);
    into[row] = typeof result === 'string' && ERROR.test(result) ? null : result;
  }
  return { ...sheet, columns };
}
