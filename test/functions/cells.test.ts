import { ExcelError, POLICY, SIMPLE, excel, speak } from './excel.ts';

let call: Awaited<ReturnType<typeof excel>>['call'];
beforeAll(async () => {
  ({ call } = await excel());
});
beforeEach(() => speak('zh-CN'));

describe('the result has the shape of the sales', () => {
  it.each([
    ['a bare value', 4400000, 2],
    ['one cell', [[4400000]], [[2]]],
    [
      'a column',
      [[0], [499999.99], [500000], [2000000], [5000000], [-1]],
      [[0], [0], [1], [2], [3], [0]],
    ],
    ['a row', [[500000, 2000000]], [[1, 2]]],
    [
      'a block',
      [
        [1, 500000],
        [2000000, 5000000],
      ],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['a plain list, as a column', [500000, 2000000], [[1], [2]]],
  ])('%s', (_name, sales, expected) =>
    expect(call('REBATE_TIER', sales, null, SIMPLE)).toEqual(expected),
  );
});

describe('what stands in a cell', () => {
  it.each([
    ['thousands separators', '2,000,000', 120000],
    ['a currency sign', '￥2,000,000.00', 120000],
    ['万', '200万', 120000],
    ['w', '200w', 120000],
    ['full width', '２００００００', 120000],
    ['brackets for minus', '(5,000.00)', 0],
    ['a unit', '2000000元', 120000],
    ['an empty cell', '', ''],
    ['spaces', '  ', ''],
    ['nothing', null, ''],
    ['a dash for nothing', '-', ''],
    ['fifteen digits', (21.9 / 0.2) * 10000, 43800],
  ])('%s', (_name, cell, expected) =>
    expect(call('REBATE_AMOUNT', [[cell]], null, SIMPLE)).toEqual([[expected]]),
  );

  it.each([
    ['words', 'abc', '“销售额”里的“abc”不是金额，请写成 58000、58,000.00 或 5.8万。'],
    [
      'a point that may part thousands',
      '17.500',
      '“销售额”里的“17.500”分不清小数点和千位分隔，请写成 58000 或 58,000.00。',
    ],
    ['a truth value', true, '“销售额”里的“TRUE”不是金额，请写成 58000、58,000.00 或 5.8万。'],
    [
      'an error of another cell',
      { code: '#N/A' },
      '“销售额”里的单元格是错误值 #N/A，请先修正该单元格。',
    ],
    ['another currency', '$3,200', '“销售额”里的“$3,200”不是人民币，请先折算成元。'],
    ['not a number', NaN, '“销售额”里的“NaN”不是金额，请写成 58000、58,000.00 或 5.8万。'],
    [
      'far too much',
      1e13,
      '“销售额”里的“10000000000000”超过一万亿元，无法精确计算；请检查是否把元当成了万元。',
    ],
  ])('%s is an error in its own place', (_name, cell, sentence) => {
    expect(call('REBATE_AMOUNT', [[2000000], [cell], [''], [500000]], null, SIMPLE)).toEqual([
      [120000],
      [new ExcelError('#VALUE!', sentence)],
      [''],
      [20000],
    ]);
  });

  it('a small bare number beside amounts in 万 is open', () => {
    expect(call('REBATE_MONEY', [['12.5万'], ['9.8'], ['68000']])).toEqual([
      [125000],
      [
        new ExcelError(
          '#VALUE!',
          '“金额文本”里的“9.8”看不出单位是元还是万元，请写成 9.8万 或 9.8元。',
        ),
      ],
      [68000],
    ]);
    expect(call('REBATE_MONEY', '9.8')).toBe(9.8);
  });
});

describe('ranges beside the sales', () => {
  it('each cell has its own item', () => {
    expect(
      call(
        'REBATE_RATE',
        [[5000000], [5000000], [2000000]],
        [['基础'], ['安全'], ['security']],
        POLICY,
      ),
    ).toEqual([[0.08], [0.12], [0.1]]);
  });

  it('each cell has its own tier sales; an empty one falls back on the sales', () => {
    expect(
      call('REBATE_AMOUNT', [[100], [100], [600000]], null, SIMPLE, null, [
        [500000],
        [5000000],
        [''],
      ]),
    ).toEqual([[4], [8], [24000]]);
  });

  it('a bad item is an error in its own place', () => {
    expect(
      call('REBATE_TIER', [[5000000], [5000000], [5000000]], [['基础'], ['云'], ['']], POLICY),
    ).toEqual([
      [3],
      [new ExcelError('#VALUE!', '政策里没有“云”，可选：基础、安全。')],
      [new ExcelError('#VALUE!', '政策里有多个返点项，请用“返点项”参数指明是哪一个：基础、安全。')],
    ]);
  });

  it('an empty cell is empty whatever stands beside it', () => {
    expect(
      call('REBATE_TIER', [[''], [5000000]], [['云'], ['基础']], POLICY, [
        ['明天'],
        ['2025-01-01'],
      ]),
    ).toEqual([[''], [3]]);
  });

  it('sales that earn and sales that set the tier part ways', () => {
    // 440万 set the tier, 60万 are missing: (100 + 60)万 × 8 % − 100万 × 6 %
    expect(call('REBATE_GAIN', 1000000, null, SIMPLE, null, 4400000)).toBe(68000);
    expect(call('REBATE_GAP', 1000000, null, SIMPLE, null, 4400000)).toBe(600000);
  });

  it.each([
    [
      'item',
      [[1], [2], [3]],
      [['基础'], ['基础'], ['安全'], ['安全']],
      null,
      '“销售额”是 3×1，“返点项”是 4×1，行列数不一致；请选同样大小的区域。',
    ],
    [
      'a row against a column',
      [[1], [2]],
      [['基础', '安全']],
      null,
      '“销售额”是 2×1，“返点项”是 1×2，行列数不一致；请选同样大小的区域。',
    ],
    [
      'fewer columns',
      [
        [1, 2],
        [3, 4],
      ],
      [['基础'], ['基础']],
      null,
      '“销售额”是 2×2，“返点项”是 2×1，行列数不一致；请选同样大小的区域。',
    ],
    [
      'one cell against a range',
      [[1]],
      [['基础'], ['安全']],
      null,
      '“销售额”是 1×1，“返点项”是 2×1，行列数不一致；请选同样大小的区域。',
    ],
    [
      'tier sales',
      [[1], [2]],
      '基础',
      [[1], [2], [3]],
      '“销售额”是 2×1，“定档销售额”是 3×1，行列数不一致；请选同样大小的区域。',
    ],
  ])('unequal shapes name both: %s', (_name, sales, items, tierSales, sentence) => {
    expect(call('REBATE_AMOUNT', sales, items, POLICY, null, tierSales)).toEqual(
      new ExcelError('#VALUE!', sentence),
    );
  });
});

it('speaks English where Excel does', () => {
  speak('en-US');
  expect(call('REBATE_AMOUNT', 'abc', null, SIMPLE)).toEqual(
    new ExcelError('#VALUE!', '"abc" in sales is not an amount: write 58000, 58,000.00 or 5.8万.'),
  );
});

it('passes over what Excel appends to the arguments', () => {
  expect(call('REBATE_MONEY', '12.5万', { address: 'Sheet1!A1' })).toBe(125000);
});

it('explains one cell only', () => {
  expect(call('REBATE_EXPLAIN', [[1], [2]], null, SIMPLE)).toEqual(
    new ExcelError('#VALUE!', '“销售额”只能是一个单元格，现在是 2×1 的区域；请逐格填写公式。'),
  );
  expect(call('REBATE_EXPLAIN', [['']], null, SIMPLE)).toEqual([['']]);
});
