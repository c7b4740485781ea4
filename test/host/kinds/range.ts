import {
  type Block,
  covers,
  isWholeColumns,
  isWholeRows,
  keyOf,
  localAddress,
  overlaps,
  parseAddress,
  WHOLE,
} from '../address.ts';
import {
  bounded,
  cellsOf,
  type GridModel,
  hasInside,
  interpret,
  putFormat,
  putValue,
  readBlock,
  usedBlock,
  type Value,
  valueAt,
  valueType,
  wireValue,
} from '../grid.ts';
import type { WireHost } from '../host.ts';
import { type Arg, asFlag, asRecord, isNode, type Kind, node, text, whole } from '../kind.ts';
import type { SheetModel } from '../model.ts';
import { type Wire, WireError } from '../protocol.ts';
import { cellProperties, setCellProperties } from './cell-properties.ts';
import { dataValidationKind } from './data-validation.ts';
import {
  addressOfRange,
  applyLook,
  guardFormats,
  guardValues,
  lookOf,
  type RangeRef,
  sheetById,
} from './range-access.ts';
import { rangeAreasKind } from './range-areas.ts';
import { formatKind } from './range-format.ts';
import { tableCollection } from './table.ts';
import { worksheetKind } from './worksheet.ts';

export type { RangeRef } from './range-access.ts';

/** Office.js documentation of getMergedAreasOrNullObject: above 512 areas it fails. */
const MOST_MERGES = 512;

type Read = (sheet: SheetModel, row: number, column: number) => unknown;

/**
 * A two-dimensional reply; over the cell limit, or for whole columns and rows, Excel replies null
 * or an error.
 */
function grid(read: Read) {
  return (self: RangeRef, host: WireHost): unknown => {
    const sheet = sheetById(host, self.sheet);
    const { block } = self;
    if (isWholeColumns(block) || isWholeRows(block)) return null;
    if (block.rows * block.columns > host.options.cellLimit) {
      if (host.options.overCellLimit === 'error') throw new WireError('RangeExceedsLimit');
      return null;
    }
    return readBlock(block, (row, column) => read(sheet, row, column));
  };
}

const formulaOrValue: Read = (sheet, row, column) =>
  sheet.formulas.get(keyOf(row, column)) ?? wireValue(valueAt(sheet, row, column));

/**
 * Values over a filtered list land in the visible rows: the hazard is modelled so that nobody
 * writes there.
 */
function targetRows(sheet: SheetModel, block: Block): number[] {
  const rows: number[] = [];
  for (let row = block.top; rows.length < block.rows; row += 1)
    if (block.rows === 1 || !sheet.filteredRows.has(row)) rows.push(row);
  return rows;
}

function writeGrid(self: RangeRef, given: Wire, host: WireHost): void {
  const sheet = sheetById(host, self.sheet);
  guardValues(sheet);
  const lines = matrix(given, self.block);
  const rows = targetRows(sheet, self.block);
  lines.forEach((line, at) =>
    line.forEach((value, c) => {
      if (value !== null) writeCell(host, sheet, rows[at] ?? 0, self.block.left + c, value);
    }),
  );
  host.raiseChanged(sheet.name, localAddress(self.block));
}

function writeCell(
  host: WireHost,
  sheet: SheetModel,
  row: number,
  column: number,
  given: Wire,
): void {
  const { value, formula, numberFormat } = interpret(
    given,
    lookOf(sheet, row, column, 'numberFormat') === '@',
  );
  const result: Value | null =
    formula === undefined ? value : (host.options.evaluate?.(formula) ?? 0);
  putValue(sheet, host.journal, row, column, result, formula);
  if (numberFormat !== undefined && lookOf(sheet, row, column, 'numberFormat') === 'General')
    putFormat(sheet, host.journal, row, column, { numberFormat });
}

function matrix(given: Wire, block: Block): readonly (readonly Wire[])[] {
  const lines = given as readonly (readonly Wire[])[];
  const fits =
    Array.isArray(given) &&
    lines.length === block.rows &&
    lines.every((line) => Array.isArray(line) && line.length === block.columns);
  if (!fits)
    throw new WireError(
      'InvalidArgument',
      `the array does not have the shape of ${localAddress(block)}`,
    );
  return lines;
}

function writeFormats(self: RangeRef, given: Wire, host: WireHost): void {
  const sheet = sheetById(host, self.sheet);
  guardFormats(sheet);
  if (typeof given === 'string') return applyLook(host, sheet, self.block, { numberFormat: given });
  matrix(given, self.block).forEach((line, r) =>
    line.forEach((code, c) => {
      if (code !== null)
        putFormat(sheet, host.journal, self.block.top + r, self.block.left + c, {
          numberFormat: code === 'General' ? undefined : code,
        });
    }),
  );
}

function clear(self: RangeRef, args: readonly Arg[], host: WireHost): void {
  const sheet = sheetById(host, self.sheet);
  const what = args[0] ?? 'All';
  if (what !== 'Formats') guardValues(sheet);
  const area = bounded(sheet, self.block);
  if (what === 'All' || what === 'Contents')
    for (const [row, column] of cellsOf(area))
      if (valueAt(sheet, row, column) !== null || sheet.formulas.has(keyOf(row, column)))
        putValue(sheet, host.journal, row, column, null);
  if (what === 'All' || what === 'Formats') {
    guardFormats(sheet);
    for (const key of hasInside(sheet.formats.keys(), self.block))
      host.journal.mapSet(sheet.formats, key, undefined);
    for (const merge of sheet.merges.filter((block) => overlaps(block, self.block)))
      host.journal.remove(sheet.merges, merge);
  }
  if (what === 'All' || what === 'Hyperlinks' || what === 'RemoveHyperlinks')
    for (const key of hasInside(sheet.links.keys(), self.block))
      host.journal.mapSet(sheet.links, key, undefined);
  if (what === 'All')
    for (const rule of sheet.validations.filter(({ block }) => covers(self.block, block)))
      host.journal.remove(sheet.validations, rule);
}

function merge(self: RangeRef, args: readonly Arg[], host: WireHost): void {
  const sheet = sheetById(host, self.sheet);
  guardFormats(sheet);
  const across = args[0] === true;
  const blocks = across
    ? Array.from({ length: self.block.rows }, (_, r) => ({
        ...self.block,
        top: self.block.top + r,
        rows: 1,
      }))
    : [self.block];
  for (const block of blocks) {
    for (const [row, column] of cellsOf(block))
      if (row !== block.top || column !== block.left)
        if (valueAt(sheet, row, column) !== null) putValue(sheet, host.journal, row, column, null);
    host.journal.insert(sheet.merges, block);
  }
}

function group(self: RangeRef, args: readonly Arg[], host: WireHost, by: 1 | -1): void {
  if (text(args, 0) !== 'ByRows') throw new WireError('ApiNotFound', 'only rows are grouped here');
  const { rows } = sheetById(host, self.sheet).outline;
  let changed = 0;
  for (let row = self.block.top; row < self.block.top + self.block.rows; row += 1) {
    const level = (rows.get(row) ?? 0) + by;
    if (level < 0) continue;
    changed += 1;
    host.journal.mapSet(rows, row, level === 0 ? undefined : level);
  }
  if (changed === 0) throw new WireError('InvalidOperation', 'nothing is grouped there');
}

function around(a: Block, b: Block): Block {
  const top = Math.min(a.top, b.top);
  const left = Math.min(a.left, b.left);
  return {
    top,
    left,
    rows: Math.max(a.top + a.rows, b.top + b.rows) - top,
    columns: Math.max(a.left + a.columns, b.left + b.columns) - left,
  };
}

/** The cells of a sheet that lie in a block. */
function within(sheet: SheetModel, block: Block): GridModel {
  const { top, left, rows, columns } = block;
  const inside = <V>(map: Map<number, V>): Map<number, V> =>
    new Map(hasInside(map.keys(), block).map((key) => [key, map.get(key) as V]));
  return {
    ...sheet,
    columns: sheet.columns.map((cells, column) =>
      column < left || column >= left + columns
        ? []
        : cells.map((cell, row) => (row >= top && row < top + rows ? cell : null)),
    ),
    formulas: inside(sheet.formulas),
    formats: inside(sheet.formats),
  };
}

const sub = (self: RangeRef, block: Block): ReturnType<typeof node> =>
  node(rangeKind, { sheet: self.sheet, block });

export const rangeKind: Kind<RangeRef> = {
  name: 'Range',
  referenced: true,
  get: {
    address: addressOfRange,
    rowIndex: (self) => self.block.top,
    columnIndex: (self) => self.block.left,
    rowCount: (self) => self.block.rows,
    columnCount: (self) => self.block.columns,
    cellCount: (self) => self.block.rows * self.block.columns,
    values: grid((sheet, row, column) => wireValue(valueAt(sheet, row, column))),
    formulas: grid(formulaOrValue),
    text: grid((sheet, row, column) => String(wireValue(valueAt(sheet, row, column)))),
    numberFormat: grid((sheet, row, column) => lookOf(sheet, row, column, 'numberFormat')),
    valueTypes: grid((sheet, row, column) => valueType(valueAt(sheet, row, column))),
    rowHidden: (self, host) => hiddenRows(self, host),
    hasSpill: () => false,
    hyperlink: (self, host) =>
      sheetById(host, self.sheet).links.get(keyOf(self.block.top, self.block.left)) ?? null,
  },
  set: {
    Values: writeGrid,
    Formulas: writeGrid,
    NumberFormat: writeFormats,
    Hyperlink: (self, value, host) => {
      const sheet = sheetById(host, self.sheet);
      guardValues(sheet);
      const link = asRecord(value) as Record<string, string>;
      host.journal.mapSet(sheet.links, keyOf(self.block.top, self.block.left), link);
      if (link['textToDisplay'] !== undefined)
        writeCell(host, sheet, self.block.top, self.block.left, link['textToDisplay']);
      applyLook(host, sheet, self.block, { 'font.color': '#0563C1', 'font.underline': 'Single' });
    },
    RowHidden: (self, value, host) => {
      const sheet = sheetById(host, self.sheet);
      guardFormats(sheet);
      for (let row = self.block.top; row < self.block.top + self.block.rows; row += 1)
        host.journal.setAdd(sheet.hiddenRows, row, asFlag(value));
    },
  },
  go: {
    Format: (self) => node(formatKind, { sheet: self.sheet, blocks: [self.block] }),
    Worksheet: (self, _, host) => node(worksheetKind, sheetById(host, self.sheet)),
    DataValidation: (self) => node(dataValidationKind, self),
    GetCell: (self, args) =>
      sub(self, {
        top: self.block.top + whole(args, 0),
        left: self.block.left + whole(args, 1),
        rows: 1,
        columns: 1,
      }),
    GetRow: (self, args) =>
      sub(self, { ...self.block, top: self.block.top + whole(args, 0), rows: 1 }),
    GetColumn: (self, args) =>
      sub(self, { ...self.block, left: self.block.left + whole(args, 0), columns: 1 }),
    GetEntireRow: (self) => sub(self, { ...self.block, left: 0, columns: WHOLE.columns }),
    GetEntireColumn: (self) => sub(self, { ...self.block, top: 0, rows: WHOLE.rows }),
    GetBoundingRect: (self, args) =>
      sub(
        self,
        around(
          self.block,
          isNode(args[0]) ? (args[0].self as RangeRef).block : parseAddress(text(args, 0)),
        ),
      ),
    GetRowsBelow: (self, args) =>
      sub(self, { ...self.block, top: self.block.top + self.block.rows, rows: whole(args, 0, 1) }),
    GetUsedRangeOrNullObject: (self, args, host) => {
      const used = usedBlock(within(sheetById(host, self.sheet), self.block), args[0] === true);
      return used ? sub(self, used) : null;
    },
    GetMergedAreasOrNullObject: (self, _, host) => {
      const blocks = sheetById(host, self.sheet).merges.filter((block) =>
        overlaps(block, self.block),
      );
      if (blocks.length > MOST_MERGES) throw new WireError('GeneralException', 'too many areas');
      return blocks.length === 0 ? null : node(rangeAreasKind, { sheet: self.sheet, blocks });
    },
    GetSpecialCellsOrNullObject: (self, args, host) => {
      if (args[0] !== 'Visible') throw new WireError('NotImplemented', 'only what is visible');
      const sheet = sheetById(host, self.sheet);
      if (sheet.protection) throw new WireError('AccessDenied', 'the sheet is protected');
      const blocks = visibleBlocks(self, host);
      if (blocks.length > MOST_MERGES) throw new WireError('GeneralException', 'too many areas');
      return blocks.length === 0 ? null : node(rangeAreasKind, { sheet: self.sheet, blocks });
    },
    GetTables: (self, _, host) =>
      node(tableCollection, { sheets: [sheetById(host, self.sheet)], within: self.block }),
  },
  call: {
    // The client checks a large array once and then writes it in pieces.
    _ValidateArraySize: (self, args) => {
      if (whole(args, 0) !== self.block.rows || whole(args, 1) !== self.block.columns)
        throw new WireError('InvalidArgument', 'the array does not fit the range');
    },
    Clear: clear,
    Merge: merge,
    Unmerge: (self, _, host) => {
      const sheet = sheetById(host, self.sheet);
      for (const block of sheet.merges.filter((candidate) => overlaps(candidate, self.block)))
        host.journal.remove(sheet.merges, block);
    },
    Group: (self, args, host) => group(self, args, host, 1),
    Ungroup: (self, args, host) => group(self, args, host, -1),
    Select: (self, _, host) => {
      host.model.active = self.sheet;
      host.model.selection = { sheet: self.sheet, block: self.block };
      host.raiseSelection();
    },
    GetCellProperties: (self, args, host) => cellProperties(self, args, host),
    SetCellProperties: (self, args, host) => setCellProperties(self, args, host),
  },
};

function hiddenRows(self: RangeRef, host: WireHost): boolean | null {
  const sheet = sheetById(host, self.sheet);
  let hidden = 0;
  for (let row = self.block.top; row < self.block.top + self.block.rows; row += 1)
    if (sheet.hiddenRows.has(row) || sheet.filteredRows.has(row)) hidden += 1;
  return hidden === 0 ? false : hidden === self.block.rows ? true : null;
}

/** Runs of rows that are neither hidden nor filtered out. */
function visibleBlocks({ sheet: id, block }: RangeRef, host: WireHost): Block[] {
  const sheet = sheetById(host, id);
  const blocks: Block[] = [];
  for (let row = block.top; row < block.top + block.rows; row += 1) {
    if (sheet.hiddenRows.has(row) || sheet.filteredRows.has(row)) continue;
    const last = blocks.at(-1);
    if (last !== undefined && last.top + last.rows === row)
      blocks[blocks.length - 1] = { ...last, rows: last.rows + 1 };
    else blocks.push({ ...block, top: row, rows: 1 });
  }
  return blocks;
}
