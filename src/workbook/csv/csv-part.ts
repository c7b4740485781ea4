import { Refusal } from '#domain/refusal.ts';
import { MAX_PADDING } from '#domain/bounds.ts';
import type { Cell, RepeatedTexts, Sheet } from '#domain/sheet.ts';
import type { FileTrouble } from '#facts/files.ts';
import { lazyList } from '#domain/lazy-list.ts';
import { spelled, textOf } from '../repeated-cells.ts';
import type { ColumnPart } from './csv-column.ts';

/** Whole records of a delimited text, read. */
export interface CsvPart {
  readonly rows: number;
  /** Lines of the text; more than rows where fields have several. */
  readonly lineCount: number;
  /** By row: its first line, 1-based; `null` while each row is a line. */
  readonly lines: readonly number[] | null;
  /** Empty places before the cells of its columns. */
  readonly padding: number;
  readonly columns: readonly ColumnPart[];
}

/** The sheet that parts of one text make, one behind the other. */
export function sheetOfParts(name: string, parts: readonly CsvPart[]): Sheet {
  const width = Math.max(0, ...parts.map(({ columns }) => columns.length));
  const froms = parts.map((_, index) =>
    parts.slice(0, index).reduce((rows, part) => rows + part.rows, 0),
  );
  const columns = Array.from({ length: width }, (_, column) =>
    parts.flatMap(({ columns: own }, index) => {
      const part = own[column];
      return part === undefined || part.length === 0 ? [] : [{ part, from: froms[index]! }];
    }),
  );
  const padding = parts.reduce((sum, part) => sum + part.padding, 0);
  if (padding + columns.reduce((sum, each) => sum + gapsIn(each), 0) > MAX_PADDING)
    throw new Refusal<FileTrouble>({ code: 'file.scattered' });
  const lines = linesOf(parts);
  const read = columns.map(columnOf);
  return {
    name,
    // Up to the last record that holds anything.
    rowCount: read.reduce((most, { cells }) => Math.max(most, cells.length), 0),
    columns: read.map(({ cells }) => cells),
    texts: read.map(({ repeated }) => repeated),
    fen: read.map(({ fen }) => fen),
    plainIds: read.map(({ plainIds }) => plainIds),
    delimited: true,
    ...(lines === null ? {} : { lines }),
  };
}

interface Placed {
  readonly part: ColumnPart;
  /** Row of the sheet at which the part begins. */
  readonly from: number;
}

/** Empty places between the parts of a column. */
const gapsIn = (placed: readonly Placed[]): number =>
  placed.reduce(
    (gaps, { from }, index) =>
      gaps + from - (index === 0 ? 0 : placed[index - 1]!.from + placed[index - 1]!.part.length),
    0,
  );

function linesOf(parts: readonly CsvPart[]): readonly number[] | null {
  if (parts.every(({ lines }) => lines === null)) return null;
  let before = 0;
  return parts.flatMap(({ lines, rows, lineCount }) => {
    const own = lines ?? Array.from({ length: rows }, (_, row) => row + 1);
    const placed = before === 0 ? own : own.map((line) => line + before);
    before += lineCount;
    return placed;
  });
}

interface ReadColumn {
  readonly cells: readonly Cell[];
  readonly repeated: RepeatedTexts | null;
  readonly fen: Float64Array | null;
  readonly plainIds: Uint8Array | null;
}

function columnOf(placed: readonly Placed[]): ReadColumn {
  const last = placed.at(-1);
  const length = last === undefined ? 0 : last.from + last.part.length;
  const repeated = placed.every(({ part }) => part.codes !== null)
    ? repeatedIn(placed, length)
    : null;
  return {
    cells:
      repeated === null
        ? lazyList(
            length,
            () => cellsOf(placed, length),
            (row) => cellIn(placed, row),
          )
        : lazyList(
            length,
            () => spelled(repeated),
            (row) => textOf(repeated, row),
          ),
    repeated,
    fen: amountsIn(placed, length),
    plainIds: plainIdsIn(placed, length),
  };
}

function cellsOf(placed: readonly Placed[], length: number): readonly Cell[] {
  const cells = new Array<Cell>(length).fill(null);
  for (const each of placed) putCells(cells, each);
  return cells;
}

function cellIn(placed: readonly Placed[], row: number): Cell {
  const found = placed.find(({ part, from }) => row >= from && row < from + part.length);
  if (found === undefined) return null;
  const { part } = found;
  const at = row - found.from;
  if (part.codes !== null) return textOf({ codes: part.codes, texts: part.texts }, at);
  const odd = part.odd.get(at);
  if (odd !== undefined) return odd;
  const start = at === 0 ? 0 : part.ends[at - 1]!;
  const end = part.ends[at]!;
  return start === end ? null : String.fromCharCode(...part.packed.subarray(start, end));
}

function repeatedIn(placed: readonly Placed[], length: number): RepeatedTexts {
  const [only, ...more] = placed;
  if (only?.part.codes != null && more.length === 0 && only.from === 0)
    return { codes: only.part.codes, texts: only.part.texts };
  const codes = new Int32Array(length);
  const texts = [''];
  const codeOf = new Map([['', 0]]);
  for (const { part, from } of placed) {
    const common = Int32Array.from(part.texts, (text) => {
      const known = codeOf.get(text);
      if (known !== undefined) return known;
      codeOf.set(text, texts.length);
      return texts.push(text) - 1;
    });
    const own = part.codes ?? new Int32Array(0);
    if (common.every((code, index) => code === index)) codes.set(own, from);
    else for (let row = 0; row < own.length; row++) codes[from + row] = common[own[row]!]!;
  }
  return { codes, texts };
}

function putCells(cells: Cell[], { part, from }: Placed): void {
  if (part.codes === null) unpack(cells, part, from);
  else {
    const own = spelled({ codes: part.codes, texts: part.texts });
    for (let row = 0; row < own.length; row++) cells[from + row] = own[row]!;
  }
  for (const [row, text] of part.odd) cells[from + row] = text;
}

const RUN_BYTES = 1 << 16;

/**
 * Short ASCII texts, which ids and figures are, decoded by the thousand and cut out of the whole: a
 * call of the decoder for each of a million ids would cost more than reading them.
 */
function unpack(cells: Cell[], { packed, ends }: ColumnPart, to: number): void {
  const decoder = new TextDecoder();
  let begin = 0;
  for (let row = 0; row < ends.length;) {
    let stop = row + 1;
    while (stop < ends.length && ends[stop]! - begin <= RUN_BYTES) stop++;
    const text = decoder.decode(packed.subarray(begin, ends[stop - 1]));
    let start = 0;
    for (; row < stop; row++) {
      const end = ends[row]! - begin;
      if (end > start) cells[to + row] = text.slice(start, end);
      start = end;
    }
    begin = ends[stop - 1]!;
  }
}

function plainIdsIn(placed: readonly Placed[], length: number): Uint8Array | null {
  if (placed.every(({ part }) => part.plainIds.length === 0)) return null;
  const plain = new Uint8Array(length);
  for (const { part, from } of placed) plain.set(part.plainIds, from);
  return plain;
}

function amountsIn(placed: readonly Placed[], length: number): Float64Array | null {
  if (placed.every(({ part }) => part.fen === null)) return null;
  const [only, ...more] = placed;
  if (only !== undefined && more.length === 0 && only.from === 0) return only.part.fen;
  const fen = new Float64Array(length).fill(NaN);
  for (const { part, from } of placed) if (part.fen !== null) fen.set(part.fen, from);
  return fen;
}
