import { ExcelError, POLICY, SIMPLE, excel, speak } from './excel.ts';

let call: Awaited<ReturnType<typeof excel>>['call'];
beforeAll(async () => {
  ({ call } = await excel());
});
beforeEach(() => speak('zh-CN'));

const value = (sentence: string): ExcelError => new ExcelError('#VALUE!', sentence);
const DEALS = [[400000], [300000], [200000]];
const CHANCES = [[0.6], ['50%'], [0.7]];

describe('REBATE_EXPECTED and REBATE_CHANCE', () => {
  it('440万 sure, deals of 40, 30 and 20万: 34.824万 expected, 500万 with 51 %', () => {
    expect(call('REBATE_EXPECTED', 4400000, DEALS, CHANCES, '基础', POLICY)).toBe(348240);
    expect(call('REBATE_CHANCE', 4400000, DEALS, CHANCES, 3, '基础', POLICY)).toBe(0.51);
  });

  it('480万 sure and 20万 at even chances: half of 28.8万 and half of 40万', () => {
    expect(call('REBATE_EXPECTED', [[4800000]], [[200000]], [[0.5]], null, SIMPLE)).toBe(344000);
    expect(call('REBATE_CHANCE', 4800000, 200000, 0.5, [[3]], null, SIMPLE)).toBe(0.5);
  });

  it('tier 0 is certain; a certain deal and a refund count', () => {
    expect(call('REBATE_CHANCE', 0, [[1]], [[0.5]], 0, null, SIMPLE)).toBe(1);
    expect(
      call('REBATE_CHANCE', 4900000, [[100000], [-100000]], [[1], [0.25]], '３', null, SIMPLE),
    ).toBe(0.75);
  });

  it('rows without a deal are passed over, and nothing sure is 0', () => {
    expect(
      call('REBATE_EXPECTED', '', [[''], [500000], ['']], [[''], [0.5], ['x']], null, SIMPLE),
    ).toBe(10000);
  });

  it.each([
    [
      'a bare percentage',
      [[0.6], [50], [0.7]],
      '第 2 行：成交概率“50”不在 0 到 1 之间，请写成 60% 或 0.6。',
    ],
    [
      'the same as text',
      [[0.6], ['50'], [0.7]],
      '第 2 行：成交概率“50”不在 0 到 1 之间，请写成 60% 或 0.6。',
    ],
    [
      'words',
      [[0.6], ['很大'], [0.7]],
      '第 2 行：成交概率“很大”不在 0 到 1 之间，请写成 60% 或 0.6。',
    ],
    ['none', [[0.6], [''], [0.7]], '第 2 行：成交概率“”不在 0 到 1 之间，请写成 60% 或 0.6。'],
    [
      'another shape',
      [[0.6, 0.5, 0.7]],
      '“商机金额”是 3×1，“成交概率”是 1×3，行列数不一致；请选同样大小的区域。',
    ],
  ])('a probability that is %s', (_name, chances, sentence) =>
    expect(call('REBATE_EXPECTED', 0, DEALS, chances, null, SIMPLE)).toEqual(value(sentence)),
  );

  it('a tier that is not there', () => {
    expect(call('REBATE_CHANCE', 0, DEALS, CHANCES, 4, null, SIMPLE)).toEqual(
      value('档位“4”不存在，请填 0 到 3 的整数。'),
    );
    for (const tier of ['0x1', '1e0', '1,0', '+1', '一'])
      expect(call('REBATE_CHANCE', 0, DEALS, CHANCES, tier, null, SIMPLE)).toEqual(
        new ExcelError('#VALUE!', `档位“${tier}”不存在，请填 0 到 3 的整数。`),
      );
    expect(call('REBATE_CHANCE', 0, DEALS, CHANCES, '', null, SIMPLE)).toEqual(
      value('缺少参数“档位”，请填一个单元格或区域。'),
    );
  });

  it('several committed amounts are a mistake', () => {
    expect(call('REBATE_EXPECTED', [[1], [2]], DEALS, CHANCES, null, SIMPLE)).toEqual(
      value('“已定销售额”只能是一个单元格，现在是 2×1 的区域；请逐格填写公式。'),
    );
  });
});

describe('sizes that the help states', () => {
  /** Amounts between 2万 and 42万 without a pattern, in steps of so many yuan. */
  const uneven = (count: number, step: number): number[][] => {
    let state = 20250331;
    return Array.from({ length: count }, () => {
      state = (state * 48271) % 2147483647;
      return [
        Math.round(Math.round((20000 + (state / 2147483647) * 400000) / step) * step * 100) / 100,
      ];
    });
  };
  const even = (count: number): number[][] =>
    Array.from({ length: count }, (_, deal) => [[0.5, 0.25, 0.75][deal % 3] as number]);

  it('16 deals: as every one of the 65,536 outcomes says', () => {
    const deals = uneven(16, 0.01);
    const chances = even(16);
    let expected = 0;
    let reached = 0;
    for (let outcome = 0; outcome < 2 ** 16; outcome += 1) {
      let sales = 300000000;
      let chance = 1;
      for (let deal = 0; deal < 16; deal += 1) {
        const wins = ((outcome >> deal) & 1) === 1;
        if (wins) sales += Math.round((deals[deal]?.[0] as number) * 100);
        chance *= wins ? (chances[deal]?.[0] as number) : 1 - (chances[deal]?.[0] as number);
      }
      if (sales >= 500000000) reached += chance;
      expected += chance * Math.round((sales * (sales >= 500000000 ? 8 : 6)) / 100);
    }
    // Chances in quarters: the oracle's doubles hold every product of sixteen of them, and their
    // sum, exactly.
    expect(call('REBATE_EXPECTED', 3000000, deals, chances, null, SIMPLE)).toBe(
      Math.round(expected) / 100,
    );
    expect(call('REBATE_CHANCE', 3000000, deals, chances, 3, null, SIMPLE)).toBe(reached);
  });

  it.each([
    [20, 0.01],
    [100, 100],
    [400, 1000],
  ])('%d deals in steps of %d yuan', (count, step) => {
    expect(
      call('REBATE_CHANCE', 3000000, uneven(count, step), even(count), 3, null, SIMPLE),
    ).toEqual(expect.any(Number));
  });

  it('beyond them a sentence, never an approximation', () => {
    const wide = [
      ['门槛', '比例'],
      [30000000, 0.04],
    ];
    expect(call('REBATE_EXPECTED', 20000000, uneven(90, 0.01), even(90), null, wide)).toMatchObject(
      { code: '#VALUE!', message: expect.stringContaining('90') as string },
    );
  });
});

describe('REBATE_PULLIN', () => {
  it('the cheapest set that reaches 500万 is the one big deal', () => {
    expect(
      call(
        'REBATE_PULLIN',
        4400000,
        [[400000], [350000], [600000]],
        [[20000], [24000], [35000]],
        null,
        SIMPLE,
        null,
        3,
      ),
    ).toEqual([[0], [0], [1]]);
  });

  it('the largest net takes a deal that loses on its own', () => {
    expect(
      call(
        'REBATE_PULLIN',
        4400000,
        [[400000], [350000], [600000]],
        [[20000], [24000], [35000]],
        null,
        SIMPLE,
      ),
    ).toEqual([[1], [1], [1]]);
  });

  it('has the shape of the deals, empty where there is none; a cost left empty is none', () => {
    expect(
      call('REBATE_PULLIN', 4400000, [[600000, '', 1]], [['', '', 500000]], null, SIMPLE),
    ).toEqual([[1, '', 0]]);
  });

  it('#N/A when even all deals do not reach the tier', () => {
    expect(call('REBATE_PULLIN', 0, [[400000]], [[0]], null, SIMPLE, null, 3)).toMatchObject({
      code: '#N/A',
      message: expect.stringContaining('第 3 档') as string,
    });
  });

  it('forty deals are decided to the fen', () => {
    const deals = Array.from({ length: 40 }, (_, deal) => [
      30000 + ((deal * 7919) % 4001) * 10 + deal / 100,
    ]);
    const costs = Array.from({ length: 40 }, (_, deal) => [900 + ((deal * 104729) % 2503)]);
    const marks = call(
      'REBATE_PULLIN',
      4400000,
      deals,
      costs,
      null,
      SIMPLE,
      null,
      3,
    ) as readonly (readonly number[])[];
    const chosen = deals.reduce(
      (sum, [deal], row) => sum + (marks[row]?.[0] === 1 ? (deal as number) : 0),
      0,
    );
    expect(chosen).toBeGreaterThanOrEqual(600000);
  });
});

describe('REBATE_POOL', () => {
  it('380万 and 150万 share 42.4万: 29.6万 and 12.8万', () => {
    expect(call('REBATE_POOL', [[3800000], [1500000]], null, SIMPLE)).toEqual([
      [228000, 296000],
      [60000, 128000],
    ]);
  });

  it('two that earn nothing alone share alike', () => {
    expect(call('REBATE_POOL', [[400000], [200000]], null, SIMPLE)).toEqual([
      [0, 12000],
      [0, 12000],
    ]);
  });

  it('shares add up to the fen where they do not divide', () => {
    // Joint: 1,000,000.01 × 4 % = 40,000.00; three equal partners cannot have a third of a fen.
    const shares = (
      call(
        'REBATE_POOL',
        [[333333.33], [333333.34], [333333.34]],
        null,
        SIMPLE,
      ) as readonly (readonly [number, number])[]
    ).map(([, fair]) => Math.round(fair * 100));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(4000000);
  });

  it('an empty cell keeps its row; a bad one is named', () => {
    expect(call('REBATE_POOL', [[3800000], [''], [1500000]], null, SIMPLE)).toEqual([
      [228000, 296000],
      ['', ''],
      [60000, 128000],
    ]);
    expect(call('REBATE_POOL', [[1], ['x']], null, SIMPLE)).toEqual(
      value('第 2 行：“销售额”里的“x”不是金额，请写成 58000、58,000.00 或 5.8万。'),
    );
  });

  it('says how many partners it can share among', () => {
    expect(
      call(
        'REBATE_POOL',
        Array.from({ length: 17 }, () => [1]),
        null,
        SIMPLE,
      ),
    ).toMatchObject({ code: '#VALUE!', message: expect.stringContaining('16') as string });
  });
});
