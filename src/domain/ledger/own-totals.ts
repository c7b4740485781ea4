import { MOST_SUSPECTS } from '../bounds.ts';
import type { Fen } from '../money/fen.ts';
import { rowNumber } from '../sheet.ts';
import { CELL_READ } from './amount-column.ts';
import type { LedgerDraft } from './draft.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import { ROW_KINDS, type RowKind } from './row-kind.ts';
import type { SectionRun } from './section-run.ts';

/**
 * A row that the user's sum may have held although it does not count, or not held although it does.
 */
interface Suspect {
  readonly index: number;
  readonly kind: RowKind | 'text';
  /** What it adds to the user's sum beyond ours, fen. */
  readonly extra: number;
}

interface Scope {
  readonly ours: number;
  readonly suspects: readonly Suspect[];
}

/**
 * The user's own totals of a sheet against what is counted of the rows they cover. A total covers
 * the rows since the last total or all rows of the sheet: whichever its figure says.
 */
export function ownTotals(draft: LedgerDraft, runs: readonly SectionRun[]): LedgerReportFact[] {
  const facts: LedgerReportFact[] = [];
  if (!runs.some((run) => hasTotals(draft, run))) return facts;
  const whole = new Gathering();
  let group = new Gathering();
  for (const run of runs) {
    for (let offset = 0; offset < run.section.to - run.section.from; offset++) {
      const index = run.base + offset;
      const kind = ROW_KINDS[draft.kind[index] ?? 0] ?? 'blank';
      if (kind === 'subtotal') {
        if (run.columns.amount.state[offset] === CELL_READ)
          facts.push(totalFact(draft, run, index, [group, whole]));
        group = new Gathering();
      } else for (const gathering of [group, whole]) gathering.take(draft, run, index, kind);
    }
  }
  return facts;
}

function hasTotals(draft: LedgerDraft, { base, section }: SectionRun): boolean {
  return draft.kind
    .subarray(base, base + section.to - section.from)
    .includes(ROW_KINDS.indexOf('subtotal'));
}

class Gathering {
  ours = 0;
  readonly suspects: Suspect[] = [];

  take(
    draft: LedgerDraft,
    { columns, base, section }: SectionRun,
    index: number,
    kind: RowKind,
  ): void {
    const amount = draft.amount[index] ?? NaN;
    const counts = kind === 'order' || kind === 'refund';
    if (counts) this.ours += amount;
    if (this.suspects.length >= MOST_SUSPECTS) return;
    const cell = section.sheet.columns[columns.amount.column]?.[index - base + section.from];
    // Excel's SUM passes over what is text: 12.5万 is not in the user's figure.
    if (counts && typeof cell === 'string' && !/^[\s¥￥]*-?[\d,.]+\s*$/.test(cell))
      this.suspects.push({ index, kind: 'text', extra: -amount });
    if (!counts && amount !== 0 && !Number.isNaN(amount))
      this.suspects.push({ index, kind, extra: amount });
  }
}

function totalFact(
  draft: LedgerDraft,
  { section, base }: SectionRun,
  index: number,
  scopes: readonly Scope[],
): LedgerReportFact {
  const theirs = draft.amount[index] ?? 0;
  const explanations = scopes.map((scope) => ({
    scope,
    ...explain(theirs - scope.ours, scope.suspects),
  }));
  const best = explanations.reduce((a, b) =>
    Math.abs(b.unexplained) < Math.abs(a.unexplained) ? b : a,
  );
  return {
    code: 'ledger.own-total',
    sheet: section.sheet.name,
    row: rowNumber(section.sheet, index - base + section.from),
    theirs: theirs as Fen,
    ours: best.scope.ours as Fen,
    unexplained: best.unexplained as Fen,
    rows: best.indices.map((at) => draft.row[at] ?? 0),
  };
}

/**
 * The smallest set of whole kinds of rows that makes up the difference; single rows where one alone
 * does.
 */
function explain(
  difference: number,
  suspects: readonly Suspect[],
): { indices: readonly number[]; unexplained: number } {
  if (difference === 0) return { indices: [], unexplained: 0 };
  const alone = suspects.find(({ extra }) => extra === difference);
  if (alone !== undefined) return { indices: [alone.index], unexplained: 0 };
  const kinds = [...new Set(suspects.map(({ kind }) => kind))];
  let best = { indices: [] as number[], unexplained: difference };
  for (let subset = 1; subset < 2 ** kinds.length; subset++) {
    const taken = suspects.filter(({ kind }) => (subset & (2 ** kinds.indexOf(kind))) !== 0);
    const unexplained = difference - taken.reduce((sum, { extra }) => sum + extra, 0);
    if (
      Math.abs(unexplained) < Math.abs(best.unexplained) ||
      (unexplained === best.unexplained && taken.length < best.indices.length)
    )
      best = { indices: taken.map(({ index }) => index), unexplained };
  }
  return best;
}
