import { EDGE_ROLES, type EdgeRole } from '#domain/edge/edge-order.ts';
import { ROLE_FILLS } from '#pages/page-look.ts';
import type { Analysis } from '#domain/review/analysis.ts';
import { type AnyFact, refusedFact } from '#facts/any-fact.ts';
import type { RowFill, WorkbookPort } from '../workbook.port.ts';

interface SheetHighlights {
  readonly sheet: string;
  readonly columns: { readonly left: number; readonly right: number };
  readonly fills: readonly RowFill[];
}

/**
 * The fill of every edge order, a list a sheet; an empty one takes away what was coloured before.
 * An order with several roles has the colour of the first: holds before near.
 */
export function highlightsOf(
  { ledger, edges }: Pick<Analysis, 'ledger' | 'edges'>,
  coloured: readonly EdgeRole[],
): readonly SheetHighlights[] {
  const roles = new Map<number, EdgeRole>();
  for (const role of EDGE_ROLES) {
    if (!coloured.includes(role)) continue;
    for (const edge of edges)
      if (edge.role === role && !roles.has(edge.ledgerIndex)) roles.set(edge.ledgerIndex, role);
  }
  const bySheet = new Map<number, RowFill[]>();
  for (const [index, role] of [...roles].sort(([a], [b]) => a - b)) {
    const sheet = ledger.sheetOf[index] ?? 0;
    const fills = bySheet.get(sheet) ?? [];
    fills.push({ row: ledger.row[index] ?? 0, color: ROLE_FILLS[role] });
    bySheet.set(sheet, fills);
  }
  return ledger.sheets.map((read, sheet) => ({
    sheet: read.name,
    columns: extentOf(read),
    fills: bySheet.get(sheet) ?? [],
  }));
}

/**
 * From the first to the last column that has a header, whatever it says: a row is coloured from end
 * to end.
 */
const extentOf = ({ headed }: Analysis['ledger']['sheets'][number]): SheetHighlights['columns'] =>
  headed.length === 0
    ? { left: 0, right: 0 }
    : { left: Math.min(...headed), right: Math.max(...headed) };

/**
 * Colours the edge orders. A sheet that cannot be coloured is no reason to keep the figures back:
 * the fact is returned, null where there is none.
 */
export async function colourEdges(
  port: WorkbookPort,
  analysis: Analysis,
  coloured: readonly EdgeRole[],
  options: Parameters<WorkbookPort['highlight']>[3] = {},
): Promise<AnyFact | null> {
  try {
    for (const { sheet, columns, fills } of highlightsOf(analysis, coloured))
      await port.highlight(sheet, columns, fills, options);
    return null;
  } catch (error) {
    const fact = refusedFact(error);
    if (fact === null) throw error;
    return fact;
  }
}
