import type { FilesFact } from '#facts/files.ts';
import { grouped } from '../format.ts';
import type { Sentences } from '../sentences.ts';

export const files: Sentences<FilesFact> = {
  'file.empty': ({ name }) => `"${name}" is an empty file: export it again and open the new one.`,
  'file.noCells': ({ name }) => `"${name}" holds no values: open the file that has the orders.`,
  'file.passwordProtected': ({ name }) =>
    `"${name}" needs a password to open: remove it in Excel (File, Info, Protect Workbook), ` +
    'save, and open it again.',
  'file.oldExcel': ({ name }) =>
    `"${name}" is in the old Excel 97-2003 format (.xls): save it as .xlsx in Excel or WPS ` +
    'and open that file.',
  'file.wps': ({ name }) =>
    `"${name}" is in WPS's own format: save it as .xlsx in WPS and open that file.`,
  'file.binaryWorkbook': ({ name }) =>
    `"${name}" is a binary workbook (.xlsb): save it as .xlsx in Excel and open that file.`,
  'file.openDocument': ({ name }) =>
    `"${name}" is an OpenDocument spreadsheet (.ods): save it as .xlsx and open that file.`,
  'file.markup': ({ name }) =>
    `"${name}" is really a web page or XML text, not a workbook: open it in Excel and save ` +
    'it as .xlsx.',
  'file.notWorkbook': ({ name }) =>
    `"${name}" is neither a workbook nor a text table: choose an .xlsx or .csv file.`,
  'file.truncated': ({ name }) =>
    `"${name}" is incomplete, as after a broken download: fetch or copy it again and open ` +
    'the new one.',
  'file.tooLarge': ({ name }) =>
    `"${name}" unpacks to far more than a workbook holds and may be malicious: save the ` +
    'order sheet alone as .xlsx and open that file.',
  'file.tooWide': ({ name, row }) =>
    `Line ${row} of "${name}" has more than 16,384 columns, which is all that a sheet holds: ` +
    'check its separators, or leave the columns of the orders alone, and open it again.',
  'file.scattered': ({ name }) =>
    `"${name}" has cells too far away from its table: delete what stands beside or below the ` +
    'orders, and open it again.',
  'file.damaged': ({ name, part }) =>
    `"${name}" is damaged (${part} can't be read): let Excel open and repair it, save it, ` +
    'and try again.',
  'file.partMissing': ({ name, part }) =>
    `"${name}" lacks a part it needs (${part}): let Excel open and repair it, save it, and ` +
    'try again.',
  'file.unknownEncoding': ({ name }) =>
    `"${name}" is neither UTF-8 nor GBK text: save it as "CSV UTF-8" and open that file.`,
  'file.tooManyFormats': ({ name }) =>
    `"${name}" already has as many cell formats as Excel allows (65,490), so nothing can be ` +
    'coloured or added: remove unused cell styles in a copy and try again.',
  'file.changedOnDisk': ({ name }) =>
    `“${name}” has been changed by another program since it was opened, so nothing was ` +
    'written. Read the file again, or download the result.',
  'file.notAllowed': ({ name }) =>
    `The browser was not allowed to use “${name}”, so nothing was read or written. Allow ` +
    'it, or download the result.',
  'file.notKept': ({ name }) =>
    `The work on “${name}” cannot be kept on this computer (the browser forbids it or has ` +
    'no room). Download the result before you close the page.',
  'file.noFileDropped': ({ name }) =>
    `What was dropped (${name}) is no file. Drop an .xlsx or .csv file, or choose one with “Open”.`,
  'file.noSuchSheet': ({ name, sheet }) =>
    `"${name}" has no sheet named "${sheet}": choose one of its sheets.`,
  'file.partOfArray': ({ name, cell, block }) =>
    `Cell ${cell} of "${name}" belongs to the array formula of ${block}, which changes only ` +
    'as a whole: edit its first cell, or clear the block.',
  'file.typedTooLong': ({ what, sheet, cell, characters, most }) =>
    `The ${WHAT[what]} in ${cell} of “${sheet}” has ${grouped(characters)} characters; Excel ` +
    `takes ${grouped(most)}. Nothing was saved and nothing is lost: ${REMEDY[what]}, and save ` +
    'again.',
  'file.tooManyLines': ({ name, lines }) =>
    `“${name}” has ${grouped(lines)} lines, a sheet 1,048,576 rows, so no workbook can be made ` +
    'of it. Its figures can be read all the same; for a workbook, divide the file by its days.',
  'file.textsCut': ({ name, cells, count }) =>
    `In ${cells.join(', ')}${beside(count - cells.length)} ` +
    `“${name}” has texts of more than 32,767 characters, which is all that a cell of a workbook ` +
    'holds: the copy has their beginning, the file has them whole.',
  'file.headMade': ({ sheet, cell, typed, head }) =>
    `The head ${cell} of a table on “${sheet}” is “${head}” in the copy, as Excel makes it of ` +
    `${typed === '' ? 'an empty cell' : `“${typed}”`}: heads are texts, and no two of a table ` +
    'are alike. If another name is meant, type it and save again.',
};

const beside = (more: number): string => (more === 0 ? '' : ` and ${more} more`);

const WHAT = {
  text: 'text',
  formula: 'formula',
  head: 'head of a table',
  renamed: 'formula, with the new head of a column that it names,',
} as const;
const SHORTEN = 'shorten it, or divide it among several cells';
const REMEDY = {
  text: SHORTEN,
  formula: SHORTEN,
  head: SHORTEN,
  renamed: 'give that column a shorter head',
} as const;
