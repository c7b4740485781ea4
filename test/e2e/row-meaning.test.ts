import { goTo, gridIsThere } from './grid.ts';
import { type Language, Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** A row selected in the sheet is told: its kind, and why it is what it is. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const ORDERS = `订单号,客户,产品类别,签约日期,实付金额(元),状态
A1,甲公司,基础,2025-02-10,900000,已签
A2,乙公司,基础,2025-02-11,500,已作废
A1,甲公司,基础,2025-02-10,900000,已签
A3,丙公司,基础,2025-02-12,约700,已签
`;
const WHY = {
  'zh-CN': ['第 2 行', '已作废', '第 2 行是同一笔', '不止一个干净的数字'],
  'en-US': ['row 2', '已作废', 'same line as row 2', 'more here than one clean number'],
} as const;

it.each(['zh-CN', 'en-US'] as const)('%s', async (language: Language) => {
  const words = wordsOf(language);
  const { page, errors } = await stage.page({ language, live: true });
  await gridIsThere(page);
  await page.getByLabel(words.browser.open, { exact: true }).setInputFiles({
    name: '台账.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(ORDERS, 'utf8'),
  });
  await gridIsThere(page, 2);
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await page.getByRole('button', { name: words.needs.report(2) }).click();
  await page.getByText(words.rows.selectHint).waitFor();
  const { order, void: off, duplicate, question } = words.rows.kinds;
  for (const [at, kind] of [order, off, duplicate, question].entries()) {
    await goTo(page, `B${at + 2}`);
    const told = page.getByRole('status').filter({ hasText: `· ${kind} ` });
    await told.waitFor();
    expect(await told.innerText()).toContain(WHY[language][at]);
  }
  expect(errors).toEqual([]);
});
