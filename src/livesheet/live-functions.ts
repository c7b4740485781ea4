import type { FUniver } from '@univerjs/core/facade';
import { FunctionType } from '@univerjs/preset-sheets-core';
import type { GridFunction } from '#application/live/live-grid.ts';
import type { FormulaPlace, RefusedCells } from './refused-cells.ts';
import { type Cell, isFault } from '#domain/sheet.ts';

/** Offers the functions in the cells of the grid, with completion, argument hints and help. */
export function registerFunctions(
  grid: FUniver,
  functions: readonly GridFunction[],
  refused: RefusedCells,
): void {
  const formula = grid.getFormula();
  for (const each of functions)
    formula.registerFunction(each.name, inCells(each, refused) as never, {
      description: {
        functionName: each.name,
        functionType: FunctionType.User,
        description: each.summary,
        abstract: each.summary,
        functionParameter: each.parameters.map(({ name, text, optional, example }) => ({
          name,
          detail: text,
          example,
          require: optional ? 0 : 1,
          repeat: 0,
        })),
      },
    });
}

/** The grid calls it on the formula's own place. */
const inCells = (each: GridFunction, refused: RefusedCells) =>
  function (this: FormulaPlace, ...args: unknown[]): unknown {
    return inGrid(each.run(args, (why, row, column) => refused.note(this, row, column, why)));
  };

/** Results as the grid takes them: an error value is its text, an empty cell is empty text. */
function inGrid(result: ReturnType<GridFunction['run']>): unknown {
  return Array.isArray(result)
    ? result.map((row: readonly Cell[]) => row.map(oneCell))
    : oneCell(result as Cell);
}

const oneCell = (cell: Cell): string | number | boolean =>
  isFault(cell) ? cell.fault : (cell ?? '');
