/**
 * Draws the PNG icons from their SVG sources with Chromium: `tsx scripts/draw-icons.ts`. The PNGs
 * are kept in assets/.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { launchChromium } from '../test/e2e/chromium.ts';

const SIZES: Readonly<Record<string, readonly number[]>> = {
  icon: [16, 20, 24, 32, 40, 48, 64, 80, 128],
  'icon-analyze': [16, 20, 24, 32, 40, 48, 64, 80],
  'icon-review': [16, 20, 24, 32, 40, 48, 64, 80],
};

const assets = new URL('../assets/', import.meta.url);
const browser = await launchChromium();
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(SIZES)) {
  const svg = await readFile(new URL(`${name}.svg`, assets), 'utf8');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;` +
        `height:${size}px}</style>${svg}`,
    );
    await writeFile(
      new URL(`${name}-${size}.png`, assets),
      await page.screenshot({ omitBackground: true }),
    );
  }
}
await browser.close();
