import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import type { Language } from '#domain/language.ts';
import { page } from './help-page.ts';

const SOURCES = { 'zh-CN': 'guide.zh-CN.md', 'en-US': 'guide.md' } as const;

/** The guide of the repository as a page beside the help pages, its pictures with it. */
export function guidePage(language: Language): string {
  const source = readFileSync(new URL(`../docs/${SOURCES[language]}`, import.meta.url), 'utf8');
  const [head = '', ...lines] = source.split('\n');
  // The link to its twin stands on every help page already.
  const text = lines.filter((line) => !line.startsWith('[')).join('\n');
  const html = marked.parse(text.replaceAll('(images/guide/', '(../guide/'), { async: false });
  return page(head.replace(/^# /, ''), language, 'guide', [html]);
}
