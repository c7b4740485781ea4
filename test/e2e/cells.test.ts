import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Cell } from '#domain/sheet.ts';
import { type BuiltFunctions, loadFunctions } from '../functions/built-functions.ts';
import { gridIsThere, pasteAt } from './grid.ts';
import { upload } from './ledgers.ts';
import { downloadedBook } from './saved.ts';
import { builtSite } from './site.ts';
import { Stage } from './stage.ts';
import { decisions, everyFunction, programmes, tierFormulas } from './typed-cases.ts';
import { type Asked, asCells, asText, blockAt, TypedSheet } from './typed-sheet.ts';
import { wordsOf } from './words.ts';

/** Functions pasted into cells of the live sheet give what the bundle for Excel gives. */
let stage: Stage;
let bundle: BuiltFunctions;
beforeAll(async () => {
  stage = await Stage.open();
  bundle = loadFunctions(join(await builtSite(), 'functions.js'));
});
afterAll(() => stage.close());

async function downloaded(page: Page, button: string): Promise<readonly (readonly Cell[])[]> {
  return (await (await downloadedBook(page, button)).readSheet('S')).columns;
}

it('answers all seventeen functions and every worked case as the bundle does', async () => {
  const language = 'zh-CN';
  const words = wordsOf(language);
  const sheet = new TypedSheet();
  const listed = tierFormulas(sheet, bundle);
  const spilling = [
    ...everyFunction(sheet, language, bundle),
    ...decisions(sheet, bundle),
    ...programmes(sheet, bundle),
  ];
  const { page, errors } = await stage.page({ language, live: true });
  await gridIsThere(page);
  const file = upload('S.xlsx', sheet.bytes());
  await page.getByLabel(words.browser.open, { exact: true }).setInputFiles(file);
  await gridIsThere(page, 2);
  const asked = [...spilling, ...listed];
  await pasteAt(page, 'Y1', asText(asked));
  let columns = await downloaded(page, words.browser.download);
  const isMissing = (each: Asked): boolean =>
    (columns[each.at[0]]?.[each.at[1] - 1] ?? null) === null && each.answer !== '';
  // Formulas are computed beside the page's other work: the last ones may still be on their way.
  for (let times = 0; times < 60 && asked.some(isMissing); times += 1) {
    await page.waitForTimeout(250);
    columns = await downloaded(page, words.browser.download);
  }
  expect(asked.length).toBeGreaterThan(160);
  for (const each of asked)
    expect([each.formula, blockAt(columns, each)]).toEqual([each.formula, asCells(each.answer)]);
  expect(errors).toEqual([]);
});
