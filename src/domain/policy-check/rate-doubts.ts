import { typedText } from '../policy/read-cells.ts';
import type { Columns, TableRow } from '../policy/table-rows.ts';
import type { Report } from './unread-columns.ts';

/** Under 比例(%) 0.06 means 0.06 %; beside 6 it means 6 %, or it is a slip. */
export function reportPercents(rows: readonly TableRow[], columns: Columns, report: Report): void {
  const place = columns.get('rate');
  if (place?.percent !== true) return;
  const bare = rows.flatMap((row) => {
    const typed = typedText(row.own('rate'));
    return /^[\d.]+$/.test(typed) ? [{ row: row.row, typed, value: Number(typed) }] : [];
  });
  const large = bare.find(({ value }) => value >= 1);
  for (const { row, typed, value } of bare)
    if (large !== undefined && value > 0 && value < 0.1)
      report(row, place.index, { code: 'policy.percent-doubtful', typed, beside: large.typed });
}

/** +2% beside 3% may be added to it or stand in its place. */
export function reportAdded(rows: readonly TableRow[], columns: Columns, report: Report): void {
  const place = columns.get('rate');
  if (place === undefined) return;
  const typed = rows.map((row) => ({ row: row.row, text: typedText(row.own('rate')) }));
  const beside = typed.find(
    ({ text }) => text !== '' && !text.startsWith('+') && !/^0*%?$/.test(text),
  );
  for (const { row, text } of typed)
    if (text.startsWith('+') && beside !== undefined)
      report(row, place.index, { code: 'policy.rate-added', typed: text, beside: beside.text });
}
