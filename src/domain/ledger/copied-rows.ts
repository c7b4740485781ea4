import { DESCRIBED, type LedgerDraft, ORDER, makeTexts, setKind } from './ledger-draft.ts';
import { isCountedAnyway } from './left-out-rows.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import { rowsOfRepeatedIds } from './repeated-ids.ts';

/** A copy of three rows and more is a copy; two rows may agree by chance. */
const FEWEST_ROWS = 3;
const ROWS_NAMED = 50;

/**
 * Orders without a number that say exactly the same. A sheet all of whose orders stand on other
 * sheets too is a copy: its rows are duplicates. Twins on one sheet may both be meant and count;
 * the report names them.
 */
export function settleTwins(draft: LedgerDraft, sheetNames: readonly string[]): LedgerReportFact[] {
  const rows = unnumbered(draft);
  const groups = [
    ...rowsOfRepeatedIds(
      rows,
      (index) =>
        `${draft.day[index]} ${draft.amount[index]} ${draft.customer[index]} ` +
        `${draft.product[index]}`,
    ).values(),
  ];
  if (groups.length === 0) return [];
  const left = new Set(sheetNames.keys());
  for (let sheet = sheetNames.length - 1; sheet >= 0; sheet--)
    if (isCopy(draft, rows, groups, sheet, left)) left.delete(sheet);
  for (const group of groups) markCopies(draft, group, left, sheetNames);
  return [...left].flatMap((sheet) => reportTwins(draft, groups, sheet, sheetNames[sheet] ?? ''));
}

function unnumbered(draft: LedgerDraft): Int32Array {
  const rows: number[] = [];
  const { kind, described } = draft;
  let index = described.indexOf(DESCRIBED);
  if (index >= 0) makeTexts(draft);
  const { customer, product } = draft;
  for (; index >= 0; index = described.indexOf(DESCRIBED, index + 1))
    if (kind[index] === ORDER && (customer[index] !== '' || product[index] !== ''))
      rows.push(index);
  return Int32Array.from(rows);
}

function isCopy(
  draft: LedgerDraft,
  rows: Int32Array,
  groups: readonly (readonly number[])[],
  sheet: number,
  left: ReadonlySet<number>,
): boolean {
  let own = 0;
  for (const index of rows) if (draft.sheetOf[index] === sheet) own++;
  let covered = 0;
  for (const group of groups) {
    const here = group.filter((index) => draft.sheetOf[index] === sheet).length;
    const elsewhere = group.some(
      (index) => draft.sheetOf[index] !== sheet && left.has(draft.sheetOf[index] ?? -1),
    );
    if (elsewhere) covered += here;
  }
  return own >= FEWEST_ROWS && covered === own;
}

function markCopies(
  draft: LedgerDraft,
  group: readonly number[],
  left: ReadonlySet<number>,
  sheetNames: readonly string[],
): void {
  const original = group.find((index) => left.has(draft.sheetOf[index] ?? -1));
  if (original === undefined) return;
  for (const index of group) {
    const sheet = draft.sheetOf[index] ?? -1;
    if (left.has(sheet)) continue;
    if (isCountedAnyway(draft.countedAnyway, sheetNames[sheet] ?? '', draft.row[index] ?? 0))
      continue;
    setKind(draft, index, 'duplicate', {
      code: 'ledger.duplicate',
      sheet: sheetNames[draft.sheetOf[original] ?? 0] ?? '',
      row: draft.row[original] ?? 0,
    });
  }
}

function reportTwins(
  draft: LedgerDraft,
  groups: readonly (readonly number[])[],
  sheet: number,
  name: string,
): LedgerReportFact[] {
  const twins = groups
    .map((group) => group.filter((index) => draft.sheetOf[index] === sheet))
    .filter((group) => group.length > 1);
  const rows = twins
    .flat()
    .map((index) => draft.row[index] ?? 0)
    .sort((a, b) => a - b);
  return rows.length === 0
    ? []
    : [{ code: 'ledger.looks-twice', sheet: name, rows: rows.slice(0, ROWS_NAMED) }];
}
