/** The add-in's functions as a page writes them: `REBATE_TIER(`. */
const OWN = /(?<![\w.])(REBATE_[A-Z_]+)(?=\()/g;

/**
 * As Excel stores a call of the add-in's own function: the name behind `_xldudf_`. Text in quotes
 * is left alone.
 */
export const storedFormula = (formula: string): string =>
  formula
    .split('"')
    .map((piece, i) => (i % 2 === 0 ? piece.replace(OWN, '_xldudf_$1') : piece))
    .join('"');

export const callsOwnFunction = (formula: string): boolean => storedFormula(formula) !== formula;
