import type { ComplianceFact } from '../compliance/compliance.facts.ts';
import { complianceFacts } from '../compliance/trigger-words.ts';
import { type Cell, cellAt, repeatedTexts, rowNumber } from '../sheet.ts';
import { cellText, foldText } from '../reading/fold-text.ts';
import { HEADER_WORDS } from '../reading/header-words.ts';
import type { HeaderRole } from '../reading/header-roles.ts';
import type { Warning } from './ledger.ts';
import { plainFen } from '../reading/plain-amount.ts';
import type { OrderSheet } from './order-sheets.ts';
import type { Section } from './sections.ts';

/** Columns that name things: a company called 红包科技 is nobody's bribe. */
const NAMING: ReadonlySet<HeaderRole> = new Set(
  (Object.keys(HEADER_WORDS) as HeaderRole[]).filter(
    (role) => !['remark', 'orderType', 'status', 'ignored'].includes(role),
  ),
);

/**
 * What the remarks, the user's own columns and the lines around the table give reason to warn
 * about, by row.
 */
export function warningsOf({ sheet, sections }: OrderSheet): Warning[] {
  const warnings: Warning[] = [];
  for (const section of sections) {
    for (const { column, text, meaning } of section.layout.header.cells) {
      if (meaning !== undefined && NAMING.has(meaning.role)) continue;
      const headerWarns = complianceFacts(text, true).some(
        ({ code }) => code === 'compliance.bribery',
      );
      warnings.push(...inColumn(section, column, headerWarns ? text : undefined));
    }
  }
  warnings.push(...aboveTable(sheet, sections[0]));
  const seen = new Set<string>();
  return warnings
    .sort((a, b) => a.row - b.row)
    .filter(({ row, code }) => !seen.has(`${row} ${code}`) && seen.add(`${row} ${code}`));
}

function inColumn(
  { sheet, from, to }: Section,
  column: number,
  header: string | undefined,
): Warning[] {
  const cells = sheet.columns[column] ?? [];
  const warnings: Warning[] = [];
  const repeated = repeatedTexts(sheet, column, cells);
  if (repeated?.texts.every((text) => factsOf(foldText(text), header).length === 0)) return [];
  const known = new Map<Cell, readonly ComplianceFact[]>();
  // What is an amount and nothing else says nothing.
  const amounts = header === undefined ? sheet.fen?.[column] : undefined;
  for (let row = from; row < to; row++) {
    if (!Number.isNaN(amounts?.[row] ?? NaN)) continue;
    const cell = cells[row];
    if (
      cell === null ||
      cell === undefined ||
      cell === '' ||
      cell === 0 ||
      (header === undefined && typeof cell !== 'string')
    )
      continue;
    let facts = known.get(cell);
    if (facts === undefined) known.set(cell, (facts = factsOf(foldText(cellText(cell)), header)));
    for (const fact of facts)
      warnings.push({ code: fact.code, sheet: sheet.name, row: rowNumber(sheet, row), fact });
  }
  return warnings;
}

/**
 * Under a header that warns itself (采购部奖励) every sum does; elsewhere only what the text says.
 */
function factsOf(text: string, header: string | undefined): readonly ComplianceFact[] {
  if (header === undefined) return text.length < 2 ? [] : complianceFacts(text);
  return text === '' || plainFen(text) === 0 || /^(?:无|否|-|—|no|none)$/i.test(text)
    ? []
    : complianceFacts(`${header}: ${text}`, true);
}

function aboveTable(sheet: Section['sheet'], first: Section | undefined): Warning[] {
  const warnings: Warning[] = [];
  for (let row = 0; row < (first?.layout.header.top ?? 0); row++) {
    for (let column = 0; column < sheet.columns.length; column++) {
      for (const fact of complianceFacts(foldText(cellText(cellAt(sheet, row, column)))))
        warnings.push({ code: fact.code, sheet: sheet.name, row: rowNumber(sheet, row), fact });
    }
  }
  return warnings;
}
