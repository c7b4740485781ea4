import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paid } from '../examples/programme.ts';

/** The examples of docs/policies, each computed from the very tables that a reader sees. */
interface Example {
  readonly title: string;
  readonly tables: readonly string[];
  readonly asOf: string | undefined;
  readonly total: string;
}

function examplesOf(name: string): readonly Example[] {
  const text = readFileSync(join(__dirname, '../../docs', name), 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.split('\n')[0] ?? '',
      tables: (section.match(/(?:^\|.*\n)+/gm) ?? []).map(plain),
      asOf: /(?:截至|as of) (\d{4}-\d\d-\d\d)/.exec(section)?.[1],
      total: (/\*\*([\d,.]+)\*\*/.exec(section)?.[1] ?? '').replace(/,/g, ''),
    }));
}

/** A markdown table as cells between bars. */
const plain = (table: string): string =>
  table
    .trim()
    .split('\n')
    .filter((line) => !/^\|[-|]+$/.test(line))
    .map((line) => line.replace(/^\| ?| ?\|$/g, '').replace(/ \| /g, '|'))
    .join('\n');

const EXAMPLES = ['policies.zh-CN.md', 'policies.md'].flatMap((name) =>
  examplesOf(name).map((example) => [name, example.title, example] as const),
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
  const totals = (name: string): readonly string[] => examplesOf(name).map(({ total }) => total);
  expect(totals('policies.md')).toEqual(totals('policies.zh-CN.md'));
  expect(totals('policies.md').length).toBeGreaterThan(15);
});
