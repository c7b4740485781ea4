/// <reference types="office-js" />

import { type Look, type Rule, PAGE_LOOK } from '#pages/page-look.ts';
import type { Page, PageStyle } from '#pages/page.ts';
import {
  type Area,
  addressLists,
  areasOf,
  batches,
  listed,
  segmentsOf,
  type Segment,
} from './areas.ts';
import type { Conversation } from './conversation.ts';
import { widthOf } from './page-cells.ts';
import { excelCode, isGone, treatmentOf } from './error-table.ts';

const STYLES_A_REQUEST = 8;

const SIZES_A_REQUEST = 400;

const WEIGHTS: Readonly<Record<Rule['weight'], Excel.BorderWeight>> = {
  hair: 'Hairline' as Excel.BorderWeight,
  thin: 'Thin' as Excel.BorderWeight,
  medium: 'Medium' as Excel.BorderWeight,
};

/** Fonts, fills, borders and alignments, one call a style and property. */
export async function dressCells(
  talk: Conversation,
  sheet: Excel.Worksheet,
  page: Page,
): Promise<void> {
  const { font } = page;
  if (font !== undefined)
    await talk.step(
      () =>
        (sheet.getRangeByIndexes(0, 0, page.rows.length, widthOf(page)).format.font.name = font),
    );
  for (const batch of batches([...areasByStyle(page)], STYLES_A_REQUEST, () => 1)) {
    await talk.step(() => {
      for (const [style, areas] of batch) {
        const single = areas.filter(({ top, bottom }) => top === bottom);
        for (const list of addressLists(single))
          dress(sheet.getRanges(list), PAGE_LOOK[style], false);
        for (const list of addressLists(areas.filter(({ top, bottom }) => top < bottom)))
          dress(sheet.getRanges(list), PAGE_LOOK[style], true);
      }
    });
  }
}

function areasByStyle(page: Page): Map<PageStyle, Area[]> {
  const segments = new Map<PageStyle, Segment[]>();
  page.rows.forEach(({ cells }, row) => {
    for (const style of new Set(cells.flatMap((cell) => cell?.style ?? []))) {
      listed(
        segments,
        style,
        segmentsOf(row, 0, cells.length - 1, (column) => cells[column]?.style === style),
      );
    }
  });
  return new Map([...segments].map(([style, list]) => [style, areasOf(list)]));
}

function dress(ranges: Excel.RangeAreas, look: Look, severalRows: boolean): void {
  const { format } = ranges;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.bold === true) format.font.bold = true;
  if (look.italic === true) format.font.italic = true;
  if (look.underline === true) format.font.underline = 'Single';
  if (look.color !== undefined) format.font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.align !== undefined)
    format.horizontalAlignment = { left: 'Left', center: 'Center', right: 'Right' }[
      look.align
    ] as Excel.HorizontalAlignment;
  if (look.wrap === true) format.wrapText = true;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  format.verticalAlignment = 'Center';
  if (look.top) rule(format, 'EdgeTop', look.top);
  if (look.bottom) rule(format, 'EdgeBottom', look.bottom);
  const between = look.bottom ?? look.top;
  if (severalRows && between) rule(format, 'InsideHorizontal', between);
  ranges.untrack();
}

function rule(
  format: Excel.RangeFormat,
  edge: 'EdgeTop' | 'EdgeBottom' | 'InsideHorizontal',
  { weight, color }: Rule,
): void {
  const border = format.borders.getItem(edge);
  border.style = 'Continuous';
  border.weight = WEIGHTS[weight];
  border.color = color;
}

/**
 * Excel measures a column in points; a page in characters of the standard font (7 pixels, 5 of
 * padding).
 */
const pointsOf = (characters: number): number =>
  Math.round((characters * 7 + 5) * 0.75 * 100) / 100;

/** Widths, heights, merged cells, outline, and what stays in view. */
export async function shapeSheet(
  talk: Conversation,
  sheet: Excel.Worksheet,
  page: Page,
): Promise<void> {
  await talk.step(() => {
    page.columnWidths.forEach(
      (width, column) =>
        (sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsOf(width)),
    );
    sheet.showGridlines = page.gridlines ?? false;
    if (page.tabColor !== undefined) sheet.tabColor = page.tabColor;
    if (page.frozenRows > 0) sheet.freezePanes.freezeRows(page.frozenRows);
  });
  for (const batch of batches(
    rowRuns(page, ({ height }) => height ?? 0),
    SIZES_A_REQUEST,
    () => 1,
  )) {
    await talk.step(() =>
      batch.forEach(
        ({ top, rows, value }) =>
          (sheet.getRangeByIndexes(top, 0, rows, 1).format.rowHeight = value),
      ),
    );
  }
  for (const batch of batches(page.merges ?? [], SIZES_A_REQUEST, () => 1)) {
    await talk.step(() =>
      batch.forEach(
        ({ row, column, rows, columns }) =>
          void sheet.getRangeByIndexes(row, column, rows, columns).merge(false),
      ),
    );
  }
  await outline(talk, sheet, page);
}

async function outline(talk: Conversation, sheet: Excel.Worksheet, page: Page): Promise<void> {
  const deepest = Math.max(0, ...page.rows.map(({ level }) => level ?? 0));
  for (let level = 1; level <= deepest; level += 1) {
    const runs = rowRuns(page, (row) => ((row.level ?? 0) >= level ? 1 : 0));
    await talk.step(() =>
      runs.forEach(
        ({ top, rows }) =>
          void sheet.getRangeByIndexes(top, 0, rows, 1).getEntireRow().group('ByRows'),
      ),
    );
  }
}

/** Rows that follow each other with the same value; 0 is left out. */
function rowRuns(
  page: Page,
  read: (row: Page['rows'][number]) => number,
): { readonly top: number; readonly rows: number; readonly value: number }[] {
  const runs: { top: number; rows: number; value: number }[] = [];
  page.rows.forEach((row, top) => {
    const value = read(row);
    const last = runs.at(-1);
    if (last && last.value === value && last.top + last.rows === top) last.rows += 1;
    else runs.push({ top, rows: 1, value });
  });
  return runs.filter(({ value }) => value !== 0);
}

/** Points; the breaks between pages are planned for them. */
const PAGE_MARGINS = {
  leftMargin: 36,
  rightMargin: 36,
  topMargin: 36,
  bottomMargin: 43.2,
  headerMargin: 21.6,
  footerMargin: 21.6,
};

/**
 * A4, one page wide, with page numbers. A machine without a printer refuses all this: the page is
 * worth as much without it.
 */
export async function setUpPrint(
  talk: Conversation,
  sheet: Excel.Worksheet,
  page: Page,
): Promise<void> {
  try {
    await talk.step(() => {
      const { pageLayout } = sheet;
      pageLayout.orientation = page.landscape === true ? 'Landscape' : 'Portrait';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = {
        horizontalFitToPages: 1,
        ...(page.onePage === true ? { verticalFitToPages: 1 } : {}),
      };
      if (page.printColumns !== undefined)
        pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, page.rows.length, page.printColumns));
      pageLayout.centerHorizontally = true;
      Object.assign(pageLayout, PAGE_MARGINS);
      const footer = pageLayout.headersFooters.defaultForAllPages;
      footer.leftFooter = page.footer ?? '';
      footer.rightFooter = '&P / &N';
      if (page.printTitleRows)
        pageLayout.setPrintTitleRows(`$${page.printTitleRows[0]}:$${page.printTitleRows[1]}`);
      page.rows.forEach((row, at) => {
        if (row.pageBreak === true && at > 0) sheet.horizontalPageBreaks.add(`A${at + 1}`);
      });
    });
  } catch (error) {
    if (excelCode(error) === undefined || treatmentOf(error) !== 'stop' || isGone(error))
      throw error;
  }
}
