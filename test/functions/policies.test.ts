import { factsThatHold } from '../examples/facts.ts';
import * as readPolicyModule from '#domain/policy-check/read-policy.ts';
import {
  expectWorkbookPolicy,
  policyFingerprint,
  setWorkbookPolicy,
} from '#functions/policy-source.ts';
import { ExcelError, SIMPLE, excel, speak } from './excel.ts';

jest.mock('#domain/policy-check/read-policy.ts', () => {
  const real = jest.requireActual<typeof readPolicyModule>('#domain/policy-check/read-policy.ts');
  return { ...real, readPolicy: jest.fn(real.readPolicy) };
});
const reads = (): number => jest.mocked(readPolicyModule.readPolicy).mock.calls.length;

let call: Awaited<ReturnType<typeof excel>>['call'];
beforeAll(async () => {
  ({ call } = await excel());
});
beforeEach(() => {
  speak('zh-CN');
  setWorkbookPolicy(undefined);
});

describe('a policy range', () => {
  it('is read once for a thousand calls', () => {
    const thirty = (): unknown[][] => [
      ['门槛', '比例'],
      ...Array.from({ length: 30 }, (_, tier) => [(tier + 1) * 100_000, (tier + 1) / 100]),
    ];
    const before = reads();
    for (let sales = 0; sales < 1000; sales += 1) call('REBATE_TIER', sales, null, thirty());
    expect(reads() - before).toBe(1);
  });

  it('is read again when one cell changes', () => {
    const other = SIMPLE.map((row) => [...row]);
    (other[1] as unknown[])[1] = 0.05;
    expect(call('REBATE_RATE', 500000, null, SIMPLE)).toBe(0.04);
    expect(call('REBATE_RATE', 500000, null, other)).toBe(0.05);
    expect(call('REBATE_RATE', 500000, null, SIMPLE)).toBe(0.04);
  });

  it('keeps few policies, the latest used longest', () => {
    const policyAt = (rate: number): unknown[][] => [
      ['门槛', '比例'],
      [0, rate / 1000],
    ];
    for (let rate = 1; rate <= 40; rate += 1) {
      call('REBATE_RATE', 1, null, policyAt(rate));
      call('REBATE_RATE', 1, null, policyAt(1));
    }
    const before = reads();
    for (const rate of [40, 1]) call('REBATE_RATE', 1, null, policyAt(rate));
    expect(reads() - before).toBe(0);
    call('REBATE_RATE', 1, null, policyAt(2));
    expect(reads() - before).toBe(1);
  });

  it.each([
    [
      'a rate above one, by row and header',
      [
        ['门槛', '比例'],
        [500000, 0.04],
        [2000000, 7],
      ],
      '政策 第 3 行“比例”：比例“7”大于 1，请写成 7% 或 0.07。',
    ],
    [
      'several errors',
      [
        ['门槛', '比例'],
        [500000, 7],
        [2000000, 8],
      ],
      '政策 第 2 行“比例”：比例“7”大于 1，请写成 7% 或 0.07。（共 2 处错误）',
    ],
    ['one cell', 0.04, '“政策”须是带表头的区域，至少有“门槛”“比例”两列和一行档位。'],
  ])('cannot be used with %s', (_name, policy, sentence) => {
    expect(call('REBATE_AMOUNT', [[1], [2]], null, policy)).toEqual(
      new ExcelError('#VALUE!', sentence),
    );
  });

  it('a threshold of 110% arrives as 1.1 and means 110 % of the baseline', () => {
    const typed = (first: string | number): unknown[][] => [
      ['门槛', '比例', '计算方式', '基数'],
      [first, '2%', '增量', '200万'],
      [1.15, '3%', '', ''],
      [1.2, '4%', '', ''],
    ];
    // 235万 − 200万, at 3 %
    for (const first of ['110%', 1.1])
      expect(call('REBATE_AMOUNT', 2350000, null, typed(first))).toBe(10500);
    expect(call('REBATE_GAP', 2000000, null, typed(1.1))).toBe(200000);
    // Without a baseline, and under a header in 万, a small number is an amount.
    expect(
      call('REBATE_GAP', 0, null, [
        ['门槛', '比例', '基数'],
        [1.1, '2%', ''],
      ]),
    ).toBe(1.1);
    expect(
      call('REBATE_GAP', 0, null, [
        ['门槛（万元）', '比例', '基数'],
        [5, '2%', '10万'],
      ]),
    ).toBe(50000);
  });

  it('names its cells in the language of the caller', () => {
    speak('en-US');
    expect(
      call('REBATE_EXPLAIN', 500000, null, [
        ['Threshold', 'Rate', 'Source'],
        [500000, 0.04, 'Terms p. 3'],
      ]),
    ).toEqual([[1, 500000, '', 500000, 0.04, 20000, 'Terms p. 3 · row 2, Threshold']]);
  });
});

describe('the policy sheet of the workbook', () => {
  const missing = new ExcelError(
    '#N/A',
    '工作簿里没有“返点政策”表；请新建该表，或把政策区域（含表头）填进“政策”参数。',
  );

  it('stands in when the argument is left out', () => {
    expect(call('REBATE_RATE', 500000)).toEqual(missing);
    setWorkbookPolicy({ cells: SIMPLE });
    expect(call('REBATE_RATE', 500000)).toBe(0.04);
    expect(call('REBATE_RATE', 500000, null, [['']])).toBe(0.04);
    expect(
      call('REBATE_RATE', 500000, null, [
        ['门槛', '比例'],
        [0, 0.01],
      ]),
    ).toBe(0.01);
  });

  it('never computes from a sheet that has changed since', () => {
    setWorkbookPolicy({ cells: SIMPLE });
    call('REBATE_RATE', 500000);
    setWorkbookPolicy({
      cells: [
        ['门槛', '比例'],
        [500000, 0.09],
      ],
    });
    expect(call('REBATE_RATE', 500000)).toBe(0.09);
    setWorkbookPolicy(undefined);
    expect(call('REBATE_RATE', 500000)).toEqual(missing);
  });

  it('tells the host whether formulas have to be recalculated', () => {
    expect(setWorkbookPolicy({ cells: SIMPLE })).toBe(true);
    expect(setWorkbookPolicy({ cells: SIMPLE.map((row) => [...row]) })).toBe(false);
    expect(setWorkbookPolicy({ cells: SIMPLE, facts: factsThatHold({ 续费率: '0.95' }) })).toBe(
      true,
    );
    expect(policyFingerprint({ cells: SIMPLE })).not.toBe(policyFingerprint(undefined));
    expect(setWorkbookPolicy({ cells: SIMPLE, format: () => '0%' })).toBe(true);
    expect(setWorkbookPolicy({ cells: SIMPLE, format: () => 'General' })).toBe(true);
  });

  it('looks gates up in the facts of the workbook', () => {
    const gated = [
      ['门槛', '比例', '前提'],
      [0, 0.05, '续费率>=90%'],
    ];
    // Nobody said what the rate is: neither the rebate nor 0.
    const open = { code: '#VALUE!', message: expect.stringContaining('前提') as string };
    expect(call('REBATE_AMOUNT', 100, null, gated)).toMatchObject(open);
    expect(call('REBATE_TOTAL', [['返点']], [[100]], gated)).toMatchObject(open);
    setWorkbookPolicy({ cells: gated, facts: factsThatHold({ 续费率: '0.95' }) });
    expect(call('REBATE_AMOUNT', 100)).toBe(5);
    setWorkbookPolicy({ cells: gated, facts: factsThatHold({ 续费率: '0.85' }) });
    expect(call('REBATE_AMOUNT', 100)).toBe(0);
  });

  it('calls its cells what the host calls them', () => {
    setWorkbookPolicy({
      cells: [
        ['门槛', '比例'],
        [500000, 7],
      ],
      cellName: (row, column) => `返点政策!${column === 0 ? 'A' : 'B'}${row + 1}`,
    });
    expect(call('REBATE_RATE', 1)).toEqual(
      new ExcelError('#VALUE!', '政策 返点政策!B2：比例“7”大于 1，请写成 7% 或 0.07。'),
    );
  });

  it('makes calls wait while the host is still reading it, and only those', async () => {
    expectWorkbookPolicy(new Promise(() => undefined));
    const waiting = call('REBATE_RATE', 500000);
    const waitingToo = call('REBATE_RATE', 500000, null, [['']]);
    expect(call('REBATE_RATE', 500000, null, SIMPLE)).toBe(0.04);
    setWorkbookPolicy({ cells: SIMPLE });
    await expect(waitingToo).resolves.toBe(0.04);
    await expect(waiting).resolves.toBe(0.04);
    expect(call('REBATE_RATE', 500000)).toBe(0.04);
  });

  it('a host that never speaks leaves no cell busy', async () => {
    let timeOut: () => void = () => undefined;
    expectWorkbookPolicy(
      new Promise((resolve) => {
        timeOut = resolve;
      }),
    );
    const waiting = call('REBATE_RATE', 500000);
    timeOut();
    await expect(waiting).rejects.toEqual(missing);
  });
});
