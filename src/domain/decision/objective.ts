import { itemAt } from '../columns.ts';
import { type Piece, type RebateCurve, rebateOn } from '../forecast/rebate-curve.ts';

/**
 * One straight stretch of the worth of a total: `slope × total + constant` for `low ≤ total ≤
 * high`, before rounding.
 */
export interface Line {
  readonly low: number;
  readonly high: number;
  readonly slope: number;
  readonly constant: number;
  /**
   * The same line in whole numbers over `denominator`; compared while products are safe integers.
   */
  readonly wholeSlope: number;
  readonly wholeConstant: number;
  readonly denominator: number;
  /** The most by which rounding lifts a figure of this line, in fen. */
  readonly lift: number;
}

/**
 * What a set of deals is judged by: worth of the total it leads to, less its cost. Totals outside
 * all lines do not count.
 */
export interface Objective {
  readonly committed: number;
  readonly lines: readonly Line[];
  /** Whole fen; -Infinity when the total does not count. */
  worth(total: number): number;
  /** A larger total is never worth less. */
  readonly rising: boolean;
}

export function rebateObjective(curve: RebateCurve, committed: number): Objective {
  const lines = curve.pieces.map((piece, index) =>
    lineOf(piece, (curve.pieces[index + 1]?.from ?? Infinity) - 1, curve.mode),
  );
  return {
    committed,
    lines,
    worth: (total) => quickWorth(lines, curve, total),
    rising: curve.pieces.every(
      ({ from }) => from === -Infinity || rebateOn(curve, from) >= rebateOn(curve, from - 1),
    ),
  };
}

/** Nothing but reaching a total counts. */
export function reachObjective(committed: number, target: number): Objective {
  const lines = [
    {
      low: target,
      high: Infinity,
      slope: 0,
      constant: 0,
      wholeSlope: 0,
      wholeConstant: 0,
      denominator: 1,
      lift: 0,
    },
  ];
  return { committed, lines, worth: (total) => (total >= target ? 0 : -Infinity), rising: true };
}

function lineOf(piece: Piece, high: number, mode: RebateCurve['mode']): Line {
  const denominator = Number(piece.denominator);
  const [wholeSlope, wholeConstant] = [Number(piece.slope), Number(piece.constant)];
  const slope = wholeSlope / denominator;
  const constant = wholeConstant / denominator;
  // Cutting off lifts what is below zero by almost a fen.
  const negative = slope * Math.max(piece.from, 0) + constant < 0;
  return {
    low: piece.from,
    high,
    slope,
    constant,
    wholeSlope,
    wholeConstant,
    denominator,
    lift: mode === 'half-up' ? 0.5 : negative ? 1 : 0,
  };
}

/** `rebateOn` in doubles where they are exact: half-up on figures that are not negative. */
function quickWorth(lines: readonly Line[], curve: RebateCurve, total: number): number {
  let index = lines.length - 1;
  while (total < itemAt(lines, index).low) index -= 1;
  const line = itemAt(lines, index);
  const figure = line.wholeSlope * total + line.wholeConstant;
  if (figure < 0 || figure > QUICK || Math.abs(line.wholeSlope * total) > QUICK)
    return rebateOn(curve, total);
  const rest = figure % line.denominator;
  const whole = (figure - rest) / line.denominator;
  return curve.mode === 'half-up' && rest * 2 >= line.denominator ? whole + 1 : whole;
}

const QUICK = Number.MAX_SAFE_INTEGER / 4;

/** The same in parts of a fen. */
export function inParts(objective: Objective, part: number): Objective {
  return {
    ...objective,
    worth: (total) => objective.worth(total) * part,
    lines: objective.lines.map((line) => ({
      ...line,
      slope: line.slope * part,
      constant: line.constant * part,
      wholeSlope: line.wholeSlope * part,
      wholeConstant: line.wholeConstant * part,
      lift: line.lift * part,
    })),
  };
}
