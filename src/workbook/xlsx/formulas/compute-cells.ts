import { LONGEST_FORMULA_CHAIN, MAX_CELLS } from '#domain/bounds.ts';
import { type Cell, type CellBlock, type Sheet, isFault } from '#domain/sheet.ts';
import { type Cells, evaluate } from './evaluate.ts';
import type { Value } from './formula-values.ts';
import { keyOf } from './formula-texts.ts';

/**
 * What the formulas of a sheet come to that its program has written without results, by the cells'
 * keys. Those that are not plain are left out: what they come to is not known.
 *
 * @param tables - of the sheet; their first row holds the names of the fields
 */
export function computeCells(
  columns: readonly (readonly Cell[])[],
  formulas: ReadonlyMap<string, string>,
  tables: NonNullable<Sheet['tables']>,
): ReadonlyMap<string, string | number | boolean> {
  const work = new Computation(columns, formulas, tables);
  const found = new Map<string, string | number | boolean>();
  for (const key of formulas.keys()) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const value = work.value(row, column);
    if (value !== undefined && value !== null) found.set(key, value);
  }
  return found;
}

class Computation {
  private readonly known = new Map<string, Value>();
  private readonly fields = new Map<string, ReadonlyMap<string, number>>();
  private depth = 0;
  private looked = 0;

  constructor(
    private readonly columns: readonly (readonly Cell[])[],
    private readonly formulas: ReadonlyMap<string, string>,
    private readonly tables: NonNullable<Sheet['tables']>,
  ) {}

  value(row: number, column: number): Value {
    this.looked += 1;
    const cell = this.columns[column]?.[row] ?? null;
    if (!isFault(cell)) return cell;
    const key = keyOf(row, column);
    if (this.known.has(key)) return this.known.get(key);
    const formula = this.formulas.get(key);
    if (formula === undefined || this.depth > LONGEST_FORMULA_CHAIN || this.looked > MAX_CELLS)
      return undefined;
    // Whoever comes back here before it is known goes in a circle.
    this.known.set(key, undefined);
    this.depth += 1;
    const value = evaluate(formula, this.seenFrom(row));
    this.depth -= 1;
    this.known.set(key, value);
    return value;
  }

  private seenFrom(row: number): Cells {
    return {
      row,
      value: (at, column) => this.value(at, column),
      field: (table, header) => this.field(row, table, header),
    };
  }

  private field(row: number, table: string, header: string): number | undefined {
    const own = this.tables.find(({ name }) => name.toLowerCase() === table.toLowerCase());
    if (own === undefined || row <= own.block.top || row > own.block.bottom) return undefined;
    const known = this.fields.get(own.name) ?? this.headersOf(own.block);
    this.fields.set(own.name, known);
    return known.get(header.toLowerCase());
  }

  private headersOf({ top, left, right }: CellBlock): ReadonlyMap<string, number> {
    const headers = new Map<string, number>();
    for (let column = left; column <= right; column += 1)
      headers.set(String(this.columns[column]?.[top] ?? '').toLowerCase(), column);
    return headers;
  }
}
