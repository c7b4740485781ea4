import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Inside Excel every figure is from the open workbook: nothing that runs there can reach what a
 * page has kept of another file, or fetch one to show it. What the browser edition keeps on the
 * same host stays with the browser edition.
 */
const IMPORTED = /(?:from|import|import\(|new URL\()\s*'([#.][^']+\.tsx?)'/g;

function reachable(first: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open = [first];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    found.set(file, text);
    for (const [, name = ''] of text.matchAll(IMPORTED))
      open.push(name.startsWith('#') ? join('src', name.slice(1)) : join(dirname(file), name));
  }
  return found;
}

const withWord = (files: ReadonlyMap<string, string>, word: RegExp): readonly string[] =>
  [...files].filter(([, text]) => word.test(text)).map(([file]) => file);

const KEPT = /\b(localStorage|sessionStorage|indexedDB|idb-keyval|caches)\b/;
const FETCHED = /await fetch\(|XMLHttpRequest|EventSource|WebSocket/;
const excel = reachable('src/hosts/excel.tsx');
const browser = reachable('src/hosts/browser.tsx');

it('the pane in Excel reaches its pages, its worker and the check of this Excel', () => {
  for (const file of [
    'taskpane/overview/Overview.tsx',
    'hosts/excel.worker.ts',
    'hosts/contract-run.ts',
  ])
    expect([...excel.keys()]).toContain(`src/${file}`);
});

it('but nothing that keeps figures of a file', () => {
  expect(withWord(browser, KEPT)).toContain('src/hosts/browser-shelf.ts');
  expect([...withWord(excel, KEPT)].sort()).toEqual([
    'src/hosts/office-ready.ts',
    'src/hosts/page-language.ts',
  ]);
});

it('and it fetches no file but to open a copy as a workbook of its own', () => {
  expect(withWord(excel, FETCHED)).toEqual(['src/hosts/excel-host.ts']);
  expect(withWord(excel, /assets\/(samples|templates)/)).toEqual(['src/hosts/excel-host.ts']);
});
