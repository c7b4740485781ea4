import type { PolicyColumn } from '#domain/policy/columns.ts';
import type { Cell } from '#domain/sheet.ts';
import { refuse } from './cell-refusal.ts';

export const isEmptyCell = (cell: Cell): boolean =>
  cell === null || (typeof cell === 'string' && cell.trim() === '');

/** Whether a component has another version after one that ends, and looks back at refunds. */
function goesOn(table: OpenZeros): boolean {
  if (!table.says('refund', /原|original|restat/i) || !table.says('to', /[1-9]/)) return false;
  const begins = new Map<string, Set<string>>();
  let name = '';
  const names = table.cells('component');
  table.cells('from').forEach((from, row) => {
    name = filled(names[row]) || name;
    if (filled(from) !== '') begins.set(name, (begins.get(name) ?? new Set()).add(filled(from)));
  });
  return [...begins.values()].some(({ size }) => size > 1);
}

const filled = (cell: Cell | undefined): string => (cell === 0 ? '' : String(cell ?? '').trim());

/** Whether a 0 that is none would change the figure, column by column. */
const OPEN: readonly (readonly [column: PolicyColumn, matters: (table: OpenZeros) => boolean])[] = [
  // 0 % and the usual rate differ where amounts are net of tax.
  [
    'taxRate',
    (table) => table.says('base', /不含税|除税|未税|net/i) && !table.says('taxRate', /[1-9]/),
  ],
  ['clawback', goesOn],
  // Beside a 1 a 0 is a no.
  ['trueUp', (table) => table.says('trueUp', /^1$/)],
  ['carry', (table) => table.says('carry', /^1$/)],
];

/**
 * The columns of a policy range in which a 0 says something else than an empty cell, should the
 * rest of the table make it matter. Desktop Excel hands both over as 0.
 */
export class OpenZeros {
  /** @param rows - without their blank ones and those down to the header, `null` in their place */
  constructor(
    private readonly meanings: readonly (PolicyColumn | undefined)[],
    private readonly rows: readonly (readonly Cell[] | null)[],
  ) {}

  /** Columns whose 0 is meant; refuses one that may be an empty cell where that matters. */
  meant(cellName: (row: number, column: number) => string): ReadonlySet<number> {
    const meant = new Set<number>();
    for (const [name, matters] of OPEN) {
      const column = this.meanings.indexOf(name);
      const zero = this.rows.findIndex((row) => row?.[column] === 0);
      if (zero < 0) continue;
      // An empty cell that arrives as one shows that a 0 is meant.
      if (this.cells(name).some(isEmptyCell)) meant.add(column);
      else if (matters(this))
        throw refuse({
          code: 'functions.policy-zero',
          cell: cellName(zero, column),
          column: name,
        });
    }
    return meant;
  }

  /** Of one column, row by row; none where the table does not have it. */
  cells(name: PolicyColumn): readonly Cell[] {
    const column = this.meanings.indexOf(name);
    return column < 0
      ? []
      : this.rows.flatMap((row) => (row === null ? [] : [row[column] ?? null]));
  }

  says(name: PolicyColumn, words: RegExp): boolean {
    return this.cells(name).some((cell) => words.test(String(cell ?? '')));
  }
}
