import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { officeScript } from '../host/office-script.ts';
import { builtSite } from './site.ts';
import { OFFICE_HOST, PATIENCE, Stage } from './stage.ts';

/** What every page forbids itself, seen in a browser: a page that is made to misbehave cannot. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const PAGES = ['', 'taskpane.html', 'assets/help/zh-CN/index.html'] as const;

async function open(path: string): Promise<Page> {
  const { page } = await stage.page({
    path,
    ...(path === 'taskpane.html'
      ? { officeScript: await officeScript({ sheets: [{ name: 'A', rows: [['a']] }] }) }
      : {}),
  });
  return page;
}

/** The directives that refused something while `attempt` ran in the page. */
const refused = (page: Page, attempt: string): Promise<readonly string[]> =>
  page.evaluate(
    async ([text, patience]) => {
      const found: string[] = [];
      const note = (event: SecurityPolicyViolationEvent): number =>
        found.push(event.effectiveDirective);
      document.addEventListener('securitypolicyviolation', note);
      const attempts: Readonly<Record<string, () => unknown>> = {
        'inline script': () => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
        },
        'inline handler': () => {
          document.body.insertAdjacentHTML('beforeend', '<b onclick="window.ran = true">x</b>');
          (document.body.lastElementChild as HTMLElement).click();
        },
        eval: () => {
          const timer = setTimeout('window.ran = true' as unknown as () => void, 0);
          return timer;
        },
        'script of another host': () => {
          const script = document.createElement('script');
          script.src = 'https://elsewhere.example/x.js';
          document.body.append(script);
        },
        'image of another host': () => {
          new Image().src = 'https://elsewhere.example/x.png';
        },
        'connection to another host': () => fetch('https://elsewhere.example/').catch(() => null),
        'beacon to another host': () => navigator.sendBeacon('https://elsewhere.example/', 'x'),
        'socket to another host': () => new WebSocket('wss://elsewhere.example/'),
        frame: () => {
          const frame = document.createElement('iframe');
          frame.src = 'https://elsewhere.example/';
          document.body.append(frame);
        },
        'base address': () => {
          const base = document.createElement('base');
          base.href = 'https://elsewhere.example/';
          document.head.append(base);
        },
        'form to another host': () => {
          document.body.insertAdjacentHTML(
            'beforeend',
            '<form action="https://elsewhere.example/" target="_top"></form>',
          );
          (document.body.lastElementChild as HTMLFormElement).submit();
        },
      };
      try {
        await attempts[text]?.();
      } catch {
        // A refusal may also be thrown.
      }
      // The browser reports a refusal when it has time for it.
      const end = Date.now() + patience;
      while (found.length === 0 && Date.now() < end)
        await new Promise((done) => requestAnimationFrame(done));
      document.removeEventListener('securitypolicyviolation', note);
      if ((window as unknown as { ran?: boolean }).ran === true) found.push('it ran');
      return found;
    },
    [attempt, PATIENCE] as const,
  );

it.each(PAGES)('"%s" runs nothing written into it and speaks to no other host', async (path) => {
  const page = await open(path);
  const attempts: Readonly<Record<string, string>> = {
    'inline script': 'script-src-elem',
    'inline handler': 'script-src-attr',
    eval: 'script-src',
    'script of another host': 'script-src-elem',
    'image of another host': 'img-src',
    'connection to another host': 'connect-src',
    'beacon to another host': 'connect-src',
    'socket to another host': 'connect-src',
    frame: 'frame-src',
    'base address': 'base-uri',
    'form to another host': 'form-action',
  };
  const found: Record<string, readonly string[]> = {};
  for (const attempt of Object.keys(attempts)) found[attempt] = await refused(page, attempt);
  expect(found).toEqual(
    Object.fromEntries(Object.entries(attempts).map(([attempt, by]) => [attempt, [by]])),
  );
});

/** Every page that is shipped, from the folder it is in. */
async function shipped(): Promise<ReadonlyMap<string, string>> {
  const site = await builtSite();
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html')).sort();
  const texts = pages.map((file) => readFile(join(site, file), 'utf8'));
  return new Map((await Promise.all(texts)).map((text, at) => [pages[at] ?? '', text]));
}

/** First in the page: what stands above a policy is not under it. */
const POLICY =
  /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)"/;

/** The sources that a page may load from, by directive. */
function sourcesOf(html: string): Readonly<Record<string, string>> {
  const [, policy = ''] = POLICY.exec(html.replace(/>\s+</g, '><')) ?? [];
  const directives = policy.split('; ').map((directive) => directive.split(' '));
  return Object.fromEntries(
    directives.map(([name = '', ...sources]) => [
      name,
      sources.map((source) => source.replace(/'sha256-[^']*'/, 'hash')).join(' '),
    ]),
  );
}

it('each page says its policy first, and the add-in page alone names a host', async () => {
  const pages = await shipped();
  expect(pages.size).toBeGreaterThan(PAGES.length);
  const office = ` https://${OFFICE_HOST}`;
  for (const [name, html] of pages) {
    const host = name === 'taskpane.html' ? office : '';
    const pane = ['taskpane.html', 'index.html'].includes(name);
    const drawn = name === 'index.html' ? ' data:' : '';
    const policy = sourcesOf(html);
    expect({ name, ...policy }).toEqual({
      name,
      'default-src': "'none'",
      'script-src': `'self'${host}`,
      'worker-src': "'self'",
      'style-src': pane ? "'self' 'unsafe-inline'" : 'hash',
      'img-src': `'self'${drawn}${host}`,
      'connect-src': `'self'${host}`,
      'font-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  }
});

it('a request to another host fails the tests that made it', async () => {
  const other = await Stage.open();
  const { page } = await other.page();
  await page
    .context()
    .newPage()
    .then((blank) => blank.goto('https://elsewhere.example/').catch(() => null));
  await expect(other.close()).rejects.toThrow('elsewhere.example');
});
