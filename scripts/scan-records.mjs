import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import loadWabt from 'wabt';

const folder = fileURLToPath(new URL('../src/workbook/csv/', import.meta.url));

/** The module of scan-records.wat in base 64, by seventy-six characters a line. */
export async function scannerText() {
  const { parseWat } = await loadWabt();
  const text = readFileSync(`${folder}scan-records.wat`, 'utf8');
  const { buffer } = parseWat('scan-records.wat', text, { simd: true, threads: true }).toBinary({});
  const lines = Buffer.from(buffer)
    .toString('base64')
    .match(/.{1,76}/g);
  return (
    '/** Made of scan-records.wat by scripts/scan-records.mjs. */\n' +
    `export const SCANNER = \`\n${lines.join('\n')}\n\`;\n`
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(`${folder}scan-records.wasm.ts`, await scannerText());
