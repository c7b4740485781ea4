import type { Fen } from '../money/fen.ts';
import type { AmountReading } from '../reading/parse-amount.ts';
import { type AmountColumn, CELL_EMPTY, CELL_READ, CELL_UNSETTLED } from './amount-column.ts';

/** Refunds as what was given back, whichever sign they are written with. */
export const withoutSign = (column: AmountColumn | undefined): AmountColumn | undefined =>
  column && { ...column, fen: column.fen.map(Math.abs) };

/**
 * The amounts of a list of refunds. Written without signs they all take back; where some have a
 * minus the others stay as they are, to be asked about.
 */
export function withMinus(column: AmountColumn): AmountColumn {
  const hasMinus = column.fen.some((fen) => fen < 0);
  if (hasMinus) return column;
  const rests = new Map([...column.rests].map(([offset, rest]) => [offset, -rest]));
  return { ...column, rests, fen: column.fen.map((fen) => (fen === 0 ? 0 : -fen)) };
}

/**
 * What an order comes to that is paid in parts. A part that is blank may not be paid yet, or not be
 * due at all: asked, with the sum of the others; so is an only part, which may not be the whole.
 */
export function summed(parts: readonly AmountColumn[], first: AmountColumn): AmountColumn {
  const fen = first.fen.slice();
  const state = first.state.slice();
  const unsettled = new Map<number, AmountReading>();
  const rests = new Map<number, number>();
  for (let offset = 0; offset < fen.length; offset++) {
    const written = parts.filter((part) => part.state[offset] !== CELL_EMPTY);
    const read = written.filter((part) => part.state[offset] === CELL_READ);
    const sum = read.reduce((total, part) => total + (part.fen[offset] ?? 0), 0);
    const rest = read.reduce((total, part) => total + (part.rests.get(offset) ?? 0), 0);
    fen[offset] = read.length === parts.length && parts.length > 1 ? sum : NaN;
    state[offset] = written.length === 0 ? CELL_EMPTY : CELL_UNSETTLED;
    if (!Number.isNaN(fen[offset])) {
      state[offset] = CELL_READ;
      if (rest !== 0) rests.set(offset, rest);
    } else if (written.length > 0) {
      const choices = [{ id: 'as-written' as const, amount: sum as Fen }];
      unsettled.set(offset, {
        kind: 'open',
        reason: 'amount',
        choices: read.length === written.length ? choices : [],
      });
    }
  }
  return { ...first, fen, state, unsettled, rests };
}

/** What columns of one kind come to in each row; blank and unreadable cells are nothing. */
export function together(columns: readonly AmountColumn[]): AmountColumn | undefined {
  const [first, ...others] = columns;
  if (first === undefined || others.length === 0) return first;
  const fen = first.fen.map((_, offset) =>
    columns.reduce((sum, column) => sum + (column.fen[offset] || 0), 0),
  );
  return { ...first, fen };
}

/**
 * Money in and money out in two columns: what goes out has a minus. A row with both is unsettled.
 */
export function inAndOut(moneyIn: AmountColumn, moneyOut: AmountColumn): AmountColumn {
  const fen = moneyIn.fen.slice();
  const state = moneyIn.state.slice();
  const unsettled = new Map(moneyIn.unsettled);
  const rests = new Map(moneyIn.rests);
  const out = new Set<number>();
  for (let offset = 0; offset < fen.length; offset++) {
    if (moneyOut.state[offset] === CELL_EMPTY || moneyOut.fen[offset] === 0) continue;
    const hasIn = state[offset] !== CELL_EMPTY && fen[offset] !== 0;
    if (hasIn) {
      state[offset] = CELL_UNSETTLED;
      unsettled.set(offset, { kind: 'open', reason: 'amount', choices: [] });
    } else if (moneyOut.state[offset] === CELL_READ) {
      fen[offset] = moneyOut.fen[offset] ?? NaN;
      state[offset] = CELL_READ;
      out.add(offset);
      rests.set(offset, moneyOut.rests.get(offset) ?? 0);
    } else {
      state[offset] = CELL_UNSETTLED;
      unsettled.set(offset, moneyOut.unsettled.get(offset) ?? { kind: 'not-an-amount' });
    }
  }
  return { ...moneyIn, fen, state, unsettled, rests, out, outColumn: moneyOut.column };
}
