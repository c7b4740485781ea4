import { refuse, type CellRefusal } from './cell-refusal.ts';
import { Decimal, ONE } from '#domain/money/decimal.ts';
import { type Fen, NO_FEN } from '#domain/money/fen.ts';
import type { Result } from '#domain/result.ts';
import type { ForecastFact } from '#domain/forecast/forecast.facts.ts';
import { type Cells, cellAt, cellsOf, isBlankOrZero, isEmpty } from './cells.ts';
import { type DealCells, dealCells } from './deal-cells.ts';
import { onlyCellOf } from './only-cell.ts';
import { requiredAmount } from './read-amount.ts';
import { requiredCells } from './sales-figures.ts';
import { parseRate } from '#domain/reading/parse-rate.ts';
import { errorCell } from './plain-cell.ts';

/** Sales that are sure; an empty cell means none. */
export function committedOf(committed: unknown): Fen {
  const cell = onlyCellOf('committed', committed);
  return cell === undefined ? NO_FEN : requiredAmount('committed', cell);
}

/** Deals and the chance of each. */
export function uncertainDeals(deals: unknown, probabilities: unknown): DealCells<Decimal> {
  const chances = requiredCells('probabilities', probabilities);
  // Beside empty cells a 0 may be one of them: Excel hands them over so on the desktop.
  const hasBlanks = !chances.single && hasBlankRow(cellsOf('deals', deals), chances);
  return dealCells(deals, chances, (cell) =>
    cell === 0 && hasBlanks
      ? refuse({ code: 'functions.zero-or-blank', argument: 'probabilities' })
      : readProbability(cell),
  );
}

const hasBlankRow = (deals: Cells, chances: Cells): boolean =>
  chances.rows.some((cells, row) =>
    cells.some(
      (cell, column) => isEmpty(cell) || (cell === 0 && isBlankOrZero(cellAt(deals, row, column))),
    ),
  );

/** The figure, or the reason why there is none thrown as #VALUE!. */
export function forecastOrError<T>(result: Result<T, ForecastFact>): T {
  if (result.ok) return result.value;
  throw refuse({ code: 'functions.no-forecast', fact: result.error });
}

/** 0.6, 60% or 1; a bare 60 is an error. */
function readProbability(cell: unknown): Decimal | CellRefusal {
  if (typeof cell === 'object' && cell !== null) return errorCell('probabilities', cell);
  const probability =
    typeof cell === 'number'
      ? fromNumber(cell)
      : typeof cell === 'string'
        ? fromText(cell)
        : undefined;
  if (probability !== undefined && probability.gte(0) && probability.lte(ONE)) return probability;
  return refuse({
    code: 'functions.not-a-probability',
    text: String(cell ?? '').trim(),
  });
}

const fromNumber = (value: number): Decimal | undefined =>
  Number.isFinite(value) ? new Decimal(value.toPrecision(15)) : undefined;

function fromText(text: string): Decimal | undefined {
  // The rate reader leaves a bare 1 open (1 % or 100 %); a chance of 1 is certain.
  if (/^1(\.0*)?$/.test(text.trim())) return ONE;
  const reading = parseRate(text);
  return reading.kind === 'rate' && reading.mark === 'exact' && reading.written !== 'bare'
    ? reading.rate
    : undefined;
}
