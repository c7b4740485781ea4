import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Language } from '../test/e2e/stage.ts';

const TITLE = { 'zh-CN': '返点复盘', 'en-US': 'Rebate review' } as const;
/** Page one, and beside it the first two of the appendix. */
const SHOWN = 3;

/**
 * The review of the sample ledger as it prints, for the README: written by the command, printed by
 * LibreOffice, laid side by side in Chromium.
 */
export async function reviewPicture(
  browser: Browser,
  language: Language,
  path: string,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  try {
    const pages = printed(folder, language).map((page) => readFileSync(page).toString('base64'));
    const page = await browser.newPage({ viewport: { width: 1210, height: 822 } });
    await page.setContent(
      '<style>body{margin:20px;background:#e6eaf0;display:grid;gap:7px 20px;' +
        'grid-template:1fr 1fr/553px 548px;height:782px}' +
        'img{width:100%;box-shadow:0 1px 4px #0003}img:first-child{grid-row:1/3}</style>' +
        pages.map((png) => `<img src="data:image/png;base64,${png}">`).join(''),
    );
    await page.screenshot({ path });
    await page.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Its first pages as pictures, in their order. */
function printed(folder: string, language: Language): readonly string[] {
  const run = (command: string, ...words: readonly string[]): string =>
    execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const sample = `assets/samples/orders-${language}.xlsx`;
  const copy = join(folder, 'copy.xlsx');
  run('node', 'scripts/cli.mjs', 'analyze', sample, '--out', copy, '--lang', language);
  run('soffice', '--headless', '--convert-to', 'pdf', '--outdir', folder, copy);
  const pdf = join(folder, 'copy.pdf');
  const texts = run('pdftotext', pdf, '-').split('\f');
  const first = texts.findIndex((text) => text.includes(TITLE[language])) + 1;
  const last = `${first + SHOWN - 1}`;
  run('pdftoppm', '-r', '110', '-png', '-f', `${first}`, '-l', last, pdf, join(folder, 'page'));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => join(folder, name));
}
