import type { Page } from 'playwright-core';
import type { Cell } from '#domain/sheet.ts';
import { enter, gridIsThere, goTo, pasteAt } from './grid.ts';
import { downloadedBook } from './saved.ts';
import { Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** What comes into cells faster than the sheet looks, and from the clipboard of other programs. */
let stage: Stage;
let page: Page;
const words = wordsOf('zh-CN');

beforeAll(async () => {
  stage = await Stage.open();
  ({ page } = await stage.page({ live: true }));
  await gridIsThere(page);
});
afterAll(() => stage.close());

/** What the saved copy holds, `cells(column, row)` from "A1" as 0, 1. */
async function saved(): Promise<(column: number, row: number) => Cell> {
  const book = await downloadedBook(page, words.browser.download);
  const sheet = await book.readSheet('订单');
  return (column, row) => sheet.columns[column]?.[row - 1] ?? null;
}

/** Puts on the clipboard what another program puts there. */
const copied = (text: string, html: string): Promise<void> =>
  page.evaluate(
    async ([plain = '', marked = '']) => {
      const parts = { 'text/plain': new Blob([plain]), 'text/html': new Blob([marked]) };
      const typed = Object.entries(parts).map(([type, part]) => [type, part.slice(0, -1, type)]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(typed))]);
    },
    [`${text} `, `${html} `],
  );

it('enters a formula as typed when its list of functions is of an earlier beginning', async () => {
  await pasteAt(page, 'R1', '起点\t比例\n500000\t6%');
  await goTo(page, 'T2');
  await page.keyboard.type('=REBATE_');
  await page.getByText('REBATE_TIER', { exact: true }).first().waitFor();
  await page.keyboard.insertText('AMOUNT(1234567.89,,R1:S2)');
  await enter(page, 'T2');
  expect((await saved())(19, 2)).toBe(74_074.07);
});

const DAY = 45_717; // 2025-03-01

it('pastes empty lines, quotes, thousands, days and signs as if they were typed', async () => {
  const text = '\n\n"两行\n备注"\t1,234.50\t2025-03-01\n\n<b>R&D</b>\t6%\t"北岸"\n';
  await pasteAt(page, 'V2', text);
  const at = await saved();
  const rows = [2, 3, 4, 5, 6].map((row) => [21, 22, 23].map((column) => at(column, row)));
  expect(rows).toEqual([
    [null, null, null],
    [null, null, null],
    ['两行\n备注', 1234.5, DAY],
    [null, null, null],
    ['<b>R&D</b>', 0.06, '"北岸"'],
  ]);
});

/** As Excel 365 marks up what it copies, shortened. */
const EXCEL =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId ' +
  'content=Excel.Sheet><style><!-- .xl65 {mso-number-format:"\\#\\,\\#\\#0\\.00"; ' +
  'background:yellow;} .xl66 {mso-number-format:"Short Date";} .xl67 ' +
  '{mso-number-format:"\\@";} --></style></head><body><table><!--StartFragment-->' +
  '<tr height=20><td class=xl67>0012</td><td class=xl65 align=right><span ' +
  'style="mso-spacerun:yes">&nbsp;&nbsp;</span>45,000.00 </td><td class=xl66>2025/3/1</td></tr>' +
  '<tr height=20><td class=xl67>A&amp;B</td><td class=xl65 align=right>-9,000.00</td>' +
  '<td>两<br>行</td></tr><!--EndFragment--></table></body></html>';
const EXCEL_TEXT = '0012\t 45,000.00 \t2025/3/1\r\nA&B\t-9,000.00\t"两\n行"\r\n';

/** As WPS does. */
const WPS =
  '<html xmlns:et="http://www.wps.cn/et"><head><meta name="Generator" content="WPS Office ET">' +
  '<style>.et2{mso-number-format:"yyyy\\/m\\/d";}</style></head><body><table><tr>' +
  '<td class="et1" x:num="38650">38650</td><td class="et2" x:num="45717">2025/3/1</td>' +
  '<td x:str>3.86万</td><td x:num="1234.5678">1,234.57</td><td>=A1</td></tr></table></body></html>';

it('pastes what Excel and WPS copy, figures as figures and in their places', async () => {
  await goTo(page, 'Z2');
  await copied(EXCEL_TEXT, EXCEL);
  await page.keyboard.press('Control+v');
  await goTo(page, 'Z6');
  await copied('38650\t2025/3/1\t3.86万\t1,234.57\t=A1\r\n', WPS);
  await page.keyboard.press('Control+v');
  const at = await saved();
  const rows = [2, 3, 6].map((row) => [25, 26, 27, 28, 29].map((column) => at(column, row)));
  expect(rows).toEqual([
    ['0012', 45_000, DAY, null, null],
    ['A&B', -9000, '两\n行', null, null],
    [38_650, DAY, '3.86万', 1234.5678, '=A1'],
  ]);
});

it('copies out as text and as a table', async () => {
  await goTo(page, 'Z2:AB3');
  await page.keyboard.press('Control+c');
  const clipboard = await page.evaluate(async () => {
    const part = async (type: string): Promise<string> => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType(type))?.text() ?? '';
    };
    for (;;) {
      // It may be written to just now.
      const table = await part('text/html').catch(() => '');
      const text = await part('text/plain').catch(() => '');
      if (table.includes('data-copy-id') && text !== '') return { text, table };
      await new Promise(requestAnimationFrame);
    }
  });
  expect(clipboard.text.replace(/\r\n?/g, '\n')).toBe(
    '0012\t45,000.00\t2025/3/1\nA&B\t-9,000.00\t"两\n行"',
  );
  expect(clipboard.table).toContain('<table');
  expect(clipboard.table.match(/<td/g)).toHaveLength(6);
  expect(clipboard.table.match(/mso-number-format:'\\@'[^>]*>0012</g)).toHaveLength(1);
  expect(clipboard.table.match(/mso-number-format/g)).toHaveLength(1);
  expect(clipboard.table).toContain('45,000.00');
  expect(clipboard.table).toContain('A&amp;B');
});
