import { Refusal } from '#domain/refusal.ts';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { detectEncoding } from '#workbook/csv/decode-text.ts';
import { delimiterOf, readCsv } from '#workbook/csv/read-csv.ts';
import { Pump } from '#workbook/paced-loop.ts';
import type { LedgerFile } from '../ledger-files.ts';
import { type Database, sqlText } from './duckdb.ts';
import { type LargeFile, csvSource, parquetSource } from './order-lines.ts';

const HEAD_BYTES = 1 << 20;
const HEAD_ROWS = 1000;

/** Reads the beginning of a file, to know its columns. */
export async function largeFile({ path }: LedgerFile, database: Database): Promise<LargeFile> {
  if (/\.parquet$/i.test(path)) return parquetFile(path, database);
  if (/\.xls[xm]$/i.test(path))
    throw new Refusal({ code: 'cli.large-workbook', name: basename(path) });
  const bytes = await beginning(path);
  if (detectEncoding(bytes) !== 'utf-8')
    throw new Refusal({ code: 'cli.large-encoding', name: basename(path) });
  const head = await readCsv(bytes, basename(path), new Pump());
  return { path, head, source: csvSource(path, head, delimiterOf(bytes, 'utf-8')) };
}

/** Whole lines only: the last one may have been cut. */
async function beginning(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const bytes = buffer.subarray(0, bytesRead);
    return bytesRead < HEAD_BYTES ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
  } finally {
    await file.close();
  }
}

async function parquetFile(path: string, database: Database): Promise<LargeFile> {
  const from = `read_parquet(${sqlText(path)})`;
  const names: string[] = [];
  for await (const [name = ''] of database.rows(`DESCRIBE SELECT * FROM ${from}`)) names.push(name);
  const columns = names.map((name): (string | null)[] => [name]);
  const source = parquetSource(path, names);
  // The header of a Parquet file is its schema: no row of it.
  for await (const row of database.rows(`SELECT * FROM ${source(NO_SECTION)} LIMIT ${HEAD_ROWS}`))
    for (const [column, text] of row.entries()) columns[column]?.push(text === '' ? null : text);
  const rowCount = Math.max(0, ...columns.map(({ length }) => length));
  return { path, head: { name: basename(path), rowCount, columns, delimited: true }, source };
}

const NO_SECTION = undefined as never;
