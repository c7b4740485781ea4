import { FUNCTION_STEM } from './repair-formulas.ts';
import type { FormulaCell, SheetFormulas, Steps } from './sheet-formulas.ts';

/**
 * Copies every sheet that uses the add-in's functions, with figures in their place, to send
 * outside. The user's sheets stay as they are; plain formulas stay formulas in the copy. Returns
 * the copies' names, in the order of the sheets. A copy that could not be finished is removed: it
 * would not show figures but their formulas.
 */
export async function copyAsValues(
  formulas: SheetFormulas,
  nameOf: (sheet: string) => string,
  options: Steps = {},
): Promise<readonly string[]> {
  const bySheet = new Map<string, FormulaCell[]>();
  for (const cell of await formulas.findFormulas(FUNCTION_STEM, options)) {
    const own = bySheet.get(cell.sheet);
    if (own) own.push(cell);
    else bySheet.set(cell.sheet, [cell]);
  }
  const names: string[] = [];
  for (const [sheet, cells] of bySheet) {
    const copy = await formulas.copySheet(sheet, nameOf(sheet));
    try {
      await formulas.setValues(
        copy,
        cells.map(({ row, column, value }) => ({ row, column, value })),
        options,
      );
    } catch (error) {
      await formulas.removeCopy(copy);
      throw error;
    }
    names.push(copy);
  }
  return names;
}
