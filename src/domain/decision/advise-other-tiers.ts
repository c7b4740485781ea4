import { daysLeft } from '../calendar/days-left.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { NO_FEN } from '../money/fen.ts';
import { componentView } from '../rebate/component-orders.ts';
import { tierWalk } from '../rebate/tier-walk.ts';
import { closingOrder } from '../rebate/window-figures.ts';
import type { MemberFigures, Window } from '../rebate/window.ts';
import type { Advice } from './advice.ts';
import { type AdviceBasis, commonAssumptions, differenceOf, named } from './advice-basis.ts';

/** Members named in one window, by what their next tier is worth. */
const MOST_MEMBERS = 3;

/**
 * Tiers that are not the partner's sales of the window: of a member of 累计对象, or of another
 * measure.
 */
export const adviseOtherTiers = (basis: AdviceBasis): readonly Advice[] =>
  basis.rebate.windows
    .filter((window) => window.open && window.blocked === null)
    .flatMap((window) =>
      window.members === null ? levelAdvice(basis, window) : memberAdvice(basis, window),
    );

/** Each member's gap closed by an order of its own: the difference of two full recomputations. */
function memberAdvice(basis: AdviceBasis, window: Window): readonly Advice[] {
  const worth = (member: MemberFigures): number => member.gain ?? 0;
  return [...(window.members ?? [])]
    .filter((member) => member.gap !== null && worth(member) > 0)
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, MOST_MEMBERS)
    .flatMap((member) => memberGap(basis, window, member));
}

function memberGap(basis: AdviceBasis, window: Window, member: MemberFigures): readonly Advice[] {
  const { component } = window;
  const order =
    member.gap === null
      ? null
      : closingOrder(component, basis.book, member.gap * tierWalk(component).scale);
  const row = rowOf(basis, window, member);
  if (order === null || row === undefined) return [];
  const { gain, fact } = differenceOf(basis, [{ ...order, ledgerIndex: row, day: basis.asOf }]);
  if (gain <= 0) return [];
  return [
    {
      kind: 'close-gap',
      yuan: gain,
      cost: NO_FEN,
      probability: null,
      // Members reach their tiers each by itself.
      raises: [],
      orders: [row],
      title: {
        code: 'advice.close-member',
        window: named(window),
        member: member.name,
        category: order.category,
        amount: order.amount,
        gain,
        daysLeft: daysLeft(window.period, basis.asOf, basis.today),
      },
      explanation: [fact],
      assumptions: [...commonAssumptions(basis), { code: 'advice.true-orders-only' }],
    },
  ];
}

/** Row of the member's last order that the component sees. */
function rowOf({ book, asOf }: AdviceBasis, window: Window, { name }: MemberFigures) {
  const member = componentView(window.component, [], book).members.find((one) => one.name === name);
  const own: { readonly book: AdviceBasis['book'] } | undefined = member?.knownBy(
    asOf as LocalDate,
  );
  return own?.book.ledgerIndex[own.book.size - 1];
}

/** One tier more pays so much on the window's own sales. */
function levelAdvice(basis: AdviceBasis, window: Window): readonly Advice[] {
  const { level, gain, component } = window;
  // What is over cannot be raised any more.
  if (component.lag.kind === 'previous') return [];
  if (level === null || level.missing === null || level.missing.lte(0)) return [];
  if (gain === null || gain <= 0) return [];
  return [
    {
      kind: 'close-gap',
      yuan: gain,
      cost: NO_FEN,
      probability: null,
      raises: [window.id],
      orders: [],
      title: {
        code: 'advice.close-level',
        window: named(window),
        unit: level.unit,
        name: component.measure.kind === 'fact' ? component.measure.name : null,
        isPercent: component.tiers.some(({ levelIsPercent }) => levelIsPercent === true),
        missing: level.missing,
        gain,
        daysLeft: daysLeft(window.period, basis.asOf, basis.today),
      },
      explanation: [],
      assumptions: [...commonAssumptions(basis), { code: 'advice.on-present-sales' }],
    },
  ];
}
