import { Refusal } from '#domain/refusal.ts';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const READABLE = /\.(csv|tsv|txt|xlsx|xlsm|parquet)$/i;

export interface LedgerFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * The files that the words of a command mean: a file, every readable one in a folder, or those of a
 * folder whose name fits `2025-*.csv`, where the shell has not put the names in already. In the
 * order of their names, each once.
 */
export async function ledgerFiles(words: readonly string[]): Promise<readonly LedgerFile[]> {
  const found = new Map<string, LedgerFile>();
  for (const word of words)
    for (const file of await filesOf(word)) {
      const real = await realpath(file.path).catch(() => file.path);
      if (!found.has(real)) found.set(real, file);
    }
  return [...found.values()];
}

async function filesOf(word: string): Promise<readonly LedgerFile[]> {
  const info = await stat(word).catch(() => null);
  if (info?.isDirectory()) return inFolder(word, (name) => READABLE.test(name), word);
  // A file that is not there is told by the reader of files.
  if (info !== null || !/[*?]/.test(basename(word))) return [{ path: word, size: info?.size ?? 0 }];
  return inFolder(dirname(word), (name) => fits(name, basename(word)), word);
}

async function inFolder(
  folder: string,
  isWanted: (name: string) => boolean,
  word: string,
): Promise<readonly LedgerFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files: LedgerFile[] = [];
  for (const name of names.filter((each) => !each.startsWith('.') && isWanted(each)).sort()) {
    const info = await stat(join(folder, name));
    if (info.isFile()) files.push({ path: join(folder, name), size: info.size });
  }
  if (files.length === 0) throw new Refusal({ code: 'cli.no-files', given: word });
  return files;
}

/** `*` is any run of characters, `?` any one. Walked by hand: the pattern is the user's. */
export function fits(name: string, pattern: string): boolean {
  let [n, p, star, after] = [0, 0, -1, 0];
  while (n < name.length) {
    if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n])) {
      n++;
      p++;
    } else if (pattern[p] === '*') {
      star = p++;
      after = n;
    } else if (star >= 0) {
      p = star + 1;
      n = ++after;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
