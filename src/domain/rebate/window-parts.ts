import { itemAt } from '../columns.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Fen, fen, sumFen } from '../money/fen.ts';
import type { Component } from '../policy/policy.ts';
import type { ClawBack } from './claw-back.ts';
import type { ComponentWindow } from './component-windows.ts';
import type { OrderWindows } from './order-windows.ts';
import type { SlicePayout } from './payouts.ts';
import type { WindowNote } from './rebate.facts.ts';

/** One window of a component with what it pays. */
export interface WindowPart {
  readonly window: ComponentWindow;
  /** Whether it is the one of its stacking group that pays, as things stand. */
  readonly winsLast: boolean;
  /** Whether it is so at a slice, and its gate is open. */
  readonly pays: (slice: number) => boolean;
  /** By slice of the window. */
  readonly payouts: readonly SlicePayout[];
  readonly clawBacks: readonly ClawBack[];
  /** Entitlement to date, claw-backs apart. */
  readonly due: Fen;
  /** What the group's cap took of it, 0 or less. */
  readonly cut: Fen;
  readonly note: WindowNote | null;
}

/** Windows of single orders, by pay period. */
export interface OrderWindowsPart extends OrderWindows {
  readonly component: Component;
}

export type Part = WindowPart | OrderWindowsPart;

export const isWindow = (part: Part): part is WindowPart => 'window' in part;

export const totalOf = (parts: readonly Part[]): Fen => sumFen(parts.map(paidOf));

/** All that a window has paid, what was taken back included. */
export function paidOf(part: Part): Fen {
  const paid = part.payouts.reduce((sum, { rebate, trueUp }) => sum + rebate + trueUp, 0);
  return fen(paid + takenBack(part));
}

export const takenBack = ({ clawBacks }: Part): number =>
  clawBacks.reduce((sum, { amount }) => sum + amount, 0);

/** Paid by the slices that have ended by a day. */
export const paidBy = ({ window, payouts }: WindowPart, by: LocalDate): Fen =>
  fen(
    payouts.reduce(
      (sum, { rebate, trueUp }, slice) =>
        itemAt(window.slices, slice).end <= by ? sum + rebate + trueUp : sum,
      0,
    ),
  );
