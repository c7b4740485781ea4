import type { Page } from 'playwright-core';
import { bigLedger } from './ledgers.ts';
import { Stage } from './stage.ts';
import { wordsOf } from './words.ts';

const ROWS = 100_000;
const OPENED = /100,001 行/;
const words = wordsOf('zh-CN');
const { actions, browser, running } = words;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await Stage.open();
  ({ page } = await stage.page({ height: 700 }));
  page.setDefaultTimeout(60_000);
  await button(actions.analyze).waitFor();
});
afterAll(() => stage.close());

const button = (name: string) => page.getByRole('button', { name, exact: true, disabled: false });

/**
 * Begins the work and clicks as soon as it says what it does; a machine that is quick leaves no
 * time to do so from here.
 */
async function clickOnSight(
  says: readonly string[],
  label: string,
  begin: () => Promise<void>,
): Promise<void> {
  await page.evaluate(
    ([names, label]) => {
      const look = (): void => {
        const status = [...document.querySelectorAll('[role=status]')];
        const isSaid = status.some(({ textContent }) => names.includes(textContent ?? ''));
        const out = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === label,
        );
        if (!isSaid || out === undefined || !document.querySelector('[data-testid=progress]'))
          return;
        observer.disconnect();
        out.click();
        document.documentElement.dataset['clicked'] = '';
      };
      delete document.documentElement.dataset['clicked'];
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    },
    [says, label] as const,
  );
  await begin();
  await page.locator('html[data-clicked]').waitFor({ state: 'attached' });
}

async function stopOnSight(says: readonly string[], begin: () => Promise<void>): Promise<void> {
  await clickOnSight(says, actions.cancel, begin);
  await page.getByTestId('progress').waitFor({ state: 'detached' });
}

/** One after the other on one page: what was stopped can be done again. */
describe('work on 100,000 rows shows how far it is and is stopped', () => {
  const open = (rows: number): Promise<void> =>
    page.locator('input[type=file]').first().setInputFiles(bigLedger(rows));

  it('while the file is opened: the one before stays', async () => {
    // Many more, so that there is something to stop: a hundred thousand are there at once.
    await stopOnSight([browser.opening], () => open(5 * ROWS));
    expect(await page.getByText(/00,001 行/).count()).toBe(0);
    await button(actions.analyze).waitFor();
    await open(ROWS);
    await page.getByText(OPENED).first().waitFor();
  });

  it('while it is analyzed: nothing is shown', async () => {
    const steps = [running.read, running.understand, running.compute, running.highlight];
    await stopOnSight(steps, () => button(actions.analyze).click());
    expect(await button(actions.writeReview).count()).toBe(0);
    await button(actions.analyze).click();
    await button(actions.writeReview).waitFor();
  });

  it('while the review is written: there is no sheet of it', async () => {
    await stopOnSight([running.review], () => button(actions.writeReview).click());
    const sheet = page.getByRole('tab', { name: /返点复盘/ });
    await button(actions.writeReview).waitFor();
    expect(await sheet.count()).toBe(0);
    await button(actions.writeReview).click();
    await sheet.first().waitFor();
  });

  it('while the download is made: no file comes', async () => {
    let files = 0;
    page.on('download', () => (files += 1));
    await stopOnSight([browser.saving], () => button(browser.download).click());
    await button(browser.download).waitFor();
    expect(files).toBe(0);
    await Promise.all([page.waitForEvent('download'), button(browser.download).click()]);
    expect(files).toBe(1);
  });

  it('and what is asked for while a file is opened is done in that file', async () => {
    const file = bigLedger(3 * ROWS, 'bigger.csv');
    const begin = () => page.locator('input[type=file]').first().setInputFiles(file);
    await clickOnSight([browser.opening], actions.analyzeAgain, begin);
    await page.getByRole('tab', { name: 'bigger' }).waitFor();
    await button(actions.analyzeAgain).waitFor();
  });
});
