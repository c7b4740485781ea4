import type { Cell } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import type { PolicyColumn } from '#domain/policy/columns.ts';
import type { Page, PageCell } from '#pages/page.ts';
import { headerRowOf, type TypedPolicy } from '#domain/policy/typed-policy.ts';

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
export function policyPage(draft: TypedPolicy, language: Language, name: string): Page {
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
export const examplePage = (table: Table, name: string, mark: 'policy' | 'facts'): Page => ({
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
  const bare = text.trim().replace(/,/g, '');
  if (column !== undefined && NUMBERS.includes(column) && /^\d+(\.\d{1,2})?$/.test(bare))
    return { value: Number(bare), style: 'input-money' };
  return { value: bare === '' ? null : text, style: 'input' };
}

/** The facts that came with a draft, on a sheet of their own. */
export const factsPage = (
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
