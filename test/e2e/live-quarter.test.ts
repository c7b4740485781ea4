import type { Locator } from 'playwright-core';
import { gridIsThere, pasteAt, typeInto } from './grid.ts';
import { type Language, Stage } from './stage.ts';
import { statementOf } from './statements.ts';
import { wordsOf } from './words.ts';

/**
 * The quarter of story.test.ts on the live sheet: what the table to read only shows is typed and
 * pasted here, and the figures follow.
 */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const WON = { 'zh-CN': '待结算', 'en-US': 'Pending settlement' } as const;
const REFUND = {
  'zh-CN':
    'RR202512310061\t临港云仓物流有限公司\t物流\t华东\t云服务器ECS\t基础\t退款\t2025-12-30' +
    '\t-9000\t0\t-9000\t\t已退款',
  'en-US':
    'RR202512310061\tLingang Cloud Logistics\tLogistics\tEast\tECS\tBase\tRefund\t2025-12-30' +
    '\t-9000\t0\t-9000\t\tRefunded',
} as const;

it.each(['zh-CN', 'en-US'] as const)('%s', async (language: Language) => {
  const words = wordsOf(language);
  const { page, errors } = await stage.page({ language, live: true, height: 1000 });
  const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
  const pane = page.getByRole('main');
  await gridIsThere(page);
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await pane.getByText('¥136,946.50').first().waitFor();

  // A warning about a payment to a purchasing department is read.
  await page.getByRole('button', { name: new RegExp(words.needs.warnings(1)) }).click();
  await pane
    .getByText(/反不正当竞争法|Anti-Unfair Competition Law/)
    .first()
    .waitFor();

  // The unclear amount is corrected in its cell, and the pending deal is won.
  await page.getByRole('button', { name: new RegExp(words.needs.questions(1)) }).waitFor();
  await typeInto(page, 'K43', '60000');
  await pane.getByText('¥76,946.50').first().waitFor();
  await typeInto(page, 'M57', WON[language]);
  const changes = page.getByRole('region', { name: words.changes.title });
  const toTier3 = language === 'zh-CN' ? /2 档 → 3 档/ : /tier 2 → tier 3/;
  await changes.getByText(toTier3).first().waitFor();

  // A refund arrives: the tier holds by 19,053.50 - 9,000.00.
  await pasteAt(page, 'A62', REFUND[language]);
  await changes.getByText('-¥9,000.00').first().waitFor();
  await changes.getByText('¥10,053.50').first().waitFor();

  // The vendor's statement leaves out one order and pays another one short.
  await tab(words.tabs.statement).click();
  await page.getByLabel(words.statement.fromDay, { exact: true }).fill('2025-01-01');
  await page.getByLabel(words.statement.toDay, { exact: true }).fill('2025-03-31');
  await page.getByLabel(words.statement.choose).setInputFiles(statementOf());
  await page.getByRole('heading', { name: words.statement.letter }).waitFor();

  // What came in is noted in its order: 132,369.18 and 4,760.04.
  await typeInto(page, 'L31', '4760.04');
  await tab(words.tabs.overview).click();
  await pane.getByText('¥137,129.22').first().waitFor();

  await page.getByRole('button', { name: words.actions.more, exact: true }).click();
  await page.getByRole('menuitem', { name: words.actions.clearHighlights }).click();
  await pane.getByText(words.done.cleared).waitFor();
  expect(errors).toEqual([]);
});
