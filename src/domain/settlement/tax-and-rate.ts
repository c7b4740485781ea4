import { Decimal, ONE } from '../money/decimal.ts';
import type { Fen } from '../money/fen.ts';
import type { LedgerPart } from './ledger-orders.ts';
import type { StatementLine } from './statement.ts';

/** Rates of VAT that a base may be cleared of. */
export const TAXES: readonly Decimal[] = ['0.06', '0.03', '0.01', '0.13', '0.09'].map(
  (rate) => new Decimal(rate),
);

/** The tax that leads from a gross amount to a net one, within `slack` fen. */
export const clearedOf = (
  gross: Decimal | Fen,
  net: Decimal | Fen,
  slack: number,
): Decimal | undefined =>
  TAXES.find((tax) => new Decimal(gross).div(tax.plus(ONE)).minus(net).abs().lte(slack));

/** The same in either direction. */
export const taxBetween = (ledger: Decimal, statement: Fen, slack: number): Decimal | undefined =>
  clearedOf(ledger, statement, slack) ??
  TAXES.find((tax) =>
    ledger
      .times(tax.plus(ONE))
      .minus(statement)
      .abs()
      .lte(slack * 2),
  );

/**
 * The tax that makes one figure of rebate out of another, where it weighs enough to be told from
 * rounding. The base that the statement does not show was rounded as well: with rates below a
 * quarter that is worth an eighth of a fen a line.
 */
export const taxWithin = (gross: Decimal, paid: Fen, slack: number): Decimal | undefined =>
  gross
    .minus(paid)
    .abs()
    .gte(4 * slack)
    ? clearedOf(gross, paid, slack * 1.125)
    : undefined;

/** What the ledger's figure rests on: its rate, and the tax it leaves out of the base itself. */
export interface Basis {
  readonly rate: Decimal;
  /** 1, or 1 + tax when the ledger's own figure is on a net base. */
  readonly divisor: Decimal;
}

/**
 * Rates that the statement names are tried first, then those with few digits, then whatever the
 * figures give.
 */
export function basisOf(side: LedgerPart, lines: readonly StatementLine[]): Basis {
  const slack = side.rows.length;
  for (const { rate } of lines) {
    if (rate !== null && rate.times(side.amount).minus(side.due).abs().lte(slack))
      return { rate, divisor: ONE };
  }
  if (side.amount === 0) return { rate: new Decimal(0), divisor: ONE };
  const effective = new Decimal(side.due).div(side.amount);
  for (const divisor of [ONE, ...TAXES.map((tax) => tax.plus(ONE))]) {
    const rate = shortRate(effective.times(divisor), side.amount, slack);
    if (rate !== undefined) return { rate, divisor };
  }
  return { rate: effective, divisor: ONE };
}

/**
 * A rate with few digits that gives the figure to the fen: 0.0699999 of a rounded amount is 7 %.
 */
function shortRate(effective: Decimal, amount: Fen, slack: number): Decimal | undefined {
  return [2, 3, 4]
    .map((places) => effective.toDecimalPlaces(places))
    .find((rate) => rate.minus(effective).abs().times(amount).abs().lte(slack));
}

/**
 * The rate that the statement must have used. Only where the amount is large enough to tell: with a
 * step of 0.01 % worth less than twenty times the rounding, any figure would look like some rate.
 */
export function paidRate(paid: Fen, amount: Fen, slack: number): Decimal | undefined {
  if (amount === 0 || paid === 0) return undefined;
  const effective = new Decimal(paid).div(amount);
  return [2, 3, 4]
    .filter((places) => Math.abs(amount) / 10 ** places >= 20 * slack)
    .map((places) => effective.toDecimalPlaces(places))
    .find((rate) => rate.gt(0) && rate.times(amount).minus(paid).abs().lte(slack));
}

/** The rate that all lines name; null when they name none or several. */
export function commonRate(lines: readonly StatementLine[]): Decimal | null {
  const first = lines[0]?.rate ?? null;
  return first !== null && lines.every((line) => line.rate?.eq(first) === true) ? first : null;
}
