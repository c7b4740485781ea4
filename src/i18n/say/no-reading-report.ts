/**
 * In the place of what is said of sheets that were read, in formulas: they answer figures,
 * questions and refusals alone. (The bundler puts it there.)
 */
export const ledgerRead = {};
