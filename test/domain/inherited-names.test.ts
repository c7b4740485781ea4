import { readPolicyJson } from '../../src/domain/policy-check/policy-json.ts';
import { readPolicy } from '../../src/domain/policy-check/read-policy.ts';
import { bookOf } from '../../src/domain/rebate/order-book.ts';
import { rebateToDate } from '../../src/domain/rebate/rebate-to-date.ts';
import { ownValue } from '../../src/domain/own-value.ts';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const day = 20_100 as never;

/** Names that every JavaScript object inherits are ordinary words for a category. */
describe('categories called like what every object inherits', () => {
  const sale = (category: string) => bookOf([{ day, amount: 100_000_000 as never, category }]);
  const table = (category: string) => [
    ['适用类别', '定档口径', '门槛', '比例'],
    [category, category, '0', '0.05'],
  ];

  it.each(NAMES)('%s earns nothing under a policy that does not name it', (name) => {
    const { policy } = readPolicy(table('安全'), { cellName: (row, column) => `${row}:${column}` });
    if (policy === null) throw new Error('the policy must be readable');
    expect(rebateToDate(policy, sale(name), day).total).toBe(0);
  });

  it.each(NAMES)('%s earns what the policy says when it is named', (name) => {
    const { policy, findings } = readPolicy(table(name), {
      cellName: (row, column) => `${row}:${column}`,
    });
    if (policy === null) throw new Error(JSON.stringify(findings));
    expect(rebateToDate(policy, sale(name), day).total).toBe(5_000_000);
    expect(rebateToDate(policy, sale('安全'), day).total).toBe(0);
  });

  it.each(NAMES)('%s has the weight that the policy gives it', (name) => {
    const [header, row = []] = table(name);
    const weighted = [header ?? [], [row[0] ?? null, `${name}×1.5`, ...row.slice(2)]];
    const { policy } = readPolicy(weighted, { cellName: (row, column) => `${row}:${column}` });
    if (policy === null) throw new Error('the policy must be readable');
    expect(rebateToDate(policy, sale(name), day).windows[0]?.tierSales).toBe(150_000_000);
  });

  it.each(NAMES)('%s earns nothing in a JSON policy of other categories', (name) => {
    const { policy } = readPolicyJson(
      JSON.parse('{"name":"x","boundary":">=","tiers":[{"from_yuan":0,"base":"0.04"}]}'),
      {},
    );
    if (policy === null) throw new Error('the policy must be readable');
    expect(rebateToDate(policy, sale(name), day).total).toBe(0);
    expect(rebateToDate(policy, sale('基础'), day).total).toBe(4_000_000);
  });

  it.each(NAMES)('%s is a category in a JSON policy like any other', (name) => {
    const { policy } = readPolicyJson(
      JSON.parse(`{"name":"x","boundary":">=","tiers":[{"from_yuan":0,"${name}":"0.04"}]}`),
      {},
    );
    if (policy === null) throw new Error('the policy must be readable');
    expect(rebateToDate(policy, sale(name), day).total).toBe(4_000_000);
  });

  it('finds own values only', () => {
    expect(NAMES.map((name) => ownValue({}, name))).toEqual(NAMES.map(() => undefined));
    expect(ownValue(JSON.parse('{"__proto__": 1}'), '__proto__')).toBe(1);
  });
});
