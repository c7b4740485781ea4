import { float64At, numberAt, uint8At } from '#domain/columns.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import { advise } from '#domain/decision/advise.ts';
import { nothingSupposed, type Suppositions } from '#domain/pipeline/suppositions.ts';
import { adviceBasis } from '#domain/decision/advice-basis.ts';
import { byRoleAndStake, edgeOrders } from '#domain/edge/edge-orders.ts';
import { helping } from '#domain/decision/reaching-sets.ts';
import { forecastOf } from '#domain/pipeline/forecast.ts';
import { type Ledger, counts, kindOf } from '#domain/ledger/ledger.ts';
import { ROW_KINDS } from '#domain/ledger/row-kind.ts';
import { type Fen, NO_FEN, addFen, fen, subtractFen } from '#domain/money/fen.ts';
import { exampleInWordsOf } from '#domain/policy/example-policy.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { beyondExact } from '#domain/policy-check/beyond-exact.ts';
import { checkWithLedger } from '#domain/policy-check/check-with-ledger.ts';
import { doubtsOf } from '#domain/policy-check/doubts.ts';
import { priceSilence } from '#domain/policy-check/unstated-clauses.ts';
import type { PolicyReading } from '#domain/policy-check/read-policy.ts';
import { hasCome } from '#domain/review/received.ts';
import { type OrderBook, orderBook } from '#domain/rebate/order-book.ts';
import { lastDay, lastKnownDay } from '#domain/rebate/last-day.ts';
import { sumsToPosition } from '#domain/rebate/sums-to-position.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import { type Result, fail, ok } from '#domain/result.ts';
import type { Analysis, Assessment } from '#domain/review/analysis.ts';
import type { RunFact } from '#facts/run.ts';

export interface AnalyzeInput {
  readonly ledger: Ledger;
  /** The policy in force; `undefined`: the example stands in, and every screen says so. */
  readonly policy: PolicyReading | undefined;
  /** null: the last day on which anything counted. */
  readonly asOf: LocalDate | null;
  /** null: as the policy says. */
  readonly yearStart: number | null;
  /** What day it is; left out: days left count from the as-of day. */
  readonly today?: LocalDate;
  /** Share of the next threshold within which orders are near: 0.1. */
  readonly nearShare: number;
  /** What the user supposes beyond the ledger. */
  readonly supposed?: Suppositions;
}

/**
 * Everything that follows from a ledger and a policy. Pure: the same input gives the same figures.
 */
export function analyze(input: AnalyzeInput): Result<Analysis, RunFact> {
  const assessed = assess(input);
  return assessed.ok ? ok(advised(assessed.value, input.supposed)) : assessed;
}

/** The assessment with what follows for the user to do, for whoever shows it. */
export function advised(assessed: Assessment, supposed = nothingSupposed): Analysis {
  const basis = { ...assessed, supposed };
  return { ...assessed, advice: advise(basis), forecast: forecastOf(basis) };
}

/** What the reader says about a sheet that would hold orders, were it not for this. */
const SAYS_WHY: ReadonlySet<string> = new Set([
  'ledger.crosstab',
  'ledger.amount-empty',
  'ledger.debit-credit',
  'ledger.no-amount-column',
]);

/** Windows, payouts, totals and edge orders; no advice yet. */
export function assess(input: AnalyzeInput): Result<Assessment, RunFact> {
  const { ledger } = input;
  if (ledger.sheets.length === 0) {
    const causes = ledger.report.filter(({ code }) => SAYS_WHY.has(code));
    return fail({ code: 'run.no-order-sheet', ...(causes.length === 0 ? {} : { causes }) });
  }
  const reading = input.policy ?? { policy: exampleInWordsOf(ledger.categories), findings: [] };
  if (reading.policy === null) {
    // Columns that the ledger lacks are errors as well, and all errors are shown at once.
    const { components = [], findings } = reading;
    const missing = checkWithLedger({ components }, ledger);
    return fail({ code: 'run.policy-errors', findings: [...findings, ...missing] });
  }
  const policy = withYearStart(reading.policy, input.yearStart);
  const unknown = checkWithLedger(policy, ledger);
  if (unknown.length > 0)
    return fail({ code: 'run.policy-errors', findings: [...reading.findings, ...unknown] });
  const most = beyondExact(ledger, policy);
  if (most !== null) return fail({ code: 'run.beyond-exact', most });
  const book = orderBook(ledger);
  const asOf = input.asOf ?? lastKnownDay(ledger, book) ?? input.today ?? lastDay(ledger, book);
  // Figures asked for a certain day are about that day.
  const today = input.asOf === null ? (input.today ?? null) : null;
  const rebate = rebateToDate(policy, book, asOf);
  const alone = edgeOrders({ policy, ledger, book, asOf, rebate, nearShare: input.nearShare });
  const sets = hasPending(ledger)
    ? helping(
        adviceBasis({
          policy,
          ledger,
          book,
          asOf,
          today,
          rebate,
          edges: alone.edges,
          supposed: input.supposed ?? nothingSupposed,
        }),
      )
    : [];
  const received = receivedBy(ledger, asOf);
  return ok({
    ledger: withLaterEnd(ledger, asOf, today),
    policy,
    // What another reading would pay depends on the order of the orders, which sums do not have.
    findings: [
      ...reading.findings,
      ...(ledger.summed === undefined
        ? [...priceSilence(policy, book, asOf), ...doubtsOf({ policy, book, asOf, rebate })]
        : []),
    ],
    asOf,
    today,
    book,
    rebate,
    edges: byRoleAndStake([...alone.edges, ...sets]),
    edgesOmitted: alone.omitted,
    ...salesOf(book),
    received,
    outstanding: subtractFen(rebate.total, received),
  });
}

/** Orders of days to come set the day of all figures: said, as a slip of the year does the same. */
function withLaterEnd(ledger: Ledger, day: LocalDate, today: LocalDate | null): Ledger {
  // Where the ledger is kept it may be tomorrow already.
  if (today === null || day <= today + 1) return ledger;
  const code = 'ledger.ends-after-today';
  const others = ledger.report.filter((fact) => fact.code !== code);
  return { ...ledger, report: [...others, { code, day, today }] };
}

const PENDING = ROW_KINDS.indexOf('pending');

const hasPending = (ledger: Ledger): boolean => ledger.kind.includes(PENDING);

const withYearStart = (policy: Policy, yearStart: number | null): Policy =>
  yearStart === null
    ? policy
    : {
        ...policy,
        components: policy.components.map((component) => ({ ...component, yearStart })),
      };

function salesOf(book: OrderBook): Pick<Analysis, 'netSales' | 'byCategory'> {
  const { all } = sumsToPosition(book).at(book.size);
  return {
    netSales: fen(all.reduce((net, sum) => net + sum, 0)),
    byCategory: new Map(book.categories.map((name, index) => [name, fen(float64At(all, index))])),
  };
}

function receivedBy(ledger: Ledger, asOf: LocalDate): Fen {
  let total = NO_FEN;
  for (let row = 0; ledger.rebateReceived !== undefined && row < ledger.size; row += 1) {
    const amount = float64At(ledger.rebateReceived, row);
    if (counts(kindOf(ledger, row)) && !Number.isNaN(amount) && hasCome(ledger, row, asOf))
      total = addFen(total, fen(amount));
  }
  return total;
}

/** A sum counts as many lines as it holds, and only once where it stands in parts. */
function linesOf({ summed }: Ledger, row: number): number {
  const lines = summed?.[row] ?? 0;
  return lines === 0 ? 1 : Math.floor(lines);
}

/** How many rows of each kind. */
export function countKinds(ledger: Ledger): { readonly [K in (typeof ROW_KINDS)[number]]: number } {
  const totals = ROW_KINDS.map(() => 0);
  for (let row = 0; row < ledger.size; row += 1) {
    const kind = uint8At(ledger.kind, row);
    totals[kind] = numberAt(totals, kind) + linesOf(ledger, row);
  }
  return Object.fromEntries(ROW_KINDS.map((kind, index) => [kind, numberAt(totals, index)])) as {
    [K in (typeof ROW_KINDS)[number]]: number;
  };
}
