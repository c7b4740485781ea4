import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Through'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** `path` “title of a test”, as often as the row says. */
const named = rows.flatMap(([, , attack = '', , seen = '']) =>
  [...seen.matchAll(/`(test\/[^`]+)`(?: “([^”]+)”)?/g)].map(
    ([, path = '', title]) => [attack, path, title] as const,
  ),
);

function textOf(path: string): string {
  const full = join(root, path);
  if (!statSync(full).isDirectory()) return readFileSync(full, 'utf8');
  return readdirSync(full)
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(full, name), 'utf8'))
    .join('\n');
}

it('every attack names a test that shows what stops it', () => {
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter(([, , , , seen = '']) => !seen.includes('`test/'))).toEqual([]);
});

it.each(named)('“%s”: %s, %s', (_, path, title) => {
  expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  expect([title, title === undefined || textOf(path).includes(title)]).toEqual([title, true]);
});

it('every package comes from the registry, with the hash of what was reviewed', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
  };
  const loose = Object.entries(packages).filter(
    ([name, { integrity, link }]) =>
      name.includes('node_modules/') && link !== true && !/^sha512-/.test(integrity ?? ''),
  );
  expect(loose.map(([name]) => name)).toEqual([]);
});
