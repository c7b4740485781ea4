import { statSync } from 'node:fs';

/** Bytes of files that fit whatever is in them: even what unpacks to a thousand times its size. */
const SMALL = 500_000;
const ENOUGH = 1.5 * 1024 ** 3;
/**
 * Heap that text may need, times its bytes: each of its cells in a question of its own takes
 * twenty, read well it takes two.
 */
const OF_TEXT = 32;
const TEXT = /\.(?:csv|tsv|txt)$/i;

/**
 * Whether a run surely fits into a heap of so many bytes: the files among its words are small, or
 * are text that is only read.
 */
export function fitsInto(heap, words) {
  let [text, other] = [0, 0];
  for (const word of words) {
    const name = word.replace(/^--[a-z]+=/, '');
    if (TEXT.test(name)) text += bytesOf(name);
    else other += bytesOf(name);
  }
  if (heap < ENOUGH || other > SMALL) return false;
  const writes = words.some((word) => /^--out\b/.test(word));
  return text + other <= SMALL || (!writes && text * OF_TEXT <= heap);
}

/** A folder may hold anything. */
function bytesOf(name) {
  try {
    const found = statSync(name, { throwIfNoEntry: false });
    return found?.isDirectory() === true ? Infinity : (found?.size ?? 0);
  } catch {
    // Not the name of a file: the command says what is wrong with it.
    return 0;
  }
}
