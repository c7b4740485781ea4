import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import { serveFolder } from '../../scripts/static-server.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { gridIsThere } from '../e2e/grid.ts';
import { builtSite } from '../e2e/site.ts';
import { wordsOf } from '../e2e/words.ts';

const words = wordsOf('zh-CN');
const ROWS = [40, 100_000] as const;
const TIMES = 5;

/** Seconds since the page was asked for, and of them what its main thread was busy. */
interface Moment {
  readonly wall: number;
  readonly busy: number;
}

/**
 * The browser edition as somebody sees it who opens a file at once: when the first page is drawn,
 * when the figures are there, and how long after them the sheet lives.
 */
export async function liveSheetBench(): Promise<void> {
  const browser = await launchChromium().catch(() => null);
  if (browser === null) return console.log('no browser');
  const server = await serveFolder(await builtSite(), 0);
  const folder = mkdtempSync(join(tmpdir(), 'rebate-live-'));
  try {
    await alive(browser, server.address);
    for (const rows of ROWS) {
      const runs: (readonly Moment[])[] = [];
      for (let time = 0; time < TIMES; time += 1)
        runs.push(await opened(browser, server.address, rows, folder));
      const said = ['page drawn', 'figures', 'live sheet'].map((name, at) => {
        const [wall, busy] = (['wall', 'busy'] as const).map((which) =>
          median(runs.map((run) => run[at]![which])),
        );
        return `${name} ${wall!.toFixed(2)} s (busy ${busy!.toFixed(2)} s)`;
      });
      const after = median(runs.map(([, figures, live]) => live!.wall - figures!.wall));
      console.log(`${rows} orders: ${said.join(', ')}; live ${after.toFixed(2)} s after figures`);
    }
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

/** The page as it opens for the first time, with the sample on it. */
async function alive(browser: Browser, address: string): Promise<void> {
  const afters: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(`${address}?lang=zh-CN`);
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
    const drawn = performance.now();
    await gridIsThere(page);
    afters.push((performance.now() - drawn) / 1000);
    await context.close();
  }
  console.log(`sample: live ${median(afters).toFixed(2)} s after the page was drawn`);
}

async function opened(
  browser: Browser,
  address: string,
  rows: number,
  folder: string,
): Promise<Moment[]> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable');
  const from = performance.now();
  const moments: Moment[] = [];
  const now = async (): Promise<void> => {
    const wall = (performance.now() - from) / 1000;
    moments.push({ wall, busy: await busySeconds(client) });
  };
  await page.goto(`${address}?lang=zh-CN`);
  const analyze = page.getByRole('button', { name: words.actions.analyze, disabled: false });
  await analyze.waitFor();
  await now();
  await page.locator('input[type=file]').first().setInputFiles(ledger(folder, rows));
  await page
    .getByText(`${(rows + 1).toLocaleString('en')} 行`)
    .first()
    .waitFor();
  await analyze.click();
  await page
    .getByRole('button', { name: words.actions.analyzeAgain, disabled: false })
    .waitFor({ timeout: 60_000 });
  await now();
  // The sample was the first that was opened.
  await gridIsThere(page, 2);
  await now();
  await context.close();
  return moments;
}

async function busySeconds(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

function ledger(folder: string, rows: number): string {
  const file = join(folder, `${rows}.csv`);
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `SO${at},客户${at % 97},基础,2025-${1 + (at % 9)}-1${at % 9},${1_000 + (at % 500)},已签`,
  );
  writeFileSync(file, `订单号,客户,产品类别,签约日期,实付金额(元),状态\n${lines.join('\n')}\n`);
  return file;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!;
