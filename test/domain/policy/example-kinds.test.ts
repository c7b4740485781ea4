import { EXAMPLES_BY_KIND, EXAMPLE_KINDS } from '#domain/policy/example-kinds.ts';
import { readFacts } from '#domain/policy/read-facts.ts';
import { readPolicy } from '#domain/policy-check/read-policy.ts';
import { cellAddress } from '#domain/sheet.ts';

const CASES = EXAMPLE_KINDS.flatMap((kind) => [[kind, 'zh'] as const, [kind, 'en'] as const]);

it.each(CASES)('the example %s in %s is a policy without a single remark', (kind, language) => {
  const { policy, facts } = EXAMPLES_BY_KIND[kind][language];
  const stated = readFacts(facts ?? [], { cellName: cellAddress });
  const reading = readPolicy(policy, { cellName: cellAddress, facts: stated.facts });
  expect([...stated.findings, ...reading.findings]).toEqual([]);
  expect(reading.policy?.components.length).toBeGreaterThan(0);
});

it.each(EXAMPLE_KINDS)('the example %s says the same in both languages', (kind) => {
  const { zh, en } = EXAMPLES_BY_KIND[kind];
  const clauses = (table: typeof zh.policy): unknown =>
    readPolicy(table, { cellName: cellAddress }).policy?.components.map((component) => [
      component.tiers.map(({ threshold, ofBaseline, rate }) => [threshold, ofBaseline, rate]),
      component.scheme,
      component.edge,
      component.accumulate,
      component.pay,
      component.cap,
      component.stack.kind,
      component.where?.terms,
      component.baselineFrom?.kind,
    ]);
  expect(clauses(en.policy)).toEqual(clauses(zh.policy));
});
