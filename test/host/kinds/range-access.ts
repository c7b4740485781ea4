import { type Block, fullAddress } from '../address.ts';
import { bounded, cellsOf, formatAt, putFormat } from '../grid.ts';
import type { WireHost } from '../host.ts';
import type { SheetModel } from '../model.ts';
import { type Wire, WireError } from '../protocol.ts';

/**
 * Cells of a sheet, by the sheet's id: a range outlives its sheet and then replies ItemNotFound.
 */
export interface RangeRef {
  readonly sheet: string;
  readonly block: Block;
}
export interface AreasRef {
  readonly sheet: string;
  readonly blocks: readonly Block[];
}

export function sheetById(host: WireHost, id: string): SheetModel {
  const sheet = host.model.sheets.find((candidate) => candidate.id === id);
  if (!sheet) throw new WireError('ItemNotFound', 'the sheet is gone');
  return sheet;
}

export const addressOfRange = (self: RangeRef, host: WireHost): string =>
  fullAddress(sheetById(host, self.sheet).name, self.block);

export function guardValues(sheet: SheetModel): void {
  if (sheet.protection) throw new WireError('AccessDenied', 'the sheet is protected');
}

export function guardFormats(sheet: SheetModel): void {
  if (sheet.protection && !sheet.protection.allowFormatCells)
    throw new WireError('AccessDenied', 'the sheet is protected');
}

/** How a cell looks when nothing is set. */
const DEFAULTS: Readonly<Record<string, Wire>> = {
  numberFormat: 'General',
  'fill.color': '#FFFFFF',
  'fill.pattern': 'None',
  'fill.patternColor': '#000000',
  'fill.patternTintAndShade': 0,
  'fill.tintAndShade': 0,
  'font.bold': false,
  'font.italic': false,
  'font.color': '#000000',
  'font.size': 11,
  'font.name': 'Calibri',
  'font.underline': 'None',
  'font.strikethrough': false,
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  indentLevel: 0,
  shrinkToFit: false,
};

export function lookOf(sheet: SheetModel, row: number, column: number, name: string): Wire {
  const format = formatAt(sheet, row, column);
  if (name === 'fill.color' && format['fill.pattern'] === 'None') return '#FFFFFF';
  return (
    format[name] ??
    DEFAULTS[name] ??
    (name.startsWith('borders.')
      ? name.endsWith('.style')
        ? 'None'
        : name.endsWith('.weight')
          ? 'Thin'
          : '#000000'
      : null)
  );
}

/** One value when all cells agree, otherwise null, as Office.js reports a mixed look. */
export function commonLook(sheet: SheetModel, block: Block, name: string): Wire {
  const area = bounded(sheet, block);
  let common: Wire | undefined;
  for (const [row, column] of cellsOf(area)) {
    const value = lookOf(sheet, row, column, name);
    if (common === undefined) common = value;
    else if (common !== value) return null;
  }
  return common ?? DEFAULTS[name] ?? null;
}

export function applyLook(
  host: WireHost,
  sheet: SheetModel,
  block: Block,
  entries: Readonly<Record<string, Wire | undefined>>,
): void {
  guardFormats(sheet);
  const area = bounded(sheet, block);
  const skip = host.options.filterSkipsFormats && area.rows > 1 ? sheet.filteredRows : null;
  for (const [row, column] of cellsOf(area))
    if (!skip?.has(row)) putFormat(sheet, host.journal, row, column, entries);
}

const FILL = [
  'fill.color',
  'fill.pattern',
  'fill.patternColor',
  'fill.patternTintAndShade',
  'fill.tintAndShade',
] as const;

/** No fill, also where the column has one. */
export function clearFill(host: WireHost, sheet: SheetModel, block: Block): void {
  guardFormats(sheet);
  const skip = host.options.filterSkipsFormats && block.rows > 1 ? sheet.filteredRows : null;
  for (const [row, column] of cellsOf(bounded(sheet, block))) {
    if (skip?.has(row)) continue;
    const below = sheet.columnFormats.get(column)?.['fill.pattern'];
    putFormat(sheet, host.journal, row, column, {
      ...Object.fromEntries(FILL.map((name) => [name, undefined])),
      ...(below === undefined || below === 'None' ? {} : { 'fill.pattern': 'None' }),
    });
  }
}

/** Setting a colour makes the fill solid; setting none takes it away. */
export function setFill(
  host: WireHost,
  sheet: SheetModel,
  block: Block,
  entries: Readonly<Record<string, Wire>>,
): void {
  const color = entries['fill.color'];
  if (entries['fill.pattern'] === 'None' || color === '') return clearFill(host, sheet, block);
  if (
    color !== undefined &&
    (typeof color !== 'string' || !/^(#[0-9A-Fa-f]{6}|[A-Za-z]+)$/.test(color))
  )
    throw new WireError('InvalidArgument', `colour ${String(color)}`);
  const solid =
    color !== undefined && entries['fill.pattern'] === undefined ? { 'fill.pattern': 'Solid' } : {};
  const upper = typeof color === 'string' ? { 'fill.color': color.toUpperCase() } : {};
  applyLook(host, sheet, block, { ...entries, ...upper, ...solid });
}
