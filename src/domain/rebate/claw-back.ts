import { int32At } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Period, periodOf } from '../calendar/period.ts';
import { type Decimal, ZERO } from '../money/decimal.ts';
import { type Fen, fen } from '../money/fen.ts';
import { roundFen } from '../money/rounding.ts';
import type { ComponentView, TakenBack } from './component-orders.ts';
import type { ComponentWindow, MemberRun } from './component-windows.ts';
import { ledgerRows } from './ledger-rows.ts';
import type { OrderBook } from './order-book.ts';
import { orderParts, rateOf } from './order-parts.ts';
import { isOpenGate } from './payouts.ts';
import { tierWalk } from './tier-walk.ts';

/**
 * 按原单比例: a refund outside its order's window takes back its amount at the rate that the order
 * earned at the end of that window, before bonus, floor and cap; on the refund's day, rounded by
 * itself. It stands outside floor, cap and group cap.
 *
 *     100,000 at 10 % in Q2, 40,000 back in Q3 → −4,000 in Q3
 */
export interface ClawBack {
  readonly window: ComponentWindow;
  readonly member: string | null;
  /** The refund, in the whole book. */
  readonly position: number;
  readonly day: LocalDate;
  readonly pay: Period;
  readonly rate: Decimal;
  /** Fen of order amount that was refunded, positive. */
  readonly refunded: Fen;
  /** 0 or less. */
  readonly amount: Fen;
}

export function clawBacksOf(
  view: ComponentView | null,
  windowAt: (refund: TakenBack) => ComponentWindow | undefined,
  book: OrderBook,
  asOf: LocalDate,
  winning: (window: ComponentWindow) => boolean,
): readonly ClawBack[] {
  if (view === null || view.takenBack.length === 0) return [];
  const parts = partsOnce();
  return view.takenBack.flatMap((refund): readonly ClawBack[] => {
    if (refund.day > asOf) return [];
    const window = windowAt(refund);
    if (window === undefined) return [];
    const member = memberOf(window, refund);
    const rate =
      member === undefined || !winning(window) ? ZERO : rateEarned(member, refund, book, parts);
    const { component } = window;
    return [
      {
        window,
        member: member?.name ?? null,
        position: refund.position,
        day: refund.day,
        pay: periodOf(refund.day, component.pay, component.yearStart),
        rate,
        refunded: refund.amount,
        amount: fen(-roundFen(rate.times(refund.amount), component.rounding.mode)),
      },
    ];
  });
}

const memberOf = (window: ComponentWindow, refund: TakenBack): MemberRun | undefined =>
  window.component.per === null
    ? window.members[0]
    : window.members.find(({ key }) => key === refund.member);

type Parts = (member: MemberRun) => ReturnType<typeof orderParts>;

function partsOnce(): Parts {
  const made = new Map<MemberRun, ReturnType<typeof orderParts>>();
  return (member) => {
    const known = made.get(member) ?? memberParts(member);
    made.set(member, known);
    return known;
  };
}

/**
 * Parts of a member's window at the tiers that were paid: of each slice, or of the window's end.
 */
export function memberParts({ run, orders }: MemberRun): ReturnType<typeof orderParts> {
  const { component, slices } = run;
  const last = slices.length - 1;
  const bySlice = !component.trueUp && component.scheme !== 'marginal';
  return orderParts(run, orders, (slice) => slices[bySlice ? slice : last]?.tier ?? 0);
}

/** The rate the original order earned: of its lines of the same category together. */
function rateEarned(
  member: MemberRun,
  { original }: TakenBack,
  book: OrderBook,
  parts: Parts,
): Decimal {
  const last = member.run.slices.at(-1);
  if (last === undefined || !isOpenGate(last) || book.ledger === undefined) return ZERO;
  const { ledger } = book;
  const category = ledger.category[original];
  const lines = new Set(
    ledgerRows(ledger)
      .linesOf(original)
      .filter((row) => ledger.category[row] === category),
  );
  const own = parts(member).filter(
    ({ position, amount }) => amount > 0 && lines.has(int32At(book.ledgerIndex, position)),
  );
  const walk = tierWalk(member.run.component);
  if (own.length === 0) return ZERO;
  if (walk.component.scheme === 'increment') return rateOf(walk, own[0]?.tier ?? 0);
  const amount = own.reduce((sum, part) => sum + part.amount, 0);
  return own.reduce((sum, part) => sum.plus(part.exact), ZERO).div(amount);
}
