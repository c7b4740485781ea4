import { itemAt } from '../columns.ts';
import { type LocalDate, lastOf } from '../calendar/local-date.ts';
import { nextPeriod } from '../calendar/period.ts';
import { type Fen, NO_FEN, subtractFen } from '../money/fen.ts';
import { type SupposedOrder, withOrders } from '../rebate/order-book.ts';
import { totalRebate } from '../rebate/policy-run.ts';
import type { Window } from '../rebate/window.ts';
import type { AdviceBasis } from './advice-basis.ts';
import type { PendingDeal } from '../pipeline/pending-deals.ts';

/**
 * What bringing deals forward takes from the periods in which they would have come in by
 * themselves.
 */
export interface LaterPeriods {
  readonly until: LocalDate;
  /** Of one deal, the others staying where they are. */
  lossOf(deal: PendingDeal): Fen;
  /** Of a set together, by full recomputation at the end of those periods. */
  lossOfAll(deals: readonly PendingDeal[], gain: Fen): Fen;
}

export function laterPeriods(
  { policy, book, asOf }: AdviceBasis,
  deals: readonly PendingDeal[],
  windows: readonly Window[],
): LaterPeriods {
  const end = lastOf(windows.map((window) => window.period.to));
  const late = deals.filter((deal) => deal.day !== null && deal.day > end);
  const until = late.reduce<LocalDate>(
    (last, deal) => lastOf([last, endOfNext(windows, deal.day ?? last)]),
    end,
  );
  const value = (pulled: readonly PendingDeal[]): Fen =>
    totalRebate(
      policy,
      withOrders(book, [
        ...late
          .filter((deal) => !pulled.includes(deal))
          .map((deal) => onDay(deal, deal.day ?? asOf)),
        ...pulled.map((deal) => onDay(deal, asOf)),
      ]),
      until,
    );
  const staying = late.length === 0 ? NO_FEN : value([]);
  const without = (left: PendingDeal): Fen =>
    totalRebate(
      policy,
      withOrders(
        book,
        late.filter((deal) => deal !== left).map((deal) => onDay(deal, deal.day ?? asOf)),
      ),
      until,
    );
  const losses = new Map(late.map((deal) => [deal, subtractFen(staying, without(deal))]));
  return {
    until,
    lossOf: (deal) => losses.get(deal) ?? NO_FEN,
    lossOfAll: (pulled, gain) =>
      pulled.some((deal) => late.includes(deal))
        ? subtractFen(gain, subtractFen(value(pulled), staying))
        : NO_FEN,
  };
}

const onDay = ({ amount, category, ledgerIndex }: PendingDeal, day: LocalDate): SupposedOrder => ({
  amount,
  category,
  ledgerIndex,
  day,
});

/** Last day of the window that a later day will lie in. */
function endOfNext(windows: readonly Window[], day: LocalDate): LocalDate {
  const { component, period } = itemAt(windows, 0);
  if (component.accumulate === 'order') return day;
  let next = period;
  while (next.to < day) next = nextPeriod(next, component.accumulate, component.yearStart);
  return next.to;
}
