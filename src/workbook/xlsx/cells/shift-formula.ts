import { columnName, columnNumber } from '#domain/sheet.ts';
import { pattern } from '#domain/pattern.ts';

/**
 * Texts and quoted sheet names (passed over), or something that may be a reference. A name, a
 * function or a number with an exponent only looks like one: what stands around it tells.
 */
const PIECES = pattern('gi')`
  "(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^[\]]*\]|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!])
  |(?<![\w.$:])(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w.(!$])
  |(?<![\w.$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!$])
`;

/**
 * A formula as it reads `rows` further down and `columns` further right: what Excel means where
 * cells share the formula of another. A reference pushed off the sheet is #REF!.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PIECES, (whole, ...groups: (string | undefined)[]) => {
    const [colLock, col, rowLock, row, left$, left, right$, right, top$, top, bottom$, bottom] =
      groups;
    if (col !== undefined) {
      const letters = moved(colLock, col, columns);
      const number = movedRow(rowLock, row, rows);
      return letters === null || number === null ? '#REF!' : letters + number;
    }
    if (left !== undefined) return span(moved(left$, left, columns), moved(right$, right, columns));
    if (top !== undefined) return span(movedRow(top$, top, rows), movedRow(bottom$, bottom, rows));
    return whole;
  });
}

const span = (from: string | null, to: string | null): string =>
  from === null || to === null ? '#REF!' : `${from}:${to}`;

function moved(lock = '', letters = '', by: number): string | null {
  if (lock !== '') return lock + letters;
  const at = columnNumber(letters) + by;
  return at < 0 || at > 16_383 ? null : columnName(at);
}

function movedRow(lock = '', digits = '', by: number): string | null {
  if (lock !== '') return lock + digits;
  const at = Number(digits) + by;
  return at < 1 || at > 1_048_576 ? null : String(at);
}
