import type { CellEdit } from '#application/live/cell-edit.ts';
import { bookOf, MAIN, sheetData } from '../workbook/fixture.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { pageOver } from './page-over.ts';

const FORMATS = ['General', 'yyyy-mm-dd', 'h:mm', '[Red]0.00'];
const styles =
  `<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">` +
  FORMATS.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code}"/>`).join('') +
  '</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1">' +
  '<border/></borders><cellXfs count="4">' +
  FORMATS.map((_, at) => `<xf numFmtId="${170 + at}" applyNumberFormat="1"/>`).join('') +
  '</cellXfs></styleSheet>';
const cell = (column: string, style: number, value: number): string =>
  `<c r="${column}1" s="${style}"><v>${value}</v></c>`;

/** 2025-01-01 is the day 44,196 where days are counted from 1904. */
const book = (from1904: boolean): Uint8Array =>
  bookOf({
    sheets: {
      A: sheetData(
        `<row r="1">${cell('A', 0, 7)}${cell('B', 1, from1904 ? 44_196 : 45_658)}` +
          `${cell('C', 2, 0.5)}${cell('D', 3, 8.25)}</row>`,
      ),
    },
    styles,
    ...(from1904 ? { workbookHead: '<workbookPr date1904="1"/>' } : {}),
  });

const typed = (row: number, value: number, format: string): CellEdit => ({
  ...{ row, column: 1, kind: 'value', value, format },
});

it.each([true, false])(
  'the grid counts days from 1900, the file its own way: %s',
  async (is1904) => {
    const page = pageOver(null);
    const { signal } = new AbortController();
    const opened = await page.open(book(is1904), 'x.xlsx', { signal });
    if (!opened.ok) throw new Error(opened.error.code);
    const shown = async () => (await page.gridRows('A', 0, 3)).columns;
    expect(await shown()).toEqual([[7], [45_658], [0.5], [8.25]]);
    const edits = [typed(1, 45_659, FORMATS[1]!), typed(2, 0.25, FORMATS[2]!)];
    await page.editCells(opened.value.opening, 'A', edits);
    expect((await shown())[1]).toEqual([45_658, 45_659, 0.25]);
    expect((await page.gridFrame('A')).edits).toEqual(edits);
    const rows = (await page.rows('A', 0, 3)).rows.map(({ cells }) => cells[1]);
    expect(rows.slice(0, 2)).toEqual(['2025-01-01', '2025-01-02']);
    const saved = await openWorkbook((await page.save()).bytes, 'x.xlsx');
    if (!saved.ok) throw new Error(saved.error.code);
    const { columns } = await saved.value.readSheet('A');
    expect(columns[1]).toEqual(is1904 ? [44_196, 44_197, 0.25] : [45_658, 45_659, 0.25]);
  },
);
