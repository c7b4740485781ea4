import { parseDate } from '../reading/parse-date.ts';
import { cellAt, columnName } from '../sheet.ts';
import type { QuestionChoice } from './ledger.ts';
import { type RowQuestion, dateChoice } from './row-question.ts';
import type { Section } from './sections.ts';

const SAYS_DAY = /日期|时间|起始|开始|结束|(?:^|[\s_])(?:date|time|start|end)|date$/i;

/** What a sheet without a day of orders asks of a row that has other days: 开始日期, 结束日期. */
export function askDaysBeside(
  { sheet, layout, from }: Section,
  offset: number,
): RowQuestion | undefined {
  const days = layout.header.cells.flatMap(({ column, label, text }) => {
    const cell = cellAt(sheet, from + offset, column);
    // Under any header where it is written as one: a figure alone may count anything.
    if (!SAYS_DAY.test(text) && (typeof cell !== 'string' || !/\d[-/年.]/.test(cell))) return [];
    const reading = parseDate(cell, { date1904: sheet.date1904 });
    return reading.kind === 'date' ? [{ column, label, date: reading.date }] : [];
  });
  const [first] = days;
  if (first === undefined) return undefined;
  return {
    reason: 'date',
    fact: { code: 'ledger.date-beside', headers: days.map(({ label }) => label) },
    column: first.column,
    // The same id in every row, so that one answer can serve them all.
    choices: days.map(({ column, date }): QuestionChoice => ({
      ...dateChoice(date),
      id: `day-in-${columnName(column)}`,
    })),
    alike: '',
  };
}
