import { cellAt, rowNumber } from '../sheet.ts';
import { foldKey } from '../reading/fold-text.ts';
import type { SettlementFact } from './settlement.facts.ts';
import { cellText } from './statement-cells.ts';
import type { SheetRead } from './statement-sheet.ts';
import { pattern } from '../pattern.ts';

const OF_PARTNERS = pattern()`
  ^(?:(?:所属|归属|二级|一级)?(?:代理商?|经销商|分销商|渠道商?|合作伙伴|伙伴|服务商)(?:名称|简称
  |全称)?|(?:reseller|partner|agent|dealer|distributor)(?:name)?)$
`;

const MOST_NAMED = 5;

/** A list of several agents: what the ledger does not have may be another's. */
export function severalPartners({ sheet, columns, lines }: SheetRead): readonly SettlementFact[] {
  const { headerRow, last, at } = columns;
  const used = new Set<number>(Object.values(at));
  const paying = new Set(lines.map(({ row }) => row));
  for (let column = 0; column <= last; column += 1) {
    const header = cellText(cellAt(sheet, headerRow, column));
    if (used.has(column) || !OF_PARTNERS.test(foldKey(header))) continue;
    const names = new Set<string>();
    for (let row = headerRow + 1; row < sheet.rowCount; row += 1)
      if (paying.has(rowNumber(sheet, row))) names.add(cellText(cellAt(sheet, row, column)));
    names.delete('');
    if (names.size < 2) continue;
    const named = [...names].slice(0, MOST_NAMED);
    return [{ code: 'settlement.several-partners', sheet: sheet.name, header, names: named }];
  }
  return [];
}
