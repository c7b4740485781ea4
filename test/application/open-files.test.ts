import {
  holdsWork,
  type KeptFile,
  type WorkOnShelf,
  type WorkShelf,
} from '#application/live/kept-work.ts';
import { SheetEdits, withEdits } from '#application/live/edited-sheet.ts';
import { workFound } from '#application/live/work-found.ts';
import type { FileSession, OpenedFile } from '#application/session/file-session.ts';
import { SHEET_COLUMNS, SHEET_ROWS } from '#domain/bounds.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { pageOver } from './page-over.ts';
import { bookOf, TABLE_OF_FIRST, tableOfFirst, worksheet } from '../workbook/fixture.ts';

const HEADER = '订单号,客户,产品类别,签约日期,实付金额(元),状态';
const LEDGER = `${HEADER}\nA1,甲公司,基础,2025-02-10,900000,已签\n`;
const OTHER = `${HEADER}\nB1,乙公司,基础,2025-02-10,700000,已签\n`;

/** What browsers keep, in memory: one for all pages. */
class Shelf implements WorkShelf {
  private readonly files = new Map<string, KeptFile>();
  private readonly works = new Map<string, WorkOnShelf>();

  keepFile(file: KeptFile): Promise<void> {
    this.files.delete(file.id);
    this.files.set(file.id, file);
    return Promise.resolve();
  }
  keepWork(...[id, work, over]: Parameters<WorkShelf['keepWork']>): Promise<number | null> {
    const kept = this.works.get(id);
    if (kept !== undefined && kept.turn !== over && holdsWork(kept)) return Promise.resolve(null);
    const turn = Math.max(over, kept?.turn ?? 0) + 1;
    this.works.set(id, { ...work, turn });
    return Promise.resolve(turn);
  }
  work(id: string): Promise<unknown> {
    return Promise.resolve(this.works.get(id));
  }
  file(id: string | null): Promise<unknown> {
    const latest = [...this.files.values()].at(-1);
    return Promise.resolve((id === null ? undefined : this.files.get(id)) ?? latest ?? null);
  }
  forget(): Promise<void> {
    this.files.clear();
    this.works.clear();
    return Promise.resolve();
  }
}

const signal = new AbortController().signal;
async function open(page: FileSession, name: string, text: string, keepsAnswers = false) {
  const bytes = new Uint8Array(Buffer.from(text));
  const opened = await page.open(bytes, name, { signal, keepsAnswers });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

const sheetOf = ({ sheets }: OpenedFile): string => sheets[0]?.name ?? '';
const type = (page: FileSession, file: OpenedFile, value: string): Promise<void> =>
  page.editCells(file.opening, sheetOf(file), [{ row: 1, column: 1, kind: 'value', value }]);
async function customer(page: FileSession, file: OpenedFile): Promise<unknown> {
  const { columns } = await page.gridRows(sheetOf(file), 1, 2);
  return columns[1]?.[0];
}

it('opens a file that is handed over unread, and tells what it is', async () => {
  const page = pageOver(new Shelf());
  const read = await open(pageOver(new Shelf()), '台账.csv', LEDGER);
  const opened = await page.open(new Blob([LEDGER]), '台账.csv', { signal, keepsAnswers: false });
  expect(opened).toEqual({ ok: true, value: read });
  expect(await customer(page, read)).toBe('甲公司');
  expect(await page.recognise(new Blob([LEDGER]), '台账.csv')).toBe(
    await page.recognise(new Uint8Array(Buffer.from(LEDGER)), '台账.csv'),
  );
});

describe('an edit that is told while another file opens', () => {
  it('goes into the file that it was typed into, and is kept with it', async () => {
    const page = pageOver(new Shelf());
    const first = await open(page, '一.csv', LEDGER);
    const second = await open(page, '二.csv', OTHER);
    await type(page, first, '丙公司');
    expect(await customer(page, second)).toBe('乙公司');
    const again = await open(page, '一.csv', LEDGER);
    expect(await customer(page, again)).toBe('丙公司');
    expect(again.unsaved).toBe(true);
  });

  it('is heard no more once a grid stands over the new file', async () => {
    const page = pageOver(new Shelf());
    const first = await open(page, '一.csv', LEDGER);
    const second = await open(page, '二.csv', OTHER);
    await page.gridFrame(sheetOf(second));
    await type(page, first, '丙公司');
    expect(await customer(page, second)).toBe('乙公司');
  });

  it('does not come along when the same file was read anew', async () => {
    const page = pageOver(new Shelf());
    const before = await open(page, '一.csv', LEDGER);
    await type(page, before, '丙公司');
    const anew = await open(page, '一.csv', LEDGER, true);
    await type(page, before, '丁公司');
    expect(await customer(page, anew)).toBe('甲公司');
    expect(await customer(page, await open(page, '一.csv', LEDGER))).toBe('甲公司');
  });
});

describe('one file in two tabs', () => {
  it('never writes over what the other tab has kept; either may take the place', async () => {
    const shelf = new Shelf();
    const [one, two] = [pageOver(shelf), pageOver(shelf)];
    const inOne = await open(one, '一.csv', LEDGER);
    const inTwo = await open(two, '一.csv', LEDGER);
    await type(one, inOne, '丙公司');
    expect(await one.keeping()).toBe('kept');
    await type(two, inTwo, '丁公司');
    expect(await two.keeping()).toBe('elsewhere');
    const third = pageOver(shelf);
    expect(await customer(third, await open(third, '一.csv', LEDGER))).toBe('丙公司');
    await two.keepOver();
    expect(await two.keeping()).toBe('kept');
    expect(await customer(third, await open(third, '一.csv', LEDGER))).toBe('丁公司');
    await type(one, inOne, '戊公司');
    expect(await one.keeping()).toBe('elsewhere');
  });

  it('takes figures alone for no work: they are computed again', async () => {
    const shelf = new Shelf();
    const [one, two] = [pageOver(shelf), pageOver(shelf)];
    const inOne = await open(one, '一.csv', LEDGER);
    await open(two, '一.csv', LEDGER);
    await two.keepDraft('draft', null);
    await type(one, inOne, '丙公司');
    expect(await one.keeping()).toBe('kept');
  });
});

it('brings work back to the same bytes under the same name only', async () => {
  const page = pageOver(new Shelf());
  await type(page, await open(page, '一.csv', LEDGER), '丙公司');
  expect(await customer(page, await open(page, '抄件.csv', LEDGER))).toBe('甲公司');
  expect(await customer(page, await open(page, '一.csv', LEDGER))).toBe('丙公司');
});

it('shows what was typed, formulas too, to a grid that begins anew', async () => {
  const page = pageOver(new Shelf());
  const file = await open(page, '一.csv', LEDGER);
  const typed = { row: 1, column: 7, kind: 'formula', value: 3, formula: '1+2' } as const;
  await page.editCells(file.opening, sheetOf(file), [typed]);
  const { edits } = await page.gridFrame(sheetOf(file));
  expect(edits).toEqual([typed]);
});

describe('what stands in the place of kept work', () => {
  const cell = { row: 1, column: 1, kind: 'value', value: '丙公司' };
  const work = {
    turn: 3,
    edits: [{ sheet: '一', cells: [cell] }],
    memos: [],
    pages: [],
    drafts: [],
    analyzed: false,
    unsaved: true,
  };
  const typed = (change: object): object => ({
    ...work,
    edits: [{ sheet: '一', cells: [{ ...cell, ...change }] }],
  });
  /** A shelf on which something was put by whomever. */
  const holding = (found: unknown): WorkShelf =>
    Object.assign(new Shelf(), { work: () => Promise.resolve(found) });

  it.each([
    ['the last cell of a sheet', { row: SHEET_ROWS - 1, column: SHEET_COLUMNS - 1 }],
    ['an error value', { value: { fault: '#N/A' } }],
    [
      'a formula that spills',
      { kind: 'formula', formula: 'B1:B2', spill: { rows: 2, columns: 1 } },
    ],
    ['a stored result', { kind: 'result', value: 3 }],
    ['a look and a format', { look: 2, format: '0.00' }],
  ])('is work: %s', (_, change) => {
    expect(workFound(typed(change))).toEqual(typed(change));
  });

  const grown = (change: object) => ({
    ...work,
    edits: [{ sheet: '一', cells: [cell], tables: [{ table: 'T', bottom: 4, ...change }] }],
  });
  it('is work: a table that grew', () => {
    expect(workFound(grown({}))).toEqual(grown({}));
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a word', 'work'],
    ['a list', [work]],
    ['no turn', { ...work, turn: undefined }],
    ['edits that are no list', { ...work, edits: { length: 1e9 } }],
    ['edits of no sheet', { ...work, edits: [{ cells: [cell] }] }],
    ['edits of no cells', { ...work, edits: [{ sheet: '一' }] }],
    ['memos by the thousand million', { ...work, memos: { length: 4e9 } }],
    ['memos of three', { ...work, memos: [['a', 'b', 'c']] }],
    ['drafts that are no texts', { ...work, drafts: [['policy', 7]] }],
    ['no pages', { ...work, pages: null }],
    ['a row beyond the sheet', typed({ row: SHEET_ROWS })],
    ['a row before the sheet', typed({ row: -1 })],
    ['a column beyond the sheet', typed({ column: SHEET_COLUMNS })],
    ['half a row', typed({ row: 0.5 })],
    ['a kind nobody knows', typed({ kind: 'constructor' })],
    ['an object for a value', typed({ value: { toString: 1 } })],
    ['a formula without its text', typed({ kind: 'formula' })],
    ['a format that is no text', typed({ format: 1 })],
    ['a look that is no number', typed({ look: '2' })],
    ['a spill over more than a sheet', typed({ spill: { rows: SHEET_ROWS + 1, columns: 1 } })],
    ['a table beyond the sheet', grown({ bottom: SHEET_ROWS })],
    ['a table without a name', grown({ table: undefined })],
    ['a spill over nothing', typed({ spill: { rows: 0, columns: 1 } })],
  ])('is none: %s; the file opens as it is', async (_, found) => {
    const page = pageOver(holding(found));
    const file = await open(page, '一.csv', LEDGER);
    expect(file.unsaved).toBe(false);
    expect(await customer(page, file)).toBe('甲公司');
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['bytes that are a text', { id: 'a', name: '一.csv', bytes: LEDGER }],
    ['no name', { id: 'a', bytes: Buffer.from(LEDGER) }],
  ])('in the place of the latest file (%s) is passed over', async (_, found) => {
    const shelf = Object.assign(new Shelf(), { file: () => Promise.resolve(found) });
    expect(await pageOver(shelf).resume(null, { signal })).toBeNull();
  });

  it('brings back what was typed, though a page of ours is none any more', async () => {
    const page = pageOver(holding({ ...work, pages: [null, {}, { name: '返点复盘', rows: 7 }] }));
    const file = await open(page, '一.csv', LEDGER);
    expect(file.sheets.map(({ name }) => name)).toEqual(['一']);
    expect(await customer(page, file)).toBe('丙公司');
  });
});

describe('what a workbook cannot hold', () => {
  const long = (length: number): string => `${'长'.repeat(length - 1)}尾`;

  it('a text of the file goes in as far as it fits, and is told with the copy', async () => {
    const page = pageOver(new Shelf());
    await open(page, '台账.csv', LEDGER.replace('甲公司', long(40_000)));
    expect((await page.save()).notes).toEqual([
      { code: 'file.textsCut', name: '台账.csv', cells: ['B2'], count: 1 },
    ]);
  });

  it('what was typed stays as it was typed, and saving says what is too long', async () => {
    const page = pageOver(new Shelf());
    const file = await open(page, '台账.csv', LEDGER);
    await type(page, file, long(40_000));
    await expect(page.save()).rejects.toMatchObject({
      fact: { code: 'file.typedTooLong', name: '台账.csv', cell: 'B2', characters: 40_000 },
    });
    expect(await customer(page, file)).toBe(long(40_000));
    await type(page, file, '丙公司');
    expect((await page.save()).notes).toEqual([]);
  });
});

it('keeps a table as large as it grew, for the next page and for what is read of it', async () => {
  const shelf = new Shelf();
  const rows = [1, 2].map((row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c></row>`);
  const bytes = bookOf({
    sheets: { 订单: worksheet(`<sheetData>${rows.join('')}</sheetData>${TABLE_OF_FIRST}`) },
    more: tableOfFirst('T', { ref: 'A1:A2', columns: ['1'], filter: 'A1:A2' }),
  });
  const pages = [pageOver(shelf), pageOver(shelf)] as const;
  for (const page of pages) {
    const file = await page.open(bytes, 'x.xlsx', { signal, keepsAnswers: false });
    if (!file.ok) throw new Error(file.error.code);
    if (page === pages[0])
      await page.editCells(file.value.opening, '订单', [], [{ table: 'T', bottom: 4 }]);
    const { look } = await page.gridFrame('订单');
    expect([look?.named?.[0]?.block.bottom, look?.filter?.bottom]).toEqual([4, 4]);
  }
  const { bytes: copy } = await pages[1].save();
  const saved = await openWorkbook(copy, 'x.xlsx');
  if (!saved.ok) throw new Error(saved.error.code);
  expect((await saved.value.readSheet('订单')).tables?.[0]?.block.bottom).toBe(4);
});

it('reads a sheet with its tables as large as they grew', () => {
  const block = { top: 0, left: 0, bottom: 1, right: 0 };
  const tables = [
    { name: 'T', block },
    { name: 'U', block },
  ];
  const sheet = { name: '一', rowCount: 2, columns: [[1, 2]], tables };
  const edits = new SheetEdits();
  edits.add([], [{ table: 'T', bottom: 2 }]);
  const bottoms = () => withEdits(sheet, edits).tables?.map((each) => each.block.bottom);
  expect(bottoms()).toEqual([2, 1]);
  edits.add([{ row: 2, column: 0, kind: 'value', value: 3 }], []);
  expect(bottoms()).toEqual([2, 1]);
});
