/**
 * In the place of the command line's sentences, on pages: nothing there says what only a command
 * can. (The bundler puts it there; a rule keeps the command line's facts to the command line.)
 */
export const cli = {};
