import { MOST_SUSPECTS } from '../bounds.ts';
import type { Fen } from '../money/fen.ts';
import { cellText } from '../reading/fold-text.ts';
import { rowNumber } from '../sheet.ts';
import { CELL_READ } from './amount-column.ts';
import type { LedgerDraft } from './ledger-draft.ts';
import { type Explanation, type Suspect, type WaitingRow, explain } from './explained-total.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import { MONEY_REASONS } from './row-question.ts';
import { isStatistic } from './row-words.ts';
import { ROW_KINDS, type RowKind } from './row-kind.ts';
import type { SectionBeingRead } from './section-being-read.ts';

interface Scope {
  readonly ours: number;
  readonly suspects: readonly Suspect[];
  readonly waiting: readonly WaitingRow[];
}

/**
 * The user's own totals of a sheet against what is counted of the rows they cover. A total covers
 * the rows since the last total or all rows of the sheet: whichever its figure says.
 */
export function ownTotals(
  draft: LedgerDraft,
  runs: readonly SectionBeingRead[],
): LedgerReportFact[] {
  if (!runs.some((run) => hasTotals(draft, run))) return [];
  const rows = runs.flatMap((run) =>
    Array.from({ length: run.section.to - run.section.from }, (_, offset) => ({ run, offset })),
  );
  const below = totalsAfter(draft, rows);
  if (!beginsWithTotal(draft, rows)) return [...below.values()];
  // Each total stands above its rows, as an outline of a spreadsheet may have it.
  const above = totalsAfter(draft, rows.reverse());
  return [...below].map(([index, fact]) => {
    const other = above.get(index) ?? fact;
    return Math.abs(other.unexplained) < Math.abs(fact.unexplained) ? other : fact;
  });
}

type OwnTotal = Extract<LedgerReportFact, { code: 'ledger.own-total' }>;

interface RowOfRun {
  readonly run: SectionBeingRead;
  readonly offset: number;
}

/** The totals against the rows that come before them, by ledger index. */
function totalsAfter(draft: LedgerDraft, rows: readonly RowOfRun[]): ReadonlyMap<number, OwnTotal> {
  const facts = new Map<number, OwnTotal>();
  const whole = new Gathering();
  let group = new Gathering();
  for (const { run, offset } of rows) {
    const index = run.base + offset;
    const kind = ROW_KINDS[draft.kind[index] ?? 0] ?? 'blank';
    if (kind === 'subtotal' && !isOfStatistics(run, offset)) {
      if (run.columns.amount.state[offset] === CELL_READ)
        facts.set(index, totalFact(draft, run, index, [group, whole]));
      group = new Gathering();
    } else for (const gathering of [group, whole]) gathering.take(draft, run, index, kind);
  }
  return facts;
}

/** A total with a figure stands before any row that may count. */
function beginsWithTotal(draft: LedgerDraft, rows: readonly RowOfRun[]): boolean {
  const first = rows.find(
    ({ run, offset }) => !Number.isNaN(draft.amount[run.base + offset] ?? NaN),
  );
  return (
    first !== undefined && ROW_KINDS[draft.kind[first.run.base + first.offset] ?? 0] === 'subtotal'
  );
}

const isOfStatistics = ({ section: { sheet, from } }: SectionBeingRead, offset: number): boolean =>
  sheet.columns.some((cells) => isStatistic(cellText(cells[from + offset])));

function hasTotals(draft: LedgerDraft, { base, section }: SectionBeingRead): boolean {
  return draft.kind
    .subarray(base, base + section.to - section.from)
    .includes(ROW_KINDS.indexOf('subtotal'));
}

class Gathering {
  ours = 0;
  readonly suspects: Suspect[] = [];
  readonly waiting: WaitingRow[] = [];

  take(
    draft: LedgerDraft,
    { columns, base, section }: SectionBeingRead,
    index: number,
    kind: RowKind,
  ): void {
    const amount = draft.amount[index] ?? NaN;
    const counts = kind === 'order' || kind === 'refund';
    if (counts) this.ours += amount;
    if (this.suspects.length >= MOST_SUSPECTS || this.waiting.length >= MOST_SUSPECTS) return;
    const readings = kind === 'question' ? readingsOf(draft, index, amount) : undefined;
    if (readings !== undefined) this.waiting.push({ index, readings });
    const cell = section.sheet.columns[columns.amount.column]?.[index - base + section.from];
    // Excel's SUM passes over what is text: 12.5万 is not in the user's figure.
    if (counts && typeof cell === 'string' && !/^[\s¥￥]*-?[\d,.]+\s*$/.test(cell))
      this.suspects.push({ index, kind: 'text', extra: -amount });
    if (!counts && amount !== 0 && !Number.isNaN(amount))
      this.suspects.push({ index, kind, extra: amount });
  }
}

/** The figures that a row may come to once its question about money is answered, fen. */
function readingsOf(draft: LedgerDraft, index: number, amount: number): number[] | undefined {
  const question = draft.questions.get(index);
  if (question === undefined || !MONEY_REASONS.includes(question.reason)) return undefined;
  const offered = question.choices.flatMap((choice) => {
    if (choice.kind === 'amount') return [choice.amount];
    if (Number.isNaN(amount)) return [];
    return choice.kind === 'take-back' ? [-amount] : choice.kind === 'keep' ? [amount] : [];
  });
  return offered.filter((reading) => reading !== 0);
}

/** A row of the whole ledger, by its index. */
const rowsOf = ({ row }: LedgerDraft, indices: readonly number[]): number[] =>
  indices.map((at) => row[at] ?? 0);

function totalFact(
  draft: LedgerDraft,
  { section, base }: SectionBeingRead,
  index: number,
  scopes: readonly Scope[],
): OwnTotal {
  const theirs = draft.amount[index] ?? 0;
  const best = scopes
    .map((scope) => ({ scope, ...explainTotal(theirs, scope) }))
    .reduce((a, b) => (Math.abs(b.unexplained) < Math.abs(a.unexplained) ? b : a));
  return {
    code: 'ledger.own-total',
    sheet: section.sheet.name,
    row: rowNumber(section.sheet, index - base + section.from),
    theirs: theirs as Fen,
    ours: best.scope.ours as Fen,
    unexplained: best.unexplained as Fen,
    rows: rowsOf(draft, best.indices),
    asked: rowsOf(draft, askedOf(draft, best)),
  };
}

const explainTotal = (theirs: number, { ours, suspects, waiting }: Scope): Explanation =>
  explain(theirs - ours, suspects, waiting);

/** Of the rows that make the difference those that wait; all that may hold what is left of it. */
function askedOf(
  { questions }: LedgerDraft,
  { indices, unexplained, scope }: Explanation & { readonly scope: Scope },
): number[] {
  const made = indices.filter((index) => questions.has(index));
  const others = scope.waiting.map(({ index }) => index).filter((index) => !made.includes(index));
  return unexplained === 0 ? made : [...made, ...others];
}
