import { Refusal } from '#domain/refusal.ts';
import type * as duckdb from '@duckdb/node-api';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, reasonOf } from '../refusal.ts';

/** What one needs of a database. */
export interface Database {
  run(sql: string): Promise<void>;
  /** Every value as text, NULL as ''. */
  rows(sql: string): AsyncIterable<readonly string[]>;
  close(): Promise<void>;
}

/** Memory for sorting and grouping; what does not fit goes to a temporary file. */
const MEMORY = '2GB';

/**
 * DuckDB in this process, over a file that is gone afterwards. The package is loaded only now: most
 * people never need it.
 */
export async function openDuckDb(): Promise<Database> {
  const { DuckDBInstance } = await load();
  const folder = await mkdtemp(join(tmpdir(), 'rebate-sums-'));
  const instance = await DuckDBInstance.create(join(folder, 'lines.duckdb'), {
    memory_limit: MEMORY,
    temp_directory: join(folder, 'spill'),
  });
  const connection = await instance.connect();
  return {
    run: (sql) => refusing(async () => void (await connection.run(sql))),
    rows: async function* (sql) {
      const result = await refusing(() => connection.stream(sql));
      for await (const rows of result.yieldRowsJson())
        for (const row of rows) yield row.map((value) => (value === null ? '' : String(value)));
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function load(): Promise<typeof duckdb> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    const isMissing =
      codeOf(error) === 'ERR_MODULE_NOT_FOUND' || codeOf(error) === 'MODULE_NOT_FOUND';
    throw new Refusal(
      isMissing
        ? { code: 'cli.large-needs-duckdb' }
        : { code: 'cli.large-failed', reason: reasonOf(error) },
    );
  }
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const [first = ''] = reasonOf(error).split('\n');
    throw new Refusal({ code: 'cli.large-failed', reason: first });
  }
}

/** A text as SQL writes it. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
