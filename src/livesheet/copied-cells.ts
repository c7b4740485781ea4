/** A quoted cell: nothing but the next cell, the next line or the end follows its last quote. */
const QUOTED = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
const PLAIN = /[^\t\r\n]*/y;
const NEXT = /\t|\r\n|\r|\n/y;
/** Why a spreadsheet puts a cell into quotes; other quotes are the person's own. */
const NEEDS_QUOTES = /[\t\r\n]|""/;

/**
 * Cells as spreadsheets copy them as text: tabs between cells, lines between rows, quotes around
 * cells that hold either. Empty lines are rows like all others; the end of the last line is none.
 */
export function copiedCells(text: string): readonly (readonly string[])[] {
  const whole = text.replace(/\r?\n$|\r$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const [end, cell] = cellAt(whole, at);
    rows.at(-1)?.push(cell);
    const separator = matchAt(NEXT, whole, end)?.[0];
    if (separator === undefined) return rows;
    at = end + separator.length;
    if (separator !== '\t') rows.push([]);
  }
}

function cellAt(text: string, at: number): readonly [end: number, cell: string] {
  const quoted = matchAt(QUOTED, text, at);
  const inside = quoted?.[1] ?? '';
  if (quoted !== null && NEEDS_QUOTES.test(inside))
    return [at + quoted[0].length, inside.replaceAll('""', '"').replace(/\r\n?/g, '\n')];
  const plain = matchAt(PLAIN, text, at)?.[0] ?? '';
  return [at + plain.length, plain];
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/**
 * Copied text with quotes around those of its cells that hold tabs or line ends.
 *
 * @param cells - the texts of all its cells, row by row
 */
export function quotedIn(text: string, cells: readonly string[]): string {
  let done = '';
  let rest = text;
  for (const cell of cells) {
    const at = /[\t\r\n]/.test(cell) ? rest.indexOf(cell) : -1;
    if (at < 0) continue;
    const lines = cell.replace(/\r\n?/g, '\n').replaceAll('"', '""');
    done += `${rest.slice(0, at)}"${lines}"`;
    rest = rest.slice(at + cell.length);
  }
  return done + rest;
}

const MARKUP: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\n', '<br>'],
]);

/** The same cells as the grid takes them, with nothing in them that could be taken for markup. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `<tr>${cells.map(markedUp).join('')}</tr>`);
  return `<table>${lines.join('')}</table>`;
}

const markedUp = (cell: string): string =>
  `<td>${cell.replace(/[&<>\n]/g, (sign) => MARKUP.get(sign) ?? sign)}</td>`;
