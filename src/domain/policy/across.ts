import { BASE_CATEGORY, categoryKey } from '../catalog/category.ts';
import { familyNamed } from '../catalog/family.ts';
import type { Cell } from '../sheet.ts';
import { type HeaderMeaning, policyColumnOf } from './column-of-header.ts';
import { POLICY_COLUMNS } from './columns.ts';
import { splitHeader } from './header-notes.ts';
import { readRate, typedText } from './read-cells.ts';
import { readThreshold } from './read-threshold.ts';

/** A cell of a table that was put together anew, with the place where it stands in the sheet. */
interface Placed {
  readonly cell: Cell;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
}
type PlacedRow = readonly Placed[];

const placed = (table: readonly (readonly Cell[])[]): readonly PlacedRow[] =>
  table.map((cells, row) => cells.map((cell, column) => ({ cell, row, column })));

/** Rows as columns: a table turned on its side. A cell that is not there is blank. */
function turned(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    rows.map((row, at) => row[column] ?? { cell: null, row: row[0]?.row ?? at, column }),
  );
}

/** A table that is spread out, written one row a tier: headers first. */
export interface Unspread {
  readonly rows: readonly PlacedRow[];
  /** What heads a column each, where nobody can say that it is a class: 金牌, Q1, 新客户. */
  readonly unknown: readonly string[];
  /** Lines with one cell only, above and below the table. */
  readonly titles: readonly string[];
}

/**
 * A policy spread over columns, one row a tier and class: 门槛 | 基础 | 安全 with a rate in each
 * cell, the same with the thresholds across (类别 | 50万 | 200万), and a table whose headers stand
 * in its first column. `undefined` for any other.
 */
export function unspread(table: readonly (readonly Cell[])[]): Unspread | undefined {
  const rows = placed(table);
  const body = rows.slice(Math.max(0, rows.findIndex(isLine)));
  const onItsSide = turned(body.filter(isLine));
  const found =
    ratesAcross(body.filter(isLine)) ??
    headersDown(onItsSide) ??
    ratesAcross(withThresholdHead(onItsSide));
  // A line with one cell only is a note: it follows as it is, and is named as not read.
  const notes = body.filter((row) => !isLine(row)).map(filled);
  const titles = rows.filter((row) => !isLine(row)).map((row) => row.map(textOf).join(''));
  return (
    found && {
      ...found,
      rows: [...found.rows, ...notes.filter(({ length }) => length > 0)],
      titles,
    }
  );
}

interface CellWords {
  readonly cellName: (row: number, column: number) => string;
  readonly format?: (row: number, column: number) => string | null;
}

/** The rows as a table of their own, whose cells are named as they stand in the sheet. */
export function asRows<O extends CellWords>(
  { rows }: Unspread,
  options: O,
): readonly [(readonly Cell[])[], O] {
  const { cellName, format } = options;
  const at = placeIn(rows);
  const words: CellWords = {
    cellName: (row, column) => cellName(...at(row, column)),
    ...(format && { format: (row, column) => format(...at(row, column)) }),
  };
  return [rows.map((row) => row.map(({ cell }) => cell)), { ...options, ...words }];
}

/** Where a cell of the rows stands in the sheet: its row and column, 0-based. */
export const placeIn =
  (rows: readonly PlacedRow[]) =>
  (row: number, column: number): readonly [number, number] => {
    const place = rows[row]?.[column] ?? rows[row]?.[0];
    return [place?.row ?? 0, place?.column ?? 0];
  };

export const textOf = (place: Placed | undefined): string => typedText(place?.cell ?? null);
const filled = (row: PlacedRow): PlacedRow => row.filter((place) => textOf(place) !== '');
const meaningOf = (place: Placed | undefined): HeaderMeaning | undefined =>
  typeof place?.cell === 'string' ? policyColumnOf(place.cell) : undefined;
const isLine = (row: PlacedRow): boolean => filled(row).length > 1;

/** 门槛 and 比例 below one another, a tier a column. */
function headersDown(rows: readonly PlacedRow[]): Omit<Unspread, 'titles'> | undefined {
  const known = new Set((rows[0] ?? []).map((place) => meaningOf(place)?.column));
  const pays = known.has('rate') || known.has('bonus');
  return known.has('threshold') && pays ? { rows, unknown: [] } : undefined;
}

/** 类别 | 50万 | 200万 on its side: its first column holds the thresholds, whatever heads it. */
function withThresholdHead(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const [head = [], ...tiers] = rows;
  const [corner, ...others] = head;
  const says = head.some((place) => meaningOf(place)?.column === 'threshold');
  const amounts = tiers.map(([first]) => textOf(first));
  if (corner === undefined || says || others.length === 0 || !amounts.every(isThreshold))
    return rows;
  return [[{ ...corner, cell: THRESHOLD }, ...others], ...tiers];
}

const THRESHOLD = '门槛';
const isThreshold = (text: string): boolean =>
  readThreshold(text, { unit: 'yuan', format: null }).ok && !isRate(text);

/** A rate, or what its own error will tell to be written as one: a bare 6, a dash. */
const isRate = (cell: Cell): boolean => {
  const text = typedText(cell);
  return UNCLEAR.test(text) || readRate(cell).ok;
};
const UNCLEAR = /^(?:\d{1,2}(?:\.\d+)?|[-—–/]+|无|不返|none|n\/?a)$/i;

/** What no rate stands under; "Base" over rates is a class. */
const READ: ReadonlySet<unknown> = new Set(POLICY_COLUMNS.filter((column) => column !== 'base'));

interface Spread {
  /** Columns that keep their place: the thresholds, clauses, and what nobody reads. */
  readonly kept: readonly number[];
  readonly rates: readonly { readonly column: number; readonly name: string }[];
  readonly percent: boolean;
}

function ratesAcross(rows: readonly PlacedRow[]): Omit<Unspread, 'titles'> | undefined {
  for (let at = 0; at < rows.length - 1; at += 1) {
    const head = rows[at] ?? [];
    const tiers = rows.slice(at + 1);
    const spread = spreadOf(head, tiers);
    if (spread === undefined) continue;
    const names = spread.rates.map(({ name }) => name);
    const classes = names.every(isClass) && names.some((name) => !isBase(name));
    return { rows: longRows(head, tiers, spread), unknown: classes ? [] : names };
  }
  return undefined;
}

function spreadOf(head: PlacedRow, tiers: readonly PlacedRow[]): Spread | undefined {
  const known = head.map((place) => meaningOf(place)?.column);
  if (!known.includes('threshold') || known.includes('rate') || known.includes('bonus'))
    return undefined;
  const rates = head.flatMap((place, column) => {
    const cells = tiers.map((row) => row[column]?.cell ?? null);
    const says = cells.filter((cell) => typedText(cell) !== '');
    const spread = !READ.has(known[column]) && says.length > 0 && says.every(isRate);
    const heads = textOf(place) !== '' && !isThreshold(textOf(place));
    return spread && heads ? [{ column, ...headOf(textOf(place)) }] : [];
  });
  if (rates.length < 2) return undefined;
  const across = new Set(rates.map(({ column }) => column));
  return {
    kept: head.flatMap((_, column) => (across.has(column) ? [] : [column])),
    rates,
    percent: rates.every(({ percent }) => percent),
  };
}

const RATE_WORD =
  /(?:返点|返利|返佣|佣金|rebate |commission )?(?:比例|费率|点位|率|rate)$|(?:返点|返利|rebate)$/i;

/** 安全返点比例(%): the class, and whether a bare 6 is 6 %. */
function headOf(text: string): { readonly name: string; readonly percent: boolean } {
  const noted = splitHeader(text).find(({ notes }) => notes.some((note) => /^[%％]$/.test(note)));
  const words = noted?.words ?? text;
  return { name: words.replace(RATE_WORD, '').trim() || words, percent: noted !== undefined };
}

const isBase = (name: string): boolean => categoryKey(name) === BASE_CATEGORY;
const isClass = (name: string): boolean => isBase(name) || familyNamed(name) !== undefined;

/** Each class with its tiers, from the first that pays it. */
function longRows(
  head: PlacedRow,
  tiers: readonly PlacedRow[],
  { kept, rates, percent }: Spread,
): readonly PlacedRow[] {
  const corner = head[0] ?? { cell: null, row: 0, column: 0 };
  const at = (row: PlacedRow, column: number): Placed => row[column] ?? { ...corner, cell: null };
  const heads = ['返点项', '适用类别', percent ? '比例(%)' : '比例'];
  const linesOf = ({ column, name }: Spread['rates'][number]): readonly PlacedRow[] => {
    const named = { ...at(head, column), cell: name };
    const first = tiers.findIndex((row) => textOf(row[column]) !== '');
    return tiers
      .slice(first)
      .map((row) => [
        named,
        named,
        orMissing(at(row, column)),
        ...kept.map((each) => at(row, each)),
      ]);
  };
  return [
    [...heads.map((cell) => ({ ...corner, cell })), ...kept.map((column) => at(head, column))],
    ...rates.flatMap(linesOf),
  ];
}

/** A blank among rates may be the one above, merged, or nothing: asked by its cell. */
const orMissing = (place: Placed): Placed =>
  textOf(place) === '' ? { ...place, cell: '?' } : place;
