import { readFile } from 'node:fs/promises';

/**
 * The sums, in SQL that every engine reads: no function but COUNT, MAX, SUM, ABS and EXTRACT. The
 * one text stands among the documents, for whoever has the lines in an engine already; the commands
 * run it from there.
 */
export async function orderSumsText(): Promise<string> {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    const text = await readFile(new URL('docs/order-sums.sql', folder), 'utf8').catch(() => null);
    if (text !== null) return text;
    if (folder.pathname === '/') throw new Error('docs/order-sums.sql is missing');
  }
}
