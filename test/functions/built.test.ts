import { Decimal } from 'decimal.js';
import { type BuiltFunctions, builtFunctions } from './built-functions.ts';
import { tierExamples } from './tier-examples.ts';

/**
 * The script as it ships, alone: the worked examples are typed in as policy tables and asked for as
 * a cell would ask.
 */
let functions: BuiltFunctions;
beforeAll(async () => {
  functions = await builtFunctions();
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

it.each(tierExamples().map((example) => [example.name, example] as const))(
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
