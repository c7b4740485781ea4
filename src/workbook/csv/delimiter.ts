export type Delimiter = ',' | '\t' | ';' | '|';

const CANDIDATES: readonly Delimiter[] = [',', '\t', ';', '|'];
const SAMPLE_RECORDS = 20;
const SEPARATING: ReadonlySet<string> = new Set([...CANDIDATES, ' ']);

/**
 * The delimiter that splits the most of the first records into two or more fields; among equals the
 * one that gives the more even and the wider rows. Quoted text does not count, and a row in which
 * nothing is written says nothing, whatever stands in it.
 */
export function detectDelimiter(head: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts = fieldCounts(head, candidate);
    const split = counts.filter((count) => count > 1);
    const widest = Math.max(0, ...split);
    const even = split.filter((count) => count === widest).length;
    const score = split.length * 1000 + even * 10 + Math.min(9, widest);
    if (split.length > 0 && score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

function fieldCounts(head: string, delimiter: Delimiter): readonly number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let blank = true;
  for (const char of head) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === delimiter) fields++;
    else if (char === '\n' || char === '\r') {
      if (!blank) counts.push(fields);
      fields = 1;
      blank = true;
      if (counts.length === SAMPLE_RECORDS) return counts;
      continue;
    }
    if (!SEPARATING.has(char)) blank = false;
  }
  if (!blank) counts.push(fields);
  return counts;
}
