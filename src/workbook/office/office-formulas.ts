/// <reference types="office-js" />
import { Refusal } from '#domain/refusal.ts';
import type { ExcelFact } from '#facts/excel.ts';
import type {
  ColumnOfCells,
  FormulaCell,
  SheetFormulas,
  Steps,
} from '#application/formulas/sheet-formulas.ts';
import type { Cell } from '#domain/sheet.ts';
import { type Conversation, type Surroundings, talk } from './conversation.ts';
import { withoutFilters } from './filters.ts';
import { formulasOn } from './find-formulas.ts';
import { writeCells } from './write-cells.ts';

const FORMATS: Readonly<Record<ColumnOfCells['look'], string>> = {
  integer: '0',
  rate: '0.##%',
  money: '#,##0.00',
};

/** The formulas of the workbook that is open in Excel. */
export class OfficeFormulas implements SheetFormulas {
  constructor(private readonly surroundings: Surroundings) {}

  findFormulas(part: string, options: Steps = {}): Promise<readonly FormulaCell[]> {
    return talk(this.surroundings, { signal: options.signal }, async (conversation) => {
      const { worksheets } = conversation.context.workbook;
      const sheets = await conversation.step(() => worksheets.load('items/name,items/visibility'));
      const found: FormulaCell[] = [];
      for (const sheet of sheets.items.filter(({ visibility }) => visibility === 'Visible')) {
        const cells = await formulasOn(conversation, sheet, part.toLowerCase(), options.progress);
        for (const cell of cells) found.push(cell);
      }
      return found;
    });
  }

  async setFormulas(
    cells: Parameters<SheetFormulas['setFormulas']>[0],
    options: Steps = {},
  ): Promise<void> {
    for (const [sheet, own] of bySheet(cells)) {
      const inputs = own.map(({ row, column, formula }) => ({ row, column, input: `=${formula}` }));
      await this.type(sheet, inputs, options);
    }
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

  setValues(
    sheet: string,
    cells: Parameters<SheetFormulas['setValues']>[1],
    options: Steps = {},
  ): Promise<void> {
    const inputs = cells.map(({ row, column, value }) => ({ row, column, input: plain(value) }));
    return this.type(sheet, inputs, options);
  }

  removeCopy(sheet: string): Promise<void> {
    return talk(this.surroundings, { sheet }, async (conversation) => {
      const { worksheets } = conversation.context.workbook;
      const copy = await conversation.step(() =>
        worksheets.getItemOrNullObject(sheet).load('name'),
      );
      if (!copy.isNullObject) await conversation.step(() => copy.delete());
    });
  }

  addColumns(
    sheet: string,
    headerRow: number,
    columns: readonly ColumnOfCells[],
    options: Steps = {},
  ): Promise<void> {
    const own = { sheet, signal: options.signal, undoGroup: true };
    return talk(this.surroundings, own, async (conversation) => {
      const target = conversation.context.workbook.worksheets.getItem(sheet);
      const [first] = columns;
      if (first === undefined) return;
      const height = first.formulas.length + 1;
      const place = (): Excel.Range =>
        target.getRangeByIndexes(headerRow, first.column, height, columns.length);
      const taken = await conversation.step(() =>
        place().getUsedRangeOrNullObject(true).load('address'),
      );
      if (!taken.isNullObject) throw new Refusal<ExcelFact>({ code: 'excel.cellsTaken', sheet });
      await withoutFilters(conversation, target, this.surroundings, async () => {
        try {
          await writeCells(conversation, target, cellsOf(headerRow, columns), options.progress);
          await format(conversation, target, headerRow, columns);
        } catch (error) {
          // Half a column would be worse than none; the cells were empty before.
          await conversation.unstoppable().step(() => place().clear());
          throw error;
        }
      });
    });
  }

  private type(
    sheet: string,
    cells: Parameters<typeof writeCells>[2],
    { progress, signal }: Steps,
  ): Promise<void> {
    return talk(this.surroundings, { sheet, signal, undoGroup: true }, (conversation) => {
      const target = conversation.context.workbook.worksheets.getItem(sheet);
      return withoutFilters(conversation, target, this.surroundings, () =>
        writeCells(conversation, target, cells, progress),
      );
    });
  }
}

/** Cells by sheet, in the order in which the sheets come. */
function bySheet<T extends { readonly sheet: string }>(cells: readonly T[]): Map<string, T[]> {
  const sheets = new Map<string, T[]>();
  for (const cell of cells) {
    const own = sheets.get(cell.sheet);
    if (own) own.push(cell);
    else sheets.set(cell.sheet, [cell]);
  }
  return sheets;
}

const cellsOf = (
  headerRow: number,
  columns: readonly ColumnOfCells[],
): Parameters<typeof writeCells>[2] =>
  columns.flatMap(({ column, header, formulas }) => [
    { row: headerRow, column, input: header },
    ...formulas.map((formula, at) => ({
      row: headerRow + 1 + at,
      column,
      input: formula === null ? '' : `=${formula}`,
    })),
  ]);

/** One format a column: no list of a hundred thousand of them. */
async function format(
  talk: Conversation,
  sheet: Excel.Worksheet,
  headerRow: number,
  columns: readonly ColumnOfCells[],
): Promise<void> {
  await talk.step(() => {
    for (const { column, formulas, look } of columns)
      sheet.getRangeByIndexes(headerRow + 1, column, formulas.length, 1).numberFormat = FORMATS[
        look
      ] as unknown as string[][];
  });
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
