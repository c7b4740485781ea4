import { LONGEST_CELL } from '#domain/bounds.ts';
import type { Language } from '#domain/language.ts';
import { type ExampleKind, EXAMPLES_BY_KIND } from '#domain/policy/example-kinds.ts';
import { type TypedPolicy, headerRowOf } from '#domain/policy/typed-policy.ts';
import { plainFen } from '#domain/reading/plain-amount.ts';
import { FACT_SHEETS, isFactSheet, isPolicySheet, POLICY_SHEETS } from '../read/policy-cells.ts';
import type { WorkbookPort } from '../workbook.port.ts';
import { Refusal } from '#domain/refusal.ts';
import { type Cell, cellAddress } from '#domain/sheet.ts';
import type { FilesFact } from '#facts/files.ts';
import type { PolicyColumn } from '#domain/policy/columns.ts';
import type { Page, PageCell } from '#pages/page.ts';

/** Writes a policy typed in the pane, with its facts, and gives the name of its sheet. */
export async function writePolicy(
  port: WorkbookPort,
  draft: TypedPolicy,
  language: Language,
): Promise<string> {
  const name = await policyName(port, language);
  refuseTooLong(draft, port.title, name);
  const [zh, en] = FACT_SHEETS;
  // Beside a policy of the user's own stand the user's own facts.
  if (draft.facts && !name.endsWith(DRAFT_MARK[language]))
    await port.writePage(factsPage(draft.facts, language, language === 'zh-CN' ? zh : en));
  return port.writePage(policyPage(draft, language, name));
}

/** What was pasted into a draft stays there, whole, where a cell could not hold it. */
function refuseTooLong({ rows }: TypedPolicy, name: string, sheet: string): void {
  for (const [r, row] of rows.entries())
    for (const [c, { length: characters }] of row.entries())
      if (characters > LONGEST_CELL)
        throw new Refusal<FilesFact>({
          ...{ code: 'file.typedTooLong', name, what: 'text', sheet },
          ...{ cell: cellAddress(r + 1, c), characters, most: LONGEST_CELL },
        });
}

/** Writes an example policy of a kind to begin with, and gives the name of its sheet. */
export async function writeExample(
  port: WorkbookPort,
  kind: ExampleKind,
  language: Language,
): Promise<string> {
  const at = language === 'zh-CN' ? 0 : 1;
  const { policy, facts } = EXAMPLES_BY_KIND[kind][at === 0 ? 'zh' : 'en'];
  const hasFacts = (await port.listSheets()).some((sheet) => isFactSheet(sheet));
  if (facts !== null && !hasFacts)
    await port.writePage(examplePage(facts, FACT_SHEETS[at], 'facts'));
  const name = await policyName(port, language);
  return port.writePage(examplePage(policy, name, 'policy'));
}

/** A policy sheet of the user's own is never written over: ours stands beside it as a draft. */
async function policyName(port: WorkbookPort, language: Language): Promise<string> {
  const own = (await port.listSheets()).some((sheet) => isPolicySheet(sheet) && !sheet.ours);
  const name = POLICY_SHEETS[language === 'zh-CN' ? 0 : 1];
  return own ? `${name} ${DRAFT_MARK[language]}` : name;
}

const DRAFT_MARK: Readonly<Record<Language, string>> = { 'zh-CN': '草稿', 'en-US': 'draft' };

const WIDTHS: { readonly [C in PolicyColumn]?: number } = {
  component: 14,
  threshold: 15,
  counts: 17,
  source: 40,
  rounding: 20,
};

const USUAL_WIDTH = 11;

const NUMBERS: readonly PolicyColumn[] = ['threshold', 'bonus', 'baseline', 'cap', 'floor'];

/**
 * The typed policy as a sheet of ours: a plain table under one header row, to be edited there from
 * now on.
 */
function policyPage(draft: TypedPolicy, language: Language, name: string): Page {
  const header = headerRowOf(draft, language).map((value): PageCell => ({
    value,
    style: 'header',
  }));
  return {
    name,
    mark: 'policy',
    columnWidths: draft.columns.map((column) => WIDTHS[column] ?? USUAL_WIDTH),
    rows: [
      { cells: header },
      ...draft.rows.map((row) => ({
        cells: row.map((text, index) => cellOf(text, draft.columns[index])),
      })),
    ],
    charts: [],
    frozenRows: 1,
    tables: [],
  };
}

/** An example policy of a kind as a sheet to change, cell for cell. */
const examplePage = (table: Table, name: string, mark: 'policy' | 'facts'): Page => ({
  name,
  mark,
  columnWidths: (table[0] ?? []).map(() => EXAMPLE_WIDTH),
  rows: table.map((row, at) => ({
    cells: row.map((cell) => ({
      value: typeof cell === 'object' ? null : cell,
      style: at === 0 ? 'header' : 'input',
    })),
  })),
  charts: [],
  frozenRows: 1,
  tables: [],
});

type Table = readonly (readonly Cell[])[];

const EXAMPLE_WIDTH = 16;

/**
 * Plain numbers as numbers, so that the sheet can compute with them; everything else as it was
 * typed.
 */
function cellOf(text: string, column: PolicyColumn | undefined): PageCell {
  const bare = text.trim();
  const fen = column !== undefined && NUMBERS.includes(column) ? plainFen(bare) : undefined;
  return fen !== undefined && fen >= 0
    ? { value: fen / 100, style: 'input-money' }
    : { value: bare === '' ? null : text, style: 'input' };
}

/** The facts that came with a draft, on a sheet of their own. */
const factsPage = (
  facts: readonly (readonly string[])[],
  language: Language,
  name: string,
): Page => ({
  ...policyPage({ columns: [], rows: facts.slice(1) }, language, name),
  mark: 'policy:facts',
  columnWidths: [22, USUAL_WIDTH, USUAL_WIDTH],
  rows: facts.map((row, at) => ({
    cells: row.map((value): PageCell => ({ value, style: at === 0 ? 'header' : 'input' })),
  })),
});
