/** @jest-environment jsdom */
import { ExcelHost } from '#hosts/excel-host.ts';
import { RibbonClicks } from '#hosts/ribbon-clicks.ts';
import type { PaneCommands } from '#taskpane/pane-services.ts';

jest.mock('#hosts/version.ts', () => ({ VERSION: '1.0.0' }));

type Handler = (event: { completed(): void }) => void;
type Told = (change: { readonly visibilityMode: string }) => void;

/** A pane behind an Excel that tells of visibility as the test says; sheets written come out. */
function excel() {
  const taken = new Map<string, Handler>();
  const told: Told[] = [];
  const written: string[] = [];
  let opened = 0;
  Object.assign(globalThis, {
    Office: {
      context: { platform: 'PC' },
      VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
      actions: { associate: (name: string, act: Handler) => taken.set(name, act) },
      addin: {
        onVisibilityModeChanged: (tell: Told) => Promise.resolve(void told.push(tell)),
        showAsTaskpane: () => Promise.resolve(void (opened += 1)),
      },
    },
  });
  const workbook = {
    writePage: (page: { name: string }) => Promise.resolve((written.push(page.name), page.name)),
  };
  const notices = () => () => undefined;
  const host = new ExcelHost(workbook as never, () => [], notices, new RibbonClicks());
  let failure: { readonly code: string } | null = null;
  host.onCommands({
    analyze: () => Promise.resolve(failure),
    writeReview: () => Promise.resolve(failure),
  } as unknown as PaneCommands);
  return {
    host,
    written,
    opened: () => opened,
    fails: () => void (failure = { code: 'excel.busy' }),
    see: (visibilityMode: string) => told.forEach((tell) => tell({ visibilityMode })),
    click: () =>
      new Promise<void>((resolve) => taken.get('analyzeSheet')?.({ completed: () => resolve() })),
  };
}

afterEach(() => void Reflect.deleteProperty(globalThis, 'Office'));

describe('the status sheet stands in for a pane that nobody sees', () => {
  it('with the pane closed it says what was done', async () => {
    const { click, written } = excel();
    await click();
    expect(written.length).toBeGreaterThan(0);
  });

  it('with the pane in sight none is written', async () => {
    const { see, click, written } = excel();
    see('Taskpane');
    await click();
    expect(written).toEqual([]);
  });

  it('nor where Excel has not told, but the pane was clicked or typed in', async () => {
    for (const kind of ['pointerdown', 'keydown']) {
      const { click, written } = excel();
      document.dispatchEvent(new Event(kind));
      await click();
      expect([kind, written]).toEqual([kind, []]);
    }
  });

  it('once the pane is hidden again it is', async () => {
    const { see, click, written } = excel();
    document.dispatchEvent(new Event('pointerdown'));
    see('Hidden');
    await click();
    expect(written.length).toBeGreaterThan(0);
  });

  it('a failure opens the pane', async () => {
    const { click, opened, fails } = excel();
    fails();
    await click();
    expect(opened()).toBe(1);
  });
});

describe('a sample or a template that cannot be opened', () => {
  const answer = (ok: boolean): Promise<object> =>
    Promise.resolve({ ok, status: ok ? 200 : 404, arrayBuffer: () => Promise.resolve(BYTES) });
  const refused = (): Promise<never> => Promise.reject(new Error('GeneralException'));
  const BYTES = new ArrayBuffer(4);
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'Excel');
    Reflect.deleteProperty(globalThis, 'fetch');
  });

  it.each([
    ['the file is not there', () => answer(false), () => Promise.resolve()],
    ['the line is down', refused, () => Promise.resolve()],
    ['Excel opens none', () => answer(true), refused],
  ])('says so, with the address to fetch it from: %s', async (_name, fetched, createWorkbook) => {
    Object.assign(globalThis, { fetch: fetched, Excel: { createWorkbook } });
    const { host } = excel();
    for (const [open, file] of [
      [host.openSample, 'assets/samples/orders-zh-CN.xlsx'],
      [host.openTemplate, 'assets/templates/rebate-workbook-zh-CN.xlsx'],
    ] as const)
      await expect(open()).rejects.toMatchObject({
        fact: { code: 'excel.notOpened', address: expect.stringContaining(file) as string },
      });
  });

  it('and opens nothing but a copy of our own file where it can', async () => {
    const created: string[] = [];
    const createWorkbook = (text: string): Promise<void> =>
      Promise.resolve(void created.push(text));
    Object.assign(globalThis, { fetch: () => answer(true), Excel: { createWorkbook } });
    await excel().host.openTemplate();
    expect(created).toEqual([btoa('\0\0\0\0')]);
  });
});
