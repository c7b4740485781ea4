import { withoutLost } from './table-columns.ts';

const TEXTS = /(?:"[^"]*")+/g;
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
    .replace(TEXTS, ' 0 ')
    .replace(QUOTED, '')
    .replace(COMPARISONS, '=');
  if (bare.trim() === '' || NO_SIGN.test(bare)) return false;
  const hangs = !NOTHING_BEFORE.test(bare) && !NOTHING_BEHIND.test(bare);
  return hangs && isClosed(bare) && !hasLooseConstant(bare);
}

/** Of another workbook: its name may be of any signs. */
const BOOK = /\[[^\]]*\]/g;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d+)?/iy;
const WORD = /[\p{L}_\\$@#?.!\d][\p{L}\p{M}\p{N}_\\$@#?.!]*/uy;

/**
 * A number or a text stands beside something else with no sign between them: "1 2", "A1 2". Of
 * references the space is one, their intersection; numbers of rows ("5:5") are no numbers.
 */
function hasLooseConstant(formula: string): boolean {
  const bare = formula
    .replace(BOOK, '')
    .split(':')
    .map((part) => part.trim())
    .join(':');
  let before: 'number' | 'other' | null = null;
  for (let at = 0; at < bare.length;) {
    const [token, isNumber] = tokenAt(bare, at);
    const opens = token === '(' || token === '{';
    if (before !== null && (isNumber || (before === 'number' && (opens || isOperand(token)))))
      return true;
    at += token.length;
    if (token.trim() === '') continue;
    before = isNumber
      ? 'number'
      : isOperand(token) || token === ')' || token === '}'
        ? 'other'
        : null;
  }
  return false;
}

function tokenAt(bare: string, at: number): readonly [token: string, isNumber: boolean] {
  WORD.lastIndex = at;
  const word = WORD.exec(bare)?.[0] ?? '';
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(bare)?.[0] ?? '';
  const end = at + number.length;
  const isRow = bare.charAt(end) === ':' || bare.charAt(at - 1) === ':';
  // "1E+5" is longer than the word in it, a name that begins with a digit longer than the number.
  if (number !== '' && number.length >= word.length) return [number, !isRow];
  return [word || bare.charAt(at), false];
}

const isOperand = (token: string): boolean => /^[\p{L}_\\$@#?.!\d]/u.test(token);

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
