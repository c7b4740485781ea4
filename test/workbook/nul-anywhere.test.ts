import { fileKind } from '#workbook/files/file-kind.ts';

/** Looked for in steps of several bytes, from wherever the memory allows them. */
test('a NUL at any place of a text makes it none, wherever the text begins in memory', () => {
  const wrong: string[] = [];
  for (let offset = 0; offset < 4; offset++)
    for (const length of [1, 15, 16, 19, 37]) {
      const text = new Uint8Array(offset + length + 3).subarray(offset, offset + length).fill(97);
      if (isRefused(text)) wrong.push(`${length} bytes from ${offset} hold none`);
      for (let at = 0; at < length; at++) {
        text[at] = 0;
        if (!isRefused(text)) wrong.push(`${length} bytes from ${offset}, at ${at}`);
        text[at] = 97;
      }
    }
  expect(wrong).toEqual([]);
});

function isRefused(text: Uint8Array): boolean {
  try {
    return fileKind(text, 'orders.csv') !== 'csv';
  } catch {
    return true;
  }
}
