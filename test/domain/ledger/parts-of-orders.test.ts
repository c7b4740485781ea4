import type { Ledger } from '#domain/ledger/ledger.ts';
import { lazyList } from '#domain/lazy-list.ts';
import { PLAIN_ID, RISING_ID } from '#domain/reading/plain-id.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { sheetOf } from './sheet-of.ts';
import { netSales, read } from './told-rows.ts';

type Rows = readonly (readonly [id: string, amount: number, status?: string])[];

const ledgerOf = (rows: Rows, answers = {}): Ledger =>
  read(
    [
      sheetOf([
        ['订单号', '客户', '类别', '付款日期', '实付金额', '状态'],
        ...rows.map(([id, amount, status = '已付款']) => [
          ...[id, '甲', '基础', '2025-01-05', amount, status],
        ]),
      ]),
    ],
    { answers },
  );
/** Rows of the sheet with their questions. */
const asked = ({ questions, row }: Ledger): readonly string[] =>
  questions.flatMap(({ fact, indices }) => indices.map((at) => `${row[at]} ${fact.code}`));

describe('an order beside its own parts', () => {
  it.each<[string, Rows, string]>([
    [
      'above them',
      [
        ['A1', 1000],
        ['A1-1', 400],
        ['A1-2', 600],
        ['A2', 50],
      ],
      '2',
    ],
    [
      'below them',
      [
        ['A0', 50],
        ['A1-1', 400],
        ['A1-2', 600],
        ['A1', 1000],
      ],
      '5',
    ],
    [
      'last of all',
      [
        ['A1', 1000],
        ['A1/01', 400],
        ['A1/02', 250],
        ['A1/03', 350],
      ],
      '2',
    ],
    [
      'with letters',
      [
        ['A1', 1000],
        ['A1_a', 400],
        ['A1_b', 600],
      ],
      '2',
    ],
    [
      'beside another',
      [
        ['A1-1', 7],
        ['A1-1-1', 3],
        ['A1-1-2', 4],
      ],
      '2',
    ],
  ])('is asked about: %s', (_, rows, cell) => {
    expect(asked(ledgerOf(rows))).toEqual([`${cell} ledger.whole-of-parts`]);
  });

  it.each<[string, Rows]>([
    [
      'another sum',
      [
        ['A1', 1000],
        ['A1-1', 400],
        ['A1-2', 500],
      ],
    ],
    [
      'one part alone',
      [
        ['A1', 1000],
        ['A1-1', 1000],
      ],
    ],
    [
      'numbers that count on',
      [
        ['SO-1', 1000],
        ['SO-2', 400],
        ['SO-3', 600],
      ],
    ],
    [
      'the year before the number',
      [
        ['2025', 1000],
        ['2025-0001', 400],
        ['2025-0002', 600],
      ],
    ],
    [
      'parts elsewhere',
      [
        ['A1', 1000],
        ['A2', 5],
        ['A1-1', 400],
        ['A1-2', 600],
      ],
    ],
    [
      'a whole that was called off',
      [
        ['A1', 1000, '已取消'],
        ['A1-1', 400],
        ['A1-2', 600],
      ],
    ],
  ])('is not: %s', (_, rows) => {
    expect(asked(ledgerOf(rows))).toEqual([]);
  });

  it('counts once, besides, or with the amount that is typed, as its answer says', () => {
    const rows = [
      ['A1', 1000],
      ['A1-1', 400],
      ['A1-2', 600],
    ] as const;
    const key = ledgerOf(rows).questions[0]?.key ?? '';
    const counted = (answer: string): string => netSales(ledgerOf(rows, { [key]: answer }));
    expect(['leave-out', 'keep', 'amount:2500'].map(counted)).toEqual([
      '1000.00',
      '2000.00',
      '1025.00',
    ]);
  });
});

test('numbers of which none can be a part are not made to look for parts', () => {
  const [size, day] = [70_000, 45_662];
  const made = jest.fn<readonly string[], []>(() => []);
  const idAt = (row: number): string => (row === 0 ? '订单号' : `RR${100_000 + row}`);
  const column = (header: string, cell: Cell): Cell[] => [header, ...Array(size).fill(cell)];
  const sheet: Sheet = {
    name: '订单',
    rowCount: size + 1,
    columns: [
      lazyList(size + 1, made, idAt),
      column('类别', '基础'),
      column('付款日期', day),
      column('实付金额', 2),
    ],
    plainIds: [new Uint8Array(size + 1).fill(PLAIN_ID | RISING_ID, 1), null, null, null],
  };
  expect(netSales(read([sheet]))).toBe('140000.00');
  expect(made).not.toHaveBeenCalled();
});
