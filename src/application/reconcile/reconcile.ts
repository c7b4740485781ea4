import { int32At } from '#domain/columns.ts';
import type { LocalDate } from '#domain/calendar/local-date.ts';
import { type Catalog, knownCatalog, productOf } from '#domain/catalog/catalog.ts';
import { type Ledger, NO_DAY } from '#domain/ledger/ledger.ts';
import { type Fen, NO_FEN, sumFen, fen } from '#domain/money/fen.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { type OrderBook, orderBook } from '#domain/rebate/order-book.ts';
import { rebateToDate } from '#domain/rebate/rebate-to-date.ts';
import { type Result, fail, ok } from '#domain/result.ts';
import {
  AGE_BANDS,
  type AgeBand,
  type PeriodStatus,
  ageBand,
  settlementStatus,
} from '#domain/review/settlement-status.ts';
import {
  type InferredReading,
  inferReading,
  isConvincing,
} from '#domain/settlement/infer-reading.ts';
import { orderShares, roundedShares, beyondOrders } from '#domain/settlement/order-shares.ts';
import { readStatement } from '#domain/settlement/read-statement.ts';
import { otherUnit, periodByItself, periodDoubt } from '#domain/settlement/statement-doubts.ts';
import { reconcile } from '#domain/settlement/reconcile.ts';
import { type Reconciliation, actionOf } from '#domain/settlement/reconciliation.ts';
import { type SameProduct, productComparison } from '#domain/settlement/same-product.ts';
import type { SettlementFact } from '#domain/settlement/settlement.facts.ts';
import type { Statement } from '#domain/settlement/statement.ts';
import { untriedClauses } from '#domain/settlement/reading.ts';
import { LAST_BELIEVED } from '#domain/reading/date-reading.ts';
import type { Days } from '#domain/reading/period-in-title.ts';
import type { Sheet } from '#domain/sheet.ts';

export interface ReconcileInput {
  readonly ledger: Ledger;
  /** All sheets of all statement files. */
  readonly statementSheets: readonly Sheet[];
  readonly policy: Policy;
  /**
   * Counting days of the ledger orders that the statement settles, inclusive; left out: as the
   * statement itself says.
   */
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  /** What product names mean; the known products when left out. */
  readonly catalog?: Catalog;
  /**
   * The day on which ages are counted; the ledger's last day, or the period's end when that is
   * later.
   */
  readonly asOf?: LocalDate | null;
}

/** Before every order: 1970. */
const FIRST_DAY = 0 as LocalDate;

/** A statement held against the ledger, and what follows from it. */
export interface Settlement {
  readonly reconciliation: Reconciliation;
  /** null when no order of the statement can tell how the policy is read. */
  readonly reading: InferredReading | null;
  /** Expected, advised, received and outstanding by pay period, up to the as-of day. */
  readonly periods: readonly PeriodStatus[];
  /** What the statement leaves unpaid, by the age of its orders. */
  readonly unpaid: readonly { readonly band: AgeBand; readonly amount: Fen }[];
  readonly asOf: LocalDate;
}

/**
 * Pure: the same sheets give the same settlement. Fails when the statement holds nothing to read.
 */
export function reconcileStatement(input: ReconcileInput): Result<Settlement, SettlementFact> {
  const { ledger, policy, catalog = knownCatalog } = input;
  const statement = readStatement(input.statementSheets);
  const unusable = statement.facts.find(
    ({ code }) =>
      code === 'settlement.no-table' ||
      code === 'settlement.crosstab' ||
      code === 'settlement.no-amount-column' ||
      code === 'settlement.several-amounts',
  );
  if (statement.lines.length === 0 && unusable !== undefined) return fail(unusable);
  const book = orderBook(ledger);
  const sameProduct = productComparison((product) => productOf(product, catalog)?.name);
  const period = periodOf(input, statement, sameProduct);
  if (!period.ok) return period;
  const { from, to } = period.value;
  const reconciliation = reconcile(ledger, statement, {
    from,
    to,
    expectedRebate: expectedByPolicy(policy, book, from, to),
    sameProduct,
  });
  const doubt =
    periodDoubt(reconciliation) ?? otherUnit(reconciliation, statement.amountHeader ?? '');
  if (doubt !== undefined) return fail(doubt);
  const asOf = input.asOf ?? lastDay(book, to);
  const reading = inferReading(ledger, policy, reconciliation);
  return ok({
    reconciliation: withFacts(reconciliation, [
      ...(isChosen(input) ? [] : [{ code: 'settlement.period-by-itself', from, to } as const]),
      ...beyondFacts(beyondOrders(policy, book, { from, to })),
      ...untriedFacts(policy, reading),
    ]),
    asOf,
    reading,
    periods: settlementStatus(
      rebateToDate(policy, book, asOf).payouts,
      ledger,
      [{ from, to, amount: statement.total }],
      asOf,
    ).periods,
    unpaid: unpaidByAge(reconciliation, asOf),
  });
}

const isChosen = ({ from, to }: ReconcileInput): boolean => (from ?? to ?? null) !== null;

/** The chosen period, else the statement's own: it is held against the whole ledger first. */
function periodOf(
  { ledger, from, to }: ReconcileInput,
  statement: Statement,
  sameProduct: SameProduct,
): Result<Days, SettlementFact> {
  if (from != null && to != null) return ok({ from, to });
  return periodByItself(
    reconcile(ledger, statement, {
      from: FIRST_DAY,
      to: LAST_BELIEVED,
      expectedRebate: () => NO_FEN,
      sameProduct,
    }),
  );
}

/** Bonuses and the like stand in no order's line: the table of orders says so. */
const beyondFacts = (amount: Fen): readonly SettlementFact[] =>
  amount === NO_FEN ? [] : [{ code: 'settlement.beyond-orders', amount }];

/** Where no reading explains most orders, what was not read in another way. */
const untriedFacts = (
  policy: Policy,
  reading: InferredReading | null,
): readonly SettlementFact[] =>
  reading === null || isConvincing(reading)
    ? []
    : [{ code: 'settlement.clauses-untried', columns: untriedClauses(policy) }];

const withFacts = (
  reconciliation: Reconciliation,
  facts: readonly SettlementFact[],
): Reconciliation =>
  facts.length === 0
    ? reconciliation
    : {
        ...reconciliation,
        statement: {
          ...reconciliation.statement,
          facts: [...reconciliation.statement.facts, ...facts],
        },
      };

const lastDay = (book: OrderBook, to: LocalDate): LocalDate =>
  Math.max(to, book.day[book.size - 1] ?? NO_DAY) as LocalDate;

/**
 * Each order's own share of what the policy pays for the period: worked out once, and only when a
 * row needs it.
 */
function expectedByPolicy(
  policy: Policy,
  book: OrderBook,
  from: LocalDate,
  to: LocalDate,
): (ledgerIndex: number) => Fen {
  let byIndex: ReadonlyMap<number, Fen> | undefined;
  const compute = (): ReadonlyMap<number, Fen> => {
    const shares = orderShares(policy, book, to, (position) => int32At(book.day, position) >= from);
    return new Map(
      [...shares].map(([position, own]) => [
        int32At(book.ledgerIndex, position),
        roundedShares(own),
      ]),
    );
  };
  return (ledgerIndex) => (byIndex ??= compute()).get(ledgerIndex) ?? NO_FEN;
}

function unpaidByAge({ rows }: Reconciliation, asOf: LocalDate): Settlement['unpaid'] {
  const open = rows.filter(
    (row) =>
      row.difference < 0 &&
      (actionOf(row) === 'claim' || actionOf(row) === 'ask' || actionOf(row) === 'next-period'),
  );
  return AGE_BANDS.filter((band) => band !== 'open').map((band) => ({
    band,
    amount: sumFen(
      open
        .filter((row) => ageBand(Math.max(0, asOf - (row.day ?? asOf))) === band)
        .map((row) => fen(-row.difference)),
    ),
  }));
}
