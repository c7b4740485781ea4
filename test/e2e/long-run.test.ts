import type { Page } from 'playwright-core';
import { bigLedger } from './ledgers.ts';
import { Stage } from './stage.ts';
import { calmest, isSmooth, seen, watch } from './watch.ts';
import { wordsOf } from './words.ts';

const ROWS = 100_000;
const words = wordsOf('zh-CN');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

async function openBig(): Promise<Page> {
  const { page } = await stage.page({ height: 700 });
  page.setDefaultTimeout(60_000);
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
  await page.locator('input[type=file]').first().setInputFiles(bigLedger(ROWS));
  await page.getByText(/100,001 行/).waitFor();
  return page;
}

describe('a run on 100,000 rows', () => {
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
    expect(shown.length).toBeGreaterThan(3);
    expect({ tasks, shown, isSmooth: isSmooth({ tasks, shown }) }).toMatchObject({
      isSmooth: true,
    });
  });

  it('is cancelled within 500 ms while it computes', async () => {
    const took = await calmest(
      async () => {
        const page = await openBig();
        await page.getByRole('button', { name: words.actions.analyze }).click();
        await page
          .getByText(new RegExp(`${words.running.compute}|${words.running.understand}`))
          .waitFor();
        const took = await page.evaluate(async (name) => {
          const start = performance.now();
          [...document.querySelectorAll('button')]
            .find((button) => button.textContent === name)
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
