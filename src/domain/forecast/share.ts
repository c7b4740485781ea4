/**
 * A stretch of possible totals. Totals are told apart inside it only by their remainder by
 * `modulus`.
 */
export interface Stretch {
  readonly from: number;
  readonly modulus: number;
}

/**
 * What falls into a stretch. Weights are whole numbers over the product of all the deals'
 * denominators.
 */
export interface Share {
  /** Chance of the stretch. */
  readonly mass: bigint;
  /** Sum of weight × total; where deals carry values, of weight × each value instead. */
  readonly moments: readonly bigint[];
  /** Weight by remainder of the total by the stretch's modulus. */
  readonly rests: ReadonlyMap<number, bigint>;
}
