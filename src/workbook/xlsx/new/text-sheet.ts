import { LONGEST_CELL, SHEET_ROWS } from '#domain/bounds.ts';
import { madeList } from '#domain/lazy-list.ts';
import { Refusal } from '#domain/refusal.ts';
import { cellAddress, type Sheet } from '#domain/sheet.ts';
import type { FileTrouble } from '#facts/files.ts';
import { cellText } from '../../cut-text.ts';
import { addSheet } from '../edit/add-sheet.ts';
import { TRANSITIONAL, XML_HEAD } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import { openStyles } from '../styles/open-styles.ts';
import type { StylesPart } from '../styles/styles-part.ts';
import { encodeText, escapeText, keepSpace } from '../xml/text.ts';
import { PartPacker } from '../zip/pack.ts';
import { newPackage, WORKBOOK_PART } from './new-package.ts';
import { typedColumn, type TypedValue } from '#pages/typed-text.ts';
import { formatStyle } from '../styles/format-style.ts';

const PIECE = 1 << 18;
const SAMPLE_ROWS = 200;

const PART = 'xl/worksheets/sheet1.xml';

/**
 * A workbook for a delimited text; its sheet is empty until `fillText` has run.
 *
 * @throws UnusableFile `file.tooManyLines` when no sheet holds them
 */
export function textWorkbook(sheet: Sheet): OfficePackage {
  const lines = lastLine(sheet);
  if (lines > SHEET_ROWS) throw new Refusal<FileTrouble>({ code: 'file.tooManyLines', lines });
  const pack = newPackage();
  pack.write(
    PART,
    encodeText(`${XML_HEAD}<worksheet xmlns="${TRANSITIONAL.main}"><sheetData/></worksheet>`),
  );
  addSheet(pack, WORKBOOK_PART, TRANSITIONAL, { name: sheet.name, part: PART });
  return pack;
}

/**
 * Writes a delimited text as typed into its workbook's sheet; tells the rows done, and changes
 * nothing before the last. A record stands in the row whose number is its line in the file, so that
 * a row number means the same in both; lines inside a quoted field leave empty rows behind.
 *
 * @param cut - is told of every cell of which only the beginning fits
 */
export function* fillText(
  pack: OfficePackage,
  sheet: Sheet,
  cut: (cell: string) => void,
): Generator<number, void, void> {
  const { styles, save } = openStyles(pack, WORKBOOK_PART, TRANSITIONAL);
  const packer = new PartPacker();
  for (const { xml, rows } of sheetXml(sheet, styles, cut)) {
    packer.push(encodeText(xml));
    yield rows;
  }
  pack.put(packer.finish(PART));
  save();
}

interface Piece {
  readonly xml: string;
  /** Rows done with it. */
  readonly rows: number;
}

const lastLine = (sheet: Sheet): number => sheet.lines?.[sheet.rowCount - 1] ?? sheet.rowCount;

function* sheetXml(
  sheet: Sheet,
  styles: StylesPart,
  cut: (cell: string) => void,
): Generator<Piece, void, void> {
  const columns = sheet.columns.map(madeList);
  const typed = columns.map(typedColumn);
  const last = lastLine(sheet);
  const corner = cellAddress(Math.max(0, last - 1), Math.max(0, sheet.columns.length - 1));
  let xml =
    `${XML_HEAD}<worksheet xmlns="${TRANSITIONAL.main}"><sheetPr><pageSetUpPr ` +
    `fitToPage="1"/></sheetPr><dimension ref="A1:${corner}"/><sheetViews><sheetView ` +
    'workbookViewId="0"/></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet)}<sheetData>`;
  for (let r = 0; r < sheet.rowCount; r++) {
    const row = sheet.lines?.[r] ?? r + 1;
    let cells = '';
    for (const [c, column] of columns.entries()) {
      const text = column[r];
      if (typeof text !== 'string') continue;
      if (text.length > LONGEST_CELL) cut(cellAddress(row - 1, c));
      cells += cellXml(cellAddress(row - 1, c), typed[c]!(cellText(text)), styles);
    }
    if (cells !== '') xml += `<row r="${row}">${cells}</row>`;
    if (xml.length > PIECE) {
      yield { xml, rows: r + 1 };
      xml = '';
    }
  }
  xml +=
    '</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" ' +
    `fitToHeight="0"/><ignoredErrors><ignoredError sqref="A1:${corner}" ` +
    'numberStoredAsText="1"/></ignoredErrors></worksheet>';
  yield { xml, rows: sheet.rowCount };
}

function cellXml(address: string, { value, format }: TypedValue, styles: StylesPart): string {
  if (typeof value === 'number')
    return `<c r="${address}" s="${formatStyle(styles, format)}"><v>${value}</v></c>`;
  const style = formatStyle(styles, format, /^[=+\-@]/.test(value));
  return (
    `<c r="${address}" s="${style}" t="inlineStr"><is>` +
    `<t${keepSpace(value)}>${escapeText(value)}</t></is></c>`
  );
}

/** Wide enough for what the first rows hold; a Chinese character takes two places. */
function columnsXml(sheet: Sheet): string {
  const widths = sheet.columns.map(
    (cells) =>
      cells
        .slice(0, SAMPLE_ROWS)
        .reduce<number>((widest, cell) => Math.max(widest, Math.min(48, placesOf(cell))), 6) + 2,
  );
  return widths.length === 0
    ? ''
    : '<cols>' +
        widths
          .map(
            (width, c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`,
          )
          .join('') +
        '</cols>';
}

const placesOf = (cell: unknown): number =>
  typeof cell === 'string'
    ? [...cell].reduce((sum, char) => sum + (char > '\u2E7F' ? 2 : 1), 0)
    : 0;
