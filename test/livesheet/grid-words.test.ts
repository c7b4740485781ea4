import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gridWords as english } from '#i18n/en-US/differences.ts';
import { gridWords as chinese } from '#i18n/zh-CN/differences.ts';

/** Of the grid's parts: what they ask for by a dotted name. */
const PARTS = ['find-replace', 'sheets-filter-ui', 'sheets-formula', 'sheets-sort-ui', 'sheets-ui'];
const PRESETS = ['core', 'filter', 'sort', 'find-replace'];
const ASKED = /\.t\(["'`]([a-zA-Z-]+(?:\.[\w-]+)+)["'`]/g;

/** What the page never asks for: changes of the sheet's build, and warnings that are turned off. */
const NEVER = /^sheets-ui\.(?:merge|filter|info)\.|\.permission\./;

const folderOf = (name: string): string => join(__dirname, '../../node_modules/@univerjs', name);

const asked = PARTS.flatMap((part) => {
  const code = readFileSync(join(folderOf(part), 'lib/es/index.js'), 'utf8');
  return [...code.matchAll(ASKED)].map(([, key]) => String(key));
}).filter((key) => !NEVER.test(key));

const inOf = (words: unknown, key: string): unknown =>
  key.split('.').reduce((part, name) => Object(part)[name] as unknown, words);

/** What modules of the newer kind export, by a process of their own. */
function loaded(paths: readonly string[]): readonly unknown[] {
  const imports = paths.map((path) => `import(${JSON.stringify(path)})`).join(',');
  const code = `const all = await Promise.all([${imports}]);
    console.log(JSON.stringify(all.map((each) => each.default)));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code]);
  return JSON.parse(String(said)) as readonly unknown[];
}

it.each([
  ['zh-CN', chinese],
  ['en-US', english],
])('the grid has words for all that it says in %s', (language, own) => {
  const paths = PRESETS.map((preset) =>
    join(folderOf(`preset-sheets-${preset}`), `lib/es/locales/${language}.js`),
  );
  const brought = loaded(paths);
  expect(asked.length).toBeGreaterThan(50);
  const missing = asked.filter((key) => ![...brought, own].some((words) => inOf(words, key)));
  expect(missing).toEqual([]);
});
