import { readCatalog } from '#domain/catalog/read-catalog.ts';
import { readFactPeriod } from '#domain/policy/fact-period.ts';
import { readFacts } from '#domain/policy/read-facts.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { parseDate } from '#domain/reading/parse-date.ts';
import { type Cell, cellAddress } from '#domain/sheet.ts';

/** What no person means, said or asked instead of computed or broken at. */

describe('LARGEST_ARGUMENT holds for facts', () => {
  const read = (header: string, value: Cell): readonly string[] =>
    readFacts(
      [
        ['指标', '期间', header],
        ['季度目标', '2025Q1', value],
      ],
      { cellName: cellAddress },
    ).findings.map(({ cell, fact }) => `${cell} ${fact.code}`);

  it.each<[string, Cell]>([
    ['值', 1e12],
    ['值', '1'.padEnd(13, '0')],
    ['值(万元)', 1e8],
  ])('%s %s is read', (header, value) => {
    expect(read(header, value)).toEqual([]);
  });

  it.each<[string, Cell]>([
    ['值', 1e12 + 1],
    ['值', '9'.repeat(400)],
    ['值', 1e308],
    ['值', Infinity],
    ['值', NaN],
    ['值(万元)', 1e8 + 1],
  ])('%s %s is an error', (header, value) => {
    expect(read(header, value)).toEqual(['C2 policy.fact-unreadable']);
  });
});

it('a target in per cent is no amount', () => {
  const { facts } = readFacts(
    [
      ['指标', '值'],
      ['季度目标', '85%'],
    ],
    { cellName: (row, column) => `facts ${cellAddress(row, column)}` },
  );
  const { findings } = readPolicy(
    [
      ['门槛', '比例', '基数'],
      ['100%', '2%', '目标 季度目标'],
    ],
    { cellName: cellAddress, facts },
  );
  const errors = findings.filter(({ level }) => level === 'error');
  expect(errors.map(({ cell, fact }) => `${cell} ${fact.code}`)).toEqual([
    'facts B2 policy.target-percent',
  ]);
});

it.each(['0000Q1', '9999Q4', '0000年上半年', '9999H2', '9999年12月', 'FY9999Q1'])(
  'a part of a year that the calendar does not have is no date: %s',
  (text) => {
    expect([parseDate(text).kind, readFactPeriod(text)]).toEqual(['not-a-date', undefined]);
  },
);

it('a name with two categories in a catalog is asked about, not decided by the first', () => {
  const decided = (...rows: readonly (readonly string[])[]): readonly boolean[] =>
    readCatalog([['产品', '类别', '别名'], ...rows]).map((product) => product.decided);
  expect(decided(['X', '基础', ''], ['X', '安全', ''], ['Y', '安全', ''])).toEqual([
    false,
    false,
    true,
  ]);
  expect(decided(['X', '基础', 'Z'], ['Y', '安全', 'z'])).toEqual([false, false]);
  expect(decided(['X', '基础', 'Z'], ['Z', 'Base', ''])).toEqual([true, true]);
});
