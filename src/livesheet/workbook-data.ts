import { BooleanNumber, CellValueType, type ICellData, type IWorksheetData } from '@univerjs/core';
import { ALL_IMPLEMENTED_FUNCTIONS_SET } from '@univerjs/preset-sheets-core';
import type { GridFunction, GridSheet } from '#application/live/live-grid.ts';
import type { LookedFormula } from '#application/live/sheet-look.ts';
import { columnWidths } from '#application/read/shown-cells.ts';
import { yieldToMessages } from '#application/yield-to-messages.ts';
import { type Cell, type CellBlock, isFault } from '#domain/sheet.ts';
import { styleOf } from './cell-style.ts';
import { canCompute } from './computable.ts';
import { cellsOf } from './spills.ts';
import type { TableFormulas } from './table-formulas.ts';

/** The grid's name for the one workbook that it holds. */
export const BOOK = 'book';

/** Cells put into the model before the page gets a turn. */
const CELLS_AT_ONCE = 10_000;

/** The workbook in the grid's own words, and whether each of its formulas has a result. */
export async function workbookData(
  sheets: readonly GridSheet[],
  functions: readonly GridFunction[],
  ids: ReadonlyMap<string, string>,
  tables: TableFormulas,
) {
  const ours = functions.map(({ name }) => name);
  const known = new Set([...[...ALL_IMPLEMENTED_FUNCTIONS_SET].map(String), ...ours]);
  // Over rows that are not there every formula of the file would come to something else.
  const isWhole = sheets.every(({ isCut }) => !isCut);
  const looks = sheets.find(({ look }) => look !== null)?.look?.looks ?? [];
  const data: Record<string, ReturnType<typeof worksheetData>> = {};
  let isComputed = true;
  for (const sheet of sheets) {
    const cells: Record<number, Record<number, ICellData>> = {};
    const rows = Math.ceil(CELLS_AT_ONCE / Math.max(1, sheet.columns.length));
    for (let from = 0; from < sheet.rowCount; from += rows) {
      fillRows(cells, sheet, from, Math.min(sheet.rowCount, from + rows));
      await yieldToMessages();
    }
    const put = await putTyped(cells, sheet, (formula) => {
      const own = isWhole ? tables.ofFile(formula, sheet.name) : null;
      return own !== null && canCompute(own, known);
    });
    isComputed &&= put.isComputed;
    const id = ids.get(sheet.name) ?? sheet.name;
    data[id] = worksheetData(id, sheet, cells);
  }
  const book = {
    id: BOOK,
    sheetOrder: [...ids.values()],
    sheets: data,
    resources: [filterResource(sheets, ids)],
    styles: Object.fromEntries(looks.map((look, index) => [lookName(index), styleOf(look)])),
  };
  return { data: book, isComputed };
}

/** Empty rows and columns that a sheet offers below and beside what it holds. */
const SPARE_ROWS = 1000;
const SPARE_COLUMNS = 26;
/**
 * Pixels of a point, and of a character of the default font with its margins (ECMA-376, 18.3.1.13).
 */
const POINT = 96 / 72;
const pixelsOf = (characters: number): number => Math.trunc(characters * 7 + 5);

/** The grid's name for the look of a cell: looks are numbered through the whole workbook. */
export const lookName = (look: number): string => `look${look}`;

/** The number of such a name; undefined for a look that is not the file's. */
export const lookNumber = (name: string): number | undefined =>
  /^look\d+$/.test(name) ? Number(name.slice(4)) : undefined;

/** A sheet in the grid's own words. Rows are filled by `fillRows`. */
function worksheetData(
  id: string,
  sheet: GridSheet,
  cellData: NonNullable<IWorksheetData['cellData']>,
): Partial<IWorksheetData> {
  const { look } = sheet;
  return {
    id,
    name: sheet.name,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: sheet.rowCount + SPARE_ROWS,
    columnCount: sheet.columns.length + SPARE_COLUMNS,
    cellData,
    ...(look === null
      ? { columnData: fitting(sheet) }
      : {
          defaultRowHeight: Math.round(look.defaultRowHeight * POINT),
          defaultColumnWidth: pixelsOf(look.defaultColumnWidth),
          rowData: rowData(look),
          columnData: columnData(look.columns, sheet.columns.length + SPARE_COLUMNS),
          mergeData: look.merges.map(({ top, left, bottom, right }) => ({
            startRow: top,
            startColumn: left,
            endRow: bottom,
            endColumn: right,
          })),
          showGridlines: look.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
          ...(look.tabColor === undefined ? {} : { tabColor: look.tabColor }),
          ...(look.frozen === null ? {} : { freeze: freeze(look.frozen) }),
        }),
  };
}

const freeze = ({ rows, columns }: { rows: number; columns: number }) => ({
  startRow: rows > 0 ? rows : -1,
  startColumn: columns > 0 ? columns : -1,
  ySplit: rows,
  xSplit: columns,
});

type Look = NonNullable<GridSheet['look']>;

const rowData = (look: Look): NonNullable<IWorksheetData['rowData']> =>
  Object.fromEntries(
    look.rows.map(({ row, height, hidden }) => [
      row,
      {
        ...(height === undefined ? {} : { h: Math.round(height * POINT) }),
        ...(hidden && !isFiltered(look, row) ? { hd: BooleanNumber.TRUE } : {}),
      },
    ]),
  );

/** A delimited text has no widths of its own: as wide as its first rows need. */
const fitting = ({ columns, formats, ...sheet }: GridSheet): IWorksheetData['columnData'] =>
  Object.fromEntries(
    columnWidths({ ...sheet, columns, ...(formats && { formats }) }).map((characters, column) => [
      column,
      { w: characters * LETTER + BESIDE_TEXT },
    ]),
  );

/** Pixels of a digit in the grid's own font, and of what is left free beside a text. */
const LETTER = 9;
const BESIDE_TEXT = 10;

function columnData(runs: Look['columns'], count: number): IWorksheetData['columnData'] {
  const data: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const { from, to, width, hidden } of runs)
    for (let column = from; column <= Math.min(to, count); column += 1)
      data[column] = {
        ...(width === undefined ? {} : { w: pixelsOf(width) }),
        ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
      };
  return data;
}

/**
 * The filters of the sheets, as the grid's own part for filters keeps them. What a column is
 * filtered by is not taken over: the rows that it hides are.
 */
function filterResource(sheets: readonly GridSheet[], ids: ReadonlyMap<string, string>) {
  const filters = sheets.flatMap(({ name, look, rowCount }) => {
    if (look?.filter == null) return [];
    const { top, left, bottom, right } = look.filter;
    const ref = {
      startRow: top,
      startColumn: left,
      endRow: Math.max(top, Math.min(rowCount - 1, bottom)),
      endColumn: right,
    };
    const hidden = look.rows.filter((row) => row.hidden && isFiltered(look, row.row));
    return [
      [
        ids.get(name) ?? name,
        { ref, filterColumns: [], cachedFilteredOut: hidden.map(({ row }) => row) },
      ],
    ];
  });
  return { name: 'SHEET_FILTER_PLUGIN', data: JSON.stringify(Object.fromEntries(filters)) };
}

/** A row that the sheet's filter, and not a person, has hidden. */
const isFiltered = ({ filter }: Look, row: number): boolean =>
  filter !== null && row > filter.top && row <= filter.bottom;

/** Puts the cells of some rows into a sheet's data. */
function fillRows(
  cellData: Record<number, Record<number, ICellData>>,
  { columns, formats, look }: GridSheet,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row += 1) {
    let line: Record<number, ICellData> | null = null;
    for (let column = 0; column < columns.length; column += 1) {
      const style = look?.cells[column]?.[row] ?? 0;
      const cell = columns[column]?.[row] ?? null;
      if (cell === null && style === 0) continue;
      const data = cellOf(cell, style);
      const pattern = formats?.[column]?.[row];
      if (pattern) data.s = { n: { pattern } };
      line ??= {};
      line[column] = data;
    }
    if (line !== null) cellData[row] = line;
  }
}

/** Formulas put over values before the page gets a turn. */
const FORMULAS_AT_ONCE = 4000;

/**
 * Puts the formulas of the file and what was typed since over the values of a sheet.
 *
 * @returns whether each of them has a result already
 */
async function putTyped(
  cellData: Record<number, Record<number, ICellData>>,
  { look, edits, rowCount }: GridSheet,
  canCompute: (formula: LookedFormula) => boolean,
): Promise<{ readonly isComputed: boolean }> {
  let isComputed = true;
  const put = (row: number, column: number, data: ICellData): void => {
    if (row >= rowCount) return;
    const cell = ((cellData[row] ??= {})[column] ??= {});
    Object.assign(cell, data);
    // Some programs write 0 for what they have not computed.
    if (data.f !== undefined && !cell.v) isComputed = false;
  };
  const typed = new Set(
    edits.flatMap(({ row, column, kind }) => (kind === 'result' ? [] : [`${row}:${column}`])),
  );
  const empty = (block: CellBlock): void => {
    isComputed = false;
    for (const [row, column] of cellsOf(block)) delete cellData[row]?.[column]?.v;
  };
  for (const [at, looked] of (look?.formulas ?? []).entries()) {
    const { row, column, formula, spill } = looked;
    if (at % FORMULAS_AT_ONCE === FORMULAS_AT_ONCE - 1) await yieldToMessages();
    if (typed.has(`${row}:${column}`) || !canCompute(looked)) continue;
    put(row, column, { f: `=${formula}` });
    // It is computed anew, which fills cells that are empty only.
    if (spill !== undefined) empty(spill);
  }
  for (const edit of edits) {
    const { row, column, formula, format, spill } = edit;
    const own = edit.look ?? look?.cells[column]?.[row] ?? 0;
    if (edit.look !== undefined) put(row, column, { s: lookName(own) });
    if (formula !== undefined) put(row, column, { f: `=${formula}` });
    if (spill !== undefined) {
      const [bottom, right] = [row + spill.rows - 1, column + spill.columns - 1];
      empty({ top: row, left: column, bottom, right });
    }
    if (format === undefined) continue;
    if ((look?.looks[own]?.format ?? 'General') === format) continue;
    put(row, column, { s: styleOf({ ...look?.looks[own], format }) });
  }
  return { isComputed };
}

/** One object for a cell: of a million cells, each one more is a pause of the page. */
function cellOf(cell: Cell, style: number): ICellData {
  const data = valueOf(cell);
  if (style !== 0) data.s = lookName(style);
  return data;
}

function valueOf(cell: Cell): ICellData {
  if (cell === null) return {};
  if (isFault(cell)) return { v: cell.fault, t: CellValueType.STRING };
  if (typeof cell === 'boolean') return { v: cell ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: cell, t: typeof cell === 'number' ? CellValueType.NUMBER : CellValueType.STRING };
}
