import { dateFromSerial, isoDate } from '../calendar/local-date.ts';
import { type Cell, type Sheet, cellAt } from '../sheet.ts';
import { cellText, foldText } from './fold-text.ts';
import { parseDate } from './parse-date.ts';
import { pattern } from '../pattern.ts';

const LINES_ABOVE = 20;
/** What a line about the period begins with, its two days in cells of their own. */
const OF_PERIOD =
  /^(?:[^\d]{0,8}(?:周期|期间|账期|起止日期|区间)|.{0,20}(?:period|date range|from))/i;
const OF_START = pattern('i')`
  ^(?:(?:[^\d]{0,8}(?:周期|期间|账期))?(?:开始|起始|起)(?:日期?|时间)?
  |(?:.{0,20}period )?(?:start(?:s|ing)?|from|begin(?:s|ning)?)(?: (?:date|on))?) ?[:：]?
`;
const OF_END = pattern('i')`
  ^(?:(?:[^\d]{0,8}(?:周期|期间|账期))?(?:结束|截止|终止|止)(?:日期?|时间)?
  |(?:.{0,20}period )?(?:ends?|ending|to|until|through)(?: (?:date|on))?) ?[:：]?
`;

/**
 * Titles made of a label and two days in cells of their own: 期间 | 2025-01-01 | 2025-03-31, or a
 * line each for the start and the end.
 */
export function labelledDays(sheet: Sheet, headerTop: number): string[] {
  const found: string[] = [];
  let [start, end] = ['', ''];
  for (let row = Math.max(0, headerTop - LINES_ABOVE); row < headerTop; row++) {
    const cells = sheet.columns
      .map((_, column) => cellAt(sheet, row, column))
      .filter((cell) => foldText(cellText(cell)) !== '');
    const label = foldText(cellText(cells[0]));
    const days = cells.map((cell) => dayText(cell, sheet)).filter((text) => text !== '');
    const [first = '', second] = days;
    if (days.length === 2 && OF_PERIOD.test(label)) found.push(`${first} ~ ${second ?? ''}`);
    else if (days.length === 1 && OF_START.test(label)) start ||= first;
    else if (days.length === 1 && OF_END.test(label)) end ||= first;
  }
  return start === '' || end === '' ? found : [...found, `${start} ~ ${end}`];
}

/** The cell, or what follows its label, where it is a day; a serial number as one. */
function dayText(cell: Cell, sheet: Sheet): string {
  if (typeof cell === 'number') {
    const day =
      cell > 40000 && cell < 60000 ? dateFromSerial(cell, sheet.date1904 === true) : undefined;
    return day === undefined ? '' : isoDate(day);
  }
  const text = foldText(cellText(cell)).replace(/^[^\d:：]{1,24}[:：] ?/, '');
  const { kind } = parseDate(text);
  return kind === 'date' || kind === 'open' ? text : '';
}
