/// <reference types="office-js" />
import { cellAddress } from '#domain/sheet.ts';
import { MARK_SIZE, type Page, type PageChart } from '#pages/page.ts';
import { batches } from './areas.ts';
import type { Conversation } from './conversation.ts';

const LINKS_A_REQUEST = 200;

/**
 * Links into the workbook. Excel paints a link's cell its own way, so this comes before the look.
 */
export async function addLinks(
  talk: Conversation,
  sheet: Excel.Worksheet,
  page: Page,
): Promise<void> {
  const links = page.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell?.link === undefined ? [] : [{ row, column, link: cell.link }],
    ),
  );
  for (const batch of batches(links, LINKS_A_REQUEST, () => 1)) {
    await talk.step(() =>
      batch.forEach(
        ({ row, column, link }) =>
          (sheet.getRangeByIndexes(row, column, 1, 1).hyperlink = { documentReference: link }),
      ),
    );
  }
}

export async function addValidations(
  talk: Conversation,
  sheet: Excel.Worksheet,
  page: Page,
): Promise<void> {
  const lists = (page.validations ?? []).map((given) => ({
    given,
    rule: {
      list: {
        inCellDropDown: true,
        source: typeof given.list === 'string' ? given.list : given.list.join(','),
      },
    },
  }));
  const checks = (page.checks ?? []).map((given) => {
    const between = {
      formula1: String(given.least),
      formula2: String(given.most),
      operator: 'Between' as const,
    };
    return { given, rule: given.kind === 'date' ? { date: between } : { decimal: between } };
  });
  const all: readonly {
    readonly given: (typeof lists)[number]['given'] | (typeof checks)[number]['given'];
    readonly rule: Excel.DataValidationRule;
  }[] = [...lists, ...checks];
  if (all.length === 0) return;
  await talk.step(() => {
    for (const { given, rule } of all) {
      const { dataValidation } = sheet.getRangeByIndexes(
        given.fromRow,
        given.column,
        given.toRow - given.fromRow + 1,
        1,
      );
      dataValidation.rule = rule;
      const { prompt } = given;
      dataValidation.errorAlert = {
        showAlert: given.soft !== true,
        style: 'Stop',
        title: prompt?.title ?? '',
        message: prompt?.text ?? '',
      };
      if (prompt)
        dataValidation.prompt = { showPrompt: true, title: prompt.title, message: prompt.text };
    }
  });
}

/** Tables keep the page's own look; a name that the workbook already has stays where it is. */
export async function addTables(
  talk: Conversation,
  sheet: Excel.Worksheet,
  page: Page,
): Promise<void> {
  const { workbook } = talk.context;
  for (const { name, row, column, rows, columns } of page.tables ?? []) {
    await talk.attempt(async () => {
      const here = sheet.tables.load('items/name');
      const known = workbook.tables.getItemOrNullObject(name).load('name');
      await talk.context.sync();
      here.items
        .filter((table) => table.name === name)
        .forEach((table) => void table.convertToRange());
      const table = sheet.tables.add(
        sheet.getRangeByIndexes(row, column, rows, columns.length),
        true,
      );
      table.style = 'TableStyleLight1';
      if (known.isNullObject || here.items.some((own) => own.name === name)) table.name = name;
      await talk.context.sync();
    });
  }
}

/**
 * Names of the workbook that stand for places on this page. A name that leads elsewhere is the
 * user's and is left alone.
 */
export async function addNames(talk: Conversation, sheet: string, page: Page): Promise<void> {
  const { names } = talk.context.workbook;
  for (const { name, refersTo } of page.names ?? []) {
    const formula = `=${refersTo.replace(/^=/, '')}`;
    const known = await talk.step(() => names.getItemOrNullObject(name).load('formula'));
    const ours = !known.isNullObject && String(known.formula).includes(sheet);
    await talk.step(() => {
      if (ours) known.formula = formula;
      else if (known.isNullObject) names.add(name, formula);
    });
  }
}

const CHART_TYPES: Readonly<Record<PageChart['kind'], Excel.ChartType>> = {
  bar: 'BarClustered' as Excel.ChartType,
  'bar-stacked': 'BarStacked' as Excel.ChartType,
  column: 'ColumnClustered' as Excel.ChartType,
  'column-stacked': 'ColumnStacked' as Excel.ChartType,
  line: 'Line' as Excel.ChartType,
};

/**
 * Native charts; repeated as a whole, beginning with none, because adding one is not repeatable.
 */
export async function addCharts(
  talk: Conversation,
  sheet: Excel.Worksheet,
  page: Page,
): Promise<void> {
  if (page.charts.length === 0) return;
  await talk.attempt(async () => {
    const present = sheet.charts.load('items/name');
    await talk.context.sync();
    present.items.forEach((chart) => void chart.delete());
    for (const chart of page.charts) addChart(sheet, chart);
    await talk.context.sync();
  });
}

/** A short line across the column instead of a line from one to the next. */
function dressMark(series: Excel.ChartSeries, color: string, size: number): void {
  series.chartType = 'LineMarkers';
  series.format.line.lineStyle = 'None';
  series.markerStyle = 'Dash';
  series.markerSize = size;
  series.markerBackgroundColor = color;
  series.markerForegroundColor = color;
}

function addChart(sheet: Excel.Worksheet, given: PageChart): void {
  const [first, ...others] = given.series;
  if (!first) return;
  const place = (at: {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
  }): Excel.Range => sheet.getRangeByIndexes(at.row, at.column, at.rows, 1);
  const chart = sheet.charts.add(CHART_TYPES[given.kind], place(first), 'Columns');
  const dressSeries = (
    series: Excel.ChartSeries,
    { name, color }: PageChart['series'][number],
  ): void => {
    series.name = name;
    series.setXAxisValues(place(given.categories));
    if (given.kind === 'line') series.format.line.color = color;
    else series.format.fill.setSolidColor(color);
  };
  dressSeries(chart.series.getItemAt(0), first);
  for (const other of others) {
    const series = chart.series.add(other.name);
    series.setValues(place(other));
    dressSeries(series, other);
  }
  chart.title.text = given.title;
  for (const mark of given.marks ?? []) {
    const series = chart.series.add(mark.name);
    series.setValues(place(mark));
    dressMark(series, mark.color, given.markSize ?? MARK_SIZE);
  }
  chart.legend.visible = given.series.length > 1;
  if (given.series.length > 1) chart.legend.position = 'Bottom';
  chart.axes.valueAxis.numberFormat = given.numberFormat;
  if (given.least !== undefined) chart.axes.valueAxis.minimum = given.least;
  const { row, column, rows, columns } = given.at;
  chart.setPosition(cellAddress(row, column), cellAddress(row + rows - 1, column + columns - 1));
}
