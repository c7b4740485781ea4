import { chromium } from 'playwright-core';
import { officeScript } from './office-script.ts';

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface TestPage {
  readonly host: { snapshot(): { sheets: readonly { cells: unknown }[] } };
  readonly Excel: typeof Excel;
}

test('the same host answers the genuine client inside Chromium', async () => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });
  try {
    const page = await browser.newPage();
    await page.route('https://pane.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>pane</title>' }),
    );
    await page.goto('https://pane.test/');
    await page.addScriptTag({
      content: await officeScript({ sheets: [{ name: '订单', rows: [['金额'], [12.5]] }] }),
    });
    const answer = await page.evaluate(async () => {
      const here = window as unknown as TestPage;
      const read = await here.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('订单').getUsedRange().load('values');
        await context.sync();
        range.getCell(1, 0).values = [[13]];
        await context.sync();
        return range.values as unknown[][];
      });
      return { read, after: here.host.snapshot().sheets[0]?.cells };
    });
    expect(answer).toEqual({ read: [['金额'], [12.5]], after: [['金额'], [13]] });
  } finally {
    await browser.close();
  }
});
