import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckDb } from '#hosts/cli/large/duckdb.ts';
import { fits } from '#hosts/cli/ledger-files.ts';
import { command as run, scratch } from './commands.ts';

const folder = scratch();

/** The same figures every time: multiplicative congruence, as good as dice here. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
}

const HEADER = '订单号,客户名称,产品,产品类别,订单类型,签约日期,实付金额(元),状态,备注';

/** Lines of all kinds: repeated numbers, refunds, pending, void, unclear figures and days. */
function lines(count: number, seed: number): string[] {
  const next = dice(seed);
  return Array.from({ length: count }, (_, i) => {
    const isRefund = next(20) === 0;
    const id = next(25) === 0 ? `R${next(count)}` : `R${seed}${String(i).padStart(6, '0')}`;
    const cents = (next(3_000_000) + 100) / 100;
    const amount = isRefund && next(2) === 0 ? `-${cents.toFixed(2)}` : cents.toFixed(2);
    const clear = next(60) === 0 ? ['约 3000', '1,5', '待定', '12,345.60'][next(4)] : amount;
    const day =
      `2025-${String(next(9) + 1).padStart(2, '0')}-` + `${String(next(28) + 1).padStart(2, '0')}`;
    return [
      id,
      `客户${next(12)}有限公司`,
      ['云服务器ECS', '对象存储OSS', '云WAF', '神秘产品', ''][
        next(25) === 0 ? 3 + next(2) : next(3)
      ],
      next(30) === 0 ? '' : ['基础', '安全'][next(2)],
      isRefund ? '退款' : '新购',
      next(80) === 0 ? '2025/13/40' : next(10) === 0 ? day.replaceAll('-', '/') : day,
      `"${clear}"`,
      // A few deals: every set of up to twelve is tried, by the lines and by the sums alike.
      i % 300 === 7 ? '跟进中' : ['已付款', '作废', '奇怪的词'][next(4) === 0 ? next(3) : 0],
      next(40) === 0 ? '客户说，“好”' : '',
    ].join(',');
  });
}

function ledger(name: string, count: number, seed: number): string {
  const path = join(folder, name);
  writeFileSync(path, `${HEADER}\n${lines(count, seed).join('\n')}\n`);
  return path;
}

/** Marginal on the component's own sales, whole on all, and nothing that needs single orders. */
const POLICY = join(folder, 'policy.csv');
writeFileSync(
  POLICY,
  `返点项,适用类别,定档口径,门槛,比例,计算方式,达线归属,累计周期,结算周期,舍入,计佣口径
基础,基础,基础,100000,3%,超额,达到,年,季,汇总,含税
,,,1000000,5%,,,,,,
安全,安全,全部,500000,6%,全额,达到,季,季,汇总,含税
,,,2000000,8%,,,,,,
`,
);

type Json = Record<string, never> & { readonly ledger: Record<string, unknown> };

function analyzed(engine: string, ...words: readonly string[]): Json {
  const engines = engine === '' ? [] : ['--engine', engine];
  const { code, out, err } = run(
    'analyze',
    ...words,
    ...engines,
    '--policy',
    POLICY,
    '--json',
    '-',
    '--rows',
    'none',
  );
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

/** Everything that sums can tell. */
const figures = ({ ledger: { counts, netSales, byCategory }, ...json }: Json): unknown => ({
  // Each file has a header of its own, the sums have one.
  counts: { ...(counts as object), header: 1 },
  netSales,
  byCategory,
  asOf: json['asOf'],
  periods: json['periods'],
  payouts: json['payouts'],
  totals: json['totals'],
});

test.each([
  [11, []],
  [12, ['--asof', '2025-05-10']],
])('sums by DuckDB give the figures of the lines (%i)', (seed, words) => {
  const path = ledger(`lines-${seed}.csv`, 1_600, seed);
  expect(figures(analyzed('duckdb', path, ...words))).toEqual(
    figures(analyzed('lines', path, ...words)),
  );
});

test('a folder, a pattern and the files by name are one ledger, by either engine', () => {
  const months = join(folder, 'bills');
  mkdirSync(months);
  const names = [1, 2, 3].map((month) => ledger(`bills/2025-0${month}.csv`, 400, 20 + month));
  const expected = figures(analyzed('lines', ...names));
  expect(figures(analyzed('lines', months))).toEqual(expected);
  expect(figures(analyzed('duckdb', join(months, '2025-0*.csv')))).toEqual(expected);
});

test('Parquet is read by DuckDB unasked', async () => {
  const csv = ledger('for-parquet.csv', 1_500, 31);
  const parquet = join(folder, 'lines.parquet');
  const database = await openDuckDb();
  await database.run(
    `COPY (SELECT * FROM read_csv('${csv}', all_varchar = true)) TO '${parquet}' (FORMAT parquet)`,
  );
  await database.close();
  expect(figures(analyzed('', parquet))).toEqual(figures(analyzed('lines', csv)));
});

test('sums taken elsewhere are read by the names of their columns', async () => {
  const sums = join(folder, 'sums.csv');
  writeFileSync(
    sums,
    'category,amount,order_day,line_count\n基础,600000.00,2025-02-10,300\n安全,-500.50,' +
      '2025-03-31,2\n',
  );
  const { code, out, err } = run('analyze', '--sums', sums, '--policy', POLICY, '--json', '-');
  expect([code, err.includes('302')]).toEqual([0, true]);
  const json = JSON.parse(out);
  expect(json.ledger.counts).toMatchObject({ order: 300, refund: 2 });
  // 3 % of the 500,000 above the first 100,000.
  expect(json.periods[0]).toMatchObject({ component: '基础', rebate: '15000.00' });
});

describe('said instead of guessed', () => {
  const small = ledger('small.csv', 50, 41);
  test.each([
    ['rounding by order', '舍入\n基础,100,3%,逐单', '基础'],
    ['a component that ends within a month', '失效\n基础,100,3%,2025-05-20', '月中'],
  ])('%s', (_, rows, said) => {
    const policy = join(folder, 'beyond.csv');
    writeFileSync(policy, `返点项,门槛,比例,${rows}\n`);
    const { code, err } = run('analyze', small, '--engine', 'duckdb', '--policy', policy);
    expect([code, err.includes(said)]).toEqual([1, true]);
  });

  test('lines without a day, which mean the line above', () => {
    const path = join(folder, 'blank-days.csv');
    writeFileSync(
      path,
      `${HEADER}\nR1,甲,云WAF,安全,新购,2025-01-05,100,已付款,\nR2,甲,云WAF,安全,新购,,100,` +
        `已付款,\n`,
    );
    const { code, err } = run('analyze', path, '--engine', 'duckdb');
    expect([code, err.includes('1 行没有日期')]).toEqual([1, true]);
  });

  test('a copy of several files, an empty folder, an unknown engine', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(run('analyze', small, small, '--out', join(folder, 'x.xlsx')).code).toBe(0);
    const two = ledger('two.csv', 5, 42);
    expect(run('analyze', small, two, '--out', join(folder, 'y.xlsx')).code).toBe(1);
    expect(run('analyze', empty)).toMatchObject({ code: 1 });
    expect(run('analyze', small, '--engine', 'abacus')).toMatchObject({ code: 2 });
  });
});

test.each([
  ['2025-01.csv', '2025-*.csv', true],
  ['2025-01.csv', '*', true],
  ['2025-01.csv', '2025-0?.csv', true],
  ['2025-01.csv', '2025-1?.csv', false],
  ['a.csv', 'a.csv*x', false],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaab', '*a*a*a*a*a*a*a*c', false],
])('%s and the pattern %s', (name, pattern, expected) => {
  expect(fits(name, pattern)).toBe(expected);
});
