/**
 * Title lines rarely push a header further down than this; tables without one are not searched to
 * their end.
 */
const SEARCH_ROWS = 300;

/** What a row would be as a header, and how much it says about its columns. */
interface HeaderCandidate<H> {
  readonly header: H;
  readonly says: number;
}

/**
 * The header row of a table: the row that says most, the first of several that say as much. Ledger,
 * policy, statement and catalog differ in their words, not in how they are searched.
 *
 * @param candidateAt - `undefined` for a row that is no header
 */
export function searchHeader<H>(
  rowCount: number,
  candidateAt: (row: number) => HeaderCandidate<H> | undefined,
): H | undefined {
  let best: HeaderCandidate<H> | undefined;
  for (let row = 0; row < Math.min(rowCount, SEARCH_ROWS); row++) {
    const candidate = candidateAt(row);
    if (candidate !== undefined && candidate.says > (best?.says ?? 0)) best = candidate;
  }
  return best?.header;
}
