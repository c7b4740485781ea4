import { itemAt } from '../columns.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ROW_KINDS } from '../ledger/row-kind.ts';
import { type Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type RoundingMode, roundFen } from '../money/rounding.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type OrderShares, orderShares } from './order-shares.ts';
import { type Evidence, evidenceOf, vendorsBook } from './reading-evidence.ts';
import {
  READING_FIELDS,
  type Reading,
  type ReadingField,
  candidateReadings,
  distance,
  isPerOrder,
  readAs,
  readingOf,
  roundingMode,
} from './reading.ts';
import type { Reconciliation } from './reconciliation.ts';

/** How well one reading reproduces the statement. */
interface RankedReading {
  readonly reading: Reading;
  /**
   * Orders reproduced to the fen, and those that are not: indices into the reconciliation's rows.
   */
  readonly speaksFor: readonly number[];
  readonly speaksAgainst: readonly number[];
  /** What the statement pays in all is the sum that this rounding gives. */
  readonly totalFits: boolean;
  /** Sum of the distances of the orders that are not reproduced. */
  readonly residual: Fen;
}

export interface InferredReading {
  readonly best: Reading;
  readonly inForce: Reading;
  /**
   * Fields in which readings differ that reproduce the statement equally well, and all of them when
   * none does: not decidable from it.
   */
  readonly undecided: readonly ReadingField[];
  /** Fields in which any other reading was tried: the others say nothing here. */
  readonly tried: readonly ReadingField[];
  /** Best first. */
  readonly ranking: readonly RankedReading[];
  readonly agreeing: number;
  /** Orders that bear evidence: in the ledger, paid by the statement, not taken out by it. */
  readonly of: number;
}

/**
 * Tries every reading of the policy on what was paid. `null` when no order of the statement can
 * tell anything.
 */
export function inferReading(
  ledger: Ledger,
  policy: Policy,
  reconciliation: Reconciliation,
): InferredReading | null {
  const book = vendorsBook(ledger, reconciliation);
  const evidence = evidenceOf(book, reconciliation);
  if (evidence.length === 0) return null;
  const wanted = new Set(evidence.flatMap((one) => one.positions));
  const trialOf = remembered(
    (walk: Omit<Reading, 'rounding'>) =>
      new Trial(
        evidence,
        orderShares(readAs(policy, walk), book, reconciliation.period.to, (position) =>
          wanted.has(position),
        ),
      ),
  );
  const { statedTotal, total } = reconciliation.statement;
  const beyondLines = statedTotal === null ? 0 : statedTotal - total;
  const inForce = readingOf(policy);
  const ranking = candidateReadings(policy, hasRefunds(ledger))
    .map(({ rounding, ...walk }) => trialOf(walk).rank({ ...walk, rounding }, beyondLines))
    .sort(
      (a, b) => compareFit(a, b) || distance(a.reading, inForce) - distance(b.reading, inForce),
    );
  const best = itemAt(ranking, 0);
  const tied = ranking.filter((one) => compareFit(one, best) === 0);
  const tried = READING_FIELDS.filter((field) =>
    ranking.some(({ reading }) => reading[field] !== inForce[field]),
  );
  const fit = { agreeing: best.speaksFor.length, of: evidence.length };
  return {
    best: best.reading,
    inForce,
    ranking,
    tried,
    undecided: tried.filter(
      (field) =>
        !isConvincing(fit) || tied.some((one) => one.reading[field] !== best.reading[field]),
    ),
    ...fit,
  };
}

/** Whether the best reading reproduces at least half of what bears evidence. */
export const isConvincing = ({ agreeing, of }: Pick<InferredReading, 'agreeing' | 'of'>): boolean =>
  agreeing * 2 >= of;

const REFUND = ROW_KINDS.indexOf('refund');
const hasRefunds = ({ kind }: Ledger): boolean => kind.includes(REFUND);

/** More orders to the fen, then the total, then the smaller rest. */
const compareFit = (a: RankedReading, b: RankedReading): number =>
  b.speaksFor.length - a.speaksFor.length ||
  Number(b.totalFits) - Number(a.totalFits) ||
  a.residual - b.residual;

/** Readings that differ in rounding alone share their walk. */
function remembered<A extends object, B>(make: (input: A) => B): (input: A) => B {
  const made = new Map<string, B>();
  return (input) => {
    const key = Object.values(input).join();
    const known = made.get(key) ?? make(input);
    made.set(key, known);
    return known;
  };
}

type Outcome = Pick<RankedReading, 'speaksFor' | 'speaksAgainst' | 'residual'> & {
  readonly paid: number;
  readonly exact: ReadonlyMap<Component, Decimal>;
};
type Mode = RoundingMode | 'as-written';

/** The evidence against one walk of the tiers; what is left to try is the rounding. */
class Trial {
  private readonly exact: readonly ReadonlyMap<Component, Decimal>[];
  private readonly outcomes = new Map<Mode, Outcome>();

  constructor(
    private readonly evidence: readonly Evidence[],
    shares: OrderShares,
  ) {
    this.exact = evidence.map((one) => exactByComponent(one, shares));
  }

  rank(reading: Reading, beyondLines: number): RankedReading {
    const mode: Mode = reading.rounding === 'mixed' ? 'as-written' : roundingMode(reading.rounding);
    const outcome = this.outcomes.get(mode) ?? this.compare(mode);
    this.outcomes.set(mode, outcome);
    const { speaksFor, speaksAgainst, residual } = outcome;
    return {
      reading,
      speaksFor,
      speaksAgainst,
      residual,
      totalFits: totalFits(reading, outcome, beyondLines),
    };
  }

  private compare(mode: Mode): Outcome {
    const [speaksFor, speaksAgainst]: [number[], number[]] = [[], []];
    const exact = new Map<Component, Decimal>();
    let [residual, paid] = [0, 0];
    this.evidence.forEach((one, at) => {
      const own = itemAt(this.exact, at);
      const away = awayFrom(one, own, (component) =>
        mode === 'as-written' ? component.rounding.mode : mode,
      );
      residual += Math.abs(away);
      (away === 0 ? speaksFor : speaksAgainst).push(one.row);
      if (away !== 0) return;
      paid += one.paid;
      for (const [component, amount] of own)
        exact.set(component, (exact.get(component) ?? ZERO).plus(amount));
    });
    return { speaksFor, speaksAgainst, residual: fen(residual), paid, exact };
  }
}

/** What the order's lines earn, exactly, by component. */
function exactByComponent(
  { positions, weights }: Evidence,
  shares: OrderShares,
): ReadonlyMap<Component, Decimal> {
  const exact = new Map<Component, Decimal>();
  const weight = weights.reduce((sum, one) => sum.plus(one), ZERO);
  for (const position of positions) {
    for (const share of shares.get(position) ?? [])
      exact.set(
        share.component,
        (exact.get(share.component) ?? ZERO).plus(share.exact.times(weight)),
      );
  }
  return exact;
}

/**
 * Distance of what was paid from the order rounded as a whole or line by line, whichever is nearer.
 */
function awayFrom(
  { paid, weights }: Evidence,
  exact: ReadonlyMap<Component, Decimal>,
  mode: (component: Component) => RoundingMode,
): number {
  const entries = [...exact];
  const away =
    paid - entries.reduce((sum, [component, amount]) => sum + roundFen(amount, mode(component)), 0);
  const weight = weights.reduce((sum, part) => sum.plus(part), ZERO);
  if (away === 0 || weights.length < 2 || weight.isZero()) return away;
  const byLine = entries.reduce(
    (sum, [component, amount]) =>
      sum +
      weights.reduce(
        (lines, part) => lines + roundFen(amount.times(part).div(weight), mode(component)),
        0,
      ),
    0,
  );
  return Math.abs(paid - byLine) < Math.abs(away) ? paid - byLine : away;
}

/**
 * Rounding order by order, the total is the sum of the lines; on the total, it is the rounded sum
 * of what they earn exactly.
 */
function totalFits({ rounding }: Reading, { paid, exact }: Outcome, beyondLines: number): boolean {
  if (rounding === 'mixed') return true;
  if (isPerOrder(rounding)) return beyondLines === 0;
  return (
    paid + beyondLines ===
    [...exact.values()].reduce((sum, amount) => sum + roundFen(amount, roundingMode(rounding)), 0)
  );
}
