import { uint8At } from '../columns.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ROW_KINDS } from '../ledger/row-kind.ts';

const PENDING = ROW_KINDS.indexOf('pending');

/**
 * What each pending deal is known by when its sheet is read again, by ledger index. A number that
 * two deals have, or none, does not tell a deal: such a one is known by its place and all that it
 * says, and is another one when any of it has changed.
 */
export function dealKeys(ledger: Ledger): ReadonlyMap<number, string> {
  const numbered = new Map<number, string>();
  const times = new Map<string, number>();
  for (let index = 0; index < ledger.size; index += 1) {
    if (uint8At(ledger.kind, index) !== PENDING) continue;
    const key = JSON.stringify([sheetOf(ledger, index), ledger.orderId[index] ?? '']);
    numbered.set(index, key);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return new Map(
    [...numbered].map(([index, key]) => [
      index,
      (ledger.orderId[index] ?? '') !== '' && times.get(key) === 1 ? key : placed(ledger, index),
    ]),
  );
}

/** What is said of deals by their keys, by ledger index; what is said of others falls away. */
export function byLedgerIndex<T>(
  ledger: Ledger,
  said: ReadonlyMap<string, T>,
): ReadonlyMap<number, T> {
  if (said.size === 0) return new Map();
  return new Map(
    [...dealKeys(ledger)].flatMap(([index, key]) => {
      const own = said.get(key);
      return own === undefined ? [] : [[index, own] as const];
    }),
  );
}

const placed = (ledger: Ledger, index: number): string =>
  JSON.stringify([
    sheetOf(ledger, index),
    ledger.row[index],
    ledger.orderId[index],
    ledger.customer[index],
    ledger.product[index],
    ledger.amount[index],
  ]);

const sheetOf = (ledger: Ledger, index: number): string =>
  ledger.sheets[ledger.sheetOf[index] ?? 0]?.name ?? '';
