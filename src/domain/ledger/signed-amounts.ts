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
