import { analyze } from '#application/analyze/analyze.ts';
import { readPolicySheet } from '#application/read/workbook-policy.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { yuanNumber } from '#domain/money/fen.ts';
import type { Cell, Sheet } from '#domain/sheet.ts';
import { ExcelError, excel, speak } from './excel.ts';

/** REBATE_ORDERS and REBATE_SUMMARY say what an analysis of the same rows says. */
let call: Awaited<ReturnType<typeof excel>>['call'];
beforeAll(async () => {
  ({ call } = await excel());
});
beforeEach(() => speak('zh-CN'));

type Rows = readonly (readonly (string | number)[])[];

const HEADER = ['订单号', '支付日期', '产品类别', '实付金额', '状态'];
const LEDGER: Rows = [
  ['2025 年云业务台账', '', '', '', ''],
  HEADER,
  ['SO-1', 45680, '基础', 600000, '已支付'],
  ['SO-2', '2025-03-05', '安全', 333333.33, '已支付'],
  ['SO-3', '2025-05-05', '基础', 1200000.01, '已支付'],
  ['SO-3', '2025-05-05', '基础', 1200000.01, '已支付'],
  ['SO-4', '2025-06-06', '基础', -100000, '已退款'],
  ['SO-5', '2025-07-07', '基础', 'USD 3,200', '已支付'],
  ['', '', '', '', ''],
  ['小计', '', '', 2033333.34, ''],
];
const POLICY: Rows = [
  ['返点项', '适用类别', '门槛', '比例', '奖励', '封顶', '结算周期'],
  ['基础', '基础', 500000, 0.043, 777.77, 60000, '季'],
  ['', '', 2000000, 0.063, '', '', ''],
  ['安全', '安全', 500000, 0.071, '', '', '季'],
];

const sheet = (name: string, rows: Rows): Sheet => ({
  name,
  rowCount: rows.length,
  columns: (rows[1] ?? []).map((_, column) =>
    rows.map((row): Cell => (row[column] === '' ? null : (row[column] ?? null))),
  ),
});

function total(ledger: Rows, policy: Rows): number {
  const reading = readPolicySheet(sheet('返点政策', policy));
  const analysis = analyze({
    ledger: readOrders([sheet('订单', ledger)], { policy: reading.policy }),
    policy: reading,
    asOf: null,
    yearStart: null,
    nearShare: 0.1,
  });
  if (!analysis.ok) throw new Error(analysis.error.code);
  return yuanNumber(analysis.value.rebate.total);
}

const column = (result: unknown): unknown[] => (result as unknown[][]).map(([cell]) => cell);
const sumOf = (cells: readonly unknown[]): number =>
  cells.reduce(
    (sum: number, cell) => sum + (typeof cell === 'number' ? Math.round(cell * 100) : 0),
    0,
  ) / 100;

describe('REBATE_ORDERS', () => {
  it('has a row for each row of the range; the shares add up to the analysis', () => {
    const cells = column(call('REBATE_ORDERS', LEDGER, POLICY));
    expect(cells).toHaveLength(LEDGER.length);
    expect(cells[0]).toBe('');
    expect(cells[1]).toBe('返点');
    for (const row of [2, 3, 4, 6]) expect(typeof cells[row]).toBe('number');
    expect(cells[5]).toBe('');
    expect(cells[7]).toMatchObject({
      code: '#N/A',
      message: expect.stringContaining('USD') as string,
    });
    expect(cells.slice(8)).toEqual(['', '']);
    expect(sumOf(cells)).toBe(total(LEDGER, POLICY));
    expect(sumOf(cells)).toBeGreaterThan(60000);
  });

  it('says tier, rate, category and kind, in either language', () => {
    expect(column(call('REBATE_ORDERS', LEDGER, POLICY, null, '档位')).slice(1, 5)).toEqual([
      '档位',
      2,
      1,
      2,
    ]);
    expect(column(call('REBATE_ORDERS', LEDGER, POLICY, null, 'rate')).slice(1, 5)).toEqual([
      '比例',
      0.063,
      0.071,
      0.063,
    ]);
    expect(column(call('REBATE_ORDERS', LEDGER, POLICY, null, '类别'))[3]).toBe('安全');
    speak('en-GB');
    expect(column(call('REBATE_ORDERS', LEDGER, POLICY, null, 'kind')).slice(1, 7)).toEqual([
      'Kind',
      'order',
      'order',
      'order',
      '',
      'refund',
    ]);
  });

  it('counts up to the day that is asked for', () => {
    const cells = column(call('REBATE_ORDERS', LEDGER, POLICY, '2025-02-28'));
    expect(cells[3]).toBe(0);
    expect(cells[2]).toBe(yuanNumber(26577_77 as never));
  });

  it('takes empty cells that arrive as 0 for empty', () => {
    const zeros = LEDGER.map((row) => row.map((cell) => (cell === '' ? 0 : cell)));
    const policy = POLICY.map((row) => row.map((cell) => (cell === '' ? 0 : cell)));
    expect(call('REBATE_ORDERS', zeros, policy, 0, 0, 0)).toEqual(
      call('REBATE_ORDERS', LEDGER, POLICY),
    );
    expect(call('REBATE_SUMMARY', zeros, policy, 0, 0)).toEqual(
      call('REBATE_SUMMARY', LEDGER, POLICY),
    );
  });

  it('names what it cannot read', () => {
    expect(
      call(
        'REBATE_ORDERS',
        [
          ['a', 'b'],
          [1, 2],
        ],
        POLICY,
      ),
    ).toMatchObject({ code: '#VALUE!' });
    expect(call('REBATE_ORDERS', LEDGER, POLICY, null, 'profit')).toEqual(
      new ExcelError('#VALUE!', '不认识“profit”，请填 返点、档位、比例、类别 或 行类型。'),
    );
    expect(call('REBATE_ORDERS', LEDGER, POLICY, 'soon')).toMatchObject({ code: '#VALUE!' });
  });

  it('says of a range without orders what is wrong, not of a sheet without a name', () => {
    for (const [language, said] of [
      ['zh-CN', '这个区域未计入'],
      ['en-GB', 'This range does not count'],
    ] as const) {
      speak(language);
      const { message } = call('REBATE_ORDERS', [['A1']], POLICY) as ExcelError;
      expect(message).toContain(said);
      expect(message).not.toMatch(/“”|""/);
    }
  });

  it('looks gates up in the facts it is given', () => {
    const gated = POLICY.map((row, at) => [...row, ['前提', '续费率>=90%', '', ''][at] as string]);
    const paid = (facts: unknown): number =>
      sumOf(column(call('REBATE_ORDERS', LEDGER, gated, null, null, facts)));
    const facts = (value: unknown): unknown[][] => [
      ['指标', '值'],
      ['续费率', value],
    ];
    expect(paid(facts(0.95))).toBe(total(LEDGER, POLICY));
    expect(paid(facts('85%'))).toBeLessThan(total(LEDGER, POLICY));
    // A quarter of its own goes before what holds always.
    const byQuarter = [
      ['指标', '期间', '值'],
      ['续费率', '', 0.95],
      ['续费率', '2025', '85%'],
    ];
    expect(paid(byQuarter)).toBe(paid(facts('85%')));
  });
});

describe('REBATE_SUMMARY', () => {
  it('has a row a window, the total, and the open questions', () => {
    const table = call('REBATE_SUMMARY', LEDGER, POLICY) as unknown[][];
    expect(table[0]).toEqual([
      '返点项',
      '周期',
      '销售额',
      '档位',
      '比例',
      '返点',
      '下一档门槛',
      '差额',
      '多返',
      '余量',
    ]);
    expect(table[1]?.slice(0, 6)).toEqual([
      '基础',
      '2025 (2025-01~2025-12)',
      1700000.01,
      2,
      0.063,
      60000,
    ]);
    expect(table.at(-2)).toEqual(['合计', '', '', '', '', total(LEDGER, POLICY), '', '', '', '']);
    expect(table.at(-1)?.slice(0, 2)).toEqual(['还有 1 个问题待确认，相应的行没有计入', 1]);
    expect(new Set(table.map((row) => row.length))).toEqual(new Set([10]));
  });
});
