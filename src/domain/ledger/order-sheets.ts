import { type Sheet, cellAt } from '../sheet.ts';
import { withoutBackticks } from '../reading/backticks.ts';
import { cellText, foldKey } from '../reading/fold-text.ts';
import type { HeaderMapping } from '../reading/header-row.ts';
import { searchHeader } from '../reading/header-search.ts';
import { headerKey } from '../reading/headers.ts';
import { titleTexts } from '../reading/title-lines.ts';
import { cleanId } from './id-column.ts';
import { idKey } from './id-key.ts';
import { type Section, sectionsOf } from './sections.ts';
import { crosstab } from './unread-tables.ts';
import { tablesOf } from './table-blocks.ts';
import { pattern } from '../pattern.ts';

type LeftOutWhy = 'hidden' | 'summary' | 'statement' | 'policy' | 'no-orders' | 'no-amount';

export interface OrderSheet {
  readonly sheet: Sheet;
  readonly sections: readonly Section[];
}

export interface ChosenSheets {
  readonly chosen: readonly OrderSheet[];
  readonly leftOut: readonly {
    readonly sheet: Sheet;
    readonly why: LeftOutWhy;
    readonly sections: readonly Section[];
  }[];
}

type Candidate = OrderSheet & { readonly why: LeftOutWhy | undefined; readonly isStrong: boolean };

/**
 * The sheets that hold orders. Sheets of ours are passed over in silence; others are left out with
 * the reason. Where nothing else is there, a hidden sheet, a summary or a vendor's export is taken
 * for the ledger after all.
 */
export function chooseSheets(
  sheets: readonly Sheet[],
  mapping: readonly HeaderMapping[],
): ChosenSheets {
  const candidates = sheets
    .filter((sheet) => sheet.ours !== true)
    .flatMap((sheet) => tablesOf(withoutBackticks(sheet), mapping))
    .map((sheet) => candidateOf(sheet, mapping));
  const tiers: readonly ((candidate: Candidate) => boolean)[] = [
    (candidate) => candidate.why === undefined && candidate.isStrong,
    (candidate) => candidate.why === 'statement' && candidate.isStrong,
    (candidate) => candidate.why === 'summary' && candidate.isStrong,
    (candidate) => candidate.why === undefined && hasAmount(candidate),
    (candidate) => candidate.why === 'hidden' && candidate.isStrong,
  ];
  const fits = tiers.find((tier) => candidates.some(tier)) ?? (() => false);
  const orders = candidates.filter(fits);
  const chosen = candidates.filter(
    (candidate) =>
      fits(candidate) || (candidate.why === 'summary' && hasOtherOrders(candidate, orders)),
  );
  const leftOut = candidates
    .filter((candidate) => !chosen.includes(candidate))
    .map(({ sheet, sections, why }) => ({
      sheet,
      sections,
      why:
        why ??
        (sections.length > 0 && looksLikeOrders(sections)
          ? ('no-amount' as const)
          : ('no-orders' as const)),
    }));
  return { chosen, leftOut };
}

function candidateOf(sheet: Sheet, mapping: readonly HeaderMapping[]): Candidate {
  const sections = sectionsOf(sheet, mapping);
  return { sheet, sections, isStrong: sections.some(isStrong), why: whyNot(sheet, sections) };
}

function whyNot(sheet: Sheet, sections: readonly Section[]): LeftOutWhy | undefined {
  if (POLICY_NAME.test(foldKey(sheet.name)) || (!sections.some(isStrong) && hasPolicyHeader(sheet)))
    return 'policy';
  if (!sections.some(hasDay) && crosstab(sheet) !== undefined) return 'no-amount';
  if (sheet.hidden) return 'hidden';
  if (isStatement(sheet, sections)) return 'statement';
  if (SUMMARY_NAME.test(foldKey(sheet.name))) return 'summary';
  return undefined;
}

const SUMMARY_NAME = pattern()`
  汇总|合计|总表|总览|总计|统计|透视|全年|全部|年度|报表|summary|total|pivot|overview|dashboard
  |report|yearly|annual|all$
`;
const STATEMENT_NAME = /结算单|对账单|佣金明细|佣金单|statement|commissionreport/;
const STATEMENT_ONLY = pattern()`
  ^(佣金政策|计佣金额|计佣基数|计佣业绩|核算状态|激励名称|结算佣金|commissionpolicyname
  |commissionbase|earningamount|earningrate|lever)$
`;
const STATEMENT_TOO = pattern()`
  ^(佣金金额|佣金比例|返佣金额|返佣比例|激励金额|佣金|账单月份|返佣月份|commissionamount
  |commissionrate|commission|earning|billmonth)$
`;

const hasAmount = ({ sections }: OrderSheet): boolean =>
  sections.some(({ layout }) => layout.amount !== undefined);

/** Money, a day or a number, and whom or what it is about. */
function isStrong({ layout: { amount, fields } }: Section): boolean {
  return (
    amount !== undefined &&
    (fields.orderId ?? fields.signedOn ?? fields.paidOn) !== undefined &&
    (fields.customer ?? fields.product ?? fields.category ?? fields.orderId) !== undefined
  );
}

const hasDay = ({ layout: { fields } }: Section): boolean =>
  (fields.signedOn ?? fields.paidOn ?? fields.period) !== undefined;

const looksLikeOrders = (sections: readonly Section[]): boolean =>
  sections.some(
    ({ layout: { fields } }) =>
      (fields.orderId ?? fields.signedOn ?? fields.paidOn) !== undefined &&
      (fields.customer ?? fields.product) !== undefined,
  );

const POLICY_NAME = /^(返点政策|返佣政策|rebatepolicy|policy|政策)/;

/** A header with a threshold and a rate. */
const hasPolicyHeader = (sheet: Sheet): boolean =>
  searchHeader(sheet.rowCount, (row) => {
    const words = sheet.columns.map((_, column) => headerKey(cellText(cellAt(sheet, row, column))));
    return words.some((word) => /^(门槛|threshold|档位下限|起点)$/.test(word)) &&
      words.some((word) => /^(比例|rate|返点比例|费率)$/.test(word))
      ? { header: row, says: 1 }
      : undefined;
  }) !== undefined;

/**
 * Words that only a statement of commissions uses; those a ledger may use too count when the name
 * or the title says statement.
 */
function isStatement(sheet: Sheet, sections: readonly Section[]): boolean {
  const [first] = sections;
  if (first === undefined) return false;
  const words = first.layout.header.cells.map(({ text }) => headerKey(text));
  const only = words.filter((word) => STATEMENT_ONLY.test(word)).length;
  const also = words.filter((word) => STATEMENT_TOO.test(word)).length;
  return (
    (only >= 1 && only + also >= 2) ||
    (also >= 2 &&
      [sheet.name, ...titleTexts(sheet, first.layout.header.top)].some((text) =>
        STATEMENT_NAME.test(foldKey(text)),
      ))
  );
}

/** A summary that lists order numbers nobody else lists holds orders of its own. */
function hasOtherOrders(summary: Candidate, orders: readonly Candidate[]): boolean {
  const own = idsOf(summary);
  if (own.size === 0 || !summary.isStrong) return false;
  const known = new Set(orders.flatMap((candidate) => [...idsOf(candidate)]));
  return [...own].some((id) => !known.has(id));
}

function idsOf({ sections }: OrderSheet): Set<string> {
  const ids = new Set<string>();
  for (const { sheet, layout, from, to } of sections) {
    const column = layout.fields.orderId?.column;
    if (column === undefined) continue;
    for (let row = from; row < to; row++) {
      const id = idKey(cleanId(cellText(cellAt(sheet, row, column))));
      if (/\d/.test(id)) ids.add(id);
    }
  }
  return ids;
}
