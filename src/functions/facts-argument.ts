import type { Facts } from '#domain/policy/policy.ts';
import { readRate, typedText } from '#domain/policy/read-cells.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { factKey } from '#domain/rebate/entitlement.ts';
import { CellError } from './cell-error.ts';
import { isErrorCell, optionalCells } from './cells.ts';
import { errorCell, plainCell } from './plain-cell.ts';

/**
 * Facts for the gates of a policy: a range of names and values, a header row or not; undefined when
 * the argument is left out.
 */
export function factsOfArgument(argument: unknown): Facts | undefined {
  const cells = optionalCells('facts', argument);
  if (cells === undefined) return undefined;
  if (cells.width < 2) throw new CellError({ code: 'functions.facts-not-a-range' });
  const facts = new Map<string, Decimal>();
  cells.rows.forEach(([nameCell, ...others], row) => {
    const error = [nameCell, ...others].find(isErrorCell);
    if (error !== undefined) throw errorCell('facts', error);
    const name = typedText(plainCell(nameCell === 0 ? '' : nameCell));
    const value = plainCell(others.at(-1));
    if (name === '' || value === null) return;
    const number = typeof value === 'number' ? new Decimal(value) : textFact(value);
    if (number !== undefined) facts.set(factKey(name), number);
    else if (row > 0)
      throw new CellError({ code: 'functions.not-a-fact', name, text: typedText(value) });
  });
  return facts;
}

function textFact(value: ReturnType<typeof plainCell>): Decimal | undefined {
  const rate = readRate(value);
  if (rate.ok) return rate.value.rate;
  const number = Number(typedText(value).replace(/,/g, '') || NaN);
  return Number.isFinite(number) ? new Decimal(number) : undefined;
}
