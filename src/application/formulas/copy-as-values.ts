import { FUNCTION_STEM } from './repair-formulas.ts';
import type { FormulaCell, SheetFormulas } from './sheet-formulas.ts';

/**
 * Copies every sheet that uses the add-in's functions, with figures in their place, to send
 * outside. The user's sheets stay as they are; plain formulas stay formulas in the copy. Returns
 * the copies' names, in the order of the sheets.
 */
export async function copyAsValues(
  formulas: SheetFormulas,
  nameOf: (sheet: string) => string,
): Promise<readonly string[]> {
  const bySheet = new Map<string, FormulaCell[]>();
  for (const cell of await formulas.findFormulas(FUNCTION_STEM))
    bySheet.set(cell.sheet, [...(bySheet.get(cell.sheet) ?? []), cell]);
  const names: string[] = [];
  for (const [sheet, cells] of bySheet) {
    const copy = await formulas.copySheet(sheet, nameOf(sheet));
    await formulas.setValues(
      copy,
      cells.map(({ row, column, value }) => ({ row, column, value })),
    );
    names.push(copy);
  }
  return names;
}
