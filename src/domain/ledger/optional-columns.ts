import type { AmountColumn } from './amount-column.ts';
import type { DateColumn } from './date-column.ts';
import { valuesFromAbove } from './values-from-above.ts';
import { lazyList } from '../lazy-list.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import { headerMeaning } from '../reading/headers.ts';
import { type Ledger, NO_DAY } from './ledger.ts';
import { chanceOf } from './row-words.ts';
import type { SectionColumns } from './section-columns.ts';
import type { SectionBeingRead } from './section-being-read.ts';
import { type TextColumn, readTextColumn, textAt } from './text-column.ts';

type Optional = Pick<
  Ledger,
  | 'voucher'
  | 'rebateDue'
  | 'rebateReceived'
  | 'receivedOn'
  | 'signedOn'
  | 'paidOn'
  | 'renewalOn'
  | 'probability'
  | 'cost'
  | 'industry'
  | 'region'
  | 'salesperson'
  | 'orderType'
  | 'status'
  | 'remark'
  | 'recordedRate'
  | 'relatedId'
  | 'customerType'
  | 'vendor'
  | 'named'
>;

const TEXTS = {
  industry: 'industry',
  region: 'region',
  salesperson: 'salesperson',
  orderType: 'orderType',
  customerType: 'customerType',
  vendor: 'vendor',
  status: 'status',
  remark: 'remark',
  recordedRate: 'rate',
} as const satisfies Partial<Record<keyof Optional, HeaderRole>>;

const AMOUNTS = ['voucher', 'rebateDue', 'rebateReceived', 'cost'] as const;

const DATES = ['receivedOn', 'signedOn', 'paidOn', 'renewalOn'] as const;

/**
 * The columns that only some ledgers have, over all sections; absent when none has them.
 *
 * @param headers - further columns that somebody asks for by their header
 */
export function optionalColumns(
  size: number,
  runs: readonly SectionBeingRead[],
  headers: readonly string[] = [],
): Optional {
  const columns: { -readonly [K in keyof Optional]: Optional[K] } = {};
  for (const name of AMOUNTS) {
    const merged = merge(
      size,
      runs,
      (run) => run[name],
      fill64,
      (column: AmountColumn, into, base) => into.set(column.fen, base),
    );
    if (merged !== undefined) columns[name] = merged;
  }
  for (const name of DATES) {
    const merged = merge(
      size,
      runs,
      (run) => run[name],
      fillDays,
      (column: DateColumn, into, base) => into.set(column.day, base),
    );
    if (merged !== undefined) columns[name] = merged;
  }
  for (const [name, role] of Object.entries(TEXTS) as [keyof typeof TEXTS, HeaderRole][])
    if (runs.some(({ columns: { text } }) => text[role] !== undefined))
      columns[name] = lazyTexts(size, runs, role, role === 'region');
  const related = relatedIds(size, runs);
  if (related !== undefined) columns.relatedId = related;
  if (headers.length > 0) columns.named = namedColumns(size, runs, headers);
  const probability = chances(size, runs);
  if (probability !== undefined) columns.probability = probability;
  return columns;
}

const fill64 = (size: number): Float64Array => new Float64Array(size).fill(NaN);

const fillDays = (size: number): Int32Array => new Int32Array(size).fill(NO_DAY);

function merge<C, A>(
  size: number,
  runs: readonly SectionBeingRead[],
  pick: (columns: SectionColumns) => C | undefined,
  make: (size: number) => A,
  put: (column: C, into: A, base: number) => void,
): A | undefined {
  let merged: A | undefined;
  for (const { columns, base } of runs) {
    const column = pick(columns);
    if (column === undefined) continue;
    merged ??= make(size);
    put(column, merged, base);
  }
  return merged;
}

/**
 * Made when somebody asks.
 *
 * @param isAsAbove - a blank cell means the one above (regions are written once a group)
 * @param described - rows with 0 say nothing, whatever stands in them
 */
export const lazyTexts = (
  size: number,
  runs: readonly SectionBeingRead[],
  role: HeaderRole,
  isAsAbove: boolean,
  described?: Uint8Array,
): readonly string[] =>
  lazyList(size, () => {
    const columnOf = ({ columns }: SectionBeingRead): TextColumn | undefined => columns.text[role];
    return mergedTexts(size, runs, columnOf, isAsAbove, described);
  });

function mergedTexts(
  size: number,
  runs: readonly SectionBeingRead[],
  columnOf: (run: SectionBeingRead) => TextColumn | undefined,
  isAsAbove = false,
  described?: Uint8Array,
): readonly string[] {
  const merged = new Array<string>(size).fill('');
  for (const run of runs) {
    const { columns, base, section } = run;
    const column = columnOf(run);
    let above = '';
    for (let offset = 0; offset < section.to - section.from; offset++) {
      if (described?.[base + offset] === 0) continue;
      const own = textAt(column, offset);
      if (own !== '' || (columns.filled[offset] ?? 0) === 0) above = own;
      merged[base + offset] = isAsAbove ? above : own;
    }
  }
  return merged;
}

function chances(size: number, runs: readonly SectionBeingRead[]): Float64Array | undefined {
  return merge(
    size,
    runs,
    ({ text }) => text.probability,
    fill64,
    ({ codes, values }, into, base) => {
      const byCode = values.map(chanceOf);
      for (let offset = 0; offset < codes.length; offset++)
        into[base + offset] = byCode[codes[offset] ?? 0] ?? NaN;
    },
  );
}

function relatedIds(size: number, runs: readonly SectionBeingRead[]): string[] | undefined {
  if (!runs.some(({ columns }) => columns.relatedId !== undefined)) return undefined;
  const merged = new Array<string>(size).fill('');
  for (const { columns, base } of runs)
    columns.relatedId?.ids.forEach((id, offset) => {
      merged[base + offset] = id;
    });
  return merged;
}

function namedColumns(
  size: number,
  runs: readonly SectionBeingRead[],
  headers: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const header of headers) {
    const columnOf = ({ section }: SectionBeingRead): number | undefined =>
      columnNamed(section, header);
    if (runs.every((run) => columnOf(run) === undefined)) continue;
    const textsOf = (run: SectionBeingRead): TextColumn | undefined => {
      const [column, { sheet }] = [columnOf(run), run.section];
      return column === undefined
        ? undefined
        : readTextColumn(run.section, column, valuesFromAbove(sheet, column));
    };
    named.set(header, mergedTexts(size, runs, textsOf));
  }
  return named;
}

/** The column whose header reads so; else the one that means the same (客户 for 客户名称). */
function columnNamed({ layout }: SectionBeingRead['section'], header: string): number | undefined {
  const key = foldKey(header);
  const role = headerMeaning(header)?.role;
  const exact = layout.header.cells.find(({ text }) => foldKey(text) === key);
  const alike =
    role === undefined || role === 'ignored'
      ? undefined
      : (layout.at.get(role) ?? layout.header.cells.find(({ meaning }) => meaning?.role === role));
  return (exact ?? alike)?.column;
}
