import { uint8At } from '../columns.ts';
import { type Answers, type Ledger, kindOf } from './ledger.ts';
import { ROW_KINDS, type RowKind } from './row-kind.ts';
import { ownValue } from '../own-value.ts';

/** Kinds of rows that hold an order and do not count; each of them can be counted after all. */
const LEFT_OUT_KINDS = ['duplicate', 'void', 'pending', 'own-service'] as const;
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

const isLeftOut = (kind: RowKind): kind is LeftOutKind =>
  LEFT_OUT_KINDS.some((known) => known === kind);

/** The answer that counts a row which was left out. */
export const COUNT_ANYWAY = 'count';

/** Under this key `COUNT_ANYWAY` is kept; any other answer is as if none were given. */
export const leftOutKey = (sheet: string, row: number): string => `row ${sheet}!${row}`;

/** The keys of all rows that are to count after all. */
export const countedAnyway = (answers: Answers): ReadonlySet<string> =>
  new Set(Object.keys(answers).filter((key) => ownValue(answers, key) === COUNT_ANYWAY));

/** Cheap where, as nearly always, no row is. */
export const isCountedAnyway = (keys: ReadonlySet<string>, sheet: string, row: number): boolean =>
  keys.size > 0 && keys.has(leftOutKey(sheet, row));

/** Rows of one kind on one sheet that do not count, by ledger index. */
interface LeftOut {
  readonly sheet: string;
  readonly kind: LeftOutKind;
  readonly indices: readonly number[];
}

/** What was left out, sheet by sheet and kind by kind. */
export function leftOutRows(ledger: Omit<Ledger, 'report'>): readonly LeftOut[] {
  const groups = new Map<string, LeftOut & { readonly indices: number[] }>();
  const isOut = Uint8Array.from(ROW_KINDS, (kind) => (isLeftOut(kind) ? 1 : 0));
  const isSome = LEFT_OUT_KINDS.some((kind) => ledger.kind.includes(ROW_KINDS.indexOf(kind)));
  for (let index = 0; isSome && index < ledger.size; index++) {
    if (isOut[uint8At(ledger.kind, index)] !== 1) continue;
    const kind = kindOf(ledger, index) as LeftOutKind;
    const sheet = ledger.sheets[ledger.sheetOf[index] ?? 0]?.name ?? '';
    const key = `${kind} ${sheet}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { sheet, kind, indices: [index] });
    else group.indices.push(index);
  }
  return [...groups.values()];
}
