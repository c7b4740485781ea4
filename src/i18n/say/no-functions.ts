/**
 * In the place of what cells with formulas say, on pages: the pane says none of it, and the grid,
 * whose cells do, has its own. (The bundler puts it there; only functions have such facts.)
 */
export const functionsChinese = {};
export const functionsEnglish = {};
