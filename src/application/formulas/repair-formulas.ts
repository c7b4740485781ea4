import { isFault } from '#domain/sheet.ts';
import {
  type FormulaCell,
  type SheetFormulas,
  type Steps,
  FUNCTION_STEM,
} from './sheet-formulas.ts';

interface Repaired {
  /** Cells typed anew. */
  readonly repaired: number;
  /** Of these, cells that showed #NAME? before. */
  readonly broken: number;
}

/**
 * Types anew every formula of ours that cannot be bound any more: typed while the add-in was absent
 * (#NAME? for ever), stored under its file name, or tied to another file by an add-in of the same
 * name.
 */
export async function repairFormulas(
  formulas: SheetFormulas,
  options: Steps = {},
): Promise<Repaired> {
  const found = await formulas.findFormulas(FUNCTION_STEM, options);
  const stuck = found.filter(needsRepair);
  if (stuck.length > 0)
    await formulas.setFormulas(
      stuck.map((cell) => ({
        sheet: cell.sheet,
        row: cell.row,
        column: cell.column,
        formula: plainName(cell.formula),
      })),
      options,
    );
  return { repaired: stuck.length, broken: stuck.filter(showsName).length };
}

const showsName = ({ value }: FormulaCell): boolean => isFault(value) && value.fault === '#NAME?';

const needsRepair = (cell: FormulaCell): boolean =>
  showsName(cell) || plainName(cell.formula) !== cell.formula;

/**
 * `[2]!_xldudf_REBATE_TIER`, `'C:\old.xla'!REBATE_TIER` and `@REBATE_TIER` become `REBATE_TIER`;
 * text in quotes stays. No path is
 * longer than 260 characters: a formula may be.
 */
export function plainName(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((piece, index) => (index % 2 === 1 ? piece : unbind(piece)))
    .join('');
}

const unbind = (text: string): string =>
  text.replace(
    /(?:'[^']*'!|\[[^[\]]*\]!|[\w.\\:]{1,260}\.xla[m]?!)?@?(?:_xldudf_)?(REBATE_[A-Z]+)(?=\s*\()/gi,
    (_, name: string) => name.toUpperCase(),
  );
