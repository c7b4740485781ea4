import { cellAddress } from '#domain/sheet.ts';
import { KEPT_GUARD, KEPT_MARK } from '../../kept-text-sheet-words.ts';
import type { Dialect } from '../edit/dialect.ts';
import { XML_HEAD } from '../edit/dialect.ts';
import { setDefinedNames } from '../edit/defined-names.ts';
import type { OfficePackage } from '../package.ts';
import { placeFor } from '../page/sheet-place.ts';
import { cellsOf } from '../read/cells-of-part.ts';
import { pageMarks } from '../read/page-marks.ts';
import { readWorkbookPart, type WorkbookParts } from '../read/workbook-part.ts';
import { addMarkPart, markName, MARK_PROPERTY } from '../edit/sheet-mark.ts';
import { encodeText, escapeText, keepSpace } from '../xml/text.ts';

const NAME = 'RebateRadar';
/** A cell holds 32,767 characters; a pair of surrogates counts as two and is never split. */
const PIECE = /[\s\S]{1,15000}/gu;
/** Stands above the kept texts, for the person who unhides the sheet. */
const NOTE =
  '返点雷达把答复、设置和原来的底色记在这里；删掉这张表，这些就没有了。 Rebate Radar keeps ' +
  'answers, settings and your own ' +
  'fills here; without this sheet they are lost.';

/** The kept texts of the hidden sheet: a row a kept text, its key and its text in pieces. */
export function readKeptTextSheet(
  pack: OfficePackage,
  parts: WorkbookParts,
): ReadonlyMap<string, string> {
  const marks = pageMarks(pack, parts);
  const part = parts.sheets.find((sheet) => marks.get(sheet.part) === KEPT_MARK)?.part;
  const kept = new Map<string, string>();
  if (part === undefined) return kept;
  const cells = cellsOf(pack, parts, part);
  for (let row = 1; row < cells.rowCount; row++) {
    const texts = cells.columns.map((column) => String(column[row] ?? ''));
    const [key = '', ...pieces] = texts.map((text) => text.slice(KEPT_GUARD.length));
    if (key !== '') kept.set(key, pieces.join(''));
  }
  return kept;
}

export function writeKeptTextSheet(
  pack: OfficePackage,
  dialect: Dialect,
  texts: ReadonlyMap<string, string>,
): void {
  const parts = readWorkbookPart(pack);
  const place = placeFor(pack, parts, dialect, { name: NAME, mark: KEPT_MARK, hidden: true });
  const mark = addMarkPart(pack, place.part, KEPT_MARK, dialect);
  const rows = [...texts].map(([key, text], at) => rowXml(at + 2, [key, ...pieces(text)]));
  pack.write(
    place.part,
    encodeText(
      `${XML_HEAD}<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">` +
        '<sheetData>' +
        `<row r="1">${cellXml('A1', NOTE)}</row>${rows.join('')}</sheetData>` +
        `<customProperties><customPr name="${MARK_PROPERTY}" r:id="${mark}"/>` +
        '</customProperties></worksheet>',
    ),
  );
  setDefinedNames(pack, parts.workbook, [markName(KEPT_MARK, place.name)], place.name);
}

const pieces = (text: string): readonly string[] => text.match(PIECE) ?? [];

const rowXml = (row: number, texts: readonly string[]): string =>
  `<row r="${row}">` +
  texts.map((text, column) => cellXml(cellAddress(row - 1, column), KEPT_GUARD + text)).join('') +
  '</row>';

const cellXml = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t${keepSpace(text)}>${escapeText(text)}</t></is></c>`;
