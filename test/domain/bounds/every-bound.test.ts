import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as bounds from '#domain/bounds.ts';

const root = resolve(__dirname, '../../..');
const files = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const words = (paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.flatMap((path) => readFileSync(path, 'utf8').match(/\b[A-Z][A-Z_0-9]+\b/g) ?? []));

const tested = words(
  files('test').filter((path) => path.endsWith('.test.ts') && !path.endsWith(__filename)),
);
/** In the code, or as a part of another bound. */
const used = (name: string): boolean =>
  files('src').some((path) => {
    const found = readFileSync(path, 'utf8').match(new RegExp(`\\b${name}\\b`, 'g')) ?? [];
    return found.length > (path.endsWith('domain/bounds.ts') ? 1 : 0);
  });

it.each(Object.keys(bounds))('%s is used, and has a test', (name) => {
  expect([used(name), tested.has(name)]).toEqual([true, true]);
});

it('every bound says why', () => {
  const text = readFileSync(join(root, 'src/domain/bounds.ts'), 'utf8');
  const bare = text
    .split('\n')
    .filter(
      (line, at, all) => line.startsWith('export') && !/(\*\/|^export .*)$/.test(all[at - 1] ?? ''),
    );
  expect(bare).toEqual([]);
});
