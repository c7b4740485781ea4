import type { Page } from 'playwright-core';
import { templateWords } from '#i18n/zh-CN/template.ts';
import { differences } from '#i18n/zh-CN/differences.ts';
import { gridIsThere, goTo, typeInto } from './grid.ts';
import { Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/**
 * What the page around the pane does: drops, kinds of policies, sheets counted, errors in cells.
 */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const words = wordsOf('zh-CN');
const ORDERS = `订单号,客户,产品类别,签约日期,实付金额(元),状态
A1,甲公司,基础,2025-02-10,900000,已签
`;
const STATEMENT = `订单号,返点金额,备注
A1,36000,
`;

async function drop(page: Page, name: string, text: string | null): Promise<void> {
  await page.evaluate(
    ([called, content]) => {
      const transfer = new DataTransfer();
      if (content == null) transfer.setData('text', called ?? '');
      else transfer.items.add(new File([content], called ?? ''));
      const target = document.querySelector('main')!;
      for (const type of ['dragenter', 'dragover', 'drop'])
        target.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
        );
    },
    [name, text] as const,
  );
}

it(
  'takes a dropped order sheet, a dropped statement, and says why it cannot use ' + 'the rest',
  async () => {
    const { page, errors } = await stage.page();
    const outline = (): Promise<string> =>
      page.evaluate(
        () => getComputedStyle(document.querySelector('header')!.parentElement!).outlineStyle,
      );
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
    await drop(page, '台账.csv', ORDERS);
    await page.locator('header').getByText('台账.csv').waitFor();
    expect(await outline()).not.toBe('dashed');
    await drop(page, '三月.csv', STATEMENT);
    // It is read against the ledger, which is analyzed for it.
    await page.getByRole('heading', { name: words.statement.letter }).waitFor();
    await drop(page, '一句话', null);
    await page.getByText(/不是文件/).waitFor();
    await drop(page, '报价.pdf', '%PDF-1.7 \u0000');
    await page
      .locator('header')
      .getByText(/报价\.pdf/)
      .waitFor();
    expect(await outline()).not.toBe('dashed');
    expect(errors).toEqual([]);
  },
);

it(
  'says beside the cell why a function refuses, and lists what differs from Excel; writes a kind ' +
    'of policy, names it an example, and an own one once a cell has changed',
  async () => {
    const { page } = await stage.page({ live: true });
    await gridIsThere(page);
    await typeInto(page, 'R2', '=REBATE_AMOUNT("abc")');
    await goTo(page, 'R2');
    await page.getByText(/^R2 · /).waitFor();
    await page
      .locator('[class*="univer-"]')
      .getByText(/没有“返点政策”表/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: differences.title }).click();
    await page.getByText(differences.list[0]!).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(differences.list[0]!).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.firstRun.policy }).click();
    await page
      .getByRole('button', { name: templateWords.examples.kinds['quarter-targets'] })
      .click();
    await page.getByText(words.firstRun.policyWritten('返点政策')).waitFor();
    await page.getByRole('button', { name: words.actions.analyze }).click();
    await page.getByText(words.notes.example).first().waitFor();
    await page.locator('[data-live^="1:1"] canvas').first().waitFor({ timeout: 60_000 });
    await page.getByText('返点政策', { exact: true }).last().click();
    await page.getByRole('tab', { name: '返点政策', exact: true, selected: true }).waitFor();
    await typeInto(page, 'C2', '4%');
    await page.getByText(words.notes.example).first().waitFor({ state: 'detached' });
  },
);
