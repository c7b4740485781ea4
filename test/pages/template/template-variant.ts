import { callerOf } from '#hosts/template-file.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell, PageRow } from '#pages/page.ts';
import { templatePages } from '#pages/template/template-pages.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';

/** A workbook that somebody made of the template: other policy rows, other orders. */
export interface Variant {
  /** Rows by header word; a word that is left out keeps what the sample's first row says. */
  readonly policy?: readonly Readonly<Record<string, string | number | null>>[];
  /** Orders added behind the sample's, by header word. */
  readonly orders?: readonly Readonly<Record<string, string | number | null>>[];
  /** Orders typed under the table by a program that lets no table grow: without formulas. */
  readonly below?: readonly Readonly<Record<string, string | number | null>>[];
  readonly deals?: readonly Readonly<Record<string, string | number | null>>[];
}

const ORDERS = 1;
const POLICY = 2;
const DEALS = 4;

/** Made once in each language: writing the template takes longer than changing it. */
const made = new Map<Language, readonly Page[]>();

function template(language: Language): readonly Page[] {
  const pages = made.get(language) ?? templatePages(language, callerOf(language));
  made.set(language, pages);
  return pages;
}

export function variantPages(language: Language, variant: Variant): readonly Page[] {
  return template(language).map((page, index) => {
    if (index === POLICY && variant.policy !== undefined)
      return withRows(page, 3, variant.policy, 'instead');
    if (index === ORDERS && variant.orders !== undefined)
      return withRows(page, 0, variant.orders, 'added');
    if (index === ORDERS && variant.below !== undefined) return typedBelow(page, variant.below);
    return index === DEALS && variant.deals !== undefined
      ? withRows(page, 0, variant.deals, 'added')
      : page;
  });
}

export const variantBook = (language: Language, variant: Variant): Uint8Array =>
  newWorkbook(variantPages(language, variant));

function withRows(
  page: Page,
  header: number,
  rows: NonNullable<Variant['policy']>,
  how: 'instead' | 'added',
): Page {
  const [table] = page.tables ?? [];
  if (table === undefined) throw new Error(`no table on ${page.name}`);
  const model = page.rows[header + 1] as PageRow;
  const made = rows.map((values): PageRow => ({
    cells: table.columns.map((title, column): PageCell => {
      const cell = model.cells[column];
      const style = cell?.style === undefined ? {} : { style: cell.style };
      const formula = cell?.formula;
      if (Object.hasOwn(values, title)) return { value: values[title] ?? null, ...style };
      if (formula !== undefined) return { value: null, formula, ...style };
      return { value: how === 'instead' ? (cell?.value ?? null) : null, ...style };
    }),
  }));
  const kept = how === 'instead' ? page.rows.slice(0, header + 1) : page.rows;
  return {
    ...page,
    rows: [...kept, ...made],
    tables: [{ ...table, rows: (how === 'instead' ? 1 : table.rows) + made.length }],
  };
}

function typedBelow(page: Page, rows: NonNullable<Variant['below']>): Page {
  const [table] = page.tables ?? [];
  if (table === undefined) throw new Error(`no table on ${page.name}`);
  const typed = rows.map((values): PageRow => ({
    cells: table.columns.map((title): PageCell => ({ value: values[title] ?? null })),
  }));
  return { ...page, rows: [...page.rows, ...typed] };
}
