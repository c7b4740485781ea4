import { equal, grid, on, ORDERS, pageOf } from './contract-case.ts';
import type { ContractCase } from './subject.ts';

/** How our own sheets and texts are written. */
export const PAGES: readonly ContractCase[] = [
  on('text stays text, whatever it looks like', [ORDERS], async (subject) => {
    const texts = [
      '=1+1',
      '+86',
      '-',
      '-5',
      '@x',
      "'quoted",
      '\tTab',
      '0012',
      '2025-01-05',
      '1/2',
      'TRUE',
      '#N/A',
      '1,234',
      '12%',
      '￥58',
      '５００',
      '三月五日',
      '甲',
    ];
    await subject.port.writePage(
      pageOf(
        '契约 文字',
        texts.map((text) => [text]),
      ),
    );
    const after = await subject.reopen();
    equal((await after.port.readSheet('契约 文字')).columns[0], texts);
  }),

  on(
    'a page is written under its name and rewriting it replaces only itself',
    [ORDERS],
    async ({ port }) => {
      equal(
        await port.writePage(
          pageOf('契约 页', [
            ['first', 1],
            ['second', 2],
            ['third', 3],
          ]),
        ),
        '契约 页',
      );
      equal(await port.writePage(pageOf('契约 页', [['again', 9]])), '契约 页');
      equal(grid(await port.readSheet('契约 页'), 3, 2), [
        ['again', 9],
        [null, null],
        [null, null],
      ]);
      equal((await port.readSheet(ORDERS.name)).columns[0], [
        '订单号',
        'SO001',
        'SO002',
        'SO003',
        'SO004',
      ]);
    },
  ),

  on(
    'a sheet that is not ours keeps its name and its cells',
    [ORDERS, { name: '契约 页', rows: [['mine']] }],
    async ({ port }) => {
      const name = await port.writePage(pageOf('契约 页', [['ours']]));
      equal(
        [
          name === '契约 页',
          (await port.readSheet('契约 页')).columns[0],
          (await port.readSheet(name)).columns[0],
        ],
        [false, ['mine'], ['ours']],
      );
    },
  ),

  on(
    'kept texts come back, also after the workbook was opened again',
    [ORDERS],
    async (subject) => {
      const long = '{"订单号":"“引号” & <标签> \\\\"}'.repeat(3_000);
      await subject.port.writeKept('contract', 'short');
      await subject.port.writeKept('contract', long);
      equal((await (await subject.reopen()).port.readKept('contract'))?.length, long.length);
      await subject.port.writeKept('contract', '');
      equal(
        [
          await subject.port.readKept('contract'),
          await subject.port.readKept('contract never written'),
        ],
        [undefined, undefined],
      );
    },
  ),
];
