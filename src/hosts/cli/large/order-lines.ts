import { Refusal } from '#domain/refusal.ts';
import { LINE_TEXTS, type LineText } from '#application/sums/order-sums.ts';
import { type Section, sectionsOf } from '#domain/ledger/sections.ts';
import type { LedgerField } from '#domain/reading/ledger-fields.ts';
import type { Sheet } from '#domain/sheet.ts';
import { sqlText } from './duckdb.ts';

/** A file whose beginning has been read: where its rows come from and what its columns mean. */
export interface LargeFile {
  readonly path: string;
  /** The first rows, header included. */
  readonly head: Sheet;
  /** What follows FROM: a table with the columns c0, c1, … of texts, the header already behind. */
  readonly source: (section: Section) => string;
}

const FIELDS = {
  order_id: 'orderId',
  related_id: 'relatedId',
  customer: 'customer',
  region: 'region',
  product: 'product',
  category: 'category',
  order_type: 'orderType',
  status: 'status',
  pay_status: undefined,
  currency: undefined,
  voucher: 'voucher',
  remark: 'remark',
} as const satisfies { readonly [T in LineText]: LedgerField | undefined };

/** The lines of a file in the columns of `order_lines`: figures and days where they are clean. */
export function linesOf(
  file: LargeFile,
  index: number,
): { readonly section: Section; readonly sql: string } {
  const section = sectionsOf(file.head, [])[0];
  const amount = section?.layout.amount;
  const day = section?.layout.fields.paidOn ?? section?.layout.fields.signedOn;
  if (section === undefined || amount === undefined || day === undefined)
    throw new Refusal({ code: 'cli.large-no-orders', name: file.path });
  if ((amount.note.unit ?? 'yuan') !== 'yuan' || amount.note.currency !== undefined)
    throw new Refusal({ code: 'cli.large-units', name: file.path, header: amount.header });
  const texts = LINE_TEXTS.map((name) => `${textOf(section, name)} AS ${name}`);
  const cells = `SELECT ${texts.join(', ')}, ${cell(amount.column)} AS amount_cell,
    ${cell(day.column)} AS day_cell FROM ${file.source(section)}`;
  return {
    section,
    sql: `SELECT ${LINE_TEXTS.join(', ')},
    CASE WHEN order_day IS NULL THEN day_cell ELSE '' END AS day_text,
    CASE WHEN amount IS NULL THEN amount_cell ELSE '' END AS amount_text, order_day, amount,
    row_number() OVER () + ${index + 1} * 1000000000000 AS line_no
    FROM (SELECT *, ${DAY} AS order_day,
        CASE WHEN abs(figure) <= ${BELIEVED} THEN figure END AS amount
      FROM (SELECT *, ${AMOUNT} AS figure FROM (${cells})))
    WHERE concat(${LINE_TEXTS.join(', ')}, amount_cell, day_cell) <> ''`,
  };
}

const cell = (column: number): string => `trim(coalesce(c${column}, ''))`;

function textOf({ layout }: Section, name: LineText): string {
  const column =
    name === 'pay_status' || name === 'currency'
      ? layout.at.get(name === 'currency' ? 'currency' : 'payStatus')?.column
      : layout.fields[FIELDS[name]]?.column;
  if (column === undefined) return "''";
  if (name === 'currency')
    return `CASE WHEN upper(${cell(column)}) IN ('CNY', 'RMB', '人民币', '元', '¥', '￥') THEN ''
      ELSE ${cell(column)} END`;
  // A voucher of nothing is none.
  return name === 'voucher'
    ? `CASE WHEN TRY_CAST(${cell(column)} AS DOUBLE) = 0 THEN '' ELSE ${cell(column)} END`
    : cell(column);
}

/**
 * What `plainDate` and `plainFen` take without a doubt; all else goes to them line by line. Without
 * regular expressions, which cost this engine twenty times as much, but for amounts with thousands.
 */
const ISO = "replace(substr(day_cell, 1, 10), '/', '-')";
const DAY = `CASE WHEN substr(day_cell, 1, 2) = '20'
  AND substr(day_cell, 5, 1) = substr(day_cell, 8, 1)
  AND (length(day_cell) = 10 OR (substr(day_cell, 11, 1) = ' ' AND length(day_cell) <= 19))
  AND CAST(TRY_CAST(${ISO} AS DATE) AS VARCHAR) = ${ISO} THEN TRY_CAST(${ISO} AS DATE) END`;
const PLACES =
  "CASE WHEN contains(amount_cell, '.') THEN length(amount_cell) - instr(amount_cell, '.') " +
  'ELSE 0 END';
const AMOUNT = `CASE
  WHEN translate(amount_cell, '0123456789.-,', '') <> '' OR length(amount_cell) > 22
    OR ${PLACES} > 8
    OR substr(ltrim(amount_cell, '-'), 1, 1) NOT BETWEEN '0' AND '9' THEN NULL
  WHEN NOT contains(amount_cell, ',') THEN TRY_CAST(amount_cell AS DECIMAL(18, 8))
  WHEN regexp_full_match(amount_cell, '-?[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]+)?')
    THEN TRY_CAST(replace(amount_cell, ',', '') AS DECIMAL(18, 8)) END`;
/** Beyond it an amount is asked about, as a telephone number would be; ten digits fit the type. */
const BELIEVED = 1_000_000_000;

/** Delimited text, from its first bytes. */
export function csvSource(path: string, head: Sheet, delimiter: string): LargeFile['source'] {
  return ({ layout: { header } }) => {
    const columns = head.columns.map((_, column) => `'c${column}': 'VARCHAR'`).join(', ');
    const skip = (head.lines?.[header.bottom + 1] ?? header.bottom + 2) - 1;
    return `read_csv(${sqlText(path)}, auto_detect = false, header = false,
      delim = ${sqlText(delimiter)}, quote = '"', escape = '"', skip = ${skip},
      null_padding = true, strict_mode = false, max_line_size = 4194304, columns = {${columns}})`;
  };
}

export function parquetSource(path: string, names: readonly string[]): LargeFile['source'] {
  const columns = names.map(
    (name, at) => `CAST("${name.replaceAll('"', '""')}" AS VARCHAR) AS c${at}`,
  );
  return () => `(SELECT ${columns.join(', ')} FROM read_parquet(${sqlText(path)}))`;
}
