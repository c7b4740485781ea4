import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { goTo, gridIsThere, typeInto } from '../test/e2e/grid.ts';
import type { Language, Stage } from '../test/e2e/stage.ts';
import { statementOf } from '../test/e2e/statements.ts';
import { wordsOf } from '../test/e2e/words.ts';

/** The ten pictures of the guide in one language, in the order in which it tells its story. */
export async function guidePictures(stage: Stage, language: Language, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const words = wordsOf(language);
  const { page } = await stage.page({ language, live: true, width: 1120, height: 840 });
  const take = async (number: number): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(400);
    const path = join(into, `${number}.${language}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  };
  const tab = (name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();
  /** The figures are those of the sheet as it is now, seen from the headline on. */
  const followed = async (): Promise<void> => {
    // What was typed last is told a moment later.
    await page.waitForTimeout(1000);
    await page.getByText(words.stale).waitFor({ state: 'hidden' });
    const again = { name: words.actions.analyzeAgain, disabled: false };
    await page.getByRole('button', again).waitFor();
    await page.getByRole('main').evaluate((main) => {
      for (const each of [main, ...main.querySelectorAll('*')]) each.scrollTop = 0;
    });
  };
  await gridIsThere(page);
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
  await take(1);
  await page.getByRole('button', { name: words.firstRun.policy }).click();
  await page.getByRole('group').getByRole('button').first().waitFor();
  await take(2);
  await page.getByRole('button', { name: words.actions.analyze }).click();
  await page.getByRole('heading', { name: words.needs.title }).waitFor();
  await take(3);
  await page.getByRole('button', { name: new RegExp(words.needs.questions(1)) }).click();
  await page.getByRole('group', { name: words.questions.choices }).scrollIntoViewIfNeeded();
  await take(4);
  await tab(words.tabs.edges);
  await page.getByRole('list', { name: words.edges.list }).getByRole('button').first().click();
  await take(5);
  await tab(words.tabs.advice);
  await deals(page, words.advice.whatIf);
  await take(6);
  await tab(words.tabs.overview);
  await typeInto(page, 'M57', language === 'zh-CN' ? '待结算' : 'Pending settlement');
  await page.getByText('¥40,946.50').first().waitFor();
  await goTo(page, 'M57');
  await followed();
  await take(7);
  await functions(page, language);
  await followed();
  await take(8);
  await tab(words.tabs.statement);
  await page.getByLabel(words.statement.fromDay, { exact: true }).fill('2025-01-01');
  await page.getByLabel(words.statement.toDay, { exact: true }).fill('2025-03-31');
  await page.getByLabel(words.statement.choose).setInputFiles(statementOf());
  await page.getByRole('heading', { name: words.statement.letter }).waitFor();
  await take(9);
  await page.getByRole('button', { name: words.actions.writeReview }).click();
  const review = language === 'zh-CN' ? /返点复盘 2025/ : /Rebate review 2025/;
  await page.getByText(language === 'zh-CN' ? /复盘已写入/ : /Review written/).waitFor();
  await gridIsThere(page);
  await tab(words.tabs.overview);
  await page.getByText(review).first().click();
  await page.waitForTimeout(1500);
  await take(10);
  await page.context().close();
}

async function deals(page: Page, region: string): Promise<void> {
  const whatIf = page.getByRole('region', { name: region });
  await whatIf.getByRole('checkbox').first().waitFor();
  for (const box of await whatIf.getByRole('checkbox').all()) await box.uncheck();
  await whatIf.getByRole('checkbox').nth(0).check();
  await whatIf.getByRole('checkbox').nth(3).check();
  await whatIf.getByText('¥110,641.07').waitFor();
}

async function functions(page: Page, language: Language): Promise<void> {
  const rows = [
    language === 'zh-CN' ? ['门槛', '比例'] : ['Threshold', 'Rate'],
    ['500000', '6%'],
    ['900000', '8%'],
  ];
  for (const [row, cells] of rows.entries()) {
    await typeInto(page, `R${row + 1}`, cells[0] ?? '');
    // The column between them stays empty: the word Threshold runs into it.
    await typeInto(page, `T${row + 1}`, cells[1] ?? '');
  }
  // The remarks are wide enough for a figure, and empty here.
  await typeInto(page, 'P2', '=REBATE_AMOUNT(654321.98,,R1:T3)');
  await typeInto(page, 'P3', '=REBATE_GAP(654321.98,,R1:T3)');
  await goTo(page, 'P2');
}
