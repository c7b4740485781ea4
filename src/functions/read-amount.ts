import { LARGEST_ARGUMENT } from '#domain/bounds.ts';
import { Refusal } from '#domain/refusal.ts';
import { type CellRefusal, refuse } from './cell-refusal.ts';
import { moneyHabit } from '#domain/ledger/amount-column.ts';
import {
  type AmountContext,
  type AmountReading,
  parseAmount,
} from '#domain/reading/parse-amount.ts';
import { type Fen, fenFromCellNumber } from '#domain/money/fen.ts';
import type { Cells } from './cells.ts';
import { errorCell } from './plain-cell.ts';
import type { ArgumentName } from '#facts/functions.ts';

/** An amount, its error, or empty text for a cell that says "nothing" (-, 无). */
export type AmountCell = Fen | CellRefusal | '';
type AmountReader = (cell: unknown) => AmountCell;

/**
 * Reads the cells of one argument as a ledger reads a column: its texts tell how decimals are
 * written, and where some are in 万, a small bare number beside them is open and an error, never
 * taken for yuan.
 */
export function amountReader(cells: Cells): AmountReader {
  const context = habitOf(cells);
  return (cell) => readAmount(cells.argument, cell, context);
}

const COLUMN = { column: 0, note: {} };

/** The habits of the range as one column; `undefined` where it holds no text to tell of any. */
function habitOf({ rows }: Cells): AmountContext | undefined {
  const given = rows.flat();
  if (!given.some((cell) => typeof cell === 'string')) return undefined;
  const cells = given.map((cell) =>
    typeof cell === 'string' || typeof cell === 'number' ? cell : null,
  );
  const sheet = { name: '', rowCount: cells.length, columns: [cells] };
  const range = { sheet, from: 0, to: cells.length };
  const { wanBeside, mark } = moneyHabit(range, [COLUMN])(COLUMN);
  return { wanBeside, mark };
}

/**
 * One cell of an argument as an amount. Numbers without context take no detour: a call may hold a
 * million.
 */
function readAmount(argument: ArgumentName, cell: unknown, context?: AmountContext): AmountCell {
  if (typeof cell === 'number' && context === undefined) {
    const amount = fenFromCellNumber(cell);
    if (amount !== undefined && amount <= LARGEST_ARGUMENT && amount >= -LARGEST_ARGUMENT)
      return amount;
    return refuse({
      code: Number.isNaN(cell) ? 'functions.not-an-amount' : 'functions.amount-too-large',
      argument,
      text: String(cell),
    });
  }
  if (typeof cell === 'object' && cell !== null) return errorCell(argument, cell);
  if (typeof cell === 'boolean')
    return refuse({
      code: 'functions.not-an-amount',
      argument,
      text: cell ? 'TRUE' : 'FALSE',
    });
  if (typeof cell !== 'string' && typeof cell !== 'number') return '';
  return fromReading(argument, String(cell).trim(), parseAmount(cell, context));
}

function fromReading(argument: ArgumentName, text: string, reading: AmountReading): AmountCell {
  if (reading.kind === 'empty') return '';
  if (reading.kind === 'not-an-amount')
    return refuse({ code: 'functions.not-an-amount', argument, text });
  if (reading.kind === 'amount') {
    return Math.abs(reading.amount) <= LARGEST_ARGUMENT
      ? reading.amount
      : refuse({ code: 'functions.amount-too-large', argument, text });
  }
  if (reading.why === 'mark') return refuse({ code: 'functions.amount-open-mark', argument, text });
  const code = (
    {
      unit: 'functions.amount-open-unit',
      currency: 'functions.amount-open-currency',
      amount: 'functions.not-an-amount',
    } as const
  )[reading.reason];
  return refuse({ code, argument, text });
}

/** The amount of one required cell. Refuses. */
export function requiredAmount(argument: ArgumentName, cell: unknown): Fen {
  const amount = readAmount(argument, cell);
  if (amount instanceof Refusal) throw amount;
  if (amount === '') throw refuse({ code: 'functions.argument-missing', argument });
  return amount;
}
