import { ExcelError, excel, speak } from './excel.ts';

let call: Awaited<ReturnType<typeof excel>>['call'];
beforeAll(async () => {
  ({ call } = await excel());
});
beforeEach(() => speak('zh-CN'));

describe('REBATE_PERIOD', () => {
  it.each([
    ['quarter by default', ['2025-02-15'], '2025Q1 (2025-01~2025-03)'],
    ['a serial number', [45672], '2025Q1 (2025-01~2025-03)'],
    ['the fiscal year named by its end', ['2025-02-15', '季', 4], 'FY2025Q4 (2025-01~2025-03)'],
    ['a month', ['2025-02-15', 'month'], '2025-02 (2025-02~2025-02)'],
    ['a half', ['2025/7/1', '半年', null], '2025H2 (2025-07~2025-12)'],
    ['a year', ['2025-12-31', 'Year', ''], '2025 (2025-01~2025-12)'],
    ['a fiscal year', ['2025-04-01', '年', '4月'], 'FY2026 (2025-04~2026-03)'],
    ['full-width digits', ['2025-04-01', '年', '４月'], 'FY2026 (2025-04~2026-03)'],
  ])('%s', (_name, args, expected) => expect(call('REBATE_PERIOD', ...args)).toBe(expected));

  it('one result a date, errors in their own place', () => {
    expect(call('REBATE_PERIOD', [['2025-01-01'], [''], ['明天']])).toEqual([
      ['2025Q1 (2025-01~2025-03)'],
      [''],
      [new ExcelError('#VALUE!', '“明天”不是日期，请写成 2025-03-31。')],
    ]);
  });

  it.each([
    ['an unknown period', '周', 1, '不认识周期“周”，请填 月、季、半年 或 年。'],
    ['no month', '季', 13, '年度起始月“13”不对，请填 1 到 12。'],
    ['part of a month', '季', 4.5, '年度起始月“4.5”不对，请填 1 到 12。'],
    ['an exponent', '季', '4e0', '年度起始月“4e0”不对，请填 1 到 12。'],
    ['another base', '季', '0x4', '年度起始月“0x4”不对，请填 1 到 12。'],
    ['the word first', '季', '月4', '年度起始月“月4”不对，请填 1 到 12。'],
  ])('%s', (_name, period, start, sentence) => {
    expect(call('REBATE_PERIOD', '2025-01-01', period, start)).toEqual(
      new ExcelError('#VALUE!', sentence),
    );
  });
});

describe('REBATE_MONEY', () => {
  it.each([
    ['￥58,000.00', 58000],
    ['12.5万', 125000],
    ['9.65w', 96500],
    ['２６８，０００', 268000],
    ['(5,000.00)', -5000],
    ['68000元', 68000],
    [68000, 68000],
    ['', ''],
  ])('%s', (text, expected) => expect(call('REBATE_MONEY', [[text]])).toEqual([[expected]]));

  it('another currency is open', () => {
    expect(call('REBATE_MONEY', '$3,200')).toEqual(
      new ExcelError('#VALUE!', '“金额文本”里的“$3,200”不是人民币，请先折算成元。'),
    );
  });
});

describe('REBATE_CATEGORY', () => {
  it.each([
    ['WAF', '安全'],
    ['ecs', '基础'],
    ['云服务器 ECS g7', '基础'],
    ['', ''],
  ])('%s', (product, category) =>
    expect(call('REBATE_CATEGORY', [[product]])).toEqual([[category]]),
  );

  it('never guesses', () => {
    expect(call('REBATE_CATEGORY', [['神秘产品'], ['RDS'], ['OSS']])).toEqual([
      [new ExcelError('#N/A', '产品目录里没有“神秘产品”，请在目录里加上它或它的别名。')],
      [new ExcelError('#N/A', '“RDS”归哪一类各家政策不一，请在产品目录里写明它的类别。')],
      ['基础'],
    ]);
  });

  it('asks the own catalog first', () => {
    const catalog = [
      ['产品', '类别', '别名'],
      ['RDS', '数据库', ''],
      ['百炼', '大模型', 'Model Studio；模型服务'],
    ];
    expect(call('REBATE_CATEGORY', [['rds'], ['model studio'], ['WAF']], catalog)).toEqual([
      ['数据库'],
      ['大模型'],
      ['安全'],
    ]);
    expect(
      call('REBATE_CATEGORY', 'WAF', [
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual(
      new ExcelError('#VALUE!', '“产品目录”须是带表头的区域，含“产品”“类别”两列，可加“别名”。'),
    );
  });
});
