import { ExcelError, POLICY, excel } from './excel.ts';

let call: Awaited<ReturnType<typeof excel>>['call'];
beforeAll(async () => {
  ({ call } = await excel());
});

const value = (sentence: string): ExcelError => new ExcelError('#VALUE!', sentence);
const header = ['返点项', '适用类别', '门槛', '比例'];
/** Two components pay 基础, one of them everything; 迁移 counts nowhere. */
const STACKED = [
  header,
  ['基础', '基础', 0, 0.05],
  ['增长奖', '全部', 1000000, 0.01],
  ['安全', '安全', 0, 0.1],
];

describe('what an item means', () => {
  it.each([
    ['a component', '基础', 0.06],
    ['English for the same category', ' Base ', 0.06],
    ['another width', '安全产品', 0.1],
  ])('%s', (_name, item, rate) => expect(call('REBATE_RATE', 2000000, item, POLICY)).toBe(rate));

  it('left out with one component', () => {
    expect(call('REBATE_RATE', 2000000, null, [header, ['基础', '基础', 0, 0.05]])).toBe(0.05);
    expect(call('REBATE_RATE', 2000000, [['']], [header, ['基础', '基础', 0, 0.05]])).toBe(0.05);
  });

  it.each([
    [
      'left out with several',
      null,
      '政策里有多个返点项，请用“返点项”参数指明是哪一个：基础、安全。',
    ],
    ['neither component nor category', '云服务', '政策里没有“云服务”，可选：基础、安全。'],
  ])('%s', (_name, item, sentence) => {
    expect(call('REBATE_RATE', 1, item, POLICY)).toEqual(value(sentence));
    expect(call('REBATE_AMOUNT', 1, item, POLICY)).toEqual(value(sentence));
  });

  it('all components that pay the category add up in AMOUNT', () => {
    // 200万 × 5 % + 200万 × 1 %
    expect(call('REBATE_AMOUNT', 2000000, '基础', STACKED)).toBe(120000);
    expect(call('REBATE_AMOUNT', 2000000, '增长奖', STACKED)).toBe(20000);
  });

  it('the others ask which one, unless one bears the name', () => {
    expect(call('REBATE_RATE', 2000000, '基础', STACKED)).toBe(0.05);
    const two = [header, ['甲', '基础', 0, 0.05], ['乙', '基础', 0, 0.01]];
    expect(call('REBATE_RATE', 2000000, '基础', two)).toEqual(
      value('“基础”可以指多个，请指明是哪一个：甲、乙。'),
    );
    expect(call('REBATE_AMOUNT', 2000000, '基础', two)).toBe(120000);
  });

  it('a component without categories of its own is meant by its name alone', () => {
    const unstated = [
      ['返点项', '门槛', '比例'],
      ['基础', 0, 0.05],
      ['安全', 0, 0.1],
    ];
    expect(call('REBATE_AMOUNT', 100, '基础', unstated)).toBe(5);
  });

  it('with 全部 any category earns', () => {
    expect(call('REBATE_AMOUNT', 2000000, '大模型', STACKED)).toBe(20000);
  });

  it('a known category that nothing pays: 0 in AMOUNT, a sentence elsewhere', () => {
    const baseOnly = [header, ['基础', '基础', 0, 0.05]];
    expect(call('REBATE_AMOUNT', [[100], ['']], '安全', baseOnly)).toEqual([[0], ['']]);
    expect(call('REBATE_TIER', 100, '安全', baseOnly)).toEqual(
      value('政策对“安全”不返点，有返点的是：基础。'),
    );
  });

  it('of a HIGHEST group only the largest pays', () => {
    const policy = [
      [...header, '叠加'],
      ['甲', '基础', 0, 0.05, '取高 A'],
      ['乙', '基础', 0, 0.03, '取高 A'],
      ['丙', '基础', 0, 0.01, '叠加'],
    ];
    expect(call('REBATE_AMOUNT', 100, '基础', policy)).toBe(6);
  });
});

describe('versions', () => {
  const policy = [
    ['政策', ...header, '生效', '失效'],
    ['2024', '基础', '基础', 0, 0.05, '', '2024-12-31'],
    ['2025', '基础', '基础', 0, 0.06, '2025-01-01', ''],
    ['2025', '安全', '安全', 0, 0.1, '2025-01-01', ''],
  ];
  it.each([
    ['text', '2024-06-30', 5],
    ['a serial number', 45658, 6],
    ['the first day', '2025-01-01', 6],
    ['the last day', '2024-12-31', 5],
  ])('picked by %s', (_name, date, amount) => {
    expect(call('REBATE_AMOUNT', 100, '基础', policy, date)).toBe(amount);
  });

  it('each cell by its own date', () => {
    expect(
      call('REBATE_AMOUNT', [[100], [100]], '基础', policy, [['2024-03-01'], ['2025-03-01']]),
    ).toEqual([[5], [6]]);
  });

  it('a date is asked for only where versions of that component differ', () => {
    expect(call('REBATE_AMOUNT', 100, '基础', policy)).toEqual(
      value('“基础”有多个版本（最早、2025-01-01 起），请用“日期”参数指明按哪一天计算。'),
    );
    expect(call('REBATE_AMOUNT', 100, '安全', policy)).toBe(10);
    const same = [policy[0], policy[1], ['2025', '基础', '基础', 0, 0.05, '2025-01-01', '']];
    expect(call('REBATE_AMOUNT', 100, '基础', same)).toBe(5);
  });

  it('on a day without a policy sales earn 0, and no tier can be named', () => {
    expect(call('REBATE_AMOUNT', 100, '安全', policy, '2024-06-30')).toBe(0);
    expect(call('REBATE_TIER', 100, '安全', policy, '2024-06-30')).toEqual(
      value('2024-06-30 没有生效的政策，请检查“日期”或政策的生效、失效日期。'),
    );
  });

  it('what could be two days is not a date', () => {
    expect(call('REBATE_AMOUNT', 100, '基础', policy, '03/04/2025')).toEqual(
      value('“03/04/2025”不是日期，请写成 2025-03-31。'),
    );
  });
});

describe('REBATE_TOTAL', () => {
  it('the whole portfolio sets the tier of each component', () => {
    // 500万 together: 300万 × 8 % + 200万 × 12 %
    expect(call('REBATE_TOTAL', [['基础'], ['安全']], [[3000000], [2000000]], POLICY)).toBe(480000);
  });

  it('a bundle is worth one total minus another', () => {
    const alone = call('REBATE_TOTAL', [['基础']], [[4900000]], POLICY) as number;
    const bundle = call(
      'REBATE_TOTAL',
      [['基础'], ['安全']],
      [[4900000], [100000]],
      POLICY,
    ) as number;
    // 490万 × 8 % + 10万 × 12 % − 490万 × 6 %
    expect(bundle - alone).toBe(110000);
  });

  it('weights count, rows in any order and several a category', () => {
    const weighted = [
      ['返点项', '适用类别', '定档口径', '门槛', '比例'],
      ['基础', '基础', '基础、安全×1.5', '100万', '4%'],
      ['安全', '安全', '安全', 0, '10%'],
    ];
    // 70万 + 20万 × 1.5 = 100万 reaches the tier: 70万 × 4 % + 20万 × 10 %
    expect(
      call(
        'REBATE_TOTAL',
        [['安全'], ['基础'], ['安全'], ['']],
        [[100000], [700000], ['10万'], ['']],
        weighted,
      ),
    ).toBe(48000);
    expect(call('REBATE_TOTAL', [['安全'], ['基础']], [[199999.99], [700000]], weighted)).toBe(
      20000,
    );
  });

  it('an item may be a component: the sales are of its only category', () => {
    const named = [header, ['安全产品返点', '安全', 0, '10%'], ['组合返点', '基础、安全', 0, '1%']];
    expect(call('REBATE_TOTAL', [['安全产品返点']], [[100]], named)).toBe(11);
    expect(call('REBATE_TOTAL', [['组合返点']], [[100]], named)).toEqual(
      value('第 1 行：“组合返点”可以指多个，请指明是哪一个：基础、安全。'),
    );
    expect(
      call('REBATE_TOTAL', [['']], [[100]], [header, ['基础返点', '基础、安全', 0, '1%']]),
    ).toBe(1);
  });

  it('a date picks the versions', () => {
    const versions = [
      [...header, '生效', '失效'],
      ['基础', '基础', 0, 0.05, '', '2024-12-31'],
      ['基础', '基础', 0, 0.06, '2025-01-01', ''],
    ];
    expect(call('REBATE_TOTAL', [['基础']], [[100]], versions, '2024-01-01')).toBe(5);
    expect(call('REBATE_TOTAL', [['基础']], [[100]], versions, '2025-01-01')).toBe(6);
    expect(call('REBATE_TOTAL', [['基础']], [[100]], versions)).toMatchObject({ code: '#VALUE!' });
  });

  it('one bad row is named, because a sum cannot go around it', () => {
    expect(call('REBATE_TOTAL', [['基础'], ['安全']], [[1], ['x']], POLICY)).toEqual(
      value('第 2 行：“销售额”里的“x”不是金额，请写成 58000、58,000.00 或 5.8万。'),
    );
    expect(call('REBATE_TOTAL', [['基础'], ['云']], [[1], [2]], POLICY)).toEqual(
      value('第 2 行：政策里没有“云”，可选：基础、安全。'),
    );
  });
});
