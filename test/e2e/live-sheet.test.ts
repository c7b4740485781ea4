import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bookOf, sheetData } from '../workbook/fixture.ts';
import { goTo, gridIsThere, typeInto } from './grid.ts';
import { type Upload, upload } from './ledgers.ts';
import { downloadedBook } from './saved.ts';
import { axeViolations, type Language, type OpenPage, Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** The live sheet with files of the user's own. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const words = wordsOf('zh-CN');
const csv = (name: string, text: string): Upload => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const HEADER = '订单号,客户,产品类别,签约日期,实付金额(元),状态';

async function opened(page: Page, file: Upload): Promise<void> {
  await gridIsThere(page);
  await give(page, file);
  await gridIsThere(page, 2);
}
const give = (page: Page, file: Upload): Promise<void> =>
  page.getByLabel(words.browser.open, { exact: true }).setInputFiles(file);
const analyze = (page: Page): Promise<void> =>
  page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
const nameBox = (page: Page) => page.locator('input[type=text]').first();
/** Where the arrow goes from a cell. */
async function below(page: Page, cell: string): Promise<string> {
  await goTo(page, cell);
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(
    (from) => document.querySelector<HTMLInputElement>('input[type=text]')?.value !== from,
    cell,
  );
  return nameBox(page).inputValue();
}

it('adds up the figures of a delimited text, as the saved copy does', async () => {
  const { page, errors } = await stage.page({ live: true });
  const lines = [
    'A1,甲公司,基础,2025-02-10,900000,已签',
    'A2,乙公司,安全,2025-05-12,450000.5,已签',
  ];
  await opened(page, csv('数.csv', `${HEADER}\n${lines.join('\n')}\n`));
  await typeInto(page, 'H2', '=SUM(E2:E3)');
  await typeInto(page, 'H3', '=D3-D2');
  const book = await downloadedBook(page, words.browser.download);
  expect((await book.readSheet('数')).columns[7]?.slice(1)).toEqual([1_350_000.5, 91]);
  expect(errors).toEqual([]);
});

it('keeps what formulas of other add-ins gave, through edits and the saved copy', async () => {
  const { page, errors } = await stage.page({ live: true });
  const formula = (cell: string, text: string, value: number): string =>
    `<c r="${cell}"><f>${text}</f><v>${value}</v></c>`;
  const sheet = sheetData(
    `<row r="1"><c r="A1"><v>5</v></c>${formula('B1', 'BLOOMBERG.PRICE(A1)', 41.5)}` +
      `${formula('C1', '_xll.THEIRS(A1)+1', 7)}${formula('D1', 'B1*2', 83)}</row>`,
  );
  await opened(page, upload('别家.xlsx', bookOf({ sheets: { 数据: sheet } })));
  await typeInto(page, 'A1', '6');
  await typeInto(page, 'E1', '=B1+A1');
  const saved = await downloadedBook(page, words.browser.download);
  const { columns } = await saved.readSheet('数据');
  expect(columns.map(([first]) => first)).toEqual([6, 41.5, 7, 83, 47.5]);
  const formulas = (await saved.readLook('数据'))?.formulas.map((each) => each.formula);
  const theirs = ['BLOOMBERG.PRICE(A1)', '_xll.THEIRS(A1)+1'];
  expect(formulas).toEqual([...theirs, 'B1*2', 'B1+A1']);
  expect(errors).toEqual([]);
});

it('says which order sheets are counted, and leaves out what is taken off', async () => {
  const { page } = await stage.page({ live: true });
  const text = (cell: string, value: string) =>
    `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const orders = (id: string, amount: number): string =>
    sheetData(
      `<row r="1">${HEADER.split(',')
        .map((word, at) => text(`${'ABCDEF'[at]}1`, word))
        .join('')}</row><row r="2">${text('A2', id)}${text('B2', '甲公司')}${text('C2', '基础')}` +
        `${text('D2', '2025-02-10')}<c r="E2"><v>${amount}</v></c>${text('F2', '已签')}</row>`,
    );
  const sheets = { 一月: orders('A1', 600_000), 二月: orders('A2', 300_000) };
  await opened(page, upload('两张.xlsx', bookOf({ sheets })));
  await analyze(page);
  const group = page.getByRole('group', { name: words.countedSheets });
  await group.waitFor();
  expect(await group.getByRole('checkbox', { checked: true }).count()).toBe(2);
  await page.getByText('900,000.00').first().waitFor();
  await group.getByRole('checkbox', { name: '二月' }).uncheck();
  await page.getByText('600,000.00').first().waitFor();
  await page.getByText('900,000.00').first().waitFor({ state: 'detached' });
});

it('takes a question for answered once its cell is corrected', async () => {
  const { page } = await stage.page({ live: true });
  const line = 'A1,甲公司,基础,2025-02-10,900000,已签';
  const file = csv('问.csv', `${HEADER}\n${line}\nA2,乙公司,安全,2025-05-12,450.000,已签\n`);
  await opened(page, file);
  await analyze(page);
  const questions = page.getByRole('button', { name: new RegExp(words.needs.questions(1)) });
  await questions.waitFor();
  await typeInto(page, 'E3', '450000');
  await page.getByText('1,350,000.00').first().waitFor();
  expect(await questions.count()).toBe(0);
});

it.each(['zh-CN', 'en-US'] as const)(
  'asks what columns of data alone hold: %s',
  async (language) => {
    const own = wordsOf(language);
    const { page, errors } = await stage.page({ language });
    const lines = ['A1,甲公司,基础,2025-02-10,900000', 'A2,乙公司,安全,2025-05-12,450000'];
    await page
      .getByLabel(own.browser.open, { exact: true })
      .setInputFiles(csv('data.csv', `${lines.join('\n')}\n`));
    await page.locator('header').getByText('data.csv').waitFor();
    await page.getByRole('button', { name: own.actions.analyze, disabled: false }).click();
    const said = [
      ['A', 'orderId'],
      ['B', 'customer'],
      ['C', 'category'],
      ['D', 'signedOn'],
      ['E', 'amount'],
    ] as const;
    for (const [letter, field] of said)
      await page.getByLabel(new RegExp(`!${letter}\\b`)).selectOption(field);
    await page.getByText('1,350,000.00').first().waitFor();
    // Told once: another language and a reload know it still.
    await page.getByRole('button', { name: own.browser.switchLanguage }).first().click();
    await page.getByText('1,350,000.00').first().waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('1,350,000.00').first().waitFor();
    expect(errors).toEqual([]);
  },
);

/** The rules that docs/browser-edition.md says the grid breaks. */
const LISTED = new Set(
  readFileSync(join(__dirname, '../../docs/browser-edition.md'), 'utf8')
    .split('## What the grid itself lacks')[1]
    ?.match(/(?<=`)[a-z-]+(?=`)/g) ?? [],
);

let last: OpenPage;
it.each(['en-US', 'zh-CN'] as Language[])(
  'axe finds nothing in our parts: %s',
  async (language) => {
    last = await stage.page({ language, live: true });
    const { page } = last;
    await gridIsThere(page);
    expect(await axeViolations(page, { exclude: '[data-live]' })).toEqual([]);
    const theirs = await axeViolations(page, { include: '[data-live]' });
    const rules = [...new Set(theirs.map((line) => line.split(':')[0] ?? ''))];
    expect(rules.filter((rule) => !LISTED.has(rule))).toEqual([]);
    expect(LISTED.size).toBeGreaterThan(3);
  },
);

it('hides the rows that the filter of a file hides, until it is taken off', async () => {
  // The page of the test above: nothing is changed on it.
  const { page, errors } = last;
  const row = (at: number, value: number, hidden = ''): string =>
    `<row r="${at}"${hidden}><c r="A${at}"><v>${value}</v></c></row>`;
  const hidden = ' hidden="1"';
  const rows = [row(2, 30), row(3, 10, hidden), row(4, 20, hidden), row(5, 5)].join('');
  const head = '<row r="1"><c r="A1" t="inlineStr"><is><t>值</t></is></c></row>';
  const sheet = sheetData(head + rows).replace(
    '</sheetData>',
    '</sheetData><autoFilter ref="A1:A5"><filterColumn colId="0"><filters><filter val="30"/>' +
      '<filter val="5"/></filters></filterColumn></autoFilter>',
  );
  await opened(page, upload('筛选.xlsx', bookOf({ sheets: { 数据: sheet } })));
  expect(await below(page, 'A2')).toBe('A5');
  const filter = page.getByRole('button', { name: words.browser.grid.filter, exact: true });
  await filter.click();
  expect(await below(page, 'A2')).toBe('A3');
  await page.getByRole('button', { name: words.browser.grid.undo, exact: true }).click();
  expect(await below(page, 'A2')).toBe('A5');
  await page.getByRole('button', { name: words.browser.grid.redo, exact: true }).click();
  expect(await below(page, 'A2')).toBe('A3');
  expect(errors).toEqual([]);
});
