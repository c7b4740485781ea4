import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { changedSample } from './ledgers.ts';
import { Stage } from './stage.ts';
import { statementOf } from './statements.ts';
import { wordsOf } from './words.ts';

/**
 * A quarter in the life of a reseller, in the browser edition on the sample ledger. Figures worked
 * by hand from the sample: 2025 counts 4,863,053.50 (3,246,251.00 base, 1,616,802.50 security),
 * 136,946.50 short of 5,000,000.
 */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const SHEET = { 'zh-CN': '订单', 'en-US': 'Orders' } as const;
const AMOUNT = 10;
const STATUS = 12;
const UNCLEAR_ROW = 43;
const PENDING_ROW = 57;
const POLICY_SHEET = { 'zh-CN': '返点政策', 'en-US': 'Rebate policy' } as const;
const REVIEW = { 'zh-CN': /^返点复盘 2025Q4$/, 'en-US': /^Rebate review 2025Q4$/ } as const;
const WON = { 'zh-CN': '待结算', 'en-US': 'Pending settlement' } as const;

describe.each(['zh-CN', 'en-US'] as const)('%s', (language) => {
  const words = wordsOf(language);
  let page: Page;
  let errors: readonly string[];
  const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
  const pane = (): Locator => page.getByRole('main');
  const filledRows = (): Promise<readonly number[]> =>
    page
      .locator('[role=row][data-row]')
      .evaluateAll((rows) =>
        rows
          .filter((row) => (row.children[1] as HTMLElement).style.backgroundColor !== '')
          .map((row) => Number((row as HTMLElement).dataset['row'])),
      );

  beforeAll(async () => {
    const opened = await stage.page({ language, height: 1000 });
    ({ page, errors } = opened);
  });

  it('finds the order sheet and answers with the yuan within reach and the days left', async () => {
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).waitFor();
    expect(await pane().innerText()).toContain(`${SHEET[language]}`);
    await page.getByRole('button', { name: words.actions.analyze }).click();
    await page.getByRole('heading', { name: words.needs.title }).waitFor();
    const text = await pane().innerText();
    for (const figure of ['¥136,946.50', '¥108,216.79', '12', '¥387,559.33', '¥132,369.18'])
      expect(text).toContain(figure);
  });

  it('colours the edge orders in the sheet', async () => {
    await page.waitForFunction(
      () =>
        document.querySelectorAll('[role=row][data-row] > [style*="background-color"]').length > 0,
    );
    expect(await filledRows()).toEqual(expect.arrayContaining([4, 7, 14]));
  });

  it(
    'asks about the unclear amount, moves the totals with the answer, and takes ' + 'it back',
    async () => {
      await page.getByRole('button', { name: new RegExp(words.needs.questions(1)) }).click();
      const question = page.getByRole('group', { name: words.questions.choices });
      const offered = language === 'zh-CN' ? '¥26,000.00' : words.questions.leaveOut;
      await question.getByRole('button', { name: offered }).click();
      // 26,000 more of sales leave a gap of 110,946.50; a row left out changes nothing.
      await pane()
        .getByText(language === 'zh-CN' ? '¥110,946.50' : words.questions.answered(1))
        .first()
        .waitFor();
      await page.getByRole('button', { name: words.questions.undoLast(1) }).click();
      await question.getByRole('button', { name: offered }).waitFor();
      expect(await pane().innerText()).toContain('¥136,946.50');
    },
  );

  it('warns about the payment to a purchasing department, and shows its row', async () => {
    await page.getByRole('button', { name: new RegExp(words.needs.warnings(1)) }).click();
    await pane()
      .getByText(/反不正当竞争法|Anti-Unfair Competition Law/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: new RegExp(words.edges.row('50')) }).click();
    await page.locator('[data-row="50"][aria-current="true"]').waitFor();
  });

  it('lists the edge orders by role; choosing one selects its row and says why', async () => {
    await tab(words.tabs.edges).click();
    const list = page.getByRole('list', { name: words.edges.list });
    await list.getByRole('button').first().click();
    await page.locator('[data-row="4"][aria-current="true"]').waitFor();
    expect(await list.getByRole('button').first().innerText()).toContain('¥31,104.02');
  });

  it('tells what two pending deals would bring', async () => {
    await tab(words.tabs.advice).click();
    const whatIf = page.getByRole('region', { name: words.advice.whatIf });
    await whatIf.getByRole('checkbox').first().waitFor();
    for (const box of await whatIf.getByRole('checkbox').all()) await box.uncheck();
    await whatIf.getByRole('checkbox').nth(0).check();
    await whatIf.getByRole('checkbox').nth(3).check();
    // 96,000 base at 8 % and 47,500 security at 12 %, and 2 % on everything before: 13,380.00 +
    // 64,925.02 + 32,336.05.
    await whatIf.getByText('¥110,641.07').waitFor();
    expect(await whatIf.innerText()).toContain('¥3,200.00');
  });

  it('holds the statement against the ledger and writes the claim', async () => {
    await tab(words.tabs.statement).click();
    await page.getByLabel(words.statement.fromDay, { exact: true }).fill('2025-01-01');
    await page.getByLabel(words.statement.toDay, { exact: true }).fill('2025-03-31');
    await page.getByLabel(words.statement.choose).setInputFiles(statementOf());
    await page.getByRole('heading', { name: words.statement.letter }).waitFor();
    const text = await pane().innerText();
    // The statement leaves out one order of 24,800.00 (992.00) and pays another 3,000.00 less.
    for (const figure of ['-¥3,992.00', '-¥3,000.00', '-¥992.00']) expect(text).toContain(figure);
    await page.getByRole('button', { name: words.statement.copyLetter }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('992.00');
  });

  it('drafts a policy, shows whose rebate moves, and writes it as a sheet', async () => {
    await tab(words.tabs.policy).click();
    await page.getByRole('button', { name: words.policy.draft }).click();
    const editor = page.getByRole('region', { name: words.policy.draft, exact: true });
    await editor.getByLabel(words.policy.cell(words.policy.columns.rate, 5)).fill('11%');
    // Security at 11 % instead of 10 %: 1 % of 1,616,802.50.
    await editor.getByText('¥16,168.03').waitFor();
    await editor.getByLabel(words.policy.cell(words.policy.columns.rate, 5)).fill('11');
    await editor
      .getByText(language === 'zh-CN' ? /11%/ : /11%/)
      .first()
      .waitFor();
    expect(
      await editor.getByRole('button', { name: words.policy.write }).getAttribute('aria-disabled'),
    ).toBe('true');
    await editor.getByLabel(words.policy.cell(words.policy.columns.rate, 5)).fill('11%');
    await editor.getByRole('button', { name: words.policy.write, disabled: false }).click();
    await page.getByRole('tab', { name: POLICY_SHEET[language], exact: true }).waitFor();
  });

  it('analyzes again under the new policy and says which orders moved', async () => {
    await page.getByRole('button', { name: words.actions.analyzeAgain }).click();
    await tab(words.tabs.overview).click();
    const changes = page.getByRole('region', { name: words.changes.title });
    await changes.waitFor();
    expect(await changes.innerText()).toContain('¥16,168.03');
  });

  it('writes the review of the quarter into a sheet of its own', async () => {
    await page.getByRole('button', { name: words.actions.writeReview }).click();
    await page.getByRole('tab', { name: REVIEW[language] }).waitFor();
  });

  it('clears the highlights', async () => {
    await page.getByRole('button', { name: words.actions.more, exact: true }).click();
    await page.getByRole('menuitem', { name: words.actions.clearHighlights }).click();
    await pane().getByText(words.done.cleared).waitFor();
    await page.getByRole('tab', { name: SHEET[language], exact: true }).click();
    await page.waitForFunction(
      () =>
        document.querySelectorAll('[role=row][data-row] > [style*="background-color"]').length ===
        0,
    );
  });

  it('hands out a copy with our sheets, and the orders as they were', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.browser.download }).click(),
    ]);
    const bytes = new Uint8Array(await readFile(await download.path()));
    const copy = await openWorkbook(bytes, download.suggestedFilename());
    if (!copy.ok) throw new Error(copy.error.code);
    const names = (await copy.value.listSheets()).map((sheet) => sheet.name);
    expect(names).toEqual(
      expect.arrayContaining([
        SHEET[language],
        POLICY_SHEET[language],
        expect.stringMatching(REVIEW[language]),
      ]),
    );
    const before = await openWorkbook(
      new Uint8Array(await readFile(`assets/samples/orders-${language}.xlsx`)),
      'sample.xlsx',
    );
    if (!before.ok) throw new Error(before.error.code);
    const [was, is] = await Promise.all([
      before.value.readSheet(SHEET[language]),
      copy.value.readSheet(SHEET[language]),
    ]);
    expect(is.columns).toEqual(was.columns);
  });

  it('opens the changed ledger again and says what the won deal and a refund did', async () => {
    const file = (): Locator => page.locator('input[type=file]').first();
    // A file of its own: the sample's very bytes would bring back what was done with the sample.
    await file().setInputFiles(changedSample(language, 'mine.xlsx', [[5, AMOUNT, 88001]]));
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
    await page.getByRole('heading', { name: words.needs.title }).waitFor();
    await file().setInputFiles(
      changedSample(language, 'mine.xlsx', [
        [PENDING_ROW, STATUS, WON[language]],
        [UNCLEAR_ROW, AMOUNT, 60000],
        [5, AMOUNT, 98000],
      ]),
    );
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
    const changes = page.getByRole('region', { name: words.changes.title });
    // 96,000 and 60,000 more of sales in 2025: 5,019,053.50, tier 3.
    const toTier3 = language === 'zh-CN' ? /2 档 → 3 档/ : /tier 2 → tier 3/;
    await changes.getByText(toTier3).first().waitFor();
    const refund =
      language === 'zh-CN'
        ? [
            'RR202512310061',
            '临港云仓物流有限公司',
            '物流',
            '华东',
            '云服务器ECS',
            '基础',
            '退款',
            46021,
            -9000,
            0,
            -9000,
            null,
            '已退款',
          ]
        : [
            'RR202512310061',
            'Lingang Cloud Logistics',
            'Logistics',
            'East',
            'ECS',
            'Base',
            'Refund',
            46021,
            -9000,
            0,
            -9000,
            null,
            'Refunded',
          ];
    await file().setInputFiles(
      changedSample(
        language,
        'mine.xlsx',
        [
          [PENDING_ROW, STATUS, WON[language]],
          [UNCLEAR_ROW, AMOUNT, 60000],
          [5, AMOUNT, 98000],
        ],
        [refund],
      ),
    );
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
    await changes.getByText('-¥9,000.00').waitFor();
    // The tier holds by 19,053.50 − 9,000.00.
    expect(await changes.innerText()).toContain('¥10,053.50');
  });

  it('maps a header that nobody knows, once', async () => {
    const strange = language === 'zh-CN' ? '到手数' : 'Our number';
    const file = changedSample(language, 'strange.xlsx', [
      [1, AMOUNT, strange],
      [1, AMOUNT - 2, '##'],
      [1, AMOUNT - 1, '#'],
    ]);
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
    await page
      .getByLabel(words.headers.column(strange))
      .selectOption({ label: words.headers.fields.amount });
    await pane().getByText('¥136,946.50').first().waitFor();
  });

  it('went through it all without an error on the console', () => {
    expect(errors).toEqual([]);
  });
});
