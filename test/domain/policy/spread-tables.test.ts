import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { isoDate } from '#domain/calendar/local-date.ts';
import { type Cell, cellAddress } from '#domain/sheet.ts';
import { say } from '#i18n/say/say.ts';

/** Policies with a column for each class, with thresholds across, or turned on their side. */
const table = (text: string): readonly (readonly Cell[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => (cell.trim() === '' ? null : cell.trim())));

const read = (text: string): ReturnType<typeof readPolicy> =>
  readPolicy(table(text), { cellName: cellAddress });

const tiersOf = (text: string): readonly unknown[] =>
  (read(text).policy?.components ?? []).map(({ name, categories, tiers }) => [
    name,
    categories === 'all' ? '' : Object.keys(categories).join(),
    ...tiers.map((tier) => `${tier.threshold / 100} ${tier.rate.toString()}`),
  ]);

const errorsOf = (text: string): readonly string[] =>
  read(text)
    .findings.filter(({ level }) => level === 'error')
    .map(({ cell, fact }) => `${cell} ${fact.code}`);

const BASE = ['基础', '基础', '500000 0.04', '2000000 0.06'];
const SECURITY = ['安全', '安全', '500000 0.07', '2000000 0.09'];

describe('a column for each class', () => {
  it.each([
    ['门槛|基础|安全\n50万|4%|7%\n200万|6%|9%'],
    ['2025 年返点政策\n档位(万元)|基础(%)|安全(%)\n50|4|7\n200|6|9'],
    ['门槛|基础返点|安全返点比例\n≥50万|4%|7%\n≥200万|0.06|0.09'],
    ['类别|50万|200万\n基础|4%|6%\n安全|7%|9%'],
    ['|50万|200万\n基础|4%|6%\n安全|7%|9%'],
    ['档位|一档|二档\n门槛|50万|200万\n基础|4%|6%\n安全|7%|9%'],
  ])('%s', (text) => {
    expect(tiersOf(text)).toEqual([BASE, SECURITY]);
  });

  it('in English', () => {
    expect(tiersOf('Threshold|Base|Security rate\n500,000|4%|7%\n2,000,000|6%|9%')).toEqual([
      ['Base', ...BASE.slice(1)],
      ['Security', ...SECURITY.slice(1)],
    ]);
  });

  it('keeps the other columns, names what is not read, and cells as they stand', () => {
    const text = '门槛|累计周期|基础|安全|说法\n50万|季|4%|7%|另议\n200万|季|6%|9%|\n注：不含税';
    const { policy, findings } = read(text);
    expect(policy?.components.map(({ accumulate }) => accumulate)).toEqual(['quarter', 'quarter']);
    expect(findings.map(({ cell, fact }) => `${cell} ${fact.code}`)).toEqual(
      expect.arrayContaining(['E1 policy.column-unread', 'A4 policy.row-unread']),
    );
    expect(errorsOf('门槛|基础|安全\n50万|4%|7%\n200万|6|9%')).toEqual([
      'B3 policy.rate-above-one',
    ]);
    expect(errorsOf('类别|50万|200万\n基础|4%|6\n安全|7%|9%')).toEqual([
      'C2 policy.rate-above-one',
    ]);
  });

  it('asks about a blank below a rate, and begins a class with its first', () => {
    expect(errorsOf('门槛|基础|安全\n50万|4%|7%\n200万||9%')).toEqual([
      'B3 policy.rate-unreadable',
    ]);
    expect(tiersOf('门槛|基础|安全\n50万||7%\n200万|6%|9%')).toEqual([
      ['基础', '基础', '2000000 0.06'],
      SECURITY,
    ]);
  });
});

it('headers in the first column', () => {
  const one = [['返点', '', '500000 0.04', '2000000 0.06']];
  expect(tiersOf('门槛|50万|200万\n比例|4%|6%')).toEqual(one);
  expect(tiersOf('政策说明\n档位|一档|二档\n门槛|50万|200万\n比例|4%|6%\n累计周期|季|')).toEqual(
    one,
  );
});

describe('columns that may be something else than classes are asked about', () => {
  it.each([
    ['门槛|金牌|银牌\n50万|4%|3%\n200万|6%|5%', 'B1'],
    ['门槛|新客户|老客户\n50万|4%|3%\n200万|6%|5%', 'B1'],
    ['门槛|基础|加速\n50万|4%|1%\n200万|6%|2%', 'B1'],
    ['档位|Q1|Q2|Q3|Q4\n50万|4%|4%|5%|5%\n200万|6%|6%|7%|7%', 'B1'],
    ['级别|50万|200万\n金牌|4%|6%\n银牌|3%|5%', 'A2'],
  ])('%s', (text, cell) => {
    expect(errorsOf(text)).toEqual([`${cell} policy.columns-across`]);
  });

  it('with the table as it would be read', () => {
    const [finding] = read('门槛|金牌|银牌\n50万|4%|3%\n200万|6%|5%').findings;
    if (finding === undefined) throw new Error('nothing found');
    expect(say(finding.fact, 'zh-CN')).toContain('“金牌”、“银牌”');
    const lines = say(finding.fact, 'zh-CN').split('：').at(-1)?.replace(/。$/, '').split(' / ');
    expect(tiersOf((lines ?? []).join('\n').replace(/, /g, '|'))).toEqual([
      ['金牌', '金牌', '500000 0.04', '2000000 0.06'],
      ['银牌', '银牌', '500000 0.03', '2000000 0.05'],
    ]);
  });
});

describe('rates by quarter or month are asked about, with the days of each', () => {
  const rowsOf = (text: string): readonly string[] => {
    const [finding] = read(text).findings;
    if (finding === undefined) throw new Error('nothing found');
    return (say(finding.fact, 'zh-CN').split('例如：')[1] ?? '').split(' / ');
  };
  it('of the year that the title says', () => {
    const rows = rowsOf('2025年政策\n档位|Q1|二季度|第三季度|Q4返点\n50万|4%|4%|5%|5%');
    expect(rows).toEqual([
      '比例, 档位, 生效, 失效',
      '4%, 50万, 2025-01-01, 2025-03-31',
      '4%, 50万, 2025-04-01, 2025-06-30',
      '5%, 50万, 2025-07-01, 2025-09-30',
      '5%, 50万, 2025-10-01, 2025-12-31',
    ]);
    expect(errorsOf(rows.join('\n').replace(/, /g, '|'))).toEqual([]);
  });
  it('of a year that nobody said, which is to be filled in', () => {
    const rows = rowsOf('门槛|1月|2月\n50万|4%|5%');
    const [finding] = read('门槛|1月|2月\n50万|4%|5%').findings;
    expect(finding && say(finding.fact, 'en-US')).toContain('Rate, Threshold, From, To / 4%, 50万');
    expect(rows.at(-1)).toBe('5%, 50万, YYYY-02-01, YYYY-02-28');
    expect(errorsOf(rows.join('\n').replace(/, /g, '|'))).toContain('C2 policy.date-unreadable');
  });
});

it('a table without a header says what it saw', () => {
  const [finding] = read('政策\n起订量|折让\n10|九五折').findings;
  expect(finding && say(finding.fact, 'zh-CN')).toContain('“起订量”、“折让”');
  expect(finding && say(finding.fact, 'en-US')).toContain('"起订量", "折让"');
});

describe('units beside the table', () => {
  const tiers = ['返点', '', '500000 0.04', '2000000 0.06'];
  it.each([
    ['2025年政策（单位：万元）\n门槛|比例\n50|4%\n200|6%'],
    ['单位：万元|\n\n门槛|比例\n50|4%\n200|6%'],
    ['门槛|比例\n50|4%\n200|6%\n注：金额单位为万元'],
    ['单位：万元\n门槛|比例\n50万|4%\n200万元|6%'],
    ['单位：万元\n门槛（元）|比例\n500000|4%\n2000000|6%'],
  ])('%s', (text) => {
    expect(tiersOf(text)).toEqual([tiers]);
  });
  it('another currency is refused', () => {
    expect(errorsOf('单位：美元\n门槛|比例\n500000|4%')).toEqual(['A2 policy.header-currency']);
  });
});

it('another table below is named, not read under the wrong headers', () => {
  const text = '门槛|比例\n50万|4%\n200万|6%\n\n返点项|门槛|奖励\n年终奖|500万|10万';
  expect(errorsOf(text)).toEqual(['A5 policy.second-header']);
  expect(tiersOf('门槛|比例\n50万|4%\n门槛|比例\n200万|6%')).toEqual([
    ['返点', '', '500000 0.04', '2000000 0.06'],
  ]);
});

it('days as contracts write them', () => {
  const [component] =
    read('门槛|比例|生效|失效\n50万|4%|2025年1月1日起|2025年6月30日止').policy?.components ?? [];
  expect([component?.from, component?.to].map((date) => date && isoDate(date))).toEqual([
    '2025-01-01',
    '2025-06-30',
  ]);
});
