import { readFileSync } from 'node:fs';
import { strFromU8 } from 'fflate';
import type { Page } from 'playwright-core';
import { unzip, zipOf } from '../workbook/fixture.ts';
import { gridIsThere } from './grid.ts';
import { upload } from './ledgers.ts';
import { type Language, Stage } from './stage.ts';
import { wordsOf } from './words.ts';

/** Our highlights are drawn over the user's own colours, which are there again when they go. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const [SHEET, STYLES] = ['xl/worksheets/sheet1.xml', 'xl/styles.xml'];
/** An order on the edge of a tier, as the user has coloured it. */
const EDGE_ROW = 4;

function coloured(language: Language): Uint8Array {
  const parts = unzip(new Uint8Array(readFileSync(`assets/samples/orders-${language}.xlsx`)));
  const text = (name: string): string => strFromU8(parts[name]!);
  const styles = text(STYLES)
    .replace(/<\/fills>/, `${FILL}</fills>`)
    .replace(/<\/cellXfs>/, '<xf fillId="3" applyFill="1"/></cellXfs>');
  const row = new RegExp(`<row r="${EDGE_ROW}"[^>]*>.*?</row>`);
  const sheet = text(SHEET).replace(row, (own) => own.replaceAll(/ s="\d+"/g, ' s="7"'));
  return zipOf({ ...parts, [STYLES]: styles, [SHEET]: sheet });
}
const FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFF00FF"/></patternFill></fill>';

/** Waits until the sheet shows the user's colour, or does not. */
const shows = (page: Page, isShown: boolean): Promise<unknown> =>
  page.waitForFunction((wanted) => {
    const all = [...document.querySelectorAll<HTMLCanvasElement>('[data-live] canvas')];
    const drawn = all.filter(({ width, height }) => width * height > 0);
    const isOwn = drawn.some((canvas) => {
      const dots = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      for (let at = 0; dots !== undefined && at < dots.length; at += 4)
        if (dots[at] === 255 && dots[at + 1] === 0 && dots[at + 2] === 255) return true;
      return false;
    });
    return isOwn === wanted;
  }, isShown);

it.each(['zh-CN', 'en-US'] as const)('%s', async (language) => {
  const words = wordsOf(language);
  const { page, errors } = await stage.page({ language, live: true });
  await gridIsThere(page);
  const file = upload('coloured.xlsx', coloured(language));
  await page.getByLabel(words.browser.open, { exact: true }).setInputFiles(file);
  await gridIsThere(page, 2);
  await shows(page, true);
  await page.getByRole('button', { name: words.actions.analyze, disabled: false }).click();
  await page.getByText('¥136,946.50').first().waitFor();
  await shows(page, false);
  await page.getByRole('button', { name: words.actions.more, exact: true }).click();
  await page.getByRole('menuitem', { name: words.actions.clearHighlights }).click();
  await page.getByText(words.done.cleared).waitFor();
  await shows(page, true);
  expect(errors).toEqual([]);
});
