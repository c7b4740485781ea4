import { columnName, columnNumber } from '#domain/sheet.ts';
import { pattern } from '#domain/pattern.ts';

const RANGE = pattern('iuy')`
  (?:\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}
  |\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(:!])
`;
/** A text, a word with its bracket where it is a function, or "!" where it is a sheet; any sign. */
const TOKEN = /"[^"]*"|'[^']*'!?|[\p{L}_\\$][\p{L}\p{N}_.\\$?]*[(!]?|[\s\S]/uy;
/** A space between two references is their intersection. */
const CROSSING = /[\p{L}\p{N}_$)]\s+[\p{L}\p{N}_$('"]/u;
const CORNER = /^(\$?)([A-Z]*)(\$?)(\d*)$/i;

/** Functions of which each argument is one value. */
const OF_ONE = new Set(
  (
    'ABS,ROUND,ROUNDUP,ROUNDDOWN,INT,TRUNC,MOD,SIGN,SQRT,POWER,EXP,LN,LOG,LOG10,CEILING,FLOOR,' +
    'MROUND,LEFT,RIGHT,MID,LEN,UPPER,LOWER,PROPER,TRIM,CLEAN,SUBSTITUTE,REPLACE,FIND,SEARCH,TEXT,' +
    'VALUE,REPT,EXACT,CHAR,CODE,DATE,DATEVALUE,YEAR,MONTH,DAY,HOUR,MINUTE,SECOND,WEEKDAY,EDATE,' +
    'EOMONTH,ISBLANK,ISERR,ISERROR,ISNA,ISNUMBER,ISTEXT,ISLOGICAL,NOT'
  ).split(','),
);
/** Functions that give one of their arguments on, as it is. */
const CHOOSING = new Set(['IF', 'IFS', 'IFERROR', 'IFNA', 'SWITCH', 'CHOOSE']);
/** Functions of ranges, in which a function of one value still takes one. */
const OF_RANGES = new Set(
  'SUM,PRODUCT,COUNT,COUNTA,AVERAGE,MAX,MIN,AND,OR,LARGE,SMALL,MEDIAN,SUBTOTAL'.split(','),
);
/** Functions in which everything is done with whole arrays, but what IF and its like choose. */
const OF_ARRAYS = new Set(
  (
    'SUMPRODUCT,MMULT,MDETERM,MINVERSE,CORREL,COVAR,PEARSON,RSQ,SLOPE,INTERCEPT,FORECAST,STEYX,' +
    'SUMX2MY2,SUMX2PY2,SUMXMY2'
  ).split(','),
);
/** Functions that may give a range. */
const GIVING = new Set(['OFFSET(', 'INDIRECT(']);

type Within = 'one' | 'choice' | 'ranges' | 'arrays' | 'other' | 'brackets';

/**
 * A stored formula that is no array formula comes to one value: of a range where one value is meant
 * Excel takes the cell in the formula's own row or column. The grid's engine would take all of it,
 * and write over the cells beside. Null: what Excel takes is not plain to see.
 *
 * @param formula - without its "="
 */
export function singleCell(
  formula: string,
  at: { readonly row: number; readonly column: number },
): string | null {
  const within: Within[] = [];
  const single: string[] = [];
  for (let from = 0; from < formula.length;) {
    const range = tokenAt(RANGE, formula, from);
    const token = range || tokenAt(TOKEN, formula, from);
    const meant = meantIn(within);
    const isUnclear = token === ':' || token === '{' || isGiving(token);
    if (meant === 'unclear' ? isUnclear || range !== '' : meant === 'one' && isUnclear) return null;
    if (token.endsWith('(')) within.push(kindOf(token));
    else if (token === ')') within.pop();
    const cell = range !== '' && meant === 'one' ? cellOf(range, at) : token;
    // An error has no sheet.
    if (cell === LOST && single.at(-1)?.endsWith('!') === true) single.pop();
    single.push(cell);
    from += token.length;
  }
  const bare = formula.replace(/"[^"]*"|'[^']*'/g, '""');
  return single.join('') !== formula && CROSSING.test(bare) ? null : single.join('');
}

function tokenAt(kind: RegExp, formula: string, from: number): string {
  kind.lastIndex = from;
  return kind.exec(formula)?.[0] ?? '';
}

const isGiving = (token: string): boolean => GIVING.has(token.toUpperCase());

function kindOf(token: string): Within {
  const name = token.slice(0, -1).toUpperCase();
  if (name === '') return 'brackets';
  if (OF_ONE.has(name)) return 'one';
  if (CHOOSING.has(name)) return 'choice';
  return OF_RANGES.has(name) ? 'ranges' : OF_ARRAYS.has(name) ? 'arrays' : 'other';
}

/** What a range stands for in these functions, the outermost first. */
function meantIn(within: readonly Within[]): 'one' | 'ranges' | 'unclear' {
  const functions = within.filter((each) => each !== 'brackets');
  const inner = functions.at(-1) ?? 'one';
  if (inner !== 'choice' && inner !== 'one') return 'ranges';
  if (inner === 'one' && functions.includes('arrays')) return 'ranges';
  const isClear = functions.every((each) => each === 'one' || each === 'choice');
  return isClear || (inner === 'one' && !functions.includes('other')) ? 'one' : 'unclear';
}

const LOST = '#VALUE!';
function cellOf(range: string, at: { readonly row: number; readonly column: number }): string {
  const [from, to] = range.split(':').map((corner) => CORNER.exec(corner));
  const [, , left = '', , top = ''] = from ?? [];
  const [, , right = '', , bottom = ''] = to ?? [];
  const isIn = (here: number, first: number, last: number): boolean =>
    Math.min(first, last) <= here && here <= Math.max(first, last);
  const [mark = '', row = ''] = [from?.[1], from?.[3]];
  const isColumn = left !== '' && left.toUpperCase() === right.toUpperCase();
  if (isColumn && top !== '' && top === bottom) return `${mark}${left}${row}${top}`;
  if (isColumn && (top === '' || isIn(at.row + 1, Number(top), Number(bottom))))
    return `${mark}${left}${at.row + 1}`;
  const isRow = top !== '' && top === bottom;
  if (isRow && (left === '' || isIn(at.column, columnNumber(left), columnNumber(right))))
    return `${columnName(at.column)}${left === '' ? '' : row}${top}`;
  return LOST;
}
