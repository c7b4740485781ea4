import { strToU8, unzipSync, zipSync } from 'fflate';
import { files as english } from '#i18n/en-US/files.ts';
import { files as chinese } from '#i18n/zh-CN/files.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import {
  bookOf,
  bookParts,
  MAIN,
  opened,
  sheetData,
  troubleOf,
  zipOf,
  type Parts,
} from './fixture.ts';

const good = bookParts({
  sheets: { 订单: sheetData('<row r="1"><c r="A1"><v>123456</v></c></row>') },
});
const bytes = zipOf(good);
const without = (part: string): Uint8Array =>
  zipOf(Object.fromEntries(Object.entries(good).filter(([name]) => name !== part)));
const withParts = (parts: Parts): Uint8Array => zipOf({ ...good, ...parts });
const sheetOf = (rows: string): Uint8Array =>
  zipOf(bookParts({ sheets: { 订单: sheetData(rows) } }));
const row = (number: number, value: string): string =>
  `<row r="${number}"><c r="A${number}"><v>${value}</v></c></row>`;
const inline = (content: string): string =>
  `<c r="A1" t="inlineStr"><is><t>${content}</t></is></c>`;
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const compound = (text = ''): Uint8Array =>
  Uint8Array.from([
    ...COMPOUND,
    ...new Uint8Array(504),
    ...[...text].flatMap((char) => [char.charCodeAt(0), 0]),
  ]);
const text = (content: string): Uint8Array => strToU8(content);

/** The sizes in the central directory rewritten: what a bomb that lies about itself does. */
function lying(archive: Uint8Array, claimed: number): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(
      copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
    );
    if (name === 'xl/worksheets/sheet1.xml') view.setUint32(at + 24, claimed, true);
  }
  return copy;
}

/**
 * One digit of an amount changed in an archive that is not compressed: still good XML, only the
 * checksum knows.
 */
function flipped(): Uint8Array {
  const stored = zipSync(
    Object.fromEntries(Object.entries(good).map(([name, body]) => [name, strToU8(String(body))])),
    { level: 0 },
  );
  stored[Buffer.from(stored).indexOf('123456')] = '9'.charCodeAt(0);
  return stored;
}

const bomb = bookOf({
  sheets: { 订单: sheetData(`<row r="1"><c r="A1"><v>1</v></c></row>${' '.repeat(40_000_000)}`) },
});

test('the good workbook opens', async () => {
  await expect(opened(bytes)).resolves.toBeDefined();
});

test.each<[string, Uint8Array, string, string]>([
  ['no bytes at all', new Uint8Array(0), 'a.xlsx', 'file.empty'],
  ['no bytes at all, csv', new Uint8Array(0), 'a.csv', 'file.empty'],
  ['a csv of blanks', text('\uFEFF \r\n ,, \r\n'), 'a.csv', 'file.noCells'],
  [
    'a workbook without a value',
    bookOf({ sheets: { 订单: sheetData('<row r="1"><c r="A1" s="0"/></row>') } }),
    'a.xlsx',
    'file.noCells',
  ],
  ['a password', compound('EncryptedPackage'), 'a.xlsx', 'file.passwordProtected'],
  ['old Excel', compound('Workbook'), 'a.xls', 'file.oldExcel'],
  ['old Excel under a new name', compound('Workbook'), 'a.xlsx', 'file.oldExcel'],
  ['WPS', compound('Workbook'), '台账.et', 'file.wps'],
  [
    'old Excel before compound files',
    Uint8Array.from([9, 8, 16, 0, 0, 6]),
    'a.xls',
    'file.oldExcel',
  ],
  ['WPS of another make', text('anything'), '台账.et', 'file.wps'],
  [
    'a web page named .xls',
    text('<html><table><tr><td>订单号</td></tr></table></html>'),
    'a.xls',
    'file.markup',
  ],
  ['an XML spreadsheet', text('\uFEFF<?xml version="1.0"?><Workbook/>'), 'a.xls', 'file.markup'],
  ['cut in the middle', bytes.slice(0, bytes.length >> 1), 'a.xlsx', 'file.truncated'],
  ['cut at the end', bytes.slice(0, -30), 'a.xlsx', 'file.truncated'],
  ['cut after the first header', bytes.slice(0, 30), 'a.xlsx', 'file.truncated'],
  ['an archive of nothing', zipOf({}), 'a.xlsx', 'file.notWorkbook'],
  ['random bytes', Uint8Array.from([1, 2, 3, 0, 4]), 'a.xlsx', 'file.notWorkbook'],
  ['a PDF named .csv', text('%PDF-1.7\n1 0 obj'), 'a.csv', 'file.notWorkbook'],
  ['text named .xlsx', text('a,b\n1,2'), 'a.xlsx', 'file.notWorkbook'],
  [
    'a Word document',
    zipOf({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': '<Relationships/>',
      'word/document.xml': '<d/>',
    }),
    'a.docx',
    'file.notWorkbook',
  ],
  ['any zip', zipOf({ 'readme.txt': 'hello' }), 'a.zip', 'file.notWorkbook'],
  [
    'OpenDocument',
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<c/>' }),
    'a.ods',
    'file.openDocument',
  ],
  [
    'a binary workbook',
    zipOf({
      ...good,
      '_rels/.rels': String(good['_rels/.rels']).replace('workbook.xml', 'workbook.bin'),
    }),
    'a.xlsb',
    'file.binaryWorkbook',
  ],
  ['no workbook part', without('xl/workbook.xml'), 'a.xlsx', 'file.partMissing'],
  ['no sheet part', without('xl/worksheets/sheet1.xml'), 'a.xlsx', 'file.partMissing'],
  [
    'no relationships of the workbook',
    without('xl/_rels/workbook.xml.rels'),
    'a.xlsx',
    'file.partMissing',
  ],
  [
    'XML that breaks off',
    withParts({ 'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets>` }),
    'a.xlsx',
    'file.damaged',
  ],
  [
    'a document type with entities',
    withParts({ 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }),
    'a.xlsx',
    'file.damaged',
  ],
  [
    'a sheet that breaks off',
    withParts({
      'xl/worksheets/sheet1.xml':
        `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1">` + '<v>1</v></c>',
    }),
    'a.xlsx',
    'file.damaged',
  ],
  [
    'two relationships of one name',
    withParts({
      'xl/_rels/workbook.xml.rels': String(good['xl/_rels/workbook.xml.rels']).replace(
        /<Relationship [^>]*worksheets[^>]*>/,
        '$&$&',
      ),
    }),
    'a.xlsx',
    'file.damaged',
  ],
  ['a bomb by its ratio', bomb, 'a.xlsx', 'file.tooLarge'],
  ['a bomb that claims to be small', lying(bomb, 1000), 'a.xlsx', 'file.damaged'],
  ['a flipped digit', flipped(), 'a.xlsx', 'file.damaged'],
])('%s', async (_, content, name, code) => {
  expect(await troubleOf(content, name)).toBe(code);
});

test.each([
  ['a row', row(1, '1') + row(1, '2')],
  ['a row that comes late', row(1, '1') + row(2, '2') + row(1, '3')],
  ['a number', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
  ['a text', `<row r="1">${inline('a')}${inline('b')}</row>`],
  ['a number and a text', `<row r="1"><c r="A1"><v>1</v></c>${inline('b')}</row>`],
])('what stands twice is damage: of two figures one would be wrong (%s)', async (_, rows) => {
  const book = await opened(sheetOf(rows));
  await expect(book.readSheet('订单')).rejects.toMatchObject({
    fact: { code: 'file.damaged', part: 'xl/worksheets/sheet1.xml' },
  });
});

test('rows that come late are read where they say', async () => {
  const book = await opened(sheetOf(row(2, '22') + row(1, '11')));
  const { columns } = await book.readSheet('订单');
  expect(columns[0]).toEqual([11, 22]);
});

test.each(['0x10', '0b1', '0o7', 'Infinity', '1e999', '1 0', '1_0', '１'])(
  'a number that Excel never writes is an error, not a figure: %s',
  async (value) => {
    const { columns } = await (await opened(sheetOf(row(1, value)))).readSheet('订单');
    expect(columns[0]).toEqual([{ fault: '#NUM!' }]);
  },
);

test.each([
  ['1E+05', 100_000],
  ['-1.5e-3', -0.0015],
  ['+5', 5],
  [' 7 ', 7],
  ['123456789012345678', 123_456_789_012_345_680],
])('a number in any way that a program writes it: %s', async (value, figure) => {
  const { columns } = await (await opened(sheetOf(row(1, value)))).readSheet('订单');
  expect(columns[0]).toEqual([figure]);
});

/** The same archive with two entries of one name, or with a flag on its first entry. */
function patched(names: readonly [string, string], flags = 0): Uint8Array {
  const copy = Buffer.from(zipOf({ ...good, [names[0]]: 'x' }));
  for (let at = copy.indexOf(names[0]); at >= 0; at = copy.indexOf(names[0], at + 1))
    copy.write(names[1], at);
  const first = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.writeUInt16LE(flags, first + 8);
  return new Uint8Array(copy);
}

test('two parts of one name are refused: another program may read the other', async () => {
  const double = patched(['xl/worksheets/sheet2.xml', 'xl/worksheets/SHEET1.xml']);
  expect(await troubleOf(double, 'a.xlsx')).toBe('file.damaged');
});

test('a part behind a password is said with the name of the file', async () => {
  const first = Object.keys(unzipSync(bytes))[0];
  expect(first).toBe('[Content_Types].xml');
  const book = await opened(patched(['other.bin', 'other.bin'], 1), '锁.xlsx');
  const fact = { fact: { code: 'file.passwordProtected', name: '锁.xlsx' } };
  expect(() => book.extension).toThrow(expect.objectContaining(fact) as never);
  expect(() => book.save()).toThrow(expect.objectContaining(fact) as never);
});

test('a sheet that stands in another file is missing, by its name', async () => {
  const rels = String(good['xl/_rels/workbook.xml.rels']);
  const outside = rels.replace(/Target="worksheets[^"]*"/, '$& TargetMode="External"');
  expect(outside).not.toBe(rels);
  const result = await openWorkbook(withParts({ 'xl/_rels/workbook.xml.rels': outside }), 'a.xlsx');
  expect(result).toMatchObject({ error: { code: 'file.partMissing', part: '订单' } });
});

test('parts that share their bytes are refused', async () => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const headers = [...copy.keys()].filter(
    (at) => at + 4 <= copy.length && view.getUint32(at, true) === 0x02014b50,
  );
  view.setUint32(headers[1]! + 42, view.getUint32(headers[0]! + 42, true), true);
  expect(await troubleOf(copy, 'a.xlsx')).toBe('file.tooLarge');
});

test('a long sheet that breaks off rejects the read with a fact', async () => {
  const rows = Array.from(
    { length: 120_000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i * 7}</v></c></row>`,
  ).join('');
  const parts = {
    ...good,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}<row><c>`,
  };
  const book = await opened(zipOf(parts));
  await expect(book.readSheet('订单')).rejects.toMatchObject({
    fact: { code: 'file.damaged', part: 'xl/worksheets/sheet1.xml' },
  });
});

test('every fact names the file in both languages, in one sentence', async () => {
  const result = await openWorkbook(new Uint8Array(0), '三月台账.xlsx');
  if (result.ok || result.error.code !== 'file.empty') throw new Error('expected an empty file');
  expect(chinese['file.empty'](result.error)).toBe(
    '「三月台账.xlsx」是空文件：请重新导出后再打开。',
  );
  expect(english['file.empty'](result.error)).toContain('"三月台账.xlsx" is an empty file');
});
