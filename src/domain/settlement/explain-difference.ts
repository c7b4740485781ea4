import { Decimal, ONE, ZERO } from '../money/decimal.ts';
import { type Fen, NO_FEN, fen, subtractFen, sumFen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { LedgerPart } from './ledger-orders.ts';
import type { DifferencePart, Findings } from './reconciliation.ts';
import type { StatementLine } from './statement.ts';

/** Rates of VAT that a base may be cleared of. */
export const TAXES = ['0.06', '0.03', '0.01', '0.13', '0.09'].map((rate) => new Decimal(rate));

const NOT_ELIGIBLE_WORDS = /不参与|不计佣|不计返|不返|无返点|无佣金|不予(计|返)|排除|剔除|不适用|(不在|超出).{0,8}(政策|范围|目录)|not\s+eligible|ineligible|non-?\s?commissionable|excluded|no\s+(commission|rebate)/i;

export interface Explanation {
  /** Add up to the difference exactly. */
  readonly parts: readonly DifferencePart[];
  readonly findings: Findings;
}

const NOTHING: Findings = { tax: null, ledgerRate: null, statementRate: null };

/**
 * Walks from the ledger's rebate of a sale to what the statement pays for it, one change at a time - lines that earn
 * nothing, amount, tax in the base, rate, rounding - and says what each step is worth. Every step is taken from the
 * figure before, so the parts add up whatever they are; a step that no cause accounts for is `unexplained`.
 */
export function explainDifference(side: LedgerPart, lines: readonly StatementLine[], dueByRow: (index: number) => Fen, amountByRow: (index: number) => Fen): Explanation {
  const paid = sumFen(lines.map((line) => line.amount));
  const difference = subtractFen(paid, side.due);
  if (difference === 0) return { parts: [], findings: NOTHING };
  if (lines.every(earnsNothing)) return { parts: [{ cause: 'not-eligible', amount: difference }], findings: NOTHING };
  const slack = Math.max(lines.length, side.rows.length);
  if (paid !== 0 && Math.abs(difference) <= slack) return { parts: [{ cause: 'rounding', amount: difference }], findings: NOTHING };
  const walk = new Walk(side.due);
  const ledgerBasis = basisOf(side, lines);
  const paying = walk.leaveOutNotEligible(lines, ledgerBasis.perFen);
  const rest = subtractFen(side.amount, sumFen(lines.filter((line) => !paying.includes(line)).map((line) => line.cash ?? line.base ?? NO_FEN)));
  const findings = paying.every((line) => line.cash !== null || line.base !== null)
    ? walkDetailed(walk, side, rest, paying, ledgerBasis, dueByRow, amountByRow)
    : walkByResult(walk, rest, paying, ledgerBasis);
  return { parts: walk.finish(paid), findings };
}

/** Pays nothing and says so: a rate or a base of zero, or words that take the product out. */
export const earnsNothing = (line: StatementLine): boolean =>
  line.amount === 0 && (line.rate?.isZero() === true || line.base === 0 || NOT_ELIGIBLE_WORDS.test(line.words));

/** What the ledger's figure rests on: its rate, and the tax it leaves out of the base itself. */
interface Basis {
  readonly rate: Decimal;
  /** 1, or 1 + tax when the ledger's own figure is on a net base. */
  readonly divisor: Decimal;
  /** Rebate of one fen of order amount. */
  readonly perFen: Decimal;
}

function basisOf(side: LedgerPart, lines: readonly StatementLine[]): Basis {
  const slack = side.rows.length;
  const fits = (rate: Decimal, divisor: Decimal): boolean => rate.times(side.amount).div(divisor).minus(side.due).abs().lte(slack);
  const basis = (rate: Decimal, divisor: Decimal): Basis => ({ rate, divisor, perFen: rate.div(divisor) });
  for (const line of lines) if (line.rate !== null && fits(line.rate, ONE)) return basis(line.rate, ONE);
  if (side.amount === 0) return basis(ZERO, ONE);
  const effective = new Decimal(side.due).div(side.amount);
  const plain = shortRate(effective, side.amount, slack);
  if (plain !== undefined) return basis(plain, ONE);
  for (const tax of TAXES) {
    const net = shortRate(effective.times(tax.plus(ONE)), side.amount, slack);
    if (net !== undefined) return basis(net, tax.plus(ONE));
  }
  return basis(effective, ONE);
}

/** A rate with few digits that gives the figure to the fen: 0.0699999 of a rounded amount is 7 %. */
function shortRate(effective: Decimal, amount: Fen, slack: number): Decimal | undefined {
  for (const places of [2, 3, 4]) {
    const rate = effective.toDecimalPlaces(places);
    if (rate.minus(effective).abs().times(amount).abs().lte(slack)) return rate;
  }
  return undefined;
}

/** Running figure between the two sides. */
class Walk {
  private readonly taken: DifferencePart[] = [];

  constructor(private now: Fen) {}

  to(next: Fen, cause: DifferencePart['cause']): void {
    const amount = subtractFen(next, this.now);
    this.now = next;
    if (amount !== 0) this.taken.push({ cause, amount });
  }

  get at(): Fen {
    return this.now;
  }

  /** Split orders of which only a part earns: that part's expected rebate goes first. */
  leaveOutNotEligible(lines: readonly StatementLine[], perFen: Decimal): readonly StatementLine[] {
    const out = lines.filter(earnsNothing);
    const cash = out.reduce((sum, line) => sum + (line.cash ?? line.base ?? 0), 0);
    if (cash !== 0) this.to(subtractFen(this.now, roundFen(perFen.times(cash), 'half-up')), 'not-eligible');
    return out.length === 0 ? lines : lines.filter((line) => !earnsNothing(line));
  }

  finish(paid: Fen): readonly DifferencePart[] {
    this.to(paid, 'unexplained');
    const sums = new Map<DifferencePart['cause'], number>();
    for (const part of this.taken) sums.set(part.cause, (sums.get(part.cause) ?? 0) + part.amount);
    return [...sums].flatMap(([cause, amount]) => (amount === 0 ? [] : [{ cause, amount: fen(amount) }]));
  }
}

/** The statement shows what the rate was applied to. */
function walkDetailed(
  walk: Walk, side: LedgerPart, ledgerAmount: Fen, lines: readonly StatementLine[], basis: Basis,
  dueByRow: (index: number) => Fen, amountByRow: (index: number) => Fen,
): Findings {
  const slack = lines.length;
  const paid = sumFen(lines.map((line) => line.amount));
  const bases = sumFen(lines.map((line) => line.base ?? line.cash ?? NO_FEN));
  const cashKnown = lines.every((line) => line.cash !== null);
  const cash = cashKnown ? sumFen(lines.map((line) => line.cash ?? NO_FEN)) : null;
  const at = (amount: Decimal | Fen, rate: Decimal): Fen => roundFen(rate.times(amount), 'half-up');
  let tax: Decimal | null = null;
  let netAmount = new Decimal(ledgerAmount).div(basis.divisor);
  const absent = cash === null || cash === ledgerAmount ? undefined
    : side.rows.find((row) => side.rows.length > 1 && amountByRow(row) === ledgerAmount - cash);
  if (absent !== undefined) {
    walk.to(subtractFen(walk.at, dueByRow(absent)), 'missing-in-statement');
    netAmount = new Decimal(cash ?? ledgerAmount).div(basis.divisor);
  } else if (cash !== null && cash !== ledgerAmount && clearedOf(ledgerAmount, cash, slack) === undefined) {
    // Another amount altogether: no cause of its own, but what follows is measured from it.
    walk.to(at(new Decimal(cash).div(basis.divisor), basis.rate), 'unexplained');
    netAmount = new Decimal(cash).div(basis.divisor);
  }
  if (netAmount.minus(bases).abs().gt(slack)) {
    tax = taxBetween(netAmount, bases, slack) ?? null;
    walk.to(at(bases, basis.rate), tax === null ? 'unexplained' : 'tax-basis');
  }
  const rates = lines.map((line) => line.rate ?? basis.rate);
  const byRates = lines.reduce((sum, line, index) => sum.plus((rates[index] as Decimal).times(line.base ?? line.cash ?? NO_FEN)), ZERO);
  if (rates.some((rate) => !rate.eq(basis.rate))) walk.to(roundFen(byRates, 'half-up'), 'rate-differs');
  const hidden = closeRemainder(walk, paid, byRates, lines, bases, slack);
  return { tax: hidden.tax ?? tax, ledgerRate: basis.rate, statementRate: hidden.statementRate ?? commonRate(lines) };
}

/** The line's own arithmetic: rounding, a tax it does not show, a rate it does not show. */
function closeRemainder(walk: Walk, paid: Fen, byRates: Decimal, lines: readonly StatementLine[], bases: Fen, slack: number): Findings {
  if (byRates.minus(paid).abs().lte(slack)) {
    walk.to(paid, 'rounding');
    return NOTHING;
  }
  const tax = TAXES.find((rate) => byRates.div(rate.plus(ONE)).minus(paid).abs().lte(slack));
  if (tax !== undefined) {
    walk.to(roundFen(byRates.div(tax.plus(ONE)), 'half-up'), 'tax-basis');
    walk.to(paid, 'rounding');
    return { ...NOTHING, tax };
  }
  const rate = lines.every((line) => line.rate === null) ? paidRate(paid, bases, slack) : undefined;
  if (rate === undefined) return NOTHING;
  walk.to(roundFen(rate.times(bases), 'half-up'), 'rate-differs');
  walk.to(paid, 'rounding');
  return { ...NOTHING, statementRate: rate };
}

/** The statement shows no amounts: what it pays has to tell the cause by itself. */
function walkByResult(walk: Walk, ledgerAmount: Fen, lines: readonly StatementLine[], basis: Basis): Findings {
  const slack = lines.length;
  const paid = sumFen(lines.map((line) => line.amount));
  const shown = commonRate(lines);
  const amount = new Decimal(ledgerAmount).div(basis.divisor);
  const pays = (rate: Decimal, divisor: Decimal): boolean => rate.times(amount).div(divisor).minus(paid).abs().lte(slack);
  const findings = { ...NOTHING, ledgerRate: basis.rate, statementRate: shown };
  const settle = (rate: Decimal, divisor: Decimal): void => {
    walk.to(roundFen(basis.rate.times(amount).div(divisor), 'half-up'), 'tax-basis');
    walk.to(roundFen(rate.times(amount).div(divisor), 'half-up'), 'rate-differs');
    walk.to(paid, 'rounding');
  };
  for (const rate of shown === null ? [basis.rate] : [shown, basis.rate]) {
    const tax = [ZERO, ...TAXES].find((one) => pays(rate, one.plus(ONE)));
    if (tax === undefined) continue;
    settle(rate, tax.plus(ONE));
    return { ...findings, tax: tax.isZero() ? null : tax };
  }
  const rate = shown === null ? paidRate(paid, roundFen(amount, 'half-up'), slack) : undefined;
  if (rate !== undefined) settle(rate, ONE);
  return rate === undefined ? findings : { ...findings, statementRate: rate };
}

/**
 * The rate that the statement must have used. Only where the amount is large enough to tell: with a step of 0.01 % worth
 * less than twenty times the rounding, any figure would look like some rate.
 */
function paidRate(paid: Fen, amount: Fen, slack: number): Decimal | undefined {
  if (amount === 0 || paid === 0) return undefined;
  const effective = new Decimal(paid).div(amount);
  for (const [places, step] of [[2, 100], [3, 1000], [4, 10_000]] as const) {
    const rate = effective.toDecimalPlaces(places);
    if (Math.abs(amount) / step >= 20 * slack && rate.gt(0) && rate.times(amount).minus(paid).abs().lte(slack)) return rate;
  }
  return undefined;
}

const commonRate = (lines: readonly StatementLine[]): Decimal | null => {
  const first = lines[0]?.rate ?? null;
  return first !== null && lines.every((line) => line.rate?.eq(first) === true) ? first : null;
};

/** The tax that leads from a gross amount to a net one. */
export const clearedOf = (gross: Decimal | Fen, net: Decimal | Fen, slack: number): Decimal | undefined =>
  TAXES.find((tax) => new Decimal(gross).div(tax.plus(ONE)).minus(net).abs().lte(slack));

const taxBetween = (ledger: Decimal, statement: Fen, slack: number): Decimal | undefined =>
  clearedOf(ledger, statement, slack) ?? TAXES.find((tax) => ledger.times(tax.plus(ONE)).minus(statement).abs().lte(slack * 2));
