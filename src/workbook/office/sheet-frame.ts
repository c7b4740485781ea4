/// <reference types="office-js" />
import { SHEET_COLUMNS, SHEET_ROWS } from '#domain/bounds.ts';
import { Refusal } from '#domain/refusal.ts';
import type { CellBlock, Sheet } from '#domain/sheet.ts';
import type { ExcelFact } from '#facts/excel.ts';
import { blockOf, blocksOf } from './block-address.ts';
import type { Conversation } from './conversation.ts';
import { couldBeTheGroup, isMissingApi, treatmentOf } from './error-table.ts';
import { loadMark, loadNames, loadTop, marksOf } from './page-mark.ts';
import { mayBeOurs } from '../own-sheet-title.ts';
import type { Extent } from './sheet-pages.ts';

/** What there is to know about a sheet besides its cells. */
export interface SheetFrame {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly hidden: boolean;
  readonly ours: boolean;
  readonly extent: Extent | null;
  /** Whether rows of the used range are hidden or filtered out. */
  readonly rowsHidden: 'none' | 'some' | 'all';
  readonly tables: NonNullable<Sheet['tables']>;
}

/** `key` is the sheet's name or its id; ids outlive a renaming. */
export async function readFrame(talk: Conversation, key: string): Promise<SheetFrame> {
  const sheet = talk.context.workbook.worksheets.getItem(key);
  const { used, property, names, tables } = await talk.step(() => ({
    loaded: sheet.load('id,name,visibility'),
    used: sheet
      .getUsedRangeOrNullObject(true)
      .load('rowIndex,columnIndex,rowCount,columnCount,rowHidden'),
    property: loadMark(sheet),
    names: loadNames(talk.context.workbook),
    tables: sheet.tables.load('items/name'),
  }));
  const { ranges, top } = await talk.step(() => ({
    ranges: tables.items.map((table) => table.getRange().load('address')),
    top: mayBeOurs(sheet.name) ? loadTop(sheet) : null,
  }));
  const frame = {
    sheet,
    name: sheet.name,
    hidden: sheet.visibility !== 'Visible',
    ours: marksOf([{ name: sheet.name, property, top }], names)[0] !== '',
    extent: used.isNullObject ? null : extentOf(used),
    rowsHidden: used.isNullObject ? ('none' as const) : hiddenOf(used.rowHidden),
    tables: tables.items.flatMap((table, at) => {
      const block = blockOf(ranges[at]?.address ?? '');
      return block ? [{ name: table.name, block }] : [];
    }),
  };
  if (!used.isNullObject) used.untrack();
  ranges.forEach((range) => void range.untrack());
  return frame;
}

/** A used range beyond what a sheet can have is not believed: nothing could hold its cells. */
function extentOf(used: Excel.Range): Extent {
  const { rowIndex: top, columnIndex: left, rowCount: rows, columnCount: columns } = used;
  const isOfASheet =
    [top, left, rows, columns].every((each) => Number.isInteger(each) && each >= 0) &&
    top + rows <= SHEET_ROWS &&
    left + columns <= SHEET_COLUMNS;
  if (!isOfASheet)
    throw new Refusal<ExcelFact>({
      code: 'excel.unexpected',
      excelCode: 'UsedRange',
      place: 'Worksheet.getUsedRangeOrNullObject',
    });
  return { top, left, rows, columns };
}

/** Excel says nothing, null, of rows some of which are hidden. */
const hiddenOf = (rowHidden: boolean | null): SheetFrame['rowsHidden'] =>
  rowHidden === null ? 'some' : rowHidden ? 'all' : 'none';

/**
 * Merged blocks of the used range. Asking empties Excel's undo list, so it is asked only where
 * merges could matter.
 */
export async function readMerges(
  talk: Conversation,
  frame: SheetFrame,
): Promise<readonly CellBlock[]> {
  const { extent } = frame;
  if (extent === null) return [];
  try {
    return await areasIn(talk, frame.sheet, extent, (range) => range.getMergedAreasOrNullObject());
  } catch (error) {
    if (isMissingApi(error)) return [];
    throw error;
  }
}

/** Excel fails above 512 areas: then halves of the range are asked, and theirs. */
export async function areasIn(
  talk: Conversation,
  sheet: Excel.Worksheet,
  extent: Extent,
  ask: (range: Excel.Range) => Excel.RangeAreas,
): Promise<readonly CellBlock[]> {
  const { top, left, rows, columns } = extent;
  try {
    const areas = await talk.step(() =>
      ask(sheet.getRangeByIndexes(top, left, rows, columns)).load('address'),
    );
    return areas.isNullObject ? [] : blocksOf(areas.address);
  } catch (error) {
    if (rows * columns === 1 || !couldBeTooMany(error)) throw error;
    const [first, second] = halvesOf(extent);
    const upper = await areasIn(talk, sheet, first, ask);
    const lower = await areasIn(talk, sheet, second, ask);
    // A block across the cut is in both.
    const isAcross = (block: CellBlock): boolean =>
      rows > 1 ? block.top < second.top : block.left < second.left;
    return [...upper, ...lower.filter((block) => !isAcross(block))];
  }
}

/** Of the rows; of a single row, of its columns. */
function halvesOf(extent: Extent): readonly [Extent, Extent] {
  const { top, left, rows, columns } = extent;
  if (rows > 1) {
    const half = Math.ceil(rows / 2);
    return [
      { ...extent, rows: half },
      { ...extent, top: top + half, rows: rows - half },
    ];
  }
  const half = Math.ceil(columns / 2);
  return [
    { ...extent, columns: half },
    { ...extent, left: left + half, columns: columns - half },
  ];
}

/** Excel does not say which error stands for too many areas. */
const couldBeTooMany = (error: unknown): boolean =>
  treatmentOf(error) === 'halve' || couldBeTheGroup(error);

/**
 * Excel does not say which date system a workbook has, but 2000-01-01 is 36526 in one and 35064 in
 * the other.
 */
export async function readsDatesFrom1904(talk: Conversation): Promise<boolean> {
  try {
    const probe = await talk.step(() =>
      talk.context.workbook.functions.date(2000, 1, 1).load('value'),
    );
    return Number(probe.value) === 35_064;
  } catch (error) {
    if (isMissingApi(error)) return false;
    throw error;
  }
}
