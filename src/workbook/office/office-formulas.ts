/// <reference types="office-js" />
import type {
  ColumnOfCells,
  FormulaCell,
  SheetFormulas,
} from '#application/formulas/sheet-formulas.ts';
import type { Cell } from '#domain/sheet.ts';
import { type Surroundings, talk } from './conversation.ts';
import { ExcelError } from './excel-error.ts';

/** Rows asked for at once: formulas are long, and an answer must stay below 5 MB. */
const ROWS_AT_ONCE = 2000;
const FORMATS: Readonly<Record<ColumnOfCells['look'], string>> = {
  integer: '0',
  rate: '0.##%',
  money: '#,##0.00',
};

/** The formulas of the workbook that is open in Excel. */
export class OfficeFormulas implements SheetFormulas {
  constructor(private readonly surroundings: Surroundings) {}

  findFormulas(
    part: string,
    options: Parameters<SheetFormulas['findFormulas']>[1] = {},
  ): Promise<readonly FormulaCell[]> {
    return talk(this.surroundings, { signal: options.signal }, async (conversation) => {
      const { worksheets } = conversation.context.workbook;
      const sheets = await conversation.step(() => worksheets.load('items/name,items/visibility'));
      const found: FormulaCell[] = [];
      for (const sheet of sheets.items.filter(({ visibility }) => visibility === 'Visible')) {
        const used = await conversation.step(() =>
          sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
        );
        if (used.isNullObject) continue;
        for (let from = 0; from < used.rowCount; from += ROWS_AT_ONCE) {
          const rows = Math.min(ROWS_AT_ONCE, used.rowCount - from);
          const block = await conversation.step(() =>
            sheet
              .getRangeByIndexes(used.rowIndex + from, used.columnIndex, rows, used.columnCount)
              .load('formulas,values,valueTypes'),
          );
          collect(
            found,
            sheet.name,
            part.toLowerCase(),
            used.rowIndex + from,
            used.columnIndex,
            block,
          );
          options.progress?.(from + rows, used.rowCount);
        }
      }
      return found;
    });
  }

  setFormulas(cells: Parameters<SheetFormulas['setFormulas']>[0]): Promise<void> {
    return talk(this.surroundings, { undoGroup: true }, async (conversation) => {
      await conversation.step(() => {
        for (const { sheet, row, column, formula } of cells) {
          conversation.context.workbook.worksheets
            .getItem(sheet)
            .getRangeByIndexes(row, column, 1, 1).formulas = [[`=${formula}`]];
        }
      });
    });
  }

  copySheet(sheet: string, name: string): Promise<string> {
    return talk(this.surroundings, { sheet }, async (conversation) => {
      const { worksheets } = conversation.context.workbook;
      const taken = new Set(
        (await conversation.step(() => worksheets.load('items/name'))).items.map((item) =>
          item.name.toLowerCase(),
        ),
      );
      const free = freeName(name, taken);
      await conversation.step(() => {
        const original = worksheets.getItem(sheet);
        original.copy('After', original).name = free;
      });
      return free;
    });
  }

  setValues(sheet: string, cells: Parameters<SheetFormulas['setValues']>[1]): Promise<void> {
    return talk(this.surroundings, { sheet, undoGroup: true }, async (conversation) => {
      await conversation.step(() => {
        const target = conversation.context.workbook.worksheets.getItem(sheet);
        for (const { row, column, value } of cells)
          target.getRangeByIndexes(row, column, 1, 1).values = [[plain(value)]];
      });
    });
  }

  addColumns(sheet: string, headerRow: number, columns: readonly ColumnOfCells[]): Promise<void> {
    return talk(this.surroundings, { sheet, undoGroup: true }, async (conversation) => {
      const target = conversation.context.workbook.worksheets.getItem(sheet);
      const first = columns[0];
      if (first === undefined) return;
      const height = first.formulas.length + 1;
      const place = await conversation.step(() =>
        target.getRangeByIndexes(headerRow, first.column, height, columns.length).load('formulas'),
      );
      if (place.formulas.some((row) => row.some((formula) => formula !== '')))
        throw new ExcelError({ code: 'excel.cellsTaken', sheet });
      await conversation.step(() => {
        columns.forEach((column, at) => {
          const range = target.getRangeByIndexes(headerRow, first.column + at, height, 1);
          range.formulas = [
            [column.header],
            ...column.formulas.map((formula) => [formula === null ? '' : `=${formula}`]),
          ];
          target.getRangeByIndexes(headerRow + 1, first.column + at, height - 1, 1).numberFormat =
            column.formulas.map(() => [FORMATS[column.look]]);
        });
      });
    });
  }
}

function collect(
  found: FormulaCell[],
  sheet: string,
  part: string,
  top: number,
  left: number,
  block: Excel.Range,
): void {
  block.formulas.forEach((row: readonly unknown[], r) =>
    row.forEach((formula, c) => {
      if (
        typeof formula !== 'string' ||
        !formula.startsWith('=') ||
        !formula.toLowerCase().includes(part)
      )
        return;
      const value = block.values[r]?.[c] as string | number | boolean;
      const isFault = block.valueTypes[r]?.[c] === 'Error';
      found.push({
        sheet,
        row: top + r,
        column: left + c,
        formula: formula.slice(1),
        value: isFault ? { fault: String(value) } : value,
      });
    }),
  );
}

/** A copy for outside shows what the sheet shows; an error stays readable as text. */
const plain = (value: Cell): string | number | boolean =>
  value === null
    ? ''
    : typeof value === 'object'
      ? `'${value.fault}`
      : typeof value === 'string'
        ? `'${value}`
        : value;

/** Excel allows 31 characters and tells names apart without case. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? '' : ` (${n})`;
    const candidate = name.slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
