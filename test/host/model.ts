import { type Block, columnOf, keyOf, localAddress, parseAddress, rowOf } from './address.ts';
import { sheetContent, type CellFormat, type GridModel, type Value } from './grid.ts';
import type { Wire } from './protocol.ts';

export interface TableModel {
  id: string;
  name: string;
  block: Block;
  style: string;
  showTotals: boolean;
  filtered: boolean;
}
export interface SeriesModel {
  name: string;
  values: string;
  categories: string;
  color: string;
  type?: string;
  lineStyle?: string;
  markerStyle?: string;
  markerSize?: number;
  markerFill?: string;
  markerLine?: string;
}
export interface ChartModel {
  id: string;
  name: string;
  type: string;
  title: string;
  titleVisible: boolean;
  legend: { visible: boolean; position: string };
  valueAxisFormat: string;
  valueAxisMinimum: number | null;
  series: SeriesModel[];
  from: string;
  to: string;
}
interface LinkModel {
  documentReference?: string;
  address?: string;
  textToDisplay?: string;
  screenTip?: string;
}

/** A worksheet of the model; the grid holds its cells. */
export interface SheetModel extends GridModel {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  showGridlines: boolean;
  merges: Block[];
  tables: TableModel[];
  charts: ChartModel[];
  customProperties: Map<string, string>;
  links: Map<number, LinkModel>;
  validations: { block: Block; rule: Wire; prompt: Wire; errorAlert: Wire }[];
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  outline: { rows: Map<number, number>; shownLevels: number };
  frozen: { rows: number; columns: number };
  pageLayout: Map<string, Wire>;
  protection: null | { allowFormatCells: boolean };
  names: Map<string, string>;
}

/** A whole workbook: plain data, comparable before and after. */
export interface WorkbookModel {
  name: string;
  date1904: boolean;
  sheets: SheetModel[];
  names: Map<string, string>;
  settings: Map<string, Wire>;
  structureProtected: boolean;
  active: string;
  selection: { sheet: string; block: Block };
  calculationMode: string;
  customXml: { namespace: string; xml: string }[];
  nextId: number;
}

export interface SheetLiteral {
  readonly name: string;
  /**
   * Row-major: what a person would type, null for an empty cell; `{ error: '#N/A' }` for an error;
   * text beginning with "=" is a formula with the value 0.
   */
  readonly rows?: readonly (readonly (Value | null)[])[];
  /** Instead of `rows`, for large sheets: `columns[c][r]`. Not copied. */
  readonly columns?: (Value | null)[][];
  readonly numberFormats?: Readonly<Record<string, string>>;
  /** By address: "A1:B3" → "#FFCC00". */
  readonly fills?: Readonly<Record<string, string>>;
  readonly formats?: Readonly<Record<string, CellFormat>>;
  readonly visibility?: SheetModel['visibility'];
  readonly merges?: readonly string[];
  readonly tables?: readonly {
    readonly name: string;
    readonly address: string;
    readonly filtered?: boolean;
  }[];
  readonly hiddenRows?: readonly number[];
  /** Rows (1-based) that a filter hides. */
  readonly filteredRows?: readonly number[];
  readonly customProperties?: Readonly<Record<string, string>>;
  readonly protection?: { readonly allowFormatCells?: boolean };
}

export interface WorkbookLiteral {
  readonly name?: string;
  readonly date1904?: boolean;
  readonly sheets: readonly SheetLiteral[];
  readonly names?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, Wire>>;
  readonly structureProtected?: boolean;
  readonly customXml?: readonly { readonly namespace: string; readonly xml: string }[];
}

export function buildWorkbook(literal: WorkbookLiteral): WorkbookModel {
  const model: WorkbookModel = {
    name: literal.name ?? 'Book1.xlsx',
    date1904: literal.date1904 ?? false,
    sheets: [],
    names: new Map(Object.entries(literal.names ?? {})),
    settings: new Map(Object.entries(literal.settings ?? {})),
    structureProtected: literal.structureProtected ?? false,
    active: '',
    selection: { sheet: '', block: { top: 0, left: 0, rows: 1, columns: 1 } },
    calculationMode: 'Automatic',
    customXml: (literal.customXml ?? []).map((part) => ({ ...part })),
    nextId: 1,
  };
  for (const sheet of literal.sheets) model.sheets.push(buildSheet(model, sheet));
  model.active = model.sheets[0]?.id ?? '';
  model.selection.sheet = model.active;
  return model;
}

function newId(model: WorkbookModel): string {
  const id = `{00000000-0001-0000-0000-${String(model.nextId).padStart(12, '0')}}`;
  model.nextId += 1;
  return id;
}

export function buildSheet(model: WorkbookModel, literal: SheetLiteral): SheetModel {
  const sheet: SheetModel = {
    id: newId(model),
    name: literal.name,
    visibility: literal.visibility ?? 'Visible',
    tabColor: '',
    showGridlines: true,
    columns: [],
    formulas: new Map(),
    formats: new Map(),
    columnFormats: new Map(),
    hiddenRows: new Set((literal.hiddenRows ?? []).map((row) => row - 1)),
    filteredRows: new Set((literal.filteredRows ?? []).map((row) => row - 1)),
    merges: (literal.merges ?? []).map(parseAddress),
    tables: [],
    charts: [],
    customProperties: new Map(Object.entries(literal.customProperties ?? {})),
    links: new Map(),
    validations: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    outline: { rows: new Map(), shownLevels: 8 },
    frozen: { rows: 0, columns: 0 },
    pageLayout: new Map(),
    protection: literal.protection
      ? { allowFormatCells: literal.protection.allowFormatCells ?? false }
      : null,
    names: new Map(),
  };
  if (literal.columns) sheet.columns = literal.columns;
  (literal.rows ?? []).forEach((cells, row) =>
    cells.forEach((value, column) => place(sheet, row, column, value)),
  );
  const paint = (address: string, format: CellFormat): void =>
    paintCells(sheet, parseAddress(address), format);
  for (const [address, code] of Object.entries(literal.numberFormats ?? {}))
    paint(address, { numberFormat: code });
  for (const [address, color] of Object.entries(literal.fills ?? {}))
    paint(address, { 'fill.color': color, 'fill.pattern': 'Solid' });
  for (const [address, format] of Object.entries(literal.formats ?? {})) paint(address, format);
  for (const table of literal.tables ?? []) {
    sheet.tables.push({
      id: String(model.nextId++),
      name: table.name,
      block: parseAddress(table.address),
      style: 'TableStyleMedium2',
      showTotals: false,
      filtered: table.filtered ?? false,
    });
  }
  return sheet;
}

/** A copy with all its cells and looks, under the name that Excel gives one. */
export function copySheet(model: WorkbookModel, sheet: SheetModel): SheetModel {
  let number = 2;
  const nameOf = (): string => `${sheet.name.slice(0, 26)} (${number})`;
  while (model.sheets.some(({ name }) => name === nameOf())) number += 1;
  const { columns, ...rest } = sheet;
  return {
    ...structuredClone(rest),
    columns: columns.map((cells) => [...cells]),
    id: newId(model),
    name: nameOf(),
    tables: sheet.tables.map((table) => ({
      ...table,
      id: String(model.nextId++),
      name: `${table.name}${model.nextId}`,
    })),
  };
}

function place(sheet: SheetModel, row: number, column: number, value: Value | null): void {
  const cells = (sheet.columns[column] ??= []);
  while (cells.length < row) cells.push(null);
  const isFormula = typeof value === 'string' && value.startsWith('=');
  cells[row] = isFormula ? 0 : value;
  if (isFormula) sheet.formulas.set(keyOf(row, column), value);
}

function paintCells(sheet: SheetModel, block: Block, format: CellFormat): void {
  for (let column = block.left; column < block.left + block.columns; column += 1) {
    if (block.rows > 200_000)
      sheet.columnFormats.set(column, { ...sheet.columnFormats.get(column), ...format });
    else
      for (let row = block.top; row < block.top + block.rows; row += 1)
        sheet.formats.set(keyOf(row, column), {
          ...sheet.formats.get(keyOf(row, column)),
          ...format,
        });
  }
}

const plain = (map: Map<unknown, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    [...map]
      .map(([key, value]) => [String(key), value])
      .sort(([a], [b]) => String(a).localeCompare(String(b))),
  );
const byAddress = <V>(map: Map<number, V>): Record<string, V> =>
  Object.fromEntries(
    [...map]
      .sort(([a], [b]) => a - b)
      .map(([key, value]) => [
        localAddress({ top: rowOf(key), left: columnOf(key), rows: 1, columns: 1 }),
        value,
      ]),
  );

/** Numbers that the host gives out are nobody's concern. */
const withoutId = <T extends { readonly id: string }>(part: T): Omit<T, 'id'> => {
  const { id: _, ...rest } = structuredClone(part);
  return rest;
};

/**
 * Everything a person could see or save, as plain data; two snapshots are equal when nothing
 * changed.
 */
export function snapshot(
  model: WorkbookModel,
  keep: (sheet: SheetModel) => boolean = () => true,
): Record<string, unknown> {
  return {
    name: model.name,
    names: plain(model.names),
    settings: plain(model.settings),
    sheets: model.sheets.filter(keep).map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      tabColor: sheet.tabColor,
      showGridlines: sheet.showGridlines,
      cells: sheetContent(sheet),
      formulas: byAddress(sheet.formulas),
      formats: byAddress(sheet.formats),
      columnFormats: plain(sheet.columnFormats),
      hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
      filteredRows: [...sheet.filteredRows].sort((a, b) => a - b),
      merges: sheet.merges.map(localAddress).sort(),
      tables: sheet.tables.map(withoutId),
      charts: sheet.charts.map(withoutId),
      customProperties: plain(sheet.customProperties),
      links: byAddress(sheet.links),
      validations: structuredClone(sheet.validations),
      columnWidths: plain(sheet.columnWidths),
      rowHeights: plain(sheet.rowHeights),
      outline: plain(sheet.outline.rows),
      frozen: { ...sheet.frozen },
      pageLayout: plain(sheet.pageLayout),
      protection: sheet.protection,
      names: plain(sheet.names),
    })),
  };
}
