import type { CellBlock } from '#domain/sheet.ts';
import type { SheetLook } from './sheet-look.ts';

/** How far down a table reaches since something was typed below it. */
export interface TableReach {
  readonly table: string;
  /** Its last row, from 0. */
  readonly bottom: number;
}

/** Tables with the rows that they have grown by; all others as they are. */
export const reaching = <T extends { readonly name: string; readonly block: CellBlock }>(
  tables: readonly T[],
  reaches: readonly TableReach[],
): readonly T[] =>
  tables.map((table) => {
    const bottom = reaches.find((reach) => reach.table === table.name)?.bottom;
    return bottom === undefined ? table : { ...table, block: { ...table.block, bottom } };
  });

/** A sheet's look with its tables, their colours and their filter as far as they reach. */
export function lookReaching(look: SheetLook, reaches: readonly TableReach[]): SheetLook {
  const { named = [], tables, filter } = look;
  const grown = reaching(named, reaches);
  const nowOf = (block: CellBlock): CellBlock =>
    grown.find((_, at) => isSame(named[at]?.block, block))?.block ?? block;
  return {
    ...look,
    named: grown,
    tables: tables.map((table) => ({ ...table, block: nowOf(table.block) })),
    filter: filter && nowOf(filter),
  };
}

const isSame = (table: CellBlock | undefined, block: CellBlock): boolean =>
  table?.top === block.top && table.left === block.left && table.bottom === block.bottom;
