import { refusedFact } from '#facts/any-fact.ts';
import { amountReader } from '#functions/read-amount.ts';
import { addressLists } from '#workbook/office/areas.ts';
import { requestsOf } from '#workbook/office/write-cells.ts';
import { ColumnStore } from '#workbook/office/column-store.ts';
import { blocksOfPage } from '#workbook/office/page-cells.ts';
import { PageSize } from '#workbook/office/page-size.ts';
import { readRows } from '#workbook/office/row-cells.ts';
import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { PROPERTY_CELLS } from '#domain/bounds.ts';
import { openStory } from '../../host/story-book.ts';
import { lowered } from './lowered.ts';

jest.mock('#domain/bounds.ts', () => ({
  __esModule: true,
  ...jest.requireActual<object>('#domain/bounds.ts'),
}));

describe('a reply of Excel', () => {
  it('ANSWER_BYTES: the next page has as many rows as fit', () => {
    const rows = (bytes: number): number => {
      const size = new PageSize(1);
      size.measured(100, bytes);
      return size.rows;
    };
    expect(lowered({ ANSWER_BYTES: 1000 }, () => rows(1000))).toBe(100);
    expect(lowered({ ANSWER_BYTES: 1000 }, () => rows(2000))).toBe(50);
  });

  it('ANSWER_CELLS and ANSWER_ROWS: never more, however small the rows', () => {
    const most = (columns: number): number => {
      const size = new PageSize(columns);
      size.measured(1, 0);
      return size.rows;
    };
    expect(lowered({ ANSWER_ROWS: 600 }, () => most(1))).toBe(600);
    expect(lowered({ ANSWER_CELLS: 1200 }, () => most(2))).toBe(600);
    expect(lowered({ ANSWER_CELLS: 1200 }, () => most(3))).toBe(400);
  });
});

describe('a request to Excel', () => {
  const page = { rows: Array.from({ length: 6 }, () => ({ cells: [{ value: 'abcd' }] })) } as never;
  const run = (top: number) => ({ top, column: 0, inputs: ['=A1+1', '=A2+1'] as never });

  it('BLOCK_CELLS and BLOCK_CHARACTERS: a page in blocks', () => {
    const blocks = (): number => blocksOfPage(page, false).length;
    expect(lowered({ BLOCK_CELLS: 6 }, blocks)).toBe(1);
    expect(lowered({ BLOCK_CELLS: 5 }, blocks)).toBe(2);
    expect(blocks()).toBe(1);
    expect(lowered({ BLOCK_CHARACTERS: 9 }, blocks)).toBeGreaterThan(1);
  });

  it('LONGEST_CELL: the beginning of a text, quoted, and a sign that there was more', () => {
    const long = { rows: [{ cells: [{ value: '9'.repeat(40_000) }] }] } as never;
    expect(blocksOfPage(long, false)[0]?.inputs[0]?.[0]).toBe(`'${'9'.repeat(32_766)}…`);
  });

  it('REQUEST_RANGES and REQUEST_CHARACTERS: formulas in requests', () => {
    const requests = (): number => requestsOf([run(0), run(9), run(19)]).length;
    expect(lowered({ REQUEST_RANGES: 3 }, requests)).toBe(1);
    expect(lowered({ REQUEST_RANGES: 2 }, requests)).toBe(2);
    expect(lowered({ REQUEST_CHARACTERS: 850 }, requests)).toBeGreaterThan(1);
  });

  it('ADDRESS_AREAS and ADDRESS_CHARACTERS: areas in calls', () => {
    const area = (row: number) => ({ top: row, bottom: row, left: 0, right: 3 });
    const lists = (): number => addressLists([area(1), area(3), area(5)]).length;
    expect(lowered({ ADDRESS_AREAS: 3 }, lists)).toBe(1);
    expect(lowered({ ADDRESS_AREAS: 2 }, lists)).toBe(2);
    expect(lowered({ ADDRESS_CHARACTERS: 12 }, lists)).toBeGreaterThan(1);
  });

  /** Rows asked for in each request and in each range, of a sheet that gives anything. */
  async function askedFor(count: number, width: number): Promise<readonly number[][]> {
    const requests: number[][] = [];
    const sheet = {
      getRangeByIndexes: (_top: number, _left: number, rows: number) => {
        requests.at(-1)?.push(rows);
        const range = { values: [], load: () => range, untrack: () => undefined };
        return Object.assign(range, { getCellProperties: () => ({ value: [] }) });
      },
    };
    const talk = {
      step: (queue: () => unknown) => {
        requests.push([]);
        return Promise.resolve(queue());
      },
    };
    const rows = Array.from({ length: count }, (_, row) => row);
    await readRows(talk as never, sheet as never, rows, 0, width - 1);
    return requests;
  }

  it('PROPERTY_CELLS: fills in requests of so many cells', async () => {
    expect(await lowered({ PROPERTY_CELLS: 12 }, () => askedFor(4, 3))).toEqual([[4]]);
    expect(await lowered({ PROPERTY_CELLS: 11 }, () => askedFor(4, 3))).toEqual([[3], [1]]);
  });

  it('PROPERTY_ROWS: and in ranges of so many rows', async () => {
    expect(await lowered({ PROPERTY_ROWS: 4 }, () => askedFor(4, 3))).toEqual([[4]]);
    expect(await lowered({ PROPERTY_ROWS: 3 }, () => askedFor(4, 3))).toEqual([[3, 1]]);
  });

  it('leaves a reply about fills far below 5 MB', () => {
    expect(PROPERTY_CELLS * 150).toBeLessThan(5_000_000 / 3);
  });

  it('MOST_ROWS_ASKED: rows in requests, to learn which are hidden', async () => {
    const askedTimes = async (): Promise<number> => {
      const { host, session } = openStory({});
      const run = { step: () => undefined, signal: new AbortController().signal };
      await session.analyze(DEFAULT_SETTINGS, run);
      // Reading a sheet asks once whether any of its rows is hidden; that is not counted here.
      const asks = host.log.map(({ statements }) => statements.join());
      return asks.filter((ask) => ask.includes('rowHidden') && !/UsedRange/i.test(ask)).length;
    };
    const coloured = await lowered({ MOST_ROWS_ASKED: 1 }, askedTimes);
    expect(coloured).toBeGreaterThan(1);
    expect(await lowered({ MOST_ROWS_ASKED: coloured }, askedTimes)).toBe(1);
    expect(await lowered({ MOST_ROWS_ASKED: coloured - 1 }, askedTimes)).toBe(2);
  });
});

it('MOST_SHARED_TEXTS: beyond, texts are kept as they come', () => {
  const cells = (): unknown[] => {
    const store = new ColumnStore();
    ['甲', '乙', '丙', '甲'].forEach((text, row) => store.put(row, text));
    return store.cells;
  };
  const kept = jest.spyOn(Map.prototype, 'set');
  expect(lowered({ MOST_SHARED_TEXTS: 3 }, cells)).toEqual(['甲', '乙', '丙', '甲']);
  expect(kept).toHaveBeenCalledTimes(3);
  expect(lowered({ MOST_SHARED_TEXTS: 1 }, cells)).toEqual(['甲', '乙', '丙', '甲']);
  expect(kept).toHaveBeenCalledTimes(4);
  kept.mockRestore();
});

it('LARGEST_ARGUMENT: a formula takes 10¹² yuan and no more', () => {
  const read = amountReader({ argument: 'sales', rows: [[1]] } as never);
  expect(read(1e12)).toBe(1e14);
  expect(refusedFact(read(1e12 + 1))?.code).toBe('functions.amount-too-large');
});
