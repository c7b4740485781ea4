import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';

const root = resolve(__dirname, '../..');

/** Every regular expression that stands in the sources, with its file. */
function expressions(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    const text = readFileSync(join(root, 'src', file), 'utf8');
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) found.set(node.text, file);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  }
  return found;
}

/** What an attacker can make of an expression: '' when nothing, '2nd degree polynomial', … */
function danger(expression: string): string {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(expression) ?? [];
  const answer = checkSync(source, flags, { checker: 'automaton', timeout: 5_000 });
  return answer.status === 'vulnerable' ? answer.complexity.summary : '';
}

test('an expression that explodes is seen', () => {
  expect(danger('/^(a+)+$/')).toBe('exponential');
  expect(danger('/^(?:合计|合)*计$/')).toBe('');
});

/**
 * A search for something that begins anywhere and goes on is quadratic by nature, and bounded by
 * the length of what it is given: a cell holds 32,767 characters, an amount 64, a header 200. What
 * must never be is a choice that doubles with each character.
 */
test('no expression explodes, and none is worse than a text deserves', () => {
  const bad = [...expressions()]
    .map(([expression, file]) => `${danger(expression)} ${file} ${expression}`)
    .filter((line) => /^(?:exponential|([4-9]|\d\d)th degree)/.test(line));
  expect(bad).toEqual([]);
});
