import { cellAddress, columnName } from '#domain/sheet.ts';
import type { Page, PagePrompt } from '#pages/page.ts';
import { MARK_PROPERTY } from '../edit/sheet-mark.ts';
import { XML_HEAD, type Dialect } from '../edit/dialect.ts';
import { escapeText, escapeAttribute } from '../xml/text.ts';
import { rowsXml, type CellContext } from './cells-xml.ts';
import { argb } from './page-styles.ts';
import { invariant } from '#domain/result.ts';

/** Relationship ids of what the sheet refers to; null: there is none. */
export interface SheetRelations {
  readonly mark: string | null;
  readonly drawing: string | null;
  readonly tables: readonly string[];
}

/**
 * The worksheet part of a page. The order of the elements is the one that the format prescribes.
 */
export function sheetXml(
  page: Page,
  context: CellContext,
  relations: SheetRelations,
  dialect: Dialect,
): string {
  return (
    `${XML_HEAD}<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">` +
    '<sheetPr>' +
    `${page.tabColor === undefined ? '' : `<tabColor rgb="${argb(page.tabColor)}"/>`}` +
    '<outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${corner(page)}"/>${viewXml(page)}<sheetFormatPr ` +
    `defaultRowHeight="15"${outlineXml(page)}/>${columnsXml(page)}` +
    `<sheetData>${rowsXml(page, context)}</sheetData>` +
    mergesXml(page) +
    validationsXml(page, context.rename) +
    linksXml(page, context.rename) +
    printXml(page) +
    (relations.mark === null
      ? ''
      : `<customProperties><customPr name="${MARK_PROPERTY}" r:id="${relations.mark}"/>` +
        '</customProperties>') +
    `<ignoredErrors><ignoredError sqref="A1:${corner(page)}" numberStoredAsText="1" ` +
    'formula="1" formulaRange="1"/></ignoredErrors>' +
    (relations.drawing === null ? '' : `<drawing r:id="${relations.drawing}"/>`) +
    listXml(
      'tableParts',
      relations.tables.map((id) => `<tablePart r:id="${id}"/>`),
    ) +
    '</worksheet>'
  );
}

const listXml = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;

function corner(page: Page): string {
  const columns = Math.max(
    1,
    page.columnWidths.length,
    ...page.rows.map(({ cells }) => cells.length),
  );
  return cellAddress(Math.max(0, page.rows.length - 1), columns - 1);
}

function viewXml(page: Page): string {
  const below = cellAddress(page.frozenRows, 0);
  const pane =
    page.frozenRows === 0
      ? ''
      : `<pane ySplit="${page.frozenRows}" topLeftCell="${below}" activePane="bottomLeft" ` +
        `state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`;
  return (
    `<sheetViews><sheetView${page.gridlines === true ? '' : ' showGridLines="0"'} ` +
    `workbookViewId="0">${pane}</sheetView></sheetViews>`
  );
}

function outlineXml(page: Page): string {
  const deepest = Math.max(0, ...page.rows.map(({ level }) => level ?? 0));
  return deepest === 0 ? '' : ` outlineLevelRow="${deepest}"`;
}

const columnsXml = (page: Page): string =>
  page.columnWidths.length === 0
    ? ''
    : '<cols>' +
      page.columnWidths
        .map((width, c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`)
        .join('') +
      '</cols>';

const mergesXml = (page: Page): string =>
  listXml(
    'mergeCells',
    (page.merges ?? []).map(
      ({ row, column, rows, columns }) =>
        `<mergeCell ref="${cellAddress(row, column)}:` +
        `${cellAddress(row + rows - 1, column + columns - 1)}"/>`,
    ),
  );

function linksXml(page: Page, rename: (text: string) => string): string {
  const links = page.rows.flatMap(({ cells }, r) =>
    cells.flatMap((cell, c) =>
      cell?.link === undefined
        ? []
        : [`<hyperlink ref="${cellAddress(r, c)}" location="${escapeText(rename(cell.link))}"/>`],
    ),
  );
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** A4, one page wide, as many pages long as it takes. */
function printXml(page: Page): string {
  const left = page.footer === undefined ? '' : `&L${page.footer.replaceAll('&', '&&')}`;
  const breaks = page.rows.flatMap(({ pageBreak }, r) =>
    pageBreak === true && r > 0 ? [`<brk id="${r}" max="16383" man="1"/>`] : [],
  );
  return (
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.5" ' +
    'bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="' +
    `${page.landscape === true ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="` +
    `${page.onePage === true ? 1 : 0}"/>` +
    `<headerFooter><oddFooter>${escapeText(`${left}&R&P / &N`)}</oddFooter></headerFooter>` +
    (breaks.length === 0
      ? ''
      : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">` +
        `${breaks.join('')}</rowBreaks>`)
  );
}

/** Excel takes at most this much for a list written into the rule itself. */
const MAX_LIST = 255;

function validationsXml(page: Page, rename: (text: string) => string): string {
  const lists = (page.validations ?? []).map((rule) =>
    ruleXml('list', rule, `<formula1>${escapeText(listFormula(rule.list, rename))}</formula1>`),
  );
  const checks = (page.checks ?? []).map((rule) =>
    ruleXml(rule.kind, rule, `<formula1>${rule.least}</formula1><formula2>${rule.most}</formula2>`),
  );
  const rules = [...lists, ...checks];
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

interface Rule {
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  readonly soft?: boolean;
  readonly prompt?: PagePrompt;
}

function ruleXml(
  type: string,
  { column, fromRow, toRow, soft, prompt }: Rule,
  formulas: string,
): string {
  const letter = columnName(column);
  const said =
    prompt === undefined
      ? ''
      : ` promptTitle="${escapeAttribute(prompt.title.slice(0, 32))}" ` +
        `prompt="${escapeAttribute(prompt.text.slice(0, 255))}"`;
  const refused = soft === true ? '' : ' showErrorMessage="1"';
  const error =
    prompt === undefined || soft === true
      ? ''
      : ` errorTitle="${escapeAttribute(prompt.title.slice(0, 32))}" ` +
        `error="${escapeAttribute(prompt.text.slice(0, 225))}"`;
  return (
    `<dataValidation type="${type}" allowBlank="1" ` +
    `showInputMessage="1"${refused}${error}${said} ` +
    `sqref="${letter}${fromRow + 1}:${letter}${toRow + 1}">${formulas}</dataValidation>`
  );
}

function listFormula(list: readonly string[] | string, rename: (text: string) => string): string {
  if (typeof list === 'string') return rename(list.replace(/^=/, ''));
  const joined = list.join(',');
  invariant(
    joined.length <= MAX_LIST && list.every((choice) => !choice.includes(',')),
    `a list of choices fits into a validation rule: ${joined}`,
  );
  return `"${joined.replaceAll('"', '""')}"`;
}
