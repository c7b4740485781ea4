import type { Locator, Page } from 'playwright-core';
import { officeScript } from '../host/office-script.ts';
import type { WireHost } from '../host/host.ts';
import type { WorkbookLiteral } from '../host/model.ts';
import { sampleRows } from './ledgers.ts';
import { PATIENCE, Stage } from './stage.ts';
import { calmest, isSmooth, seen, watch } from './watch.ts';
import { wordsOf } from './words.ts';

/**
 * The pane as it runs in Excel: taskpane.html over the genuine Office.js client and an Excel at
 * wire level.
 */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

interface ExcelPage {
  readonly host: WireHost;
  readonly Office: {
    readonly addin: object;
    readonly actions: {
      readonly _associations: Map<string, (event: { completed(): void }) => void>;
    };
  };
}

const OWN_FILLS = { A2: '#FFCC00', 'C4:D5': '#CCE5FF' };
const POLICY = [
  ['返点项', '门槛', '比例', '计算方式', '达线归属'],
  ['全部产品', 500000, 0.04, '全额', '达到'],
  ['全部产品', 2000000, 0.06, null, null],
  ['全部产品', 5000000, 0.08, null, null],
];

async function open(
  language: 'zh-CN' | 'en-US',
  more: readonly object[] = [],
): Promise<{ page: Page; errors: readonly string[] }> {
  const workbook = {
    name: 'Book1.xlsx',
    sheets: [{ name: '台账', rows: sampleRows(language), fills: OWN_FILLS }, ...more],
  };
  const script = await officeScript(workbook as WorkbookLiteral, {
    office: { displayLanguage: language, documentUrl: 'C:\\books\\Book1.xlsx' },
  });
  return stage.page({
    language,
    path: 'taskpane.html',
    width: 350,
    height: 900,
    officeScript: script,
  });
}

/** The workbook without our own sheets, and without what we keep about it. */
const model = (
  page: Page,
): Promise<{ readonly sheets: readonly unknown[]; readonly names: unknown }> =>
  page.evaluate(() => {
    const { host } = window as unknown as ExcelPage;
    const { sheets, names } = host.snapshot() as {
      sheets: { customProperties: Record<string, string> }[];
      names: Record<string, string>;
    };
    return {
      sheets: sheets.filter((sheet) => Object.keys(sheet.customProperties).length === 0),
      // Hidden names mark our sheets and keep our records for programs that drop the properties.
      names: Object.fromEntries(
        Object.entries(names).filter(([name]) => !/^RebateRadar_(page|memo)_/.test(name)),
      ),
    };
  });

describe.each(['zh-CN', 'en-US'] as const)('%s', (language) => {
  const words = wordsOf(language);
  const button = (page: Page, name: string): Locator =>
    page.getByRole('button', { name, exact: true, disabled: false });

  it(
    'analyzes, answers, writes the review, clears: the workbook is as it was but for our own ' +
      'sheets',
    async () => {
      const { page, errors } = await open(language);
      await button(page, words.actions.analyze).waitFor();
      const before = await model(page);
      await button(page, words.actions.analyze).click();
      await page.getByRole('heading', { name: words.needs.title }).waitFor();
      expect(await page.getByRole('main').innerText()).toContain('¥136,946.50');
      expect(await model(page)).not.toEqual(before);
      await page.getByRole('button', { name: new RegExp(words.needs.questions(1)) }).click();
      await page
        .getByRole('group', { name: words.questions.choices })
        .getByRole('button')
        .last()
        .click();
      await page.getByText(words.questions.answered(1)).waitFor();
      await button(page, words.actions.writeReview).click();
      await page.getByText(language === 'zh-CN' ? /复盘已写入/ : /Review written/).waitFor();
      await button(page, words.actions.more).click();
      await page.getByRole('menuitem', { name: words.actions.clearHighlights }).click();
      await page.getByText(words.done.cleared).waitFor();
      expect(await model(page)).toEqual(before);
      const names = await page.evaluate(() =>
        (window as unknown as ExcelPage).host.model.sheets.map((sheet) => sheet.name),
      );
      expect(names).toEqual(
        expect.arrayContaining([
          '台账',
          language === 'zh-CN' ? '返点复盘 2025Q4' : 'Rebate review 2025Q4',
        ]),
      );
      expect(errors).toEqual([]);
    },
  );

  it('selects the row of an edge order in the sheet', async () => {
    const { page } = await open(language);
    await button(page, words.actions.analyze).click();
    await page.getByRole('tab', { name: words.tabs.edges }).click();
    await page.getByRole('list', { name: words.edges.list }).getByRole('button').first().click();
    await page.waitForFunction(
      () => (window as unknown as ExcelPage).host.model.selection.block.top === 3,
    );
  });

  it('runs from the ribbon with the pane closed, and says so on a sheet of its own', async () => {
    const { page, errors } = await open(language);
    await button(page, words.actions.analyze).waitFor();
    await page.evaluate(
      () =>
        new Promise<void>((completed) =>
          (window as unknown as ExcelPage).Office.actions._associations.get('writeReview')?.({
            completed,
          }),
        ),
    );
    const sheets = await page.evaluate(() =>
      (window as unknown as ExcelPage).host.model.sheets.map((sheet) => sheet.name),
    );
    expect(sheets).toEqual(
      expect.arrayContaining(
        language === 'zh-CN'
          ? ['返点雷达状态', '返点复盘 2025Q4']
          : ['Rebate Radar status', 'Rebate review 2025Q4'],
      ),
    );
    expect(errors).toEqual([]);
  });
});

it('opens the pane when a ribbon command fails, and says why on the sheet of its own', async () => {
  const script = await officeScript(
    {
      sheets: [
        {
          name: '随便',
          rows: [
            ['写写', '画画'],
            ['a', 'b'],
          ],
        },
      ],
    },
    { office: { displayLanguage: 'zh-CN' } },
  );
  const { page } = await stage.page({ path: 'taskpane.html', width: 350, officeScript: script });
  await page.getByRole('button', { name: wordsOf('zh-CN').actions.analyze }).waitFor();
  const shown = await page.evaluate(
    () =>
      new Promise<{ readonly opened: number; readonly cells: string }>((resolve) => {
        const { Office, host } = window as unknown as ExcelPage;
        let opened = 0;
        Object.assign(Office.addin, {
          showAsTaskpane: () => {
            opened += 1;
            return Promise.resolve();
          },
        });
        Office.actions._associations.get('analyzeSheet')?.({
          completed: () =>
            resolve({ opened, cells: JSON.stringify(host.sheet('返点雷达状态').columns) }),
        });
      }),
  );
  expect(shown.opened).toBe(1);
  expect(shown.cells).toContain('没有带订单号、日期和金额表头的表');
});

it(
  'gives formulas without a policy the one on the policy sheet, and follows ' + 'its edits',
  async () => {
    const { page } = await open('zh-CN', [{ name: '返点政策', rows: POLICY }]);
    const rate = (): Promise<unknown> =>
      page.evaluate(async () => {
        const compute = (window as unknown as ExcelPage).host.functions.get('REBATE_RATE') as (
          ...args: unknown[]
        ) => unknown;
        return compute([[3_000_000]]);
      });
    await until(rate, [[0.06]]);
    await page.evaluate(() => {
      const { host } = window as unknown as ExcelPage;
      const sheet = host.sheet('返点政策');
      (sheet.columns[2] as unknown[])[2] = 0.065;
      host.raiseChanged('返点政策', 'C3');
    });
    await until(rate, [[0.065]]);
  },
);

it('says that the sheet has changed since the run', async () => {
  const words = wordsOf('zh-CN');
  const { page } = await open('zh-CN');
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await page.getByRole('heading', { name: words.needs.title }).waitFor();
  await page.evaluate(() => (window as unknown as ExcelPage).host.raiseChanged('台账', 'K3'));
  await page.getByText(words.stale).waitFor();
});

it(
  'goes on without the network once it has begun: every page, the policy editor, ' + 'the check',
  async () => {
    const words = wordsOf('zh-CN');
    const { page } = await open('zh-CN');
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(2500);
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
    await page.getByRole('heading', { name: words.needs.title }).waitFor();
    for (const tab of ['edges', 'advice', 'statement', 'policy'] as const)
      await page.getByRole('tab', { name: words.tabs[tab] }).click();
    await page.getByRole('button', { name: words.actions.more, exact: true }).click();
    await page.getByRole('menuitem', { name: '检查这台 Excel' }).click();
    await page.getByText('检查完成').first().waitFor({ timeout: 100_000 });
    expect(failed.filter((address) => /\.js$/.test(address))).toEqual([]);
  },
);

describe('inside Excel, before Excel replies', () => {
  const IN_EXCEL = '&_host_Info=Excel$Win32$16.01$zh-CN$$$$0';

  it('with office.js blocked the page says so and shows no figure', async () => {
    const { page } = await stage.page({
      path: 'taskpane.html',
      officeScript: null,
      query: IN_EXCEL,
      hurried: true,
    });
    await page.getByText('没有连上 Excel').waitFor();
    await page.clock.runFor(9000);
    expect(new URL(page.url()).pathname).toContain('taskpane.html');
    expect(await page.locator('body').innerText()).not.toMatch(/[¥￥]/);
  });

  it('on a slow line it waits, says so, and then begins over the open workbook', async () => {
    const script = await officeScript(
      { sheets: [{ name: '台账', rows: sampleRows('zh-CN') }] } as WorkbookLiteral,
      {
        office: { displayLanguage: 'zh-CN' },
      },
    );
    const late =
      `${script};{const ready=Office.onReady;Office.onReady=(then)=>new ` +
      'Promise((go)=>setTimeout(go,9500)).then(()=>ready(then));}';
    const { page } = await stage.page({
      path: 'taskpane.html',
      officeScript: late,
      query: IN_EXCEL,
      hurried: true,
    });
    await page.getByText('正在等待 Excel').first().waitFor();
    await page.clock.runFor(8200);
    expect(await page.locator('body').innerText()).not.toMatch(/[¥￥]/);
    await page.clock.runFor(1300);
    await page
      .getByRole('button', { name: wordsOf('zh-CN').actions.analyze, disabled: false })
      .waitFor();
  });
});

/** Asks again until the answer is the one expected; then, or when patience ends, it is compared. */
async function until(ask: () => Promise<unknown>, wanted: unknown): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && JSON.stringify(await ask()) !== JSON.stringify(wanted))
    await new Promise((done) => setTimeout(done, 50));
  expect(await ask()).toEqual(wanted);
}

describe('100,000 rows in Excel', () => {
  const words = wordsOf('zh-CN');
  const openBig = async (): Promise<Page> => {
    const script = await officeScript(
      "{ sheets: [{ name: '订单', columns: wireHost.bigOrders(100000) }] }",
      { office: { displayLanguage: 'zh-CN' }, latency: 5 },
    );
    const { page } = await stage.page({
      path: 'taskpane.html',
      width: 350,
      height: 900,
      officeScript: script,
    });
    page.setDefaultTimeout(60_000);
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
    return page;
  };

  it('shows progress at least every 250 ms and never keeps the page busy for 200 ms', async () => {
    const { tasks, shown } = await calmest(async () => {
      const page = await openBig();
      await watch(page);
      await page.getByRole('button', { name: words.actions.analyze }).click();
      await page
        .getByRole('button', { name: words.actions.analyzeAgain, disabled: false })
        .waitFor();
      return seen(page);
    }, isSmooth);
    expect(shown.length).toBeGreaterThan(5);
    expect({ tasks, shown, isSmooth: isSmooth({ tasks, shown }) }).toMatchObject({
      isSmooth: true,
    });
  });

  it('is cancelled within 500 ms while it reads', async () => {
    const took = await calmest(
      async () => {
        const page = await openBig();
        await page.getByRole('button', { name: words.actions.analyze }).click();
        await page.getByText(/\d /).first().waitFor();
        await page.getByText(words.running.read).waitFor();
        const took = await page.evaluate(async (name) => {
          const start = performance.now();
          [...document.querySelectorAll('button')]
            .find((each) => each.textContent === name)
            ?.click();
          while (document.querySelector('[data-testid=progress]'))
            await new Promise((done) => requestAnimationFrame(done));
          return performance.now() - start;
        }, words.actions.cancel);
        await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
        return took;
      },
      (took) => took < 500,
    );
    expect(took).toBeLessThan(500);
  });
});
