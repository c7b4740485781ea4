import { columnName } from '#domain/sheet.ts';
import { MARK_SIZE, type Page, type PageChart } from '#pages/page.ts';
import { XML_HEAD, type Dialect } from '../edit/dialect.ts';
import { escapeText } from '../xml/text.ts';

/** Without "#", as charts write them. */
const INK = '1F2A37';
const GREY = '5B6775';
const RULE = 'E1E6ED';

type Cells = { readonly row: number; readonly column: number; readonly rows: number };

/**
 * A native chart over cells of its own page, with the figures also stored in it for programs that
 * draw without calculating.
 */
export function chartXml(
  chart: PageChart,
  page: Page,
  sheetName: string,
  dialect: Dialect,
): string {
  const series = chart.series
    .filter(({ rows }) => rows > 0)
    .map((one, i) => seriesXml(one, i, chart, page, sheetName))
    .join('');
  const marks = (chart.marks ?? [])
    .map((one, i) => seriesXml(one, chart.series.length + i, chart, page, sheetName, true))
    .join('');
  const legend =
    chart.series.length + (chart.marks ?? []).length < 2
      ? ''
      : '<c:legend><c:legendPos val="b"/><c:overlay ' +
        `val="0"/>${textXml(900, GREY, page.font)}</c:legend>`;
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${dialect.chart}" xmlns:a="${dialect.drawing}" ` +
    `xmlns:r="${dialect.relationships}"><c:roundedCorners val="0"/>` +
    `<c:chart>${titleXml(chart.title, page.font)}<c:autoTitleDeleted val="0"/><c:plotArea>` +
    `<c:layout/>${groupXml(chart, series)}${marksXml(marks)}${axesXml(chart, page.font)}<c:spPr>` +
    `<a:noFill/></c:spPr></c:plotArea>${legend}` +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525">' +
    `<a:solidFill><a:srgbClr val="${RULE}"/></a:solidFill></a:ln></c:spPr>` +
    `${textXml(900, GREY, page.font)}</c:chartSpace>`
  );
}

const isBar = (chart: PageChart): boolean => chart.kind.startsWith('bar');
const isStacked = (chart: PageChart): boolean => chart.kind.endsWith('stacked');

function groupXml(chart: PageChart, series: string): string {
  if (chart.kind === 'line')
    return (
      `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker ` +
      `val="1"/>${IDS}</c:lineChart>`
    );
  return (
    `<c:barChart><c:barDir val="${isBar(chart) ? 'bar' : 'col'}"/><c:grouping ` +
    `val="${isStacked(chart) ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}` +
    '<c:gapWidth ' +
    `val="70"/>${isStacked(chart) ? '<c:overlap val="100"/>' : '<c:overlap val="-8"/>'}` +
    `${IDS}</c:barChart>`
  );
}

const IDS = '<c:axId val="111111111"/><c:axId val="222222222"/>';

/** Marks share the columns' axes: a line chart whose lines are not drawn. */
const marksXml = (series: string): string =>
  series === ''
    ? ''
    : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker ` +
      `val="1"/>${IDS}</c:lineChart>`;

const lineLook = (color: string): string =>
  `<c:spPr><a:ln w="28575" cap="rnd"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>` +
  '<a:round/></a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>' +
  `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr></c:marker>`;
const markLook = (color: string, size: number): string =>
  '<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="dash"/>' +
  `<c:size val="${size}"/><c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:ln>` +
  '<a:noFill/></a:ln></c:spPr></c:marker>';

function seriesXml(
  series: PageChart['series'][number],
  index: number,
  chart: PageChart,
  page: Page,
  sheetName: string,
  isMark = false,
): string {
  const color = series.color.replace('#', '').toUpperCase();
  const isLine = isMark || chart.kind === 'line';
  const look = isMark
    ? markLook(color, chart.markSize ?? MARK_SIZE)
    : isLine
      ? lineLook(color)
      : `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr>` +
        '<c:invertIfNegative val="0"/>';
  const labels = chart.labels === true && index === 0 && !isMark ? labelsXml(chart, page) : '';
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>` +
    `<c:v>${escapeText(series.name)}</c:v></c:tx>${look}${labels}` +
    `<c:cat><c:strRef><c:f>${reference(sheetName, chart.categories)}</c:f>` +
    '<c:strCache>' +
    `${points(chart.categories, page, (value) => (value === null ? null : String(value)))}` +
    '</c:strCache>' +
    '</c:strRef></c:cat>' +
    `<c:val><c:numRef><c:f>${reference(sheetName, series)}</c:f><c:numCache>` +
    `<c:formatCode>${escapeText(chart.numberFormat)}</c:formatCode>` +
    `${points(series, page, (value) => (typeof value === 'number' ? String(value) : null))}` +
    '</c:numCache>' +
    '</c:numRef></c:val>' +
    `${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

const labelsXml = (chart: PageChart, page: Page): string =>
  `<c:dLbls><c:numFmt formatCode="${escapeText(chart.numberFormat)}" sourceLinked="0"/>` +
  '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>' +
  `</c:spPr>${textXml(800, 'FFFFFF', page.font)}<c:showLegendKey val="0"/><c:showVal ` +
  'val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>' +
  '<c:showBubbleSize val="0"/></c:dLbls>';

const reference = (sheetName: string, { row, column, rows }: Cells): string => {
  const letter = columnName(column);
  return escapeText(
    `'${sheetName.replaceAll("'", "''")}'!$${letter}$${row + 1}:$${letter}$${row + rows}`,
  );
};

function points(
  { row, column, rows }: Cells,
  page: Page,
  textOf: (value: string | number | boolean | null) => string | null,
): string {
  const texts = Array.from({ length: rows }, (_, i) =>
    textOf(page.rows[row + i]?.cells[column]?.value ?? null),
  );
  return (
    `<c:ptCount val="${rows}"/>` +
    texts
      .map((text, i) =>
        text === null ? '' : `<c:pt idx="${i}"><c:v>${escapeText(text)}</c:v></c:pt>`,
      )
      .join('')
  );
}

function titleXml(title: string, font: string | undefined): string {
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r>' +
    `<a:rPr lang="zh-CN" sz="1100" b="1"><a:solidFill><a:srgbClr val="${INK}"/>` +
    `</a:solidFill>${typeface(font)}</a:rPr>` +
    `<a:t>${escapeText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

/**
 * Bars read from the top down like the cells they come from: the category axis runs backwards and
 * the values stay below.
 */
function axesXml(chart: PageChart, font: string | undefined): string {
  const bar = isBar(chart);
  const text = textXml(900, GREY, font);
  return (
    '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation ' +
    `val="${bar ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos ` +
    `val="${bar ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${RULE}"/></a:solidFill></a:ln>` +
    `</c:spPr>${text}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto ` +
    'val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
    '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation ' +
    `val="minMax"/>${chart.least === undefined ? '' : `<c:min val="${chart.least}"/>`}` +
    '</c:scaling>' +
    `<c:delete val="0"/><c:axPos val="${bar ? 'b' : 'l'}"/><c:majorGridlines><c:spPr><a:ln ` +
    `w="6350"><a:solidFill><a:srgbClr val="${RULE}"/></a:solidFill></a:ln></c:spPr>` +
    '</c:majorGridlines>' +
    `<c:numFmt formatCode="${escapeText(chart.numberFormat)}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text}<c:crossAx val="111111111"/><c:crosses ` +
    `val="${bar ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

const textXml = (size: number, color: string, font: string | undefined): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="0"><a:solidFill><a:srgbClr ` +
  `val="${color}"/></a:solidFill>${typeface(font)}</a:defRPr></a:pPr><a:endParaRPr ` +
  'lang="zh-CN"/></a:p></c:txPr>';

const typeface = (font: string | undefined): string =>
  font === undefined
    ? ''
    : `<a:latin typeface="${escapeText(font)}"/><a:ea typeface="${escapeText(font)}"/>`;
