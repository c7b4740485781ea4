import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SENTENCES } from '#i18n/say/say.ts';

const source = join(__dirname, '../../src');

/** All code but the sentences and the lists of facts themselves. */
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/^(i18n|facts)\b|\.facts\.ts$/.test(path))
  .map((path) => readFileSync(join(source, path), 'utf8'))
  .join('\n');

/** Codes are written out, or end in what decides them: `ledger.category-${why}`. */
const isRaised = (fact: string): boolean =>
  code.includes(`'${fact}'`) ||
  [...fact.matchAll(/[-.]/g)].some(({ index }) =>
    code.includes(`\`${fact.slice(0, index + 1)}\${`),
  );

it('every sentence is about something that can be the case', () => {
  expect(Object.keys(SENTENCES['en-US']).filter((fact) => !isRaised(fact))).toEqual([]);
  expect(isRaised('run.never-raised')).toBe(false);
});

it.each(['pane-advice', 'pane-overview', 'pane-policy', 'pane-questions', 'pane-shell'])(
  'every word of %s is asked for somewhere',
  (topic) => {
    const text = readFileSync(join(source, 'i18n/en-US', `${topic}.ts`), 'utf8');
    const names = [...text.matchAll(/^ +(\w+):/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  },
);
