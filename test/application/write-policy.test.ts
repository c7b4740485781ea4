import { writePolicy } from '#application/draft-policy/write-policy.ts';
import type { WorkbookPort } from '#application/workbook.port.ts';
import type { TypedPolicy } from '#domain/policy/typed-policy.ts';
import type { Cell } from '#domain/sheet.ts';
import type { Page } from '#pages/page.ts';

async function written(draft: TypedPolicy): Promise<readonly Cell[][]> {
  const pages: Page[] = [];
  const port = {
    listSheets: () => Promise.resolve([]),
    writePage: (page: Page) => {
      pages.push(page);
      return Promise.resolve(page.name);
    },
  } as Partial<WorkbookPort> as WorkbookPort;
  await writePolicy(port, draft, 'zh-CN');
  return pages.flatMap(({ rows }) =>
    rows.slice(1).map(({ cells }) => cells.map((cell) => cell?.value ?? null)),
  );
}

describe('a policy typed in the pane', () => {
  it('goes into the sheet in numbers only where nothing else can be meant', async () => {
    const typed = ['2,000,000', '1234.5', '0', '1,5', '12,34', '1.000', '200万', '-5', ' '];
    const draft = { columns: ['threshold'], rows: typed.map((text) => [text]) } as const;
    expect((await written(draft)).flat()).toEqual([
      ...[2_000_000, 1234.5, 0],
      ...['1,5', '12,34', '1.000', '200万', '-5', null],
    ]);
  });
  it('keeps what is no money as it was typed', async () => {
    expect(await written({ columns: ['component', 'rate'], rows: [['100', '0.06']] })).toEqual([
      ['100', '0.06'],
    ]);
  });

  it('refuses more than a cell holds, with its cell, and writes nothing', async () => {
    const rows = [['1'], ['长'.repeat(32_768)]];
    await expect(written({ columns: ['source'], rows })).rejects.toMatchObject({
      fact: { code: 'file.typedTooLong', sheet: '返点政策', cell: 'A3', characters: 32_768 },
    });
    expect(await written({ columns: ['source'], rows: [['长'.repeat(32_767)]] })).toHaveLength(1);
  });
});
