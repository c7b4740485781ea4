import { type Catalog, knownCatalog } from '../catalog/catalog.ts';
import type { PolicyCategories } from '../catalog/policy-categories.ts';
import { isBlank } from '../reading/fold-text.ts';
import { type LocalDate, yearMonthDay } from '../calendar/local-date.ts';
import { yearsAround } from './date-column.ts';
import type { Section } from './sections.ts';
import { lazyList, madeList } from '../lazy-list.ts';
import { type Sheet, rowNumber } from '../sheet.ts';
import { Candidates } from './rows-to-settle.ts';
import { type LedgerDraft, NUMBERED, draftOf, setKind } from './ledger-draft.ts';
import type { HeaderMapping } from '../reading/header-row.ts';
import { warningsOf } from './ledger-warnings.ts';
import { type Answers, type Ledger, type LedgerSheet, NO_DAY } from './ledger.ts';
import { lazyTexts, optionalColumns } from './optional-columns.ts';
import type { OrderSheet } from './order-sheets.ts';
import { reportOfLeftOut } from './left-out-sheets.ts';
import { ownTotals } from './own-totals.ts';
import { askAboutWholes } from './parts-of-orders.ts';
import { amountsOffPrice } from './price-times-pieces.ts';
import { readSection } from './read-section.ts';
import { OrdersOfOneNumber } from './orders-of-one-number.ts';
import { ReadingMemory } from './reading-memory.ts';
import type { SectionBeingRead } from './section-being-read.ts';
import { readingReport } from './rows-report.ts';
import { hiddenRows, reportOfSheet, reportOfUnreadSections } from './sheet-report.ts';
import { unknownTypes } from './unknown-types.ts';
import { withoutSumsForSeveral } from './sums-for-several.ts';
import { settleTwins } from './copied-rows.ts';
import { carryRoundings } from './carried-roundings.ts';

export interface LedgerOptions {
  /** What the user says about headers, by header text. */
  readonly mapping?: readonly HeaderMapping[];
  readonly answers?: Answers;
  /** The known products when absent. */
  readonly catalog?: Catalog;
  /**
   * False when every component of the policy takes all categories: a ledger without product and
   * category then counts.
   */
  readonly categoriesMatter?: boolean;
  /** What the policy in force says about categories. */
  readonly policy?: PolicyCategories;
  /** Columns that the policy names, by header: 条件 渠道=直销. */
  readonly headers?: readonly string[];
  /** What earlier readings of the same sheets have found. */
  readonly memory?: ReadingMemory;
}

/**
 * Reads the order sheets of a workbook or a file. Every row gets one kind; what is unclear becomes
 * a question and counts only once it is answered. Without any order sheet the ledger is empty and
 * its report says why.
 */
export function readLedger(sheets: readonly Sheet[], given: LedgerOptions = {}): Ledger {
  const memory = given.memory ?? new ReadingMemory();
  const answers = withoutSumsForSeveral(given.answers ?? {}, (others) =>
    readLedger(sheets, { ...given, memory, answers: others }),
  );
  const options = { ...given, answers };
  const chosen = memory.chosenOf(sheets, options.mapping ?? []);
  const size = chosen.chosen.reduce((rows, { sheet }) => rows + sheet.rowCount, 0);
  const draft = draftOf(size, answers);
  const candidates = new Candidates(size);
  const runs: SectionBeingRead[] = [];
  draft.report.push(...reportOfLeftOut(chosen));
  if (chosen.chosen.length === 0) draft.report.push({ code: 'ledger.no-sheet' });
  const years = (): number[] => yearsOf(chosen.chosen, memory);
  let base = 0;
  for (const [sheetIndex, orderSheet] of chosen.chosen.entries()) {
    draft.report.push(...reportOfSheet(orderSheet), ...reportOfUnreadSections(orderSheet));
    readTop(draft, orderSheet, sheetIndex, base);
    const place = { sheetIndex, base, memory, years };
    runs.push(...readSheet(draft, candidates, orderSheet, place, options));
    draft.warnings.push(...warningsOf(orderSheet));
    base += orderSheet.sheet.rowCount;
  }
  draft.orderId = orderIdsOf(draft, runs);
  draft.customer = lazyTexts(draft.size, runs, 'customer', true, draft.described);
  draft.product = lazyTexts(draft.size, runs, 'product', false, draft.described);
  new OrdersOfOneNumber(draft, candidates, runs, options.catalog ?? knownCatalog).settle();
  if (draft.saidIds.size > 0) draft.orderId = orderIdsOf(draft, runs);
  runs.forEach(askAboutWholes);
  draft.report.push(
    ...settleTwins(
      draft,
      chosen.chosen.map(({ sheet }) => sheet.name),
    ),
  );
  draft.report.push(...runs.flatMap(unknownTypes), ...runs.flatMap(amountsOffPrice));
  carryRoundings(draft);
  for (let sheet = 0; sheet < chosen.chosen.length; sheet++)
    draft.report.push(
      ...ownTotals(
        draft,
        runs.filter(({ sheetIndex }) => sheetIndex === sheet),
      ),
    );
  return finished(draft, chosen.chosen, runs, options.headers ?? []);
}

/** Of the rows that are orders or were, whatever became of them. */
function orderIdsOf(
  { size, described, saidIds }: LedgerDraft,
  runs: readonly SectionBeingRead[],
): readonly string[] {
  const all = (): string[] => {
    const ids = new Array<string>(size).fill('');
    for (const { columns, base } of runs) {
      const own = madeList(columns.orderId?.ids ?? []);
      for (let offset = 0; offset < own.length; offset++)
        if (described[base + offset] === NUMBERED) ids[base + offset] = own[offset]!;
    }
    for (const [index, id] of saidIds) ids[index] = id;
    return ids;
  };
  return lazyList(size, all, (index) => {
    const said = saidIds.size === 0 ? undefined : saidIds.get(index);
    if (said !== undefined || described[index] !== NUMBERED) return said ?? '';
    const run = runs.findLast(({ base }) => base <= index);
    return run?.columns.orderId?.ids[index - run.base] ?? '';
  });
}

interface SheetPlace {
  readonly sheetIndex: number;
  /** Ledger index of the sheet's first row. */
  readonly base: number;
  readonly memory: ReadingMemory;
  readonly years: () => readonly number[];
}

const DAYS_LOOKED_AT = 200;

const ownYears = (section: Section): readonly number[] | undefined => {
  const years = yearsAround(section);
  return years.length > 0 ? years : undefined;
};

/** Years that names and titles of the sheets speak of; where none does, those of their days. */
function yearsOf(sheets: readonly OrderSheet[], memory: ReadingMemory): number[] {
  const sections = sheets.flatMap((sheet) => sheet.sections);
  const said = sections.flatMap(yearsAround);
  const ofDays = sections.flatMap((section) => {
    const { amount } = section.layout;
    if (amount === undefined) return [];
    const { paidOn, signedOn } = memory.readingOf(section, amount).columns;
    const days = [...((paidOn ?? signedOn)?.day.subarray(0, DAYS_LOOKED_AT) ?? [])];
    return days.filter((day) => day !== NO_DAY).map((day) => yearMonthDay(day as LocalDate).year);
  });
  return [...new Set(said.length > 0 ? said : ofDays)].sort((a, b) => a - b);
}

function readSheet(
  draft: LedgerDraft,
  candidates: Candidates,
  { sections }: OrderSheet,
  { sheetIndex, base, memory, years }: SheetPlace,
  options: LedgerOptions,
): SectionBeingRead[] {
  return sections.flatMap((section) => {
    const { amount, fields } = section.layout;
    if (amount === undefined) return [];
    const asksCategory =
      options.categoriesMatter !== false ||
      fields.category !== undefined ||
      fields.product !== undefined;
    const run: SectionBeingRead = {
      draft,
      section,
      ...memory.readingOf(section, amount),
      base: base + section.from,
      sheetIndex,
      catalog: options.catalog ?? knownCatalog,
      policy: options.policy,
      candidates,
      asksCategory,
      years: () => ownYears(section) ?? years(),
    };
    readSection(run);
    return [run];
  });
}

/** Rows above the first header, the headers themselves, and sections that hold no money. */
function readTop(
  draft: LedgerDraft,
  { sheet, sections }: OrderSheet,
  sheetIndex: number,
  base: number,
): void {
  const headerRows = new Set(sections.flatMap(({ headerRows: rows }) => [...rows]));
  const isRead = (row: number): boolean =>
    sections.some(({ from, to, layout }) => layout.amount !== undefined && row >= from && row < to);
  const blocks = sections.map(({ from, to }) => ({ from, to }));
  const rows = [...Array(blocks[0]?.from ?? 0).keys(), ...headerRows];
  for (const { from, to } of blocks)
    if (!isRead(from)) for (let row = from; row < to; row++) rows.push(row);
  for (const row of rows) {
    draft.sheetOf[base + row] = sheetIndex;
    draft.row[base + row] = rowNumber(sheet, row);
    setKind(
      draft,
      base + row,
      headerRows.has(row)
        ? 'header'
        : sheet.columns.every((cells) => isBlank(cells[row]))
          ? 'blank'
          : 'note',
    );
  }
}

function finished(
  draft: LedgerDraft,
  chosen: readonly OrderSheet[],
  runs: readonly SectionBeingRead[],
  headers: readonly string[],
): Ledger {
  const {
    sheetOf,
    row,
    kind,
    reason,
    amount,
    day,
    category,
    orderId,
    customer,
    product,
    remarks,
    warnings,
    report,
    size,
  } = draft;
  const ledger = {
    sheets: chosen.map(sheetFacts),
    size,
    sheetOf,
    row,
    kind,
    reason,
    amount,
    day,
    category,
    categories: draft.categories.names,
    orderId,
    customer,
    product,
    ...optionalColumns(size, runs, headers),
    ...summedRows(size, chosen),
    remarks,
    warnings,
    questions: [...new Set([...draft.questions].sort(([a], [b]) => a - b).map(([, one]) => one))],
  };
  return {
    ...ledger,
    report: [...report, ...readingReport(ledger), ...hiddenRows(ledger, chosen)],
  };
}

function summedRows(size: number, chosen: readonly OrderSheet[]): Pick<Ledger, 'summed'> {
  if (!chosen.some(({ sheet }) => sheet.summed !== undefined)) return {};
  const summed = new Float64Array(size);
  let base = 0;
  for (const { sheet } of chosen) {
    if (sheet.summed !== undefined) summed.set(sheet.summed, base);
    base += sheet.rowCount;
  }
  return { summed };
}

function sheetFacts({ sheet, sections }: OrderSheet): LedgerSheet {
  const layout = (sections.find(({ layout: { amount } }) => amount !== undefined) ?? sections[0])
    ?.layout;
  return {
    name: sheet.name,
    headerRow: rowNumber(sheet, layout?.header.bottom ?? 0),
    columns: layout?.fields ?? {},
    unknownHeaders: layout?.unknown ?? [],
    headed: layout?.header.cells.flatMap(({ text, column }) => (text === '' ? [] : column)) ?? [],
  };
}
