const TEXTS = /"[^"]*"/g;
const QUOTED_SHEETS = /'[^']*'!/g;
/** Columns of no table here, other workbooks, "@", spilled references: the engine reads none. */
const BEYOND = /[[\]@]|[A-Z]\d+#/i;
const WORDS = /[\p{L}_\\][\p{L}\p{N}_.\\?]*\s*[(!:]?/gu;
const CELL = /^[A-Z]{1,3}\d{1,7}$/i;
const COLUMN = /^[A-Z]{1,3}$/i;
const CONSTANTS = new Set(['TRUE', 'FALSE']);

/**
 * Whether the grid's engine can compute a formula of the file. What calls a function, or names
 * something, that it does not know keeps the result that the file has: computed, it would be an
 * error, and every formula on it wrong.
 *
 * @param functions - the names of all that it knows, ours among them
 */
export function canCompute(formula: string, functions: ReadonlySet<string>): boolean {
  const bare = formula.replace(TEXTS, '""').replace(QUOTED_SHEETS, '').replaceAll('$', '');
  if (BEYOND.test(bare)) return false;
  return (bare.match(WORDS) ?? []).every((word) => isKnown(word, functions));
}

function isKnown(word: string, functions: ReadonlySet<string>): boolean {
  const name = word
    .replace(/[(!:]$/, '')
    .trimEnd()
    .toUpperCase();
  if (word.endsWith('!')) return true;
  if (word.endsWith('(')) return functions.has(name);
  return CONSTANTS.has(name) || CELL.test(name) || COLUMN.test(name);
}
