import { launchChromium } from '../e2e/chromium.ts';
import { requestsElsewhere } from '../e2e/own-host.ts';
import { officeScript } from './office-script.ts';

interface TestPage {
  readonly host: { snapshot(): { sheets: readonly { cells: unknown }[] } };
  readonly Excel: typeof Excel;
}

test('the same host serves the genuine client inside Chromium', async () => {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext();
    const elsewhere = await requestsElsewhere(context, ['pane.test']);
    const page = await context.newPage();
    await page.route('https://pane.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>pane</title>' }),
    );
    await page.goto('https://pane.test/');
    await page.addScriptTag({
      content: await officeScript({ sheets: [{ name: '订单', rows: [['金额'], [12.5]] }] }),
    });
    const reply = await page.evaluate(async () => {
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
    expect(reply).toEqual({ read: [['金额'], [12.5]], after: [['金额'], [13]] });
    expect(elsewhere).toEqual([]);
  } finally {
    await browser.close();
  }
});
