import { offerWorkbook, WorkbookInParts } from '#application/session/sheet-parts.ts';
import type { WorkbookPort } from '#application/workbook.port.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';

const ROWS = 25_000;
const column = (of: (row: number) => Cell): readonly Cell[] =>
  Array.from({ length: ROWS }, (_, row) => of(row));

const big: Sheet = {
  name: '订单',
  rowCount: ROWS,
  columns: [
    column((row) => `RR${row}`),
    column((row) => row / 4),
    column((row) => (row % 7 === 0 ? null : '基础')),
    [],
    column(() => ({ fault: '#N/A' })),
  ],
  formats: [
    '@',
    Array.from({ length: ROWS }, (_, row) => (row % 2 === 0 ? '#,##0.00' : null)),
    null,
    null,
    'General',
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
};

function portOf(sheet: Sheet): WorkbookPort {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    title: '台账.xlsx',
    listSheets: () =>
      Promise.resolve([
        {
          name: sheet.name,
          rowCount: sheet.rowCount,
          columnCount: sheet.columns.length,
          hidden: false,
          ours: false,
        },
      ]),
    readSheet: () => Promise.resolve(sheet),
    highlight: nothing,
    clearHighlights: nothing,
    writePage: () => Promise.resolve(''),
    beginPages: () => Promise.resolve(true),
    takeBackPages: nothing,
    readKept: () => Promise.resolve(undefined),
    writeKept: nothing,
  };
}

describe('a sheet in parts', () => {
  it('arrives as it was', async () => {
    const port = new WorkbookInParts(offerWorkbook(portOf(big)));
    expect(await port.readSheet('订单')).toEqual(big);
  });

  it('goes over in parts of tens of thousands of cells, never at once', async () => {
    const sizes: number[] = [];
    await offerWorkbook(portOf(big)).readInParts('订单', {
      part: ({ columns }) => sizes.push(columns.reduce((sum, list) => sum + list.length, 0)),
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(60_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4 * ROWS);
  });

  it('stops between two parts', async () => {
    const controller = new AbortController();
    let parts = 0;
    const reading = offerWorkbook(portOf(big)).readInParts('订单', {
      signal: controller.signal,
      part: () => {
        parts += 1;
        controller.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(parts).toBe(1);
  });

  it('knows the title once the sheets are listed', async () => {
    const port = new WorkbookInParts(offerWorkbook(portOf(big)));
    await port.listSheets();
    expect(port.title).toBe('台账.xlsx');
  });
});
