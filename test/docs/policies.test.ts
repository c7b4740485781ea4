import { documentedPolicies } from '../examples/documented-policies.ts';
import { paid } from '../examples/programme.ts';

/** Each example of docs/policies, computed from the very tables that a reader sees. */
const EXAMPLES = ['policies.zh-CN.md', 'policies.md'].flatMap((name) =>
  documentedPolicies(name).map((example) => [name, example.title, example] as const),
);

it.each(EXAMPLES)('%s: %s', (_, __, { tables, asOf, total }) => {
  const [policy = '', second = '', third] = tables;
  const outcome = paid({
    policy,
    ledger: third ?? second,
    ...(third === undefined ? {} : { facts: second }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  expect(outcome.total).toBe(total);
  const left = outcome.findings
    .filter(({ fact }) => !/unstated$|in-top-tier|past-partial|new-by-ledger/.test(fact.code))
    .map(({ cell, fact }) => `${cell} ${fact.code}`);
  expect([left, outcome.questions]).toEqual([[], []]);
});

it('both languages hold the same examples', () => {
  const totals = (name: string): readonly string[] =>
    documentedPolicies(name).map(({ total }) => total);
  expect(totals('policies.md')).toEqual(totals('policies.zh-CN.md'));
  expect(totals('policies.md').length).toBeGreaterThan(15);
});
