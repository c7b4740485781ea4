import { OfficeWorkbook } from '#workbook/office/office-workbook.ts';
import type { Sheet } from '../../src/domain/sheet.ts';
import { openWorkbook } from '../host/node-client.ts';
import type { ReplyBody } from '../host/protocol.ts';
import * as make from './inputs.ts';
import type { Random } from './random.ts';

/** In which request, which place of its reply, and what stands there instead. */
export interface Distortion {
  readonly step: number;
  readonly place: number;
  /** How: the place is given something else, or a list there loses its end. */
  readonly how: 'other' | 'shorter';
  readonly value: unknown;
}

export const anyDistortion = (random: Random): Distortion => ({
  step: random.below(12),
  place: random.below(400),
  how: random.of(['other', 'shorter']),
  value: make.anyJson(random, ['rowIndex', 'values', '_R', 'isNullObject', '__proto__'], 2) ?? null,
});

const ROWS = [
  ['订单号', '签约日期', '产品类别', '实付金额(元)'],
  ['A1', '2025-01-08', '基础', 1000],
  ['A2', null, '安全', 2000],
  ['A3', '2025-03-08', null, '3,000'],
];
/** Without the empty cells at the end of a column, which need not be there. */
const cellsOf = (columns: readonly (readonly unknown[])[]): string =>
  JSON.stringify(
    columns.map((cells) => {
      const given = [...cells].map((cell) => cell ?? null);
      return given.slice(0, given.findLastIndex((cell) => cell !== null) + 1);
    }),
  );
const WHOLE = cellsOf(ROWS[0]!.map((_, column) => ROWS.map((row) => row[column] ?? null)));
/** Longer than a read of a few rows can take on a busy machine. */
const PATIENCE_MS = 20_000;

/**
 * Whatever the host replies, a read ends: in a sheet whose cells stand where they are said to
 * stand, or in an error.
 */
export async function checkDistorted(distortion: Distortion): Promise<void> {
  const host = openWorkbook({ sheets: [{ name: '订单', rows: ROWS }] });
  host.distort = (step, reply) => (step === distortion.step ? distorted(reply, distortion) : reply);
  const workbook = new OfficeWorkbook({ wait: () => Promise.resolve() });
  let patience: ReturnType<typeof setTimeout> | undefined;
  const forever = new Promise<string>((resolve) => {
    patience = setTimeout(() => resolve('still reading'), PATIENCE_MS);
  });
  const ended = workbook.readSheet('订单').then(
    (sheet) => wrongIn(sheet) || (distortion.how === 'shorter' ? lossOf(sheet) : ''),
    (error: unknown) => (typeof error === 'object' ? '' : 'no error'),
  );
  const wrong = await Promise.race([ended, forever]);
  clearTimeout(patience);
  if (wrong !== '') throw new Error(wrong);
}

function wrongIn({ rowCount, columns }: Sheet): string {
  if (!Number.isInteger(rowCount) || rowCount < 0) return `${String(rowCount)} rows`;
  const long = columns.find((cells) => cells.length > rowCount);
  if (long !== undefined) return `${long.length} cells in ${rowCount} rows`;
  const odd = columns.flatMap((cells) =>
    [...cells].filter(
      (cell) =>
        !['string', 'number', 'boolean', 'undefined'].includes(typeof cell) && cell !== null,
    ),
  );
  return odd.every(isCellObject) ? '' : `a cell of ${JSON.stringify(odd)}`;
}

/** A list that lost its end on the way is noticed, or it mattered to no cell. */
const lossOf = ({ columns }: Sheet): string =>
  cellsOf(columns) === WHOLE ? '' : `read as ${cellsOf(columns)}`;

/** An error, as cells hold it. */
const isCellObject = (cell: unknown): boolean => typeof cell === 'object' && 'error' in cell!;

function distorted(reply: ReplyBody, { place, how, value }: Distortion): ReplyBody {
  const copy = JSON.parse(JSON.stringify(reply)) as ReplyBody;
  const places: { readonly of: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (of: unknown): void => {
    if (typeof of !== 'object' || of === null) return;
    for (const key of Object.keys(of)) {
      const inside = (of as Record<string, unknown>)[key];
      if (how === 'other' || Array.isArray(inside))
        places.push({ of: of as Record<string, unknown>, key });
      walk(inside);
    }
  };
  walk(copy.Results);
  const at = places[place % Math.max(1, places.length)];
  if (at === undefined) return copy;
  const old = at.of[at.key];
  at.of[at.key] = how === 'shorter' && Array.isArray(old) ? old.slice(0, -1) : value;
  return copy;
}
