import { withoutLost } from './table-columns.ts';

const TEXTS = /"[^"]*"/g;
const QUOTED = /'[^']*'/g;
/** Of two signs each: to look at neighbours, they are one. */
const COMPARISONS = /<=|>=|<>/g;
/** Full-width brackets and commas as Chinese keyboards give them, and what no formula has. */
const NO_SIGN = /[^\p{L}\p{M}\p{N}\s!#$%&()*+,./:;<=>?@[\\\]^_{}-]/u;
/** Something is missing before it, */
const NOTHING_BEFORE = /(?:^|[(,;{+\-*/^&=<>:])\s*[*/^&=<>:]/;
/** or behind. */
const NOTHING_BEHIND = /[+\-*/^&=<>:]\s*(?:$|[),;}])/;

/**
 * Whether what was typed as a formula hangs together: one that Excel would not take when typed, it
 * does not take in a file either. In doubt it does.
 *
 * @param formula - with its "="
 */
export function isWhole(formula: string): boolean {
  const bare = withoutLost(formula.slice(1))
    .replace(TEXTS, '0')
    .replace(QUOTED, '')
    .replace(COMPARISONS, '=');
  if (bare.trim() === '' || NO_SIGN.test(bare)) return false;
  return !NOTHING_BEFORE.test(bare) && !NOTHING_BEHIND.test(bare) && isClosed(bare);
}

const OPENING: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Every bracket has its own; semicolons part the rows of constants, and nothing else. */
function isClosed(bare: string): boolean {
  const open: string[] = [];
  for (const sign of bare) {
    if ('([{'.includes(sign)) open.push(sign);
    else if (OPENING.has(sign) && open.pop() !== OPENING.get(sign)) return false;
    else if (sign === ';' && open.at(-1) !== '{') return false;
  }
  return open.length === 0;
}
