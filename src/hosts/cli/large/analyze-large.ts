import { MOST_SUM_ROWS } from '#domain/bounds.ts';
import { Refusal } from '#domain/refusal.ts';
import { basename } from 'node:path';
import { LINE_TEXTS, SUM_COLUMNS, type SumColumn } from '#application/sums/order-sums.ts';
import { type SumRow, SumsSheet } from '#application/sums/sums-sheet.ts';
import { isoDate } from '#domain/calendar/local-date.ts';
import type { Section } from '#domain/ledger/sections.ts';
import { wordOfStatus, wordOfType } from '#domain/ledger/row-words.ts';
import { isWrittenInWan } from '#domain/reading/parse-amount.ts';
import type { Sheet } from '#domain/sheet.ts';
import type { Command } from '../arguments.ts';
import type { LedgerFile } from '../ledger-files.ts';
import type { Terminal } from '../terminal.ts';
import { type Database, openDuckDb, sqlText } from './duckdb.ts';
import { largeFile } from './large-files.ts';
import { linesOf } from './order-lines.ts';
import { readFile } from 'node:fs/promises';

/** Lines that stand one by one beside the sums, for the orders that hold a tier. */
const LARGEST_LINES = 1000;

/** What files beyond one sheet come to, as a sheet of sums and of the lines that need a look. */
export async function sumsOf(
  files: readonly LedgerFile[],
  command: Command,
  screen: Terminal,
): Promise<Sheet> {
  const database = await openDuckDb();
  try {
    const section = await loadLines(files, database, screen);
    await setBounds(database, command, section);
    await refuseOpen(database, section);
    return await collect(database, section, sheetName(files));
  } finally {
    await database.close();
  }
}

/** Puts the lines of all files into the table `order_lines`; returns what the first file says. */
async function loadLines(
  files: readonly LedgerFile[],
  database: Database,
  screen: Terminal,
): Promise<Section> {
  const progress = screen.progress('DuckDB');
  let first: Section | undefined;
  for (const [index, file] of files.entries()) {
    const { section, sql } = linesOf(await largeFile(file, database), index);
    await database.run(
      first === undefined ? `CREATE TABLE order_lines AS ${sql}` : `INSERT INTO order_lines ${sql}`,
    );
    first ??= section;
    progress(index + 1, files.length);
  }
  return first!;
}

async function setBounds(
  database: Database,
  { asOf }: Command,
  { layout }: Section,
): Promise<void> {
  const words: string[] = [];
  for (const [column, wordOf] of [
    ['order_type', wordOfType],
    ['status', wordOfStatus],
    ['pay_status', wordOfStatus],
  ] as const)
    for await (const [word = ''] of database.rows(`SELECT DISTINCT ${column} FROM order_lines`))
      if (LISTED.has(wordOf(word))) words.push(word);
  await database.run('CREATE TABLE listed_words (word VARCHAR)');
  for (const word of new Set(words))
    await database.run(`INSERT INTO listed_words VALUES (${sqlText(word)})`);
  const lastDay = asOf === null ? '9999-12-31' : isoDate(asOf);
  await database.run(`CREATE TABLE bounds AS SELECT
    ${layout.fields.orderId === undefined ? 0 : 1} AS numbered,
    DATE '${lastDay}' AS last_day,
    coalesce((SELECT abs(amount) FROM order_lines WHERE amount IS NOT NULL
      ORDER BY abs(amount) DESC LIMIT 1 OFFSET ${LARGEST_LINES}), -1) AS large_amount`);
}

/** Each of these is judged order by order. */
const LISTED: ReadonlySet<string> = new Set(['pending', 'refund', 'refunded', 'duplicate']);

/** What only the lines in their order, or all amounts side by side, could tell. */
async function refuseOpen(database: Database, { layout }: Section): Promise<void> {
  const [blankDays = '0', largest = '0'] = await one(
    database,
    `SELECT count(*) FILTER (WHERE order_day IS NULL
       AND (day_text = '' OR day_text IN ('同上', '〃'))
       AND (amount IS NOT NULL OR amount_text <> '')), coalesce(max(abs(amount)), 0)
     FROM order_lines`,
  );
  if (blankDays !== '0') throw new Refusal({ code: 'cli.large-blank-days', lines: blankDays });
  if (layout.amount?.note.unit !== undefined) return;
  let isOpen = Number(largest) < 1000;
  for await (const [text = ''] of database.rows(
    "SELECT DISTINCT amount_text FROM order_lines WHERE amount_text <> '' LIMIT 100000",
  ))
    isOpen ||= isWrittenInWan(text);
  if (isOpen)
    throw new Refusal({ code: 'cli.large-unit-open', header: layout.amount?.header ?? '' });
}

async function one(database: Database, sql: string): Promise<readonly string[]> {
  for await (const row of database.rows(sql)) return row;
  return [];
}

async function collect(database: Database, { layout }: Section, name: string): Promise<Sheet> {
  const { fields, amount } = layout;
  const day = (fields.paidOn ?? fields.signedOn)?.header ?? '';
  const sums = new SumsSheet({ day, amount: amount?.header ?? '' });
  for await (const values of database.rows(await orderSumsText())) {
    if (sums.rows >= MOST_SUM_ROWS) throw new Refusal({ code: 'cli.large-too-varied' });
    sums.add(rowOf(values));
  }
  return sums.sheet(name);
}

function rowOf(values: readonly string[]): SumRow {
  const row = {} as { -readonly [C in SumColumn]: string };
  for (const [at, column] of SUM_COLUMNS.entries()) row[column] = values[at] ?? '';
  return row;
}

const sheetName = (files: readonly LedgerFile[]): string =>
  files.length === 1 ? basename(files[0]!.path) : `${basename(files[0]!.path)} … (${files.length})`;

/** A file that the same SQL gave elsewhere: its columns by their names, in any order. */
export function sumsOfFile(sheet: Sheet): Sheet {
  const places = SUM_COLUMNS.map((name) =>
    sheet.columns.findIndex(([header]) => String(header).trim().toLowerCase() === name),
  );
  const missing = SUM_COLUMNS.filter((_, at) => places[at]! < 0 && !OPTIONAL.has(SUM_COLUMNS[at]!));
  if (missing.length > 0)
    throw new Refusal({
      code: 'cli.sums-columns',
      name: sheet.name,
      columns: missing.join(', '),
    });
  const sums = new SumsSheet({ day: '支付日期', amount: '实付金额(元)' });
  for (let row = 1; row < sheet.rowCount; row++)
    sums.add(rowOf(places.map((column) => String(sheet.columns[column]?.[row] ?? ''))));
  return sums.sheet(sheet.name);
}

/** Everything but the sums themselves and what they are sums of may be left out. */
const OPTIONAL: ReadonlySet<SumColumn> = new Set(
  [...LINE_TEXTS, 'day_text', 'amount_text', 'line_no'].filter(
    (name) => name !== 'category',
  ) as SumColumn[],
);

/**
 * The sums, in SQL that every engine reads: no function but COUNT, MAX, SUM, ABS and EXTRACT. The
 * one text stands among the documents, for whoever has the lines in an engine already; the commands
 * run it from there.
 */
async function orderSumsText(): Promise<string> {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    const text = await readFile(new URL('docs/order-sums.sql', folder), 'utf8').catch(() => null);
    if (text !== null) return text;
    if (folder.pathname === '/') throw new Error('docs/order-sums.sql is missing');
  }
}
