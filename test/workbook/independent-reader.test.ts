import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell } from '#domain/sheet.ts';
import { opened } from './fixture.ts';
import { richBook } from './rich-book.ts';
import { samplePage } from './sample-pages.ts';

type Rows = readonly (readonly string[])[];
type Reader = readonly [name: string, read: (bytes: Uint8Array, sheet: string) => Promise<Rows>];

const shown = (cell: Cell | undefined): string =>
  typeof cell === 'boolean'
    ? String(cell).toUpperCase()
    : typeof cell === 'object'
      ? ''
      : String(cell ?? '');

const ours: Reader = [
  'our own reader',
  async (bytes, name) => {
    const sheet = await (await opened(bytes)).readSheet(name);
    return Array.from({ length: sheet.rowCount }, (_, r) =>
      sheet.columns.map((column) => shown(column[r])),
    );
  },
];

/** Every sheet as CSV with the stored values, by a program that shares nothing with ours. */
const libreOffice: Reader = [
  'LibreOffice',
  (bytes, name) => {
    const folder = mkdtempSync(join(tmpdir(), 'office-'));
    try {
      writeFileSync(join(folder, 'book.xlsx'), bytes);
      const filter =
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          filter,
          '--outdir',
          folder,
          join(folder, 'book.xlsx'),
        ],
        { stdio: 'pipe' },
      );
      const file = readdirSync(folder).find((each) => each.endsWith(`-${name}.csv`)) ?? '';
      return Promise.resolve(recordsOf(readFileSync(join(folder, file), 'utf8')));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
];

const recordsOf = (text: string): Rows =>
  (text.match(/(?:"(?:[^"]|"")*"|[^"\n])+/g) ?? []).map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^",]*)(?:,|$)/g)].map(([, field = '']) =>
      field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
    ),
  );

const installed = (process.env['PATH'] ?? '')
  .split(':')
  .some((folder) => existsSync(join(folder, 'soffice')));
/**
 * Where LibreOffice is installed it is asked too; everywhere our own reader has to agree with what
 * was written.
 */
const readers: readonly Reader[] = [ours, ...(installed ? [libreOffice] : [])];

test.each(readers)('%s reads the copy and the page in it as they were written', async (_, read) => {
  const book = await opened(richBook());
  await book.highlight('订单 2025', { left: 0, right: 3 }, [
    { row: 2, color: '#FFE699' },
    { row: 4, color: '#F8CBAD' },
  ]);
  await book.writePage(samplePage());
  const bytes = book.save();
  const [orders, page] = [await read(bytes, '订单 2025'), await read(bytes, '返点复盘 2025')];
  expect(orders.slice(0, 3).map((row) => row.slice(0, 3))).toEqual([
    ['订单号', '金额', '备注'],
    ['甲', '86400', ''],
    ['乙', '45800.5', ''],
  ]);
  const rows = page.filter((row) => row.some((cell) => cell !== ''));
  expect(rows[0]?.[0]).toBe('返点复盘 2025');
  expect(rows.find(([label]) => label === '合计')?.slice(1, 4)).toEqual([
    '320367.02',
    '20149.85',
    '340516.87',
  ]);
  expect(rows.find(([label]) => label === '守线')?.[5]).toBe('=1+1 仍是文字');
  expect(rows.find(([label]) => label === '+86 电话')?.slice(3, 7)).toEqual([
    'TRUE',
    '',
    '第一行\n第二行 <b>&"quotes"',
    '925010800000017001',
  ]);
});
