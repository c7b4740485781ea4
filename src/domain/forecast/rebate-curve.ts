import { itemAt } from '../columns.ts';
import { Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { type Ratio, ratio } from '../money/ratio.ts';
import type { RoundingMode } from '../money/rounding.ts';
import type { Component } from '../policy/policy.ts';
import { bonusAt } from '../rebate/entitlement.ts';
import { tierStarts, tierWalk } from '../rebate/tier-walk.ts';

/**
 * The rebate of one component as straight pieces over total sales, whole numbers throughout.
 * `figures.amountOf` is for one amount; what is exact over millions of possible totals
 * (chances, best sets) needs the straight lines it is made of. A property test holds the two
 * together.
 */
export interface RebateCurve {
  /** Ascending, at least one; the first begins at -Infinity. */
  readonly pieces: readonly Piece[];
  readonly mode: RoundingMode;
}

/**
 * From `from` fen on (up to the next piece) the rebate is `(slope × sales + constant) ÷
 * denominator`, rounded to the fen.
 */
export interface Piece {
  readonly from: number;
  readonly tier: number;
  readonly slope: bigint;
  readonly constant: bigint;
  readonly denominator: bigint;
}

const curves = new WeakMap<Component, RebateCurve>();

/**
 * The curve over order amounts (tax included, weight 1) that earn and count; the gate counts as
 * `amountOf` has it.
 */
export function rebateCurve(component: Component): RebateCurve {
  const known = curves.get(component);
  if (known) return known;
  const made = {
    pieces: joined(
      tierPieces(component).flatMap((piece, index, all) =>
        clipped(component, piece, all[index + 1]?.from ?? Infinity),
      ),
    ),
    mode: component.rounding.mode,
  };
  curves.set(component, made);
  return made;
}

/** Index of the piece that these sales lie on. */
export function pieceAt(
  curve: { readonly pieces: readonly { readonly from: number }[] },
  sales: number,
): number {
  let index = curve.pieces.length - 1;
  while (index > 0 && sales < itemAt(curve.pieces, index).from) index -= 1;
  return index;
}

/** The same figure as `amountOf(component, sales, sales)`. */
export function rebateOn(curve: RebateCurve, sales: number): Fen {
  const piece = itemAt(curve.pieces, pieceAt(curve, sales));
  return fen(
    Number(
      roundedQuotient(piece.slope * BigInt(sales) + piece.constant, piece.denominator, curve.mode),
    ),
  );
}

/**
 * `numerator ÷ denominator` as a whole number; half goes away from zero. The denominator is above
 * 0.
 */
export function roundedQuotient(
  numerator: bigint,
  denominator: bigint,
  mode: RoundingMode,
): bigint {
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  if (mode === 'truncate' || (rest < 0n ? -rest : rest) * 2n < denominator) return whole;
  return rest < 0n ? whole - 1n : whole + 1n;
}

function tierPieces(component: Component): readonly Piece[] {
  const walk = tierWalk(component);
  const starts = [-Infinity, ...tierStarts(walk)];
  return starts.flatMap((from, tier): readonly Piece[] => {
    if (tier === 0 || component.gate !== null)
      return [
        straight(from, tier, ZERO, walk.taxDivisor, ungated(component, bonusAt(component, tier))),
      ];
    const line = straight(
      from,
      tier,
      rateOf(component, tier),
      walk.taxDivisor,
      interceptOf(component, tier),
    );
    return aboveBaseline(component, walk.taxDivisor, line, starts[tier + 1] ?? Infinity);
  });
}

const ungated = (component: Component, amount: Decimal): Decimal =>
  component.gate === null ? amount : ZERO;

/** An increment pays nothing, rather than less than nothing, up to its baseline. */
function aboveBaseline(
  component: Component,
  taxDivisor: Decimal,
  line: Piece,
  end: number,
): readonly Piece[] {
  if (component.scheme !== 'increment') return [line];
  const begins = taxDivisor
    .times(component.baseline ?? 0)
    .ceil()
    .toNumber();
  if (begins <= line.from) return [line];
  const level = straight(line.from, line.tier, ZERO, taxDivisor, bonusAt(component, line.tier));
  return begins >= end ? [level] : [level, { ...line, from: begins }];
}

const rateOf = (component: Component, tier: number): Decimal =>
  component.tiers[tier - 1]?.rate ?? ZERO;

/**
 * What the line of a tier adds to rate × sales. Taxes cancel out of it: thresholds and baselines
 * are net where the base is.
 */
function interceptOf(component: Component, tier: number): Decimal {
  const bonus = bonusAt(component, tier);
  if (tier === 0 || component.scheme === 'whole') return bonus;
  if (component.scheme === 'increment')
    return bonus.minus(rateOf(component, tier).times(component.baseline ?? 0));
  return component.tiers
    .slice(0, tier)
    .reduce(
      (sum, reached, index) =>
        sum.plus(rateOf(component, index).minus(reached.rate).times(reached.threshold)),
      bonus,
    );
}

function straight(
  from: number,
  tier: number,
  rate: Decimal,
  taxDivisor: Decimal,
  intercept: Decimal,
): Piece {
  const slope: Ratio = ratio(rate, taxDivisor);
  const places = new Decimal(10).pow(intercept.decimalPlaces());
  const shared = lowest(BigInt(slope.denominator) * big(places), [
    BigInt(slope.numerator) * big(places),
    big(intercept.times(places)) * BigInt(slope.denominator),
  ]);
  return {
    from,
    tier,
    slope: itemAt(shared.parts, 0),
    constant: itemAt(shared.parts, 1),
    denominator: shared.denominator,
  };
}

const big = (whole: Decimal): bigint => BigInt(whole.toString());

function lowest(
  denominator: bigint,
  parts: readonly bigint[],
): { readonly denominator: bigint; readonly parts: readonly bigint[] } {
  const divisor = parts.reduce(
    (sofar, part) => commonDivisor(sofar, part < 0n ? -part : part),
    denominator,
  );
  return { denominator: denominator / divisor, parts: parts.map((part) => part / divisor) };
}

export function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/**
 * Floor, then cap: where the line runs below the one or above the other it is cut and runs level.
 */
function clipped(component: Component, piece: Piece, end: number): readonly Piece[] {
  if (component.gate !== null) return [piece];
  const floorApplies =
    component.floor !== null && (piece.tier > 0 || component.tiers[0]?.threshold === 0);
  const raised = floorApplies ? levelled([piece], end, BigInt(component.floor), 'below') : [piece];
  return component.cap === null ? raised : levelled(raised, end, BigInt(component.cap), 'above');
}

function levelled(
  pieces: readonly Piece[],
  end: number,
  amount: bigint,
  side: 'below' | 'above',
): readonly Piece[] {
  const level = (piece: Piece, from: number): Piece => ({
    from,
    tier: piece.tier,
    slope: 0n,
    constant: amount,
    denominator: 1n,
  });
  return pieces.flatMap((piece, index) => {
    const to = pieces[index + 1]?.from ?? end;
    if (piece.slope === 0n) {
      const outside =
        side === 'below'
          ? piece.constant < amount * piece.denominator
          : piece.constant > amount * piece.denominator;
      return [outside ? level(piece, piece.from) : piece];
    }
    // First fen at which the line has reached the amount: before it the line is below, from it on
    // at or above.
    const reached = Number(ceilQuotient(amount * piece.denominator - piece.constant, piece.slope));
    const parts =
      side === 'below'
        ? [level(piece, piece.from), { ...piece, from: Math.max(piece.from, reached) }]
        : [piece, level(piece, Math.max(piece.from, reached))];
    return parts.filter((part, at) => part.from < (parts[at + 1]?.from ?? to));
  });
}

function ceilQuotient(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator;
  return numerator % denominator > 0n ? whole + 1n : whole;
}

/** Drops pieces without length; then no piece changes sign, so that one rule rounds all of it. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const long = pieces.filter(
    (piece, index) => index === pieces.length - 1 || piece.from < itemAt(pieces, index + 1).from,
  );
  return long.flatMap((piece, index) => {
    if (piece.slope === 0n) return [piece];
    const zero = Number(ceilQuotient(-piece.constant, piece.slope));
    return zero > piece.from && zero < (long[index + 1]?.from ?? Infinity)
      ? [piece, { ...piece, from: zero }]
      : [piece];
  });
}
