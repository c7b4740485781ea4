import { cellAt } from '../sheet.ts';
import { cellText, foldText } from '../reading/fold-text.ts';
import type { Section } from './sections.ts';

/**
 * Calendar years that the sheet's name or the lines above the table name: 2025Q1, 25年一季度, "2025
 * orders". A fiscal year (FY2025) names two calendar years and so none.
 */
export function yearsAround({ sheet, layout }: Section): number[] {
  const fromName = yearsIn(sheet.name, true);
  if (fromName.length > 0) return fromName;
  const lines: number[] = [];
  for (let row = Math.max(0, layout.header.top - 20); row < layout.header.top; row++) {
    for (let column = 0; column < sheet.columns.length; column++)
      lines.push(...titleYears(cellText(cellAt(sheet, row, column))));
  }
  return [...new Set(lines)];
}

/** The day on which a list was made or printed says nothing about the orders in it. */
const titleYears = (text: string): number[] =>
  /更新|制表|打印|导出|编制|生成|printed|updated|exported|prepared/i.test(text)
    ? []
    : yearsIn(text, false);

function yearsIn(raw: string, isName: boolean): number[] {
  const text = foldText(raw).replace(/(?:FY|财年)\s?'?\d{2,4}|\d{2,4}\s?财年/gi, '');
  const full = [...text.matchAll(/(?<!\d)(20\d{2})(?!\d{3})/g)].map((match) => Number(match[1]));
  const short = isName
    ? [...text.matchAll(/(?<!\d)(2\d|3\d)(?=年|q[1-4]|\s?-?q[1-4])/gi)]
    : [...text.matchAll(/(?<!\d)(2\d|3\d)(?=年)/g)];
  return [...new Set([...full, ...short.map((match) => 2000 + Number(match[1]))])];
}
