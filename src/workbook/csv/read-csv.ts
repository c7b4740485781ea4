import type { Sheet } from '#domain/sheet.ts';
import type { Pump } from '../paced-loop.ts';
import { CsvReader } from './csv-reader.ts';
import { decodePieces, detectEncoding } from './decode-text.ts';
import { type Delimiter, detectDelimiter } from './delimiter.ts';

const HEAD = 64 * 1024;

/** Reads delimited text into a sheet of texts, exactly as typed. */
export async function readCsv(bytes: Uint8Array, name: string, pump: Pump): Promise<Sheet> {
  const reader = new CsvReader(delimiterOf(bytes));
  await pump.run(decodePieces(bytes, detectEncoding(bytes)), (piece) => {
    reader.push(piece);
    return reader.lines.length;
  });
  reader.finish();
  return {
    name,
    rowCount: reader.rowCount,
    columns: reader.columns,
    delimited: true,
    ...(reader.linesDiffer ? { lines: reader.lines } : {}),
  };
}

function delimiterOf(bytes: Uint8Array): Delimiter {
  const encoding = detectEncoding(bytes);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD));
  const said = /^sep=([,;\t])\r?\n/.exec(head)?.[1];
  return said === ',' || said === ';' || said === '\t' ? said : detectDelimiter(head);
}
