import { pattern } from '#domain/pattern.ts';

/** Marks of the spreadsheets that say more of their cells than what they show. */
const SPREADSHEET = pattern('i')`
  urn:schemas-microsoft-com:office:excel|content="?Excel|wps\.cn\/et|WPS Office
  |google-sheets-html-origin|content="?LibreOffice
`;
const CLASS = /\.([\w-]+)\s*\{([^{}]*)\}/g;
/** The number format of texts, as Excel and WPS write it. */
const AS_TEXT = /mso-number-format:\s*["']?\\?@/;
/** A figure as a cell shows it: rounded, with its currency. */
const FIGURE = /^[-+(¥￥$€£\s]*\d[\d,]*(?:\.\d+)?[\s%)]*$/;
/** A text that would not stay one, were it typed. */
const READS_OTHERWISE = /^\s*=|\d|^(?:true|false)$/i;

/** By its place in what was copied, "row,column": what a cell holds where its text says less. */
export type HeldValues = ReadonlyMap<string, string | number>;

const NONE: HeldValues = new Map();

/**
 * What cells of another spreadsheet hold beyond their text: order numbers that are texts ("0012"),
 * texts that begin as a formula does, amounts that are shown rounded.
 *
 * @param shown - the same cells as text
 */
export function heldValues(html: string, shown: readonly (readonly string[])[]): HeldValues {
  if (!SPREADSHEET.test(html)) return NONE;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [table, second] = page.querySelectorAll('table');
  if (!table || second || table.rows.length !== shown.length) return NONE;
  const texts = textClasses(page);
  const held = new Map<string, string | number>();
  for (const { cell, row, column } of cellsOfTable(table)) {
    const text = shown[row]?.[column];
    if (text === undefined) return NONE;
    const value = heldBy(cell, text, texts);
    if (value !== undefined && text !== '') held.set(`${row},${column}`, value);
  }
  return held;
}

function heldBy(
  cell: Element,
  text: string,
  classes: ReadonlySet<string>,
): string | number | undefined {
  if (text.trimStart().startsWith('=')) return text;
  const number = numberIn(cell);
  if (number !== undefined) return FIGURE.test(text) ? number : undefined;
  const isText =
    cell.hasAttribute('x:str') ||
    googleValue(cell).get('1') === 2 ||
    /;@$/.test(cell.getAttribute('sdnum') ?? '') ||
    AS_TEXT.test(cell.getAttribute('style') ?? '') ||
    [...cell.classList].some((name) => classes.has(name));
  return isText && READS_OTHERWISE.test(text) ? text : undefined;
}

/** Excel and WPS, LibreOffice, Google Sheets. */
function numberIn(cell: Element): number | undefined {
  const written = cell.getAttribute('x:num') ?? cell.getAttribute('sdval') ?? '';
  const value = written === '' ? googleValue(cell).get('3') : Number(written);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function googleValue(cell: Element): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(cell.getAttribute('data-sheets-value') ?? 'null');
    return new Map(Object.entries(value ?? {}));
  } catch {
    return new Map();
  }
}

function textClasses(page: Document): ReadonlySet<string> {
  const styles = [...page.querySelectorAll('style')].map(({ textContent }) => textContent);
  const rules = [...styles.join('\n').matchAll(CLASS)];
  return new Set(rules.flatMap(([, name, rule]) => (AS_TEXT.test(rule ?? '') ? [name ?? ''] : [])));
}

interface PlacedCell {
  readonly cell: Element;
  readonly row: number;
  readonly column: number;
}

/** Cells that reach over others push those behind them on. */
function* cellsOfTable(table: HTMLTableElement): Generator<PlacedCell, void, void> {
  const taken = new Set<string>();
  for (const [row, line] of [...table.rows].entries()) {
    let column = 0;
    for (const cell of line.cells) {
      while (taken.has(`${row},${column}`)) column += 1;
      yield { cell, row, column };
      for (let r = 0; r < Math.min(cell.rowSpan, 1000); r += 1)
        for (let c = 0; c < Math.min(cell.colSpan, 1000); c += 1)
          taken.add(`${row + r},${column + c}`);
      column += cell.colSpan;
    }
  }
}

/**
 * A copied table in which texts that other programs would take for figures, days or formulas are
 * marked as texts. `isText` says it of each cell, in the order of the table.
 */
export function markedTexts(html: string, isText: readonly boolean[]): string {
  const [before, ...cells] = html.split('<td');
  if (before === undefined || cells.length !== isText.length) return html;
  const marked = cells.map((cell, at) => (isText[at] === true ? markedText(cell) : cell));
  return [before, ...marked].join('<td');
}

function markedText(cell: string): string {
  const mark = `mso-number-format:'\\@';`;
  const end = cell.indexOf('>');
  const style = cell.indexOf('style="');
  if (style < 0 || style > end) return ` style="${mark}"${cell}`;
  const inside = style + 'style="'.length;
  return cell.slice(0, inside) + mark + cell.slice(inside);
}

export const readsOtherwise = (text: string): boolean => READS_OTHERWISE.test(text);
