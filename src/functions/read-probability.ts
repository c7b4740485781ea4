import { type CellRefusal, refuse } from './cell-refusal.ts';
import { parseRate } from '#domain/reading/parse-rate.ts';
import { Decimal, ONE } from '#domain/money/decimal.ts';
import { errorCell } from './plain-cell.ts';

/** 0.6, 60% or 1; a bare 60 is an error. */
export function readProbability(cell: unknown): Decimal | CellRefusal {
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
