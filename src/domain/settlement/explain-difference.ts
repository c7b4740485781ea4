import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen, subtractFen, sumFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import { DifferenceWalk } from './difference-walk.ts';
import type { LedgerPart } from './ledger-orders.ts';
import type { DifferencePart, Findings } from './reconciliation.ts';
import type { StatementLine } from './statement.ts';
import {
  type Basis,
  basisOf,
  clearedOf,
  commonRate,
  paidRate,
  taxBetween,
  taxWithin,
} from './tax-and-rate.ts';
import { pattern } from '../pattern.ts';

export interface Explanation {
  /** Add up to the difference exactly. */
  readonly parts: readonly DifferencePart[];
  readonly findings: Findings;
}

export const NO_FINDINGS: Findings = { tax: null, ledgerRate: null, statementRate: null };

/** Amount and rebate of a single ledger row, in fen. */
export interface RowAmounts {
  readonly amount: (index: number) => Fen;
  readonly due: (index: number) => Fen;
}

const NOT_ELIGIBLE_WORDS = pattern('i')`
  不参与|不计佣|不计返|不返|无返点|无佣金|不予(计|返)|排除|剔除|不适用|(不在|超出).{0,8}(政策|范围
  |目录)|not\s+eligible|ineligible|non-?\s?commissionable|excluded|no\s+(commission|rebate)
`;

/** Pays nothing and says so: a rate or a base of zero, or words that take the product out. */
export const earnsNothing = (line: StatementLine): boolean =>
  line.amount === 0 &&
  (line.rate?.isZero() === true || line.base === 0 || NOT_ELIGIBLE_WORDS.test(line.words));

/**
 * Walks from the ledger's rebate of a sale to what the statement pays for it, one change at a time:
 * lines that earn nothing, amount, tax in the base, rate, rounding. A step that no cause accounts
 * for is `unexplained`.
 */
export function explainDifference(
  side: LedgerPart,
  lines: readonly StatementLine[],
  row: RowAmounts,
): Explanation {
  const paid = sumFen(lines.map((line) => line.amount));
  const difference = subtractFen(paid, side.due);
  const single = (cause: DifferencePart['cause']): Explanation => ({
    parts: [{ cause, amount: difference }],
    findings: NO_FINDINGS,
  });
  if (difference === 0) return { parts: [], findings: NO_FINDINGS };
  if (lines.every(earnsNothing)) return single('not-eligible');
  if (Math.abs(difference) <= Math.max(lines.length, side.rows.length)) return single('rounding');
  const walk = new DifferenceWalk(side.due);
  const basis = basisOf(side, lines);
  const paying = lines.filter((line) => !earnsNothing(line));
  const amount = leaveOutNotEligible(walk, side.amount, lines, basis);
  const detailed = paying.every((line) => line.cash !== null || line.base !== null);
  const findings = detailed
    ? walkDetailed(walk, { ...side, amount }, paying, basis, row)
    : walkByResult(walk, amount, paying, basis);
  return { parts: walk.finish(paid), findings };
}

/**
 * A split order of which only a part earns: that part goes first. Returns the amount that is left.
 */
function leaveOutNotEligible(
  walk: DifferenceWalk,
  amount: Fen,
  lines: readonly StatementLine[],
  { rate, divisor }: Basis,
): Fen {
  const out = sumFen(lines.filter(earnsNothing).map((line) => line.cash ?? line.base ?? NO_FEN));
  if (out !== 0)
    walk.to(
      subtractFen(walk.at, roundFen(rate.times(out).div(divisor), 'half-up')),
      'not-eligible',
    );
  return subtractFen(amount, out);
}

/** The statement shows what the rate was applied to. */
function walkDetailed(
  walk: DifferenceWalk,
  side: LedgerPart,
  lines: readonly StatementLine[],
  basis: Basis,
  row: RowAmounts,
): Findings {
  const slack = lines.length;
  const bases = sumFen(lines.map(baseOf));
  const amount = walkAmount(walk, side, lines, basis, row).div(basis.divisor);
  let tax: Decimal | null = null;
  if (amount.minus(bases).abs().gt(slack)) {
    tax = taxBetween(amount, bases, slack) ?? null;
    walk.toExact(basis.rate.times(bases), tax === null ? 'unexplained' : 'tax-basis');
  }
  const byRates = lines.reduce(
    (sum, line) => sum.plus((line.rate ?? basis.rate).times(baseOf(line))),
    ZERO,
  );
  if (lines.some((line) => line.rate?.eq(basis.rate) === false))
    walk.toExact(byRates, 'rate-differs');
  const hidden = walkHidden(walk, byRates, lines, bases);
  return {
    tax: hidden.tax ?? tax,
    ledgerRate: basis.rate,
    statementRate: hidden.statementRate ?? commonRate(lines),
  };
}

const baseOf = (line: StatementLine): Fen => line.base ?? line.cash ?? NO_FEN;

/**
 * The amount the rest is measured from: the ledger's, or the cash that the statement shows instead.
 */
function walkAmount(
  walk: DifferenceWalk,
  side: LedgerPart,
  lines: readonly StatementLine[],
  basis: Basis,
  row: RowAmounts,
): Decimal {
  if (!lines.every((line) => line.cash !== null)) return new Decimal(side.amount);
  const cash = sumFen(lines.map((line) => line.cash ?? NO_FEN));
  if (cash === side.amount || clearedOf(side.amount, cash, lines.length) !== undefined)
    return new Decimal(side.amount);
  const absent =
    side.rows.length > 1
      ? side.rows.find((index) => row.amount(index) === side.amount - cash)
      : undefined;
  if (absent !== undefined) walk.to(subtractFen(walk.at, row.due(absent)), 'missing-in-statement');
  // Another amount altogether: no cause of its own, but what follows is measured from it.
  else walk.toExact(basis.rate.times(cash).div(basis.divisor), 'unexplained');
  return new Decimal(cash);
}

/** The line's own arithmetic: rounding, a tax it does not show, a rate it does not show. */
function walkHidden(
  walk: DifferenceWalk,
  byRates: Decimal,
  lines: readonly StatementLine[],
  bases: Fen,
): Findings {
  const slack = lines.length;
  const paid = sumFen(lines.map((line) => line.amount));
  const tax = byRates.minus(paid).abs().lte(slack) ? ZERO : taxWithin(byRates, paid, slack);
  if (tax !== undefined) {
    if (!tax.isZero()) walk.toExact(byRates.div(tax.plus(ONE)), 'tax-basis');
    walk.to(paid, 'rounding');
    return tax.isZero() ? NO_FINDINGS : { ...NO_FINDINGS, tax };
  }
  const statementRate = lines.every((line) => line.rate === null)
    ? paidRate(paid, bases, slack)
    : undefined;
  if (statementRate === undefined) return NO_FINDINGS;
  walk.toExact(statementRate.times(bases), 'rate-differs');
  walk.to(paid, 'rounding');
  return { ...NO_FINDINGS, statementRate };
}

/** The statement shows no amounts: what it pays has to tell the cause by itself. */
function walkByResult(
  walk: DifferenceWalk,
  ledgerAmount: Fen,
  lines: readonly StatementLine[],
  basis: Basis,
): Findings {
  const slack = lines.length;
  const paid = sumFen(lines.map((line) => line.amount));
  const shown = commonRate(lines);
  const amount = new Decimal(ledgerAmount).div(basis.divisor);
  const settle = (rate: Decimal, tax: Decimal): Findings => {
    const base = amount.div(tax.plus(ONE));
    walk.toExact(basis.rate.times(base), 'tax-basis');
    walk.toExact(rate.times(base), 'rate-differs');
    walk.to(paid, 'rounding');
    return { tax: tax.isZero() ? null : tax, ledgerRate: basis.rate, statementRate: rate };
  };
  for (const rate of shown === null ? [basis.rate] : [shown, basis.rate]) {
    const full = rate.times(amount);
    const tax = full.minus(paid).abs().lte(slack) ? ZERO : taxWithin(full, paid, slack);
    if (tax !== undefined) return settle(rate, tax);
  }
  const isOneRate = shown === null && !isRepeated(lines, basis.rate.times(amount));
  const rate = isOneRate ? paidRate(paid, roundFen(amount, 'half-up'), slack) : undefined;
  return rate === undefined
    ? { ...NO_FINDINGS, ledgerRate: basis.rate, statementRate: shown }
    : settle(rate, ZERO);
}

/** What is due, paid by each of several lines: one of them twice, and no rate of twice as much. */
const isRepeated = (lines: readonly StatementLine[], due: Decimal): boolean =>
  lines.length > 1 && lines.every((line) => due.minus(line.amount).abs().lte(1));

/** A part of its own, or none when it comes to nothing. */
export const partOf = (cause: DifferencePart['cause'], amount: number): Explanation => ({
  parts: amount === 0 ? [] : [{ cause, amount: fen(amount) }],
  findings: NO_FINDINGS,
});
