import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { officeScript } from '../test/host/office-script.ts';
import type { WorkbookLiteral } from '../test/host/model.ts';
import { sampleRows } from '../test/e2e/ledgers.ts';
import { type Language, Stage } from '../test/e2e/stage.ts';
import { guidePictures } from './guide-pictures.ts';
import { reviewPicture } from './review-pictures.ts';
import { launchChromium } from '../test/e2e/chromium.ts';
import { statementOf } from '../test/e2e/statements.ts';
import { wordsOf } from '../test/e2e/words.ts';

/**
 * Every state of the pane as a picture: `npm run screenshots -- FOLDER`. Chinese and English, light
 * and dark, 320 and 400 pixels wide, over an Excel at wire level; and the browser edition at the
 * width of a desk. `npm run screenshots` alone makes those, the pictures of docs/guide.md and the
 * review's in the README; `npm run screenshots -- guide` only the guide's, `-- review` only the
 * review's.
 */
const folder = resolve(process.argv[2] ?? 'screenshots');
const only = process.argv[3] ?? '';
const docsOnly = ['guide', 'review'].includes(process.argv[2] ?? '');
if (!docsOnly) mkdirSync(folder, { recursive: true });

const HEIGHT = 900;
const DARK = { bodyBackgroundColor: '#1F1F1F', bodyForegroundColor: '#FFFFFF', isDarkTheme: true };
const LIGHT = {
  bodyBackgroundColor: '#FFFFFF',
  bodyForegroundColor: '#242424',
  isDarkTheme: false,
};
const BROKEN_POLICY = [
  ['返点项', '门槛', '比例'],
  ['全部产品', 500000, 7],
  ['全部产品', 2000000, 0.1],
];

interface Look {
  readonly language: Language;
  readonly dark: boolean;
  readonly width: number;
}

async function pictures(stage: Stage, look: Look): Promise<void> {
  const words = wordsOf(look.language);
  const { page, take } = await open(stage, look, [], 0);
  const tab = (name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
  await take('1-first-run');
  await page.getByRole('button', { name: words.actions.analyze }).click();
  await page.getByRole('heading', { name: words.needs.title }).waitFor();
  await take('3-overview');
  await page.getByRole('button', { name: new RegExp(words.needs.questions(1)) }).click();
  await page.getByRole('button', { name: new RegExp(words.needs.warnings(1)) }).click();
  await page.getByRole('heading', { name: words.needs.title }).scrollIntoViewIfNeeded();
  await page.getByRole('group', { name: words.questions.choices }).scrollIntoViewIfNeeded();
  await take('4-needs-you');
  await tab(words.tabs.edges);
  await page.getByRole('list', { name: words.edges.list }).getByRole('button').nth(1).click();
  await take('5-edge-orders');
  await tab(words.tabs.advice);
  await page.getByRole('region', { name: words.advice.whatIf }).waitFor();
  await take('6-what-to-do');
  await page
    .getByRole('region', { name: words.advice.whatIf })
    .getByRole('slider')
    .scrollIntoViewIfNeeded();
  await take('7-what-if');
  await tab(words.tabs.statement);
  await page.getByRole('button', { name: words.statement.choose }).waitFor();
  await take('8-statement');
  await page.getByLabel(words.statement.fromDay, { exact: true }).fill('2025-01-01');
  await page.getByLabel(words.statement.toDay, { exact: true }).fill('2025-03-31');
  await page.getByLabel(words.statement.choose).setInputFiles(statementOf());
  await page.getByRole('heading', { name: words.statement.letter }).waitFor();
  await page
    .getByRole('main')
    .getByRole('button', { expanded: false, name: /3,000\.00/ })
    .click();
  await take('9-statement-result');
  await tab(words.tabs.policy);
  await page.getByRole('button', { name: words.policy.draft }).waitFor();
  await take('10-policy');
  await page.getByRole('button', { name: words.policy.draft }).click();
  await page
    .getByRole('region', { name: words.policy.draft, exact: true })
    .getByLabel(words.policy.cell(words.policy.columns.rate, 5))
    .fill('11%');
  await page.getByText('¥16,168.03').first().waitFor();
  await page.getByRole('button', { name: words.policy.write }).scrollIntoViewIfNeeded();
  await take('11-policy-draft');
  await page.getByRole('button', { name: words.actions.settings, exact: true }).click();
  await page.getByRole('heading', { name: words.settings.title }).waitFor();
  await take('12-settings');
  await page.getByRole('button', { name: words.actions.close }).click();
  await tab(words.tabs.overview);
  await page.getByRole('button', { name: words.actions.writeReview }).click();
  await page.getByText(look.language === 'zh-CN' ? /复盘已写入/ : /Review written/).waitFor();
  await page.getByRole('button', { name: words.actions.more, exact: true }).click();
  await take('13-review-written');
  await page.context().close();

  const slow = await open(stage, look, [], 400);
  await slow.page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await slow.page.getByText(words.running.read).waitFor();
  await slow.take('2-running');
  await slow.page.context().close();

  const broken = await open(stage, look, [{ name: '返点政策', rows: BROKEN_POLICY }], 0);
  await broken.page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await broken.page.getByRole('button', { name: words.actions.retry }).waitFor();
  await broken.take('14-failed');
  await broken.page.context().close();
}

async function open(
  stage: Stage,
  { language, dark, width }: Look,
  more: readonly object[],
  latency: number,
): Promise<{ readonly page: Page; readonly take: (state: string) => Promise<void> }> {
  const workbook = {
    name: 'Book1.xlsx',
    sheets: [
      { name: language === 'zh-CN' ? '订单' : 'Orders', rows: sampleRows(language) },
      ...more,
    ],
  } as WorkbookLiteral;
  const script = await officeScript(workbook, {
    latency,
    office: { displayLanguage: language, theme: dark ? DARK : LIGHT },
  });
  const { page } = await stage.page({
    language,
    dark,
    width,
    height: HEIGHT,
    path: 'taskpane.html',
    officeScript: script,
  });
  return {
    page,
    take: (state) => shoot(page, `${state}.${language}.${dark ? 'dark' : 'light'}.${width}`),
  };
}

async function desk(stage: Stage, { language, dark, width }: Look): Promise<void> {
  const words = wordsOf(language);
  const { page } = await stage.page({ language, dark, width, height: HEIGHT });
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await page.getByRole('heading', { name: words.needs.title }).waitFor();
  await shoot(page, `browser-overview.${language}.${dark ? 'dark' : 'light'}`);
  await page.getByRole('tab', { name: words.tabs.edges }).click();
  await page.getByRole('list', { name: words.edges.list }).getByRole('button').first().click();
  await page.locator('[aria-current="true"][data-row]').waitFor();
  await shoot(page, `browser-edge-orders.${language}.${dark ? 'dark' : 'light'}`);
  await page.context().close();
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!name.includes(only)) return;
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

async function reviewPictures(): Promise<void> {
  const browser = await launchChromium();
  try {
    await reviewPicture(browser, 'en-US', resolve('docs/images/review.png'));
    await reviewPicture(browser, 'zh-CN', resolve('docs/images/review.zh-CN.png'));
  } finally {
    await browser.close();
  }
}

const stage = await Stage.open();
try {
  if (process.argv[2] === undefined || process.argv[2] === 'guide')
    for (const language of ['zh-CN', 'en-US'] as const)
      await guidePictures(stage, language, resolve('docs/images/guide'));
  if (process.argv[2] === undefined || process.argv[2] === 'review') await reviewPictures();
  if (!docsOnly)
    for (const language of ['zh-CN', 'en-US'] as const) {
      for (const dark of [false, true]) {
        for (const width of [320, 400]) await pictures(stage, { language, dark, width });
        await desk(stage, { language, dark, width: 1360 });
      }
    }
} finally {
  await stage.close();
}
