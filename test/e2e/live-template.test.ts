import { readFile } from 'node:fs/promises';
import { templateWords as english } from '#i18n/en-US/template.ts';
import { templateWords as chinese } from '#i18n/zh-CN/template.ts';
import { gridIsThere, pasteAt, typeInto } from './grid.ts';
import { sampleRows, upload } from './ledgers.ts';
import { type Language, Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/**
 * A quarter that begins with the template: sixty orders of an old sheet are pasted over its
 * samples, a column nobody knows is named once, and what is unclear in them is asked and said.
 */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const TEMPLATE = { 'zh-CN': chinese, 'en-US': english } as const;
const READING = { 'zh-CN': /^读表报告/, 'en-US': /^How the sheet was read/ } as const;
const STRANGE = { 'zh-CN': '搞定那天', 'en-US': 'Shaken on' } as const;
/** Columns of the old sheet that go to A:J of the template, and its remarks. */
const TAKEN = [0, 1, 4, 5, 6, 7, 8, 9, 10, 12];
const REMARK = 15;
const IN_YUAN = { 'zh-CN': '60000元', 'en-US': 'CNY 60,000' } as const;
const DAY = 7;
const AMOUNT = 10;
/** Rows of the old sheet whose amounts were typed in two ways at once. */
const UNCLEAR: ReadonlyMap<number, string> = new Map([
  [10, '92300.25?'],
  [20, '3 20'],
]);

const oldRows = (language: Language): readonly (readonly (string | number | boolean | null)[])[] =>
  sampleRows(language)
    .slice(1)
    .map((row, at) =>
      row.map((cell, column) =>
        column === DAY ? dayOf(Number(cell)) : (column === AMOUNT && UNCLEAR.get(at)) || cell,
      ),
    );

const dayOf = (serial: number): string =>
  new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);

const asText = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((row) => row.map((cell) => String(cell ?? '')).join('\t')).join('\n');

it.each(['zh-CN', 'en-US'] as const)('%s', async (language: Language) => {
  const words = wordsOf(language);
  const { sheets } = TEMPLATE[language];
  const { page, errors } = await stage.page({ language, live: true, height: 1000 });
  const pane = page.getByRole('main');
  await gridIsThere(page);

  // 1: the template, the orders pasted, a header nobody knows mapped once.
  await page.getByRole('button', { name: words.browser.menu }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: words.browser.template }).click();
  const template = await download;
  const file = upload('template.xlsx', await readFile(await template.path()));
  await page.getByLabel(words.browser.open, { exact: true }).setInputFiles(file);
  await gridIsThere(page, 2);
  await page.getByText(sheets.orders, { exact: true }).last().click();
  await page.getByRole('tab', { name: sheets.orders, exact: true, selected: true }).waitFor();
  await typeInto(page, 'F1', STRANGE[language]);
  const rows = oldRows(language);
  await pasteAt(page, 'A2', asText(rows.map((row) => TAKEN.map((column) => row[column]))));
  await pasteAt(page, 'K2', asText(rows.map((row) => [row[REMARK]])));
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await page.getByRole('button', { name: new RegExp(words.needs.headers(1)) }).click();
  await page.getByLabel(words.headers.column(STRANGE[language])).selectOption('signedOn');

  // 2: three questions, a warning and a duplicate.
  await page.getByRole('button', { name: new RegExp(words.needs.questions(3)) }).waitFor();
  await page.getByRole('button', { name: new RegExp(words.needs.warnings(1)) }).click();
  await pane
    .getByText(/反不正当竞争法|Anti-Unfair Competition Law/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: READING[language] }).click();
  await pane
    .getByText(words.rows.leftOut(sheets.orders, words.rows.kinds.duplicate, 1))
    .first()
    .waitFor();

  // Answered in their cells: an amount beside a currency's own format needs its unit.
  await typeInto(page, 'I12', '92300.25');
  await typeInto(page, 'I22', '132500');
  await typeInto(page, 'I43', IN_YUAN[language]);
  await page.getByRole('button', { name: words.actions.analyzeAgain, exact: true }).last().click();
  await page.getByText('¥76,946.50').first().waitFor();
  await page.getByRole('button', { name: /问题|question/ }).waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
});
