import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { ICellData, Injector } from '@univerjs/core';
import type { CellEdit } from '#application/live/cell-edit.ts';
import type { GridSheet } from '#application/live/live-grid.ts';
import type { Cell, CellBlock } from '#domain/sheet.ts';
import { valueOf } from './edited-cells.ts';

/** By which the grid's engine says that results fill more cells, or other ones, than before. */
export const SPILLED = 'formula.mutation.set-array-formula-data';

type ByCell<T> = Readonly<Record<string, Readonly<Record<string, T>> | undefined>>;
interface Block {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/**
 * Results that fill more than the cell of their formula. The grid keeps them beside its cells; the
 * file has them in its cells.
 */
export class Spills {
  private readonly model: FormulaDataModel;
  /** What stands in the cells, as far as it was told: the file has it so. */
  private readonly told = new Map<string, string>();
  private blocks = new Map<string, readonly Block[]>();

  constructor(
    injector: Injector,
    private readonly unit: string,
    sheets: readonly GridSheet[],
    ids: ReadonlyMap<string, string>,
  ) {
    this.model = injector.get(FormulaDataModel);
    for (const { name, look, columns } of sheets)
      for (const anchor of look?.formulas ?? [])
        for (const [row, column] of cellsOf(anchor.spill)) {
          const isAnchor = row === anchor.row && column === anchor.column;
          const value = columns[column]?.[row] ?? null;
          const held = isAnchor ? { value, formula: anchor.formula } : { value };
          this.told.set(key(ids.get(name) ?? '', row, column), textOf(held));
        }
  }

  /** Every cell that results fill now, or filled before, by the sheet's id. */
  touched(): ReadonlyMap<string, readonly (readonly [row: number, column: number])[]> {
    const now = new Map<string, readonly Block[]>();
    for (const [sheet, anchors] of Object.entries(this.ranges() ?? {}))
      now.set(sheet, blocksOf(anchors as ByCell<Block>));
    const sheets = new Set([...now.keys(), ...this.blocks.keys()]);
    const cells = [...sheets].map((sheet) => {
      const all = [...(now.get(sheet) ?? []), ...(this.blocks.get(sheet) ?? [])];
      return [sheet, all.flatMap(cellsOfBlock)] as const;
    });
    this.blocks = now;
    return new Map(cells);
  }

  /** Of the formula in a cell; undefined where its result stays in it. */
  sizeAt(sheet: string, row: number, column: number) {
    const block = (this.ranges()?.[sheet] as ByCell<Block> | undefined)?.[row]?.[column];
    if (block === undefined || block === null) return undefined;
    const rows = block.endRow - block.startRow + 1;
    const columns = block.endColumn - block.startColumn + 1;
    return rows * columns === 1 ? undefined : { rows, columns };
  }

  /** What a result fills a cell with that has nothing of its own. */
  valueAt(sheet: string, row: number, column: number): Cell {
    const cells = this.model.getArrayFormulaCellData()[this.unit]?.[sheet];
    return valueOf((cells as ByCell<ICellData> | undefined)?.[row]?.[column]);
  }

  /** Whether what such a cell holds is what was told of it last. */
  isTold(sheet: string, edit: CellEdit): boolean {
    const at = key(sheet, edit.row, edit.column);
    const text = textOf(edit);
    if (this.told.get(at) === text) return true;
    this.told.set(at, text);
    return false;
  }

  /** Something of its own stands in the cell: what was told of it holds no more. */
  isOwn(sheet: string, row: number, column: number): void {
    this.told.delete(key(sheet, row, column));
  }

  private ranges() {
    return this.model.getArrayFormulaRange()[this.unit];
  }
}

const key = (sheet: string, row: number, column: number): string => `${sheet}:${row}:${column}`;

const textOf = ({ value, formula }: Pick<CellEdit, 'value' | 'formula'>): string =>
  JSON.stringify([formula ?? null, value]);

const blocksOf = (anchors: ByCell<Block>): readonly Block[] =>
  Object.values(anchors).flatMap((line) => Object.values(line ?? {}));

function cellsOfBlock({ startRow, endRow, startColumn, endColumn }: Block) {
  return cellsOf({ top: startRow, bottom: endRow, left: startColumn, right: endColumn });
}

/** Rows and columns of a block, from 0. */
export function cellsOf(block: CellBlock | undefined): readonly (readonly [number, number])[] {
  if (block === undefined) return [];
  const { top, bottom, left, right } = block;
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => [top + row, left + column] as const),
  ).flat();
}
