import type { CellBlock } from '#domain/sheet.ts';
import { readMerges } from '#workbook/office/sheet-frame.ts';

const MOST = 512;
const address = ({ top, left, bottom, right }: CellBlock): string => {
  const letters = (column: number): string =>
    (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
    String.fromCharCode(65 + (column % 26));
  return `${letters(left)}${top + 1}:${letters(right)}${bottom + 1}`;
};

/** A sheet with merged blocks that replies as Excel does: up to 512 of them, else an error. */
async function merges(blocks: readonly CellBlock[], rows: number, columns: number) {
  let [asked, replied] = [0, 0];
  const sheet = {
    getRangeByIndexes: (top: number, left: number, height: number, width: number) => ({
      getMergedAreasOrNullObject: () => {
        asked += 1;
        const found: CellBlock[] = [];
        // They come by rows: the first that ends below the top is found by halving.
        let [low, high] = [0, blocks.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((blocks[middle]?.bottom ?? 0) < top) low = middle + 1;
          else high = middle;
        }
        for (let at = low; at < blocks.length && found.length <= MOST; at += 1) {
          const block = blocks[at] as CellBlock;
          if (block.top >= top + height) break;
          if (block.right >= left && block.left < left + width) found.push(block);
        }
        if (found.length > MOST)
          throw Object.assign(new Error(), { name: 'RichApi.Error', code: 'GeneralException' });
        replied += 1;
        const range = { isNullObject: found.length === 0, address: found.map(address).join(',') };
        return Object.assign(range, { load: () => range });
      },
    }),
  };
  const talk = { step: (queue: () => unknown) => Promise.resolve().then(queue) };
  const frame = { sheet, extent: { top: 0, left: 0, rows, columns } };
  const found = await readMerges(talk as never, frame as never);
  return { found, asked, replied };
}

it('a full sheet whose every order is merged over three rows', async () => {
  const rows = 1_048_575;
  const blocks = Array.from({ length: rows / 3 }, (_, at) => ({
    top: at * 3,
    left: 0,
    bottom: at * 3 + 2,
    right: 0,
  }));
  const { found, asked } = await merges(blocks, rows, 12);
  expect(found.length).toBe(blocks.length);
  expect(found.every((block, at) => block.top === blocks[at]?.top)).toBe(true);
  expect(asked).toBeLessThan(4 * (blocks.length / MOST) + 20);
});

it('one row with more merged areas than Excel can name', async () => {
  const blocks = Array.from({ length: 700 }, (_, at) => ({
    top: 0,
    left: at * 3,
    bottom: 0,
    right: at * 3 + 1,
  }));
  const { found } = await merges(blocks, 1, 2100);
  expect(found).toEqual(blocks);
});

it('a block that begins outside of what was asked is found once', async () => {
  const wide = Array.from({ length: 600 }, (_, at) => ({
    top: at * 2,
    left: at % 2,
    bottom: at * 2 + 1,
    right: 3,
  }));
  const { found } = await merges(wide, 1200, 4);
  expect(found).toEqual(wide);
});
