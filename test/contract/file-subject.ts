import type { ContractSheet, ContractSubject } from '../../src/hosts/contract/subject.ts';
import type { Cell } from '#domain/sheet.ts';
import { cellAddress } from '#domain/sheet.ts';
import { parseAddress } from '../host/address.ts';
import {
  bookParts,
  MAIN,
  opened,
  type Parts,
  relationships,
  unzip,
  worksheet,
  zipOf,
} from '../workbook/fixture.ts';
import type { FileWorkbook } from '#workbook/files/file-workbook.ts';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Number formats and fills that a sheet uses, by the cell's address. */
class Styles {
  private readonly looks: { readonly format: string; readonly fill: string }[] = [
    { format: 'General', fill: '' },
  ];

  index(sheet: ContractSheet, row: number, column: number): number {
    const format = entryAt(sheet.formats, row, column) ?? 'General';
    const fill = entryAt(sheet.fills, row, column) ?? '';
    const known = this.looks.findIndex((look) => look.format === format && look.fill === fill);
    return known >= 0 ? known : this.looks.push({ format, fill }) - 1;
  }

  get xml(): string {
    const formats = this.looks.map(
      ({ format }, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(format)}"/>`,
    );
    const fills = this.looks.map(({ fill }) =>
      fill === ''
        ? '<fill><patternFill patternType="none"/></fill>'
        : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill.slice(1)}"/>` +
          '</patternFill></fill>',
    );
    const xfs = this.looks.map(
      ({ format }, at) =>
        `<xf numFmtId="${format === 'General' ? 0 : 200 + at}" fontId="0" fillId="${at}" ` +
        'borderId="0" xfId="0" applyFill="1"/>',
    );
    return (
      `<styleSheet xmlns="${MAIN}"><numFmts ` +
      `count="${formats.length}">${formats.join('')}</numFmts><fonts count="1"><font/>` +
      `</fonts><fills count="${fills.length}">${fills.join('')}</fills><borders count="1">` +
      '<border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs ' +
      `count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`
    );
  }
}

function entryAt(
  entries: Readonly<Record<string, string>> | undefined,
  row: number,
  column: number,
): string | undefined {
  return Object.entries(entries ?? {}).find(([address]) => {
    const { top, left, rows, columns } = parseAddress(address);
    return row >= top && row < top + rows && column >= left && column < left + columns;
  })?.[1];
}

function cellXml(cell: Cell | undefined, address: string, style: number): string {
  const head = `<c r="${address}" s="${style}"`;
  if (cell === null || cell === undefined) return style === 0 ? '' : `${head}/>`;
  if (typeof cell === 'object') return `${head} t="e"><v>${cell.fault}</v></c>`;
  if (typeof cell === 'number') return `${head}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `${head} t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function sheetXml(sheet: ContractSheet, styles: Styles): string {
  const rows = sheet.rows.map(
    (cells, row) =>
      `<row r="${row + 1}">` +
      cells
        .map((cell, column) =>
          cellXml(cell, cellAddress(row, column), styles.index(sheet, row, column)),
        )
        .join('') +
      '</row>',
  );
  const merges = (sheet.merges ?? []).map((address) => `<mergeCell ref="${address}"/>`);
  const tables = (sheet.tables ?? []).map((_, at) => `<tablePart r:id="rIdT${at}"/>`);
  return worksheet(
    `<sheetData>${rows.join('')}</sheetData>` +
      (merges.length > 0
        ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`
        : '') +
      (tables.length > 0
        ? `<tableParts count="${tables.length}">${tables.join('')}</tableParts>`
        : ''),
  );
}

function tableParts(sheets: readonly ContractSheet[]): Parts {
  const parts: Parts = {};
  sheets.forEach(({ tables = [], rows }, at) => {
    if (tables.length === 0) return;
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationships(
      ...tables.map((_, t) => [`rIdT${t}`, 'table', `../tables/table${at}${t}.xml`] as const),
    );
    tables.forEach(({ name, address }, t) => {
      const columns = (rows[0] ?? []).map(
        (header, c) => `<tableColumn id="${c + 1}" name="${escaped(String(header))}"/>`,
      );
      parts[`xl/tables/table${at}${t}.xml`] =
        `<table xmlns="${MAIN}" id="${at * 10 + t + 1}" name="${name}" ` +
        `displayName="${name}" ref="${address}"><tableColumns ` +
        `count="${columns.length}">${columns.join('')}</tableColumns></table>`;
    });
  });
  return parts;
}

/** A real .xlsx behind the file adapter. */
export async function fileSubject(sheets: readonly ContractSheet[]): Promise<ContractSubject> {
  const styles = new Styles();
  const xml = Object.fromEntries(sheets.map((sheet) => [sheet.name, sheetXml(sheet, styles)]));
  const hidden = Object.fromEntries(
    sheets.filter((sheet) => sheet.hidden).map(({ name }) => [name, 'state="hidden"']),
  );
  return subjectOver(
    await opened(
      zipOf(
        bookParts({
          sheets: xml,
          styles: styles.xml,
          sheetAttributes: hidden,
          more: tableParts(sheets),
        }),
      ),
    ),
  );
}

function subjectOver(workbook: FileWorkbook): ContractSubject {
  return {
    port: workbook,
    reopen: async () => subjectOver(await opened(workbook.save())),
    fills: (sheet, row, columns) =>
      Promise.resolve(fillsIn(unzip(workbook.save()), sheet, row, columns)),
    close: () => Promise.resolve(),
  };
}

/** Read from the package itself, not through the adapter that wrote it. */
function fillsIn(
  parts: Record<string, Uint8Array>,
  sheet: string,
  row: number,
  columns: number,
): string[] {
  const text = (name: string): string => new TextDecoder().decode(parts[name]);
  const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]+)"`).exec(
    text('xl/workbook.xml'),
  )?.[1];
  const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*Target="([^"]+)"`).exec(
    text('xl/_rels/workbook.xml.rels'),
  )?.[1];
  const cells = text(`xl/${target}`);
  const styles = text('xl/styles.xml');
  const fills = [
    ...(/<fills[^>]*>([\s\S]*)<\/fills>/.exec(styles)?.[1] ?? '').matchAll(
      /<fill>([\s\S]*?)<\/fill>/g,
    ),
  ].map(([, inner = '']) =>
    inner.includes('"solid"') ? `#${/fgColor rgb="FF([0-9A-F]{6})"/i.exec(inner)?.[1] ?? ''}` : '',
  );
  const xfs = [
    ...(/<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(styles)?.[1] ?? '').matchAll(
      /<xf [^>]*fillId="(\d+)"/g,
    ),
  ].map(([, fill]) => Number(fill));
  return Array.from({ length: columns }, (_, column) => {
    const style = new RegExp(`<c r="${cellAddress(row - 1, column)}"[^>]*?\\bs="(\\d+)"`).exec(
      cells,
    )?.[1];
    return fills[xfs[Number(style ?? 0)] ?? 0] ?? '';
  });
}
