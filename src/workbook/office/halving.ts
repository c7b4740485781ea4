import { treatmentOf } from './error-table.ts';

/**
 * Sends items together; where Excel finds that too much, in halves. A single item that is too much
 * comes through as the error.
 */
export async function inHalves<T, R>(
  items: readonly T[],
  send: (part: readonly T[]) => Promise<R>,
): Promise<R[]> {
  if (items.length === 0) return [];
  try {
    return [await send(items)];
  } catch (error) {
    if (items.length === 1 || treatmentOf(error) !== 'halve') throw error;
    const middle = Math.ceil(items.length / 2);
    return [
      ...(await inHalves(items.slice(0, middle), send)),
      ...(await inHalves(items.slice(middle), send)),
    ];
  }
}
