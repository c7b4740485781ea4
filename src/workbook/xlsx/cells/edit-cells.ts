import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { cellAddress, type CellBlock } from '#domain/sheet.ts';
import type { Pump } from '../../paced-loop.ts';
import { type Dialect, dialectOf } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import { dynamicCellMetadata } from '../page/dynamic-cells.ts';
import { callsOwnFunction } from '../page/own-functions.ts';
import { statedExtent } from '../read/sheet-extent.ts';
import type { SheetEntry, WorkbookParts } from '../read/workbook-part.ts';
import { openStyles } from '../styles/open-styles.ts';
import { escapeAttribute } from '../xml/text.ts';
import { recalculateOnOpening } from './calculation.ts';
import type { CellEdit } from '#application/live/cell-edit.ts';
import { EditsByRow } from './edits-by-row.ts';
import { CellRewriter } from './cell-rewriter.ts';
import { type ArrayFormula, type FormulaGroups, FormulaGroupsReader } from './formula-groups.ts';
import {
  ColumnNames,
  type ColumnRename,
  storedReferences,
} from '#application/live/structured-references.ts';
import type { TableReach } from '#application/live/table-reach.ts';
import { reachTables } from './reach-tables.ts';
import { renameColumns } from './rename-columns.ts';
import { type MadeHead, tableHeads } from './table-heads.ts';
import { type TableOfSheet, tablesOf } from './tables-of-sheet.ts';
import { refuseTooLong } from './too-long.ts';

/**
 * Writes edited cells into a sheet's own XML. What is not edited keeps its bytes: of the sheet, all
 * other cells and everything around them; of the package, every part but those that must say the
 * same as the cells (tables whose heads were edited and the formulas that name their columns, the
 * chain and mode of calculation, the style sheet when a number format is new).
 *
 * @param renamed - columns that were called something else before, in order
 * @param tables - how far tables reach that grew, which comes first: typed formulas may stand in
 *   their new rows
 * @returns the columns of tables that are called something else now, and heads of tables that say
 *   something else than was typed
 * @throws UnusableFile `file.partOfArray` when an edit would change a part of an array formula,
 *   `file.typedTooLong` when it holds more than Excel takes
 */
export async function editCells(
  pack: OfficePackage,
  parts: WorkbookParts,
  sheet: SheetEntry,
  { typed, renamed, tables = [] }: Typed,
  pump: Pump,
): Promise<{ readonly renames: readonly ColumnRename[]; readonly made: readonly MadeHead[] }> {
  await reachTables(pack, parts, sheet, tables, pump);
  if (typed.length === 0) return { renames: [], made: [] };
  const { edits: plain, renames, made } = tableHeads(pack, sheet, typed, parts.date1904);
  const edits = asStored(plain, tablesOf(pack, sheet.part), renamed);
  for (const { row, column, value, formula } of edits) {
    refuseTooLong('text', value, { sheet: sheet.name, row, column });
    refuseTooLong('formula', formula, { sheet: sheet.name, row, column });
  }
  const dialect = dialectOf(pack, parts.workbook);
  const groups = await formulaGroups(pack, sheet, new EditsByRow(edits), pump);
  refuseParts(groups.arrays, edits);
  const all = new EditsByRow([...clearedSpills(groups.arrays, new EditsByRow(edits)), ...edits]);
  const [back, before] = [pack.noted(), pack.mark(sheet.part)];
  await rewrite(pack, parts, sheet, { edits: all, groups, dialect }, pump);
  if (pack.mark(sheet.part) === before && renames.length === 0) {
    // All of it was taken back: the file is as it was.
    back();
    return { renames, made };
  }
  await renameColumns(pack, parts, new ColumnNames(renames), pump);
  const touchesFormulas = groups.formulaLost || edits.some(({ kind }) => kind === 'formula');
  recalculateOnOpening(pack, parts.workbook, touchesFormulas);
  return { renames, made };
}

interface Typed {
  readonly typed: readonly CellEdit[];
  readonly renamed: readonly ColumnNames[];
  readonly tables?: readonly TableReach[];
}

/**
 * Formulas may name columns of tables as a person types them, and by names that the file has
 * changed since.
 */
const asStored = (
  edits: readonly CellEdit[],
  tables: readonly TableOfSheet[],
  renamed: readonly ColumnNames[],
) =>
  edits.map((edit): CellEdit => {
    if (edit.formula?.includes('[') !== true) return edit;
    const own = tables.find(({ block }) => within(block, edit))?.name ?? null;
    const stored = storedReferences(edit.formula, own);
    return { ...edit, formula: renamed.reduce((text, names) => names.in(text), stored) };
  });

async function formulaGroups(
  pack: OfficePackage,
  sheet: SheetEntry,
  edits: EditsByRow,
  pump: Pump,
): Promise<FormulaGroups> {
  const reader = new FormulaGroupsReader(sheet.part, edits);
  await pump.run(
    pack.stream(sheet.part),
    (piece) => {
      reader.push(piece);
      return reader.rows;
    },
    statedExtent(pack, sheet.part)?.rows,
  );
  return reader.finish();
}

interface Rewrite {
  readonly edits: EditsByRow;
  readonly groups: FormulaGroups;
  readonly dialect: Dialect;
}

async function rewrite(
  pack: OfficePackage,
  parts: WorkbookParts,
  sheet: SheetEntry,
  { edits, groups, dialect }: Rewrite,
  pump: Pump,
): Promise<void> {
  const { styles, save } = openStyles(pack, parts.workbook, dialect);
  const spills = [...edits].some(
    ({ formula, spill }) => spill !== undefined || (formula && callsOwnFunction(formula)),
  );
  const rewriter = new CellRewriter({
    part: sheet.part,
    edits,
    shared: groups.shared,
    dynamic: spills ? dynamicCellMetadata(pack, parts.workbook, dialect) : null,
    withFormat: (style, format) =>
      String(
        styles.withNumberFormat(
          Number(style),
          styles.numberFormatId(format, escapeAttribute(format)),
        ),
      ),
  });
  await pump.run(
    pack.stream(sheet.part),
    (piece) => {
      rewriter.push(piece);
      return rewriter.rows;
    },
    statedExtent(pack, sheet.part)?.rows,
  );
  pack.put(rewriter.finish());
  save();
}

function refuseParts(arrays: readonly ArrayFormula[], edits: readonly CellEdit[]): void {
  for (const { row, column, block, fixed } of arrays) {
    if (!fixed || (block.top === block.bottom && block.left === block.right)) continue;
    const part = edits.find(
      (edit) =>
        edit.kind !== 'result' &&
        within(block, edit) &&
        (edit.row !== row || edit.column !== column),
    );
    if (part !== undefined)
      throw new Refusal<FileTrouble>({
        code: 'file.partOfArray',
        cell: cellAddress(part.row, part.column),
        block: `${cellAddress(block.top, block.left)}:${cellAddress(block.bottom, block.right)}`,
      });
  }
}

/**
 * When a formula that spilled is edited, the cells that showed the rest of its result are empty.
 */
function clearedSpills(arrays: readonly ArrayFormula[], edits: EditsByRow): readonly CellEdit[] {
  return arrays
    .filter(({ row, column }) => {
      const edit = edits.at(row, column);
      return edit !== undefined && edit.kind !== 'result';
    })
    .flatMap(({ row, column, block }) =>
      cellsOf(block)
        .filter((cell) => cell.row !== row || cell.column !== column)
        .map((cell): CellEdit => ({ ...cell, kind: 'value', value: null })),
    );
}

const within = (block: CellBlock, at: { readonly row: number; readonly column: number }): boolean =>
  block.top <= at.row &&
  at.row <= block.bottom &&
  block.left <= at.column &&
  at.column <= block.right;

function cellsOf({ top, left, bottom, right }: CellBlock): { row: number; column: number }[] {
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => ({ row: top + r, column: left + c })),
  ).flat();
}
