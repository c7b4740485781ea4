import { describe, expect, test } from '@jest/globals';
import { openWorkbook } from '#workbook/files/file-workbook.ts';
import { nodeCodec } from '#hosts/cli/node-codec.ts';
import { bookOf, sheetData, unzip } from '../workbook/fixture.ts';

const PART = 'xl/worksheets/sheet1.xml';
const ROWS = 30_000;

/** A sheet that is large enough for the host's own zlib. */
const book = bookOf({
  sheets: {
    Orders: sheetData(
      Array.from(
        { length: ROWS },
        (_, r) =>
          `<row r="${r + 1}"><c r="A${r + 1}" t="inlineStr"><is><t>RR${r * 7919}</t></is>` +
          `</c><c r="B${r + 1}"><v>${r / 100}</v></c></row>`,
      ).join(''),
    ),
  },
});

/** Without what the bytes tell of order numbers: a piece that begins anew tells less. */
async function sheetOf(bytes: Uint8Array, codec?: typeof nodeCodec): Promise<unknown> {
  const opened = await openWorkbook(bytes, 'book.xlsx', codec === undefined ? {} : { codec });
  if (!opened.ok) return opened.error;
  return opened.value.readSheet('Orders').then(
    (sheet) => ({ ...sheet, plainIds: null }),
    (error: { fact: unknown }) => error.fact,
  );
}

/** By part: its bytes as one text, which is compared faster than bytes one by one. */
async function copyOf(codec?: typeof nodeCodec): Promise<Map<string, string>> {
  const opened = await openWorkbook(book, 'book.xlsx', codec === undefined ? {} : { codec });
  if (!opened.ok) throw new Error(opened.error.code);
  const fills = Array.from({ length: 300 }, (_, n) => ({ row: n * 99 + 1, color: '#FFC7CE' }));
  await opened.value.highlight('Orders', { left: 0, right: 2 }, fills);
  const parts = Object.entries(unzip(opened.value.save()));
  return new Map(parts.map(([name, part]) => [name, Buffer.from(part).toString('latin1')]));
}

describe('large parts through the zlib of the host', () => {
  test('are read as they are without it', async () => {
    expect(await sheetOf(book, nodeCodec)).toEqual(await sheetOf(book));
  });

  test('are copied as they are without it', async () => {
    const [beside, here] = [await copyOf(nodeCodec), await copyOf()];
    expect([...beside.keys()].filter((part) => beside.get(part) !== here.get(part))).toEqual([]);
    expect([...beside.keys()]).toEqual([...here.keys()]);
  });

  test.each([0.2, 0.5, 0.99])('are refused when damaged at %d of their bytes', async (share) => {
    const at = startOf(PART) + Math.floor(packedSize(PART) * share);
    const damaged = book.map((byte, i) => (i === at ? byte ^ 0x55 : byte));
    expect(await sheetOf(damaged, nodeCodec)).toMatchObject({ code: 'file.damaged', part: PART });
  });

  test('are refused when more comes out than was promised', async () => {
    const liar = book.slice();
    const view = new DataView(liar.buffer);
    view.setUint32(entryOf(PART) + 24, 2 << 20, true);
    expect(await sheetOf(liar, nodeCodec)).toMatchObject({ code: 'file.damaged', part: PART });
  });
});

/** Where the directory tells of a part. */
function entryOf(part: string): number {
  const view = new DataView(book.buffer, book.byteOffset);
  let at = view.getUint32(book.length - 22 + 16, true);
  for (;;) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(book.subarray(at + 46, at + 46 + length));
    if (name === part) return at;
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

const packedSize = (part: string): number =>
  new DataView(book.buffer, book.byteOffset).getUint32(entryOf(part) + 20, true);

function startOf(part: string): number {
  const view = new DataView(book.buffer, book.byteOffset);
  const local = view.getUint32(entryOf(part) + 42, true);
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}
