import { cellAddress } from '#domain/sheet.ts';
import type { Page, PageCell, PageRow } from '#pages/page.ts';
import { cellText } from '../../cut-text.ts';
import { escapeColumnName, escapeText, keepSpace } from '../xml/text.ts';
import { callsOwnFunction, storedFormula } from './own-functions.ts';
import type { PageStyles } from './page-styles.ts';
import { XML_HEAD } from '../edit/dialect.ts';

export interface CellContext {
  readonly styles: PageStyles;
  /**
   * The number behind `cm` of cells that hold a function of the add-in; null when the workbook
   * can't say it.
   */
  readonly dynamic: number | null;
  /** Puts the sheet's real name into formulas and links, should it differ from the page's. */
  readonly rename: (text: string) => string;
}

export const rowsXml = (page: Page, context: CellContext): string =>
  page.rows.map((row, r) => rowXml(row, r, context)).join('');

function rowXml(row: PageRow, r: number, context: CellContext): string {
  const cells = row.cells
    .map((cell, c) => (cell === null ? '' : cellXml(cell, r, c, context)))
    .join('');
  const height = row.height === undefined ? '' : ` ht="${row.height}" customHeight="1"`;
  const level = (row.level ?? 0) > 0 ? ` outlineLevel="${row.level}"` : '';
  return cells === '' && height === '' && level === ''
    ? ''
    : `<row r="${r + 1}"${height}${level}>${cells}</row>`;
}

const spillRange = (address: string, r: number, c: number, spill: PageCell['spill']): string =>
  spill === undefined || spill.rows * spill.columns === 1
    ? address
    : `${address}:${cellAddress(r + spill.rows - 1, c + spill.columns - 1)}`;

function cellXml(cell: PageCell, r: number, c: number, context: CellContext): string {
  const address = cellAddress(r, c);
  const quoted =
    typeof cell.value === 'string' && /^[=+\-@']/.test(cell.value) && cell.formula === undefined;
  const head = `r="${address}" s="${context.styles.index(cell.style, quoted)}"`;
  if (cell.formula !== undefined)
    return formulaXml(
      head,
      spillRange(address, r, c, cell.spill),
      cell.formula,
      cell.value,
      context,
    );
  if (cell.value === null) return `<c ${head}/>`;
  if (typeof cell.value === 'string') {
    const text = cellText(cell.value);
    return `<c ${head} t="inlineStr"><is><t${keepSpace(text)}>${escapeText(text)}</t></is></c>`;
  }
  return `<c ${head}${typeOf(cell.value)}>${valueXml(cell.value)}</c>`;
}

/**
 * A call of an own function is a dynamic array over the cells it fills, as Excel stores it; without
 * `cm` it would show in braces.
 */
function formulaXml(
  head: string,
  range: string,
  formula: string,
  value: PageCell['value'],
  context: CellContext,
): string {
  const text = escapeText(storedFormula(context.rename(formula)));
  const own = callsOwnFunction(formula);
  const meta = own && context.dynamic !== null ? ` cm="${context.dynamic}"` : '';
  return (
    `<c ${head}${typeOf(value)}${meta}>` +
    `<f${own ? ` t="array" ref="${range}"` : ''}>${text}</f>${valueXml(value)}</c>`
  );
}

const typeOf = (value: PageCell['value']): string =>
  typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : '';

function valueXml(value: PageCell['value']): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return `<v>${value ? 1 : 0}</v>`;
  return `<v>${typeof value === 'number' ? String(value) : escapeText(cellText(value))}</v>`;
}

type PageTable = NonNullable<Page['tables']>[number];

/**
 * A table part. Its header words are cells of the page; the look is the page's, so the table itself
 * adds only a hairline.
 */
export function tableXml(
  table: PageTable,
  name: string,
  id: number,
  main: string,
  rename: (text: string) => string,
): string {
  const ref = tableRef(table);
  const columns = table.columns.map((column, c) => {
    const formula = table.calculated?.[c] ?? null;
    const inner =
      formula === null
        ? ''
        : `<calculatedColumnFormula${callsOwnFunction(formula) ? ' array="1"' : ''}>` +
          `${escapeText(storedFormula(rename(formula)))}</calculatedColumnFormula>`;
    const head = `<tableColumn id="${c + 1}" name="${escapeColumnName(column)}"`;
    return inner === '' ? `${head}/>` : `${head}>${inner}</tableColumn>`;
  });
  return (
    `${XML_HEAD}<table xmlns="${main}" id="${id}" name="${escapeText(name)}" ` +
    `displayName="${escapeText(name)}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/>` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" ' +
    'showRowStripes="0" showColumnStripes="0"/></table>'
  );
}

const tableRef = ({ row, column, rows, columns }: PageTable): string =>
  `${cellAddress(row, column)}:${cellAddress(row + rows - 1, column + columns.length - 1)}`;
