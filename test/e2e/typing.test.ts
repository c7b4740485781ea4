import { asks } from '#i18n/zh-CN/asks.ts';
import { gridIsThere, goTo, typeInto } from './grid.ts';
import { downloadedBook } from './saved.ts';
import { PATIENCE, Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** Where typing meets everything else that the page does. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const words = wordsOf('zh-CN');
const english = wordsOf('en-US');

it('leaves an open menu open as the sheet arrives, takes half a word, keeps formulas', async () => {
  const { page, errors } = await stage.page({ live: true });
  await page.getByRole('button', { name: words.browser.menu }).click();
  await gridIsThere(page);
  await page.getByRole('menuitem', { name: words.browser.forget }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
  await typeInto(page, 'S5', '4');
  await typeInto(page, 'R5', '=S5*2');
  await goTo(page, 'R6');
  await page.keyboard.type('half');
  await page.getByRole('button', { name: words.browser.switchLanguage }).first().click();
  await page.getByRole('button', { name: english.actions.analyze }).waitFor();
  await gridIsThere(page);
  await typeInto(page, 'S5', '10');
  await goTo(page, 'R7');
  await page.keyboard.type('=R5+1');
  const sheet = await (await downloadedBook(page, english.browser.download)).readSheet('订单');
  expect(sheet.columns[17]?.slice(4, 7)).toEqual([20, 'half', 21]);
  expect(errors).toEqual([]);
});

it('goes on in the other language without a network', async () => {
  const { page, errors } = await stage.page({ live: true, afresh: true });
  await gridIsThere(page);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: words.browser.switchLanguage }).first().click();
  await page.getByRole('button', { name: english.actions.analyze }).waitFor();
  await gridIsThere(page);
  await typeInto(page, 'R5', '4');
  await page.getByRole('button', { name: english.actions.analyze, disabled: false }).click();
  await page.getByText('¥136,946.50').first().waitFor();
  expect(errors).toEqual([]);
});

it('takes back a typed cell after the figures have followed it, and does it again', async () => {
  const { page } = await stage.page({ live: true });
  await gridIsThere(page);
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await page.getByText('¥136,946.50').first().waitFor();
  await typeInto(page, 'M57', '待结算');
  await page.getByText('¥40,946.50').first().waitFor();
  await goTo(page, 'M57');
  await page.keyboard.press('Control+z');
  await page.getByText('¥136,946.50').first().waitFor();
  await page.keyboard.press('Control+y');
  await page.getByText('¥40,946.50').first().waitFor();
});

it('shows what is typed into a cell with an indent whole', async () => {
  const { page } = await stage.page({ live: true });
  await gridIsThere(page);
  await goTo(page, 'C15');
  await page.keyboard.type('互联网abc');
  // No ink at the upper and the lower edge of the cell's editor, and some in between.
  await page.waitForFunction(() => {
    const [, editor] = document.querySelectorAll<HTMLCanvasElement>('#univer-doc-main-canvas');
    const context = editor?.getContext('2d');
    if (!editor || !context) return false;
    const { width, height } = editor;
    const hasInk = (from: number, rows: number): boolean =>
      context.getImageData(0, from, width, rows).data.some((value, at) => at % 4 < 3 && value < 99);
    return hasInk(2, height - 4) && !hasInk(0, 2) && !hasInk(height - 2, 2);
  });
});

it('asks whose work is kept when one file is edited in two tabs', async () => {
  const { page } = await stage.page({ live: true });
  await gridIsThere(page);
  const other = await page.context().newPage();
  other.setDefaultTimeout(PATIENCE);
  await other.goto(`${stage.address}?lang=zh-CN`);
  await gridIsThere(other);
  await typeInto(page, 'R5', 'one');
  await typeInto(other, 'R5', 'two');
  const dialog = other.getByRole('dialog');
  await dialog.getByText(/同时开在另一个标签页/).waitFor();
  await dialog.getByRole('button', { name: asks.choices.elsewhere.theirs! }).click();
  await gridIsThere(other, 2);
  const at = async (row: number): Promise<unknown> =>
    (await (await downloadedBook(other, words.browser.download)).readSheet('订单')).columns[17]?.[
      row - 1
    ];
  expect(await at(5)).toBe('one');
  await typeInto(other, 'R6', 'mine now');
  expect(await at(6)).toBe('mine now');
});
