/** A column of a table that is called something else from now on. */
export interface ColumnRename {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** Tables and columns are told apart without regard to case. */
const keyOf = (name: string): string => name.toLowerCase();

/**
 * The columns of tables that are called something else. All of them at once: two may have changed
 * their names.
 */
export class ColumnNames {
  private readonly tables = new Map<string, Map<string, string>>();

  constructor(renames: readonly ColumnRename[]) {
    for (const { table, from, to } of renames) {
      const columns = this.tables.get(keyOf(table)) ?? new Map<string, string>();
      columns.set(keyOf(from), to);
      this.tables.set(keyOf(table), columns);
    }
  }

  get size(): number {
    return this.tables.size;
  }

  /**
   * A formula as it reads with the new names. Texts and names of sheets that look like a reference
   * are left alone, and so are tables of other workbooks.
   *
   * @param own - the table that the formula stands in, which it need not name
   */
  in(formula: string, own: string | null = null): string {
    return withReferences(formula, (inside, table) => {
      const columns = this.tables.get(keyOf(table ?? own ?? ''));
      return columns === undefined ? null : `${table ?? ''}[${renamed(inside, columns)}]`;
    });
  }
}

/**
 * A formula as files store it: Excel reads neither "@" nor a reference without its table there, and
 * offers to repair what holds one.
 */
export const storedReferences = (formula: string, own: string | null): string =>
  withReferences(formula, (inside, table) =>
    table === null && own === null ? null : `${table ?? own}[${ofThisRow(inside)}]`,
  );

/**
 * A formula with something else in the place of each reference to a table; null leaves it.
 *
 * @param by - gets what stands between the outer brackets, and the table where it is named
 */
export function withReferences(
  formula: string,
  by: (inside: string, table: string | null) => string | null,
): string {
  let done = '';
  let copied = 0;
  for (const { table, start, end } of referencesIn(formula)) {
    const other = by(formula.slice(start, end), table);
    if (other === null) continue;
    done += formula.slice(copied, start - 1 - (table?.length ?? 0)) + other;
    copied = end + 1;
  }
  return done + formula.slice(copied);
}

function ofThisRow(inside: string): string {
  if (!inside.startsWith('@')) return inside;
  const columns = inside.slice(1).trim();
  if (columns === '') return '#This Row';
  return `[#This Row],${columns.startsWith('[') ? columns : `[${columns}]`}`;
}

/** What stands between the outer brackets of a reference; without a table: of the formula's own. */
interface Reference {
  readonly table: string | null;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}_.\\\ud800-\udfff]/u;

function* referencesIn(formula: string): Generator<Reference, void, void> {
  let word = 0;
  for (let at = 0; at < formula.length;) {
    const sign = formula.charAt(at);
    if (sign === '[') {
      const end = closing(formula, at);
      if (end < 0) return;
      const table = formula.slice(word, at);
      const isElsewhere = formula.charAt(word - 1) === '!';
      // Before a name or "!", brackets hold another workbook.
      const isBook = table === '' && /[\p{L}\p{N}_'!]/u.test(formula.charAt(end + 1));
      if (!isElsewhere && !isBook) yield { table: table || null, start: at + 1, end };
      at = end + 1;
    } else if (sign === '"' || sign === "'") {
      const end = formula.indexOf(sign, at + 1);
      if (end < 0) return;
      at = end + 1;
    } else {
      at += 1;
      if (WORD.test(sign)) continue;
    }
    word = at;
  }
}

/** Where the bracket that opens at `from` closes; an apostrophe makes the next sign a plain one. */
function closing(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at += 1) {
    const sign = formula.charAt(at);
    if (sign === "'") at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']' && --depth === 0) return at;
  }
  return -1;
}

function renamed(inside: string, columns: ReadonlyMap<string, string>): string {
  const first = nextBracket(inside, 0);
  if (first < 0) return renamedAlone(inside, columns);
  let done = '';
  let copied = 0;
  for (let open = first; open >= 0; open = nextBracket(inside, copied)) {
    const end = closing(inside, open);
    if (end < 0) break;
    const name = newName(inside.slice(open + 1, end), columns);
    done += inside.slice(copied, open);
    done += name === undefined ? inside.slice(open, end + 1) : `[${escaped(name)}]`;
    copied = end + 1;
  }
  return done + inside.slice(copied);
}

/** `T[column]` and `T[@column]`: names with other signs than letters need brackets of their own. */
function renamedAlone(inside: string, columns: ReadonlyMap<string, string>): string {
  const row = inside.startsWith('@') ? '@' : '';
  const name = newName(inside.slice(row.length), columns);
  if (name === undefined) return inside;
  return /^[\p{L}\p{N}_]+$/u.test(name) ? row + name : `${row}[${escaped(name)}]`;
}

/** `#This Row` and the like are no columns, whatever a column is called. */
function newName(written: string, columns: ReadonlyMap<string, string>): string | undefined {
  if (written.startsWith('#')) return undefined;
  const name = written.replace(/'([\s\S])/g, '$1');
  return columns.get(keyOf(name)) ?? columns.get(keyOf(name.trim()));
}

const escaped = (name: string): string => name.replace(/[[\]#'@]/g, "'$&");

function nextBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1)
    if (text.charAt(at) === "'") at += 1;
    else if (text.charAt(at) === '[') return at;
  return -1;
}

/** What a reference names between its brackets: rows ("#data", "@" is "#this row") and columns. */
export interface Named {
  readonly rows: readonly string[];
  /** One, or the first and the last; none: all. */
  readonly columns: readonly string[];
}

/** Null: nothing that Excel would understand. */
export function namedIn(inside: string): Named | null {
  const row = inside.startsWith('@') ? ['#this row'] : [];
  const rest = inside.slice(row.length).trim();
  if (nextBracket(rest, 0) < 0) {
    if (rest.startsWith('#')) return { rows: [...row, rest.toLowerCase()], columns: [] };
    return { rows: row, columns: rest === '' ? [] : [plain(rest)] };
  }
  const names: string[] = [];
  let between = '';
  let from = 0;
  for (let open = nextBracket(rest, 0); open >= 0; open = nextBracket(rest, from)) {
    const end = closing(rest, open);
    if (end < 0) return null;
    between += `${rest.slice(from, open).trim()}${rest.charAt(open + 1) === '#' ? '#' : 'c'}`;
    names.push(rest.slice(open + 1, end));
    from = end + 1;
  }
  if (rest.slice(from).trim() !== '' || !/^(?:#,){0,2}(?:#|c|c:c)$/.test(between)) return null;
  const rows = names.filter((name) => name.startsWith('#')).map((name) => name.toLowerCase());
  const columns = names.filter((name) => !name.startsWith('#'));
  return { rows: [...row, ...rows], columns: columns.map(plain) };
}

const plain = (written: string): string => written.replace(/'([\s\S])/g, '$1').trim();
