/**
 * In the place of the warnings about columns that nobody reads, in the formulas' bundle: a formula
 * says errors only. (The bundler puts it there.)
 */
export const reportUnread = (): void => undefined;
