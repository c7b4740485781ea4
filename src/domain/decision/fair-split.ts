import { float64At, itemAt, uint8At } from '../columns.ts';
import { type Fen, fen } from '../money/fen.ts';

/**
 * Shapley shares of `worth(everyone)`: each takes the mean of what joining adds, over every order
 * of joining. Exact fractions, then whole fen that add up to the joint worth.
 *
 * @param worth rebate of a coalition; bit i of the mask is player i. Asked once a coalition, 2^n
 *   of them
 */
export function shapleyShares(players: number, worth: (mask: number) => Fen): readonly Fen[] {
  if (players === 0) return [];
  const coalitions = 2 ** players;
  const value = Float64Array.from({ length: coalitions }, (_, mask) => worth(mask));
  const size = Uint8Array.from({ length: coalitions }, (_, mask) => bitCount(mask));
  const weights = joiningWeights(players);
  const numerators = [...Array(players).keys()].map((player) => {
    const bit = 2 ** player;
    const addedBySize: number[] = Array(players).fill(0);
    for (let mask = 0; mask < coalitions; mask += 1) {
      if ((mask & bit) === 0)
        addedBySize[uint8At(size, mask)] =
          itemAt(addedBySize, uint8At(size, mask)) +
          float64At(value, mask | bit) -
          float64At(value, mask);
    }
    return addedBySize.reduce(
      (sum, added, joined) => sum + BigInt(added) * itemAt(weights, joined),
      0n,
    );
  });
  return apportioned(numerators, factorial(players));
}

/** Orders of joining in which exactly `joined` players came before. */
const joiningWeights = (players: number): readonly bigint[] =>
  [...Array(players).keys()].map((joined) => factorial(joined) * factorial(players - joined - 1));

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * `total` in proportion to weights; equal parts when the weights come to nothing. Whole fen that
 * add up.
 */
export function proportionalShares(total: Fen, weights: readonly number[]): readonly Fen[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return sum > 0
    ? apportioned(
        weights.map((weight) => BigInt(total) * BigInt(weight)),
        BigInt(sum),
      )
    : apportioned(
        weights.map(() => BigInt(total)),
        BigInt(Math.max(weights.length, 1)),
      );
}

/**
 * Fractions over one denominator as whole fen with the same sum: each is rounded down, and the fen
 * left go to the largest remainders, the earlier one first.
 */
function apportioned(numerators: readonly bigint[], denominator: bigint): readonly Fen[] {
  const parts = numerators.map((numerator, index) => {
    const rest = ((numerator % denominator) + denominator) % denominator;
    return { index, whole: (numerator - rest) / denominator, rest };
  });
  const left = Number(parts.reduce((sum, { rest }) => sum + rest, 0n) / denominator);
  const lucky = new Set(
    [...parts]
      .sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.index - b.index))
      .slice(0, left)
      .map(({ index }) => index),
  );
  return parts.map(({ index, whole }) => fen(Number(whole) + (lucky.has(index) ? 1 : 0)));
}
