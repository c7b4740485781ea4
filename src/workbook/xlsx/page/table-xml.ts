import { cellAddress } from '#domain/sheet.ts';
import type { Page } from '#pages/page.ts';
import { XML_HEAD } from '../edit/dialect.ts';
import { escapeText } from '../xml/text.ts';
import { callsOwnFunction, storedFormula } from './own-functions.ts';

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
    const head =
      `<tableColumn id="${c + 1}" ` + `name="${escapeText(column).replaceAll('\n', '_x000a_')}"`;
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
