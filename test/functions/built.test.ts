import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { type BuiltFunctions, buildFunctions } from './built-functions.ts';

/**
 * The script as it ships, alone: the worked examples that a finance person can read and sign are
 * typed in as policy tables and asked for as a cell would ask. Unit prices (7 a piece) are priced
 * per 100 pieces, so that they are rates.
 */
interface Example {
  readonly name: string;
  readonly gives: string;
  readonly policy: readonly (readonly (string | number)[])[];
  readonly sales: number;
  readonly tierSales: number;
  readonly expected: number;
}

const WORDS: Readonly<Record<string, string>> = {
  whole: '全额',
  marginal: '超额',
  increment: '增量',
  at: '达到',
  above: '超过',
};

function examples(): readonly Example[] {
  const lines = readFileSync(join(__dirname, '../examples/tiers.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [
      name = '',
      gives = '',
      scheme = '',
      edge = '',
      baseline = '',
      thresholds = '',
      rates = '',
      sales = '',
      tierSales = '',
      expected = '',
    ] = line.split(',');
    const price = rates.split(' | ').some((rate) => Number(rate) > 1) ? 100 : 1;
    const amount = (text: string): string | number =>
      text.endsWith('%') ? text : new Decimal(text).times(price).toNumber();
    const rows = thresholds
      .split(' | ')
      .map((threshold, index) => [
        amount(threshold),
        new Decimal(rates.split(' | ')[index] as string).div(price).toNumber(),
        index === 0 ? (WORDS[scheme] as string) : '',
        index === 0 ? (WORDS[edge] as string) : '',
        index === 0 ? baseline : '',
      ]);
    const rounded =
      gives === 'rate'
        ? new Decimal(expected)
        : new Decimal(expected).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
    return {
      name,
      gives,
      policy: [['门槛', '比例', '计算方式', '达线归属', '基数'], ...rows],
      sales: amount(sales) as number,
      tierSales: amount(tierSales) as number,
      expected: rounded.toNumber(),
    };
  });
}

let functions: BuiltFunctions;
beforeAll(() => {
  functions = buildFunctions();
});
const ask = (id: string, ...args: unknown[]): unknown => functions.get(id)?.(...args);

it('registers all seventeen functions', () => {
  expect([...functions.keys()]).toEqual([
    'REBATE_TIER',
    'REBATE_RATE',
    'REBATE_AMOUNT',
    'REBATE_GAP',
    'REBATE_GAIN',
    'REBATE_CUSHION',
    'REBATE_EXPLAIN',
    'REBATE_TOTAL',
    'REBATE_EXPECTED',
    'REBATE_CHANCE',
    'REBATE_PULLIN',
    'REBATE_POOL',
    'REBATE_CATEGORY',
    'REBATE_PERIOD',
    'REBATE_MONEY',
    'REBATE_ORDERS',
    'REBATE_SUMMARY',
  ]);
});

it.each(examples().map((example) => [example.name, example] as const))(
  '%s',
  (_name, { gives, policy, sales, tierSales, expected }) => {
    const tierArgument = tierSales === sales ? null : tierSales;
    expect(
      ask(
        gives === 'rate' ? 'REBATE_RATE' : 'REBATE_AMOUNT',
        sales,
        null,
        policy,
        null,
        tierArgument,
      ),
    ).toBe(expected);
    if (gives === 'rate') return;
    const lines = ask(
      'REBATE_EXPLAIN',
      sales,
      null,
      policy,
      null,
      tierArgument,
    ) as readonly (readonly [number, number, number, number, number, number])[];
    expect(lines.reduce((sum, line) => sum.plus(line[5]), new Decimal(0)).toNumber()).toBe(
      expected,
    );
  },
);

it('says errors with code and sentence where Excel has no error class', () => {
  let thrown: unknown;
  try {
    ask('REBATE_TIER', 'abc', null, [
      ['门槛', '比例'],
      [500000, 0.04],
    ]);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({
    code: '#VALUE!',
    message: '“销售额”里的“abc”不是金额，请写成 58000、58,000.00 或 5.8万。',
  });
});
