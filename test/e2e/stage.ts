import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { serveFolder, type StaticServer } from '../../scripts/static-server.ts';
import { launchChromium } from './chromium.ts';
import { requestsElsewhere } from './own-host.ts';
import { builtSite } from './site.ts';

export type Language = 'zh-CN' | 'en-US';

export interface PageOptions {
  readonly language?: Language;
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly path?: string;
  /** With the live grid; else with the table to read, whose cells a test can look at. */
  readonly live?: boolean;
  /** Served where the page asks for office.js; null: the network blocks it. */
  readonly officeScript?: string | null;
  /** More of the address, after the language: `_host_Info=…` as Office adds it. */
  readonly query?: string;
  /** With timers that a test can hurry (`page.clock.runFor`) where only time would pass. */
  readonly hurried?: boolean;
  /** In a window that has loaded nothing before. */
  readonly afresh?: boolean;
}

/** A page of the browser edition, and what went wrong on it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors on the console and exceptions, so far. */
  readonly errors: readonly string[];
}

/** How long a test waits for a state, in milliseconds: long, for a busy machine is no fault. */
export const PATIENCE = 40_000;

const WIDTH = 1280;
const HEIGHT = 860;

/** Nothing of it stays in the window: no host of its own, no clock, nothing that must be loaded. */
const isPlain = ({ officeScript, hurried, afresh }: PageOptions): boolean =>
  officeScript === undefined && hurried !== true && afresh !== true;

/** Runs the page's scripts so many times slower (`SLOW_PAGE=6`): what only speed hides shows. */
async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const rate = Number(process.env['SLOW_PAGE'] ?? 1);
  if (rate === 1) return;
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Where the add-in page, and no other, loads Office.js from. */
export const OFFICE_HOST = 'appsforoffice.microsoft.com';

/** The built pages on a server of this computer, and a Chromium to look at them. */
export class Stage {
  private readonly contexts: BrowserContext[] = [];
  private readonly elsewhere: (readonly string[])[] = [];
  /** A window that may serve again. */
  private plain: Page | null = null;

  private constructor(
    private readonly server: StaticServer,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Stage> {
    const server = await serveFolder(await builtSite(), 0);
    return new Stage(server, await launchChromium());
  }

  get address(): string {
    return this.server.address;
  }

  /**
   * A page as of a profile of its own. The window of the test before serves again, emptied: a new
   * one has everything to load and to compile once more.
   */
  async page(options: PageOptions = {}): Promise<OpenPage> {
    const { language = 'zh-CN', path = '', live = false, query = '' } = options;
    const page = (await this.emptied(options)) ?? (await this.opened(options));
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    const sheet = live ? '' : '&sheet=table';
    await page.goto(`${this.server.address}${path}?lang=${language}${sheet}${query}`);
    return { page, errors };
  }

  /** The window of the test before with nothing in it; null where there is none to use again. */
  private async emptied(options: PageOptions): Promise<Page | null> {
    const page = isPlain(options) ? this.plain : null;
    if (page === null || page.isClosed()) return null;
    const context = page.context();
    for (const other of context.pages()) if (other !== page) await other.close();
    // Before it leaves: what it says on leaving is of the test before.
    page.removeAllListeners();
    await context.setOffline(false);
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('about:blank');
    const session = await context.newCDPSession(page);
    const { origin } = new URL(this.server.address);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await session.detach();
    const { dark = false, width = WIDTH, height = HEIGHT } = options;
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    return page;
  }

  /** A new window; those before are closed, for a live sheet never rests. */
  private async opened(options: PageOptions): Promise<Page> {
    const { dark = false, width = WIDTH, height = HEIGHT, officeScript } = options;
    await this.closePages();
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    this.contexts.push(context);
    const ours = new URL(this.server.address).host;
    this.elsewhere.push(
      await requestsElsewhere(context, officeScript === undefined ? [ours] : [ours, OFFICE_HOST]),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await slowDown(context, page);
    if (officeScript !== undefined)
      await page.route(`https://${OFFICE_HOST}/**`, (route) =>
        officeScript === null
          ? route.abort()
          : route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: officeScript }),
      );
    if (options.hurried === true) await page.clock.install();
    this.plain = isPlain(options) ? page : null;
    return page;
  }

  private async closePages(): Promise<void> {
    this.plain = null;
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }

  /** Fails when any page has asked another host for anything. */
  async close(): Promise<void> {
    await this.closePages();
    await this.browser.close();
    await this.server.close();
    const requests = this.elsewhere.flat();
    if (requests.length > 0) throw new Error(`Asked another host: ${requests.join(', ')}`);
  }
}

const axeSource = (): string =>
  readFileSync(
    createRequire(`${process.cwd()}/package.json`).resolve('axe-core/axe.min.js'),
    'utf8',
  );

interface AxeWindow {
  readonly axe: {
    run(
      context: Document | { readonly include?: string; readonly exclude?: string },
      options: {
        readonly resultTypes: readonly string[];
        readonly runOnly?: readonly string[];
      },
    ): Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
      }[];
    }>;
  };
}

/** What axe-core, or one of its rules, has to say against the page as it stands, a line each. */
export async function axeViolations(
  page: Page,
  part: { readonly include?: string; readonly exclude?: string } | null = null,
  rule: string | null = null,
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window)))
    // Not as a script element: the page's policy forbids one.
    await page.evaluate(axeSource());
  const rules = rule === null ? {} : { runOnly: [rule] };
  const asked = { context: part, options: { resultTypes: ['violations'], ...rules } };
  return page.evaluate(async ({ context, options }) => {
    const { axe } = window as unknown as AxeWindow;
    const { violations } = await axe.run(context ?? document, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) =>
          `${id}: ${html.slice(0, 160)} — ` +
          `${(failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 200)}`,
      ),
    );
  }, asked);
}

/** How far the page sticks out of its window sideways, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
