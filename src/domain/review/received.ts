import { int32At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Ledger, NO_DAY } from '../ledger/ledger.ts';

/**
 * Whether a row's rebate had come by the as-of day: by the day on which it came where the ledger
 * says it, else by the day on which its order counts.
 */
export function hasCome(
  { receivedOn, day }: Pick<Ledger, 'receivedOn' | 'day'>,
  row: number,
  asOf: LocalDate,
): boolean {
  const came = receivedOn?.[row] ?? NO_DAY;
  return (came === NO_DAY ? int32At(day, row) : came) <= asOf;
}
