import { strFromU8 } from 'fflate';
import type { SheetChart, SheetTable } from '#application/live/sheet-drawings.ts';
import { MOST_CHART_POINTS } from '#domain/bounds.ts';
import { chartCells } from '#workbook/xlsx/look/chart-part.ts';
import { tableStyle } from '#workbook/xlsx/look/read-tables.ts';
import { OFFICE_THEME } from '#workbook/xlsx/styles/colors.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { opened, unzip, zipOf } from './fixture.ts';
import { samplePage } from './sample-pages.ts';

/** The sample page's file with its parts changed by name. */
function changed(change: (part: string, text: string) => string): Uint8Array {
  const parts = unzip(newWorkbook([samplePage()]));
  return zipOf(
    Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [name, change(name, strFromU8(bytes))]),
    ),
  );
}

async function drawn(
  bytes: Uint8Array,
): Promise<{ readonly charts: readonly SheetChart[]; readonly tables: readonly SheetTable[] }> {
  const look = await (await opened(bytes)).readLook('返点复盘 2025');
  if (look === null) throw new Error('no look');
  return look;
}

const inCharts = (replace: (text: string) => string) => (part: string, text: string) =>
  part.startsWith('xl/charts/') ? replace(text) : text;

test('every chart of a page of ours is read as it was written', async () => {
  const page = samplePage();
  const { charts } = await drawn(newWorkbook([page]));
  expect(charts.map(({ title }) => title)).toEqual(page.charts.map(({ title }) => title));
  for (const [
    index,
    { at, kind, categories, series, marks = [], numberFormat },
  ] of page.charts.entries()) {
    const chart = charts[index];
    expect(chart?.plot).toBe(kind.startsWith('bar') ? 'bars' : 'columns');
    expect(chart?.stacked).toBe(kind.endsWith('stacked'));
    expect(chart?.format).toBe(numberFormat);
    expect(chart?.from).toEqual({ row: at.row, column: at.column, x: 0, y: 0 });
    const last = { row: at.row + at.rows, column: at.column + at.columns, x: 0, y: 0 };
    expect(chart?.to).toEqual(last);
    const cells = (of: typeof categories) => ({
      sheet: page.name,
      block: {
        top: of.row,
        bottom: of.row + of.rows - 1,
        left: of.column,
        right: of.column,
      },
    });
    const valueAt = (row: number, column: number) => page.rows[row]?.cells[column]?.value ?? null;
    expect(chart?.categories.cells).toEqual(cells(categories));
    expect(chart?.series.map(({ name, color, values }) => [name, color, values])).toEqual(
      [...series, ...marks].map((one) => [
        one.name,
        one.color.toUpperCase(),
        {
          cells: cells(one),
          stored: Array.from({ length: one.rows }, (_, i) => valueAt(one.row + i, one.column)),
        },
      ]),
    );
    const shape = kind === 'line' ? 'line' : 'bar';
    expect(chart?.series.map((one) => one.shape)).toEqual([
      ...series.map(() => shape),
      ...marks.map(() => 'mark'),
    ]);
  }
});

test.each([
  ['a pie', (text: string) => text.replace(/c:(bar|line)Chart>/g, 'c:pieChart>')],
  [
    'shares of a whole',
    (text: string) => text.replace(/grouping val="\w+"/g, 'grouping val="percentStacked"'),
  ],
  [
    'more points than a page draws',
    (text: string) => text.replace(/ptCount val="\d+"/g, `ptCount val="${MOST_CHART_POINTS + 1}"`),
  ],
])('%s is framed, with its title, and not drawn', async (_, replace) => {
  const { charts } = await drawn(changed(inCharts(replace)));
  expect(charts.map(({ plot }) => plot)).toEqual(samplePage().charts.map(() => null));
  expect(charts.map(({ title }) => title)).toEqual(samplePage().charts.map(({ title }) => title));
});

test('a damaged chart leaves a frame, a damaged drawing nothing, and the sheet opens', async () => {
  const half = (text: string): string => text.slice(0, text.length / 2);
  const { charts } = await drawn(changed(inCharts(half)));
  expect(charts.map(({ plot, title }) => [plot, title])).toEqual(
    samplePage().charts.map(() => [null, '']),
  );
  const none = await drawn(
    changed((part, text) => (/^xl\/drawings\/[^/]*$/.test(part) ? half(text) : text)),
  );
  expect(none.charts).toEqual([]);
});

test.each([
  ["'订单 1'!$B$2:$B$9", { sheet: '订单 1', block: { top: 1, left: 1, bottom: 8, right: 1 } }],
  ['Data!$B$2:$F$2', { sheet: 'Data', block: { top: 1, left: 1, bottom: 1, right: 5 } }],
  ["'It''s'!$A$1", { sheet: "It's", block: { top: 0, left: 0, bottom: 0, right: 0 } }],
  ['Data!$B$2:$C$9', null],
  ['[1]Data!$B$2:$B$9', null],
  ["'[Book.xlsx]Data'!$B$2:$B$9", null],
  ['Sales', null],
  ['(Data!$A$1,Data!$A$3)', null],
])('the reference %s', (text, cells) => {
  expect(chartCells(text)).toEqual(cells);
});

test('the colours of built-in table styles come from the theme', () => {
  expect(tableStyle('TableStyleMedium2', OFFICE_THEME)).toMatchObject({
    header: { fill: '#4472C4', color: '#FFFFFF', bold: true },
    bands: [{ fill: '#DAE3F3' }, {}],
  });
  expect(tableStyle('TableStyleMedium10', OFFICE_THEME)?.header.fill).toBe('#ED7D31');
  expect(tableStyle('TableStyleLight1', OFFICE_THEME)?.header).toMatchObject({ bold: true });
  expect(tableStyle('TableStyleLight1', OFFICE_THEME)?.header.fill).toBeUndefined();
  expect(tableStyle('TableStyleDark11', OFFICE_THEME)?.header.fill).toBe('#000000');
  for (const name of ['', 'My own', 'TableStyleMedium0', 'toString'])
    expect(tableStyle(name, OFFICE_THEME)).toBeNull();
});

test('a table is read with its bands, its totals, its filter and its columns', async () => {
  const style = 'name="TableStyleMedium9" showRowStripes="1"';
  const table = (text: string): string =>
    text
      .replace(/<tableStyleInfo [^>]*>/, `<tableStyleInfo ${style}/>`)
      .replace('totalsRowShown="0"', 'totalsRowCount="1"')
      .replace('name="销售额"', 'name="销售额_x000a_(元)"');
  const bytes = changed((part, text) => (part.startsWith('xl/tables/') ? table(text) : text));
  const look = await (await opened(bytes)).readLook('返点复盘 2025');
  const first = samplePage().tables?.[0];
  if (look === null || first === undefined) throw new Error('no table');
  const block = {
    top: first.row,
    left: first.column,
    bottom: first.row + first.rows - 1,
    right: first.column + first.columns.length - 1,
  };
  expect(look.tables[0]).toMatchObject({ block, header: { bold: true }, totals: { bold: true } });
  expect(look.tables[0]?.bands).toHaveLength(2);
  expect(look.filter).toEqual(block);
  const { name } = first;
  const columns = ['返点项', '销售额\n(元)', '下一档'];
  expect(look.named).toEqual([{ name, block, columns, heads: 1, totals: 1 }]);
});
