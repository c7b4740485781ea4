import { refuse } from './cell-refusal.ts';
import type { Facts } from '#domain/policy/facts.ts';
import { readFacts } from '#domain/policy/read-facts.ts';
import { cellAddress } from '#domain/sheet.ts';
import { isErrorCell, optionalCells } from './cells.ts';
import { errorCell, plainCell } from './plain-cell.ts';

/**
 * Facts of a policy: a range of names, periods and values, a header row or not; undefined when the
 * argument is left out. Cells are named as if the range began at A1.
 */
export function factsOfArgument(argument: unknown): Facts | undefined {
  const cells = optionalCells('facts', argument);
  if (cells === undefined) return undefined;
  if (cells.width < 2) throw refuse({ code: 'functions.facts-not-a-range' });
  const table = cells.rows.map((row) => {
    const error = row.find(isErrorCell);
    if (error !== undefined) throw errorCell('facts', error);
    // A blank name reaches a function as 0 in some programs.
    return row.map((cell, column) => plainCell(column === 0 && cell === 0 ? '' : cell));
  });
  const { facts, findings } = readFacts(table, { cellName: cellAddress });
  const errors = findings.filter(({ level }) => level === 'error');
  const [first] = errors;
  if (first === undefined) return facts;
  const { fact } = first;
  throw refuse(
    fact.code === 'policy.fact-unreadable'
      ? { code: 'functions.not-a-fact', name: fact.name, text: fact.typed }
      : { code: 'functions.policy-error', cell: first.cell, fact, errors: errors.length },
  );
}
