/**
 * In the place of what a policy's check says on a ledger, in the formulas' bundle: they say what is
 * wrong with a policy, and no doubts. (The bundler puts it there.)
 */
export const policyDoubts = {};
