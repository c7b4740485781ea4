import type { Cell } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import type { Page, PageCell, PageRow, PageStyle } from '../page.ts';
import type { CallFunction, Engine } from './engine.ts';
import { figuresSheet } from './figures-sheet.ts';
import { catalogSheet, customersSheet, pipelineSheet, settlementsSheet } from './list-sheets.ts';
import { ordersSheet } from './orders-sheet.ts';
import { plainFormulas } from './plain-formulas.ts';
import { POLICY_HEADER_ROW, policySheet } from './policy-sheet.ts';
import { templatePolicy } from './sample-figures.ts';
import { startSheet } from './start-sheet.ts';
import { wordsOf, fontOf } from '../template-language.ts';
import { EXAMPLE_KINDS, EXAMPLES_BY_KIND } from '#domain/policy/example-kinds.ts';
import { bandRows } from '../title-band.ts';

/**
 * The sheets of a template workbook, in tab order. Formulas carry the results that our own engine
 * gives; `call` is how the functions of the add-in are asked for theirs.
 */
export function templatePages(language: Language, call: CallFunction): readonly Page[] {
  const policy = policySheet(language);
  const terms = templatePolicy(policy);
  const engine: Engine = Object.assign((id: string, args: readonly unknown[]) => call(id, args), {
    policy: valuesOf(policy).slice(POLICY_HEADER_ROW),
  });
  const orders = ordersSheet(language, terms, engine);
  const typed = wordsOf(language).orders.columns;
  const width = orders.rows[0]?.cells.findIndex((cell) => cell?.value === typed.remark) ?? 0;
  return [
    startSheet(language),
    orders,
    policy,
    figuresSheet(
      language,
      terms,
      engine,
      valuesOf(orders).map((row) => row.slice(0, width + 1)),
    ),
    pipelineSheet(language),
    catalogSheet(language),
    customersSheet(language),
    settlementsSheet(language),
    plainFormulas(language, policy, terms),
    examplesSheet(language),
  ];
}

const valuesOf = (page: Page): readonly (readonly Cell[])[] =>
  page.rows.map(({ cells }) => cells.map((cell): Cell => cell?.value ?? null));

const WIDTH = 10;

/** Complete policies by kind, to copy onto the policy sheet and change. */
function examplesSheet(language: Language): Page {
  const words = wordsOf(language);
  const blocks = EXAMPLE_KINDS.flatMap((kind): PageRow[] => {
    const { policy, facts } = EXAMPLES_BY_KIND[kind][language === 'zh-CN' ? 'zh' : 'en'];
    return [
      {
        cells: [{ value: words.examples.kinds[kind], style: 'section' }],
        height: 24,
      },
      ...tableRows(policy),
      ...(facts === null ? [] : [{ cells: [], height: 6 }, ...tableRows(facts)]),
      { cells: [], height: 14 },
    ];
  });
  return {
    name: words.sheets.examples,
    mark: 'template:examples',
    columnWidths: Array.from({ length: WIDTH }, (_, column) => (column === 0 ? 22 : 15)),
    rows: [...bandRows(words.examples.title, words.examples.note, WIDTH, 'notice'), ...blocks],
    merges: [{ row: 1, column: 0, rows: 1, columns: WIDTH }],
    charts: [],
    frozenRows: 1,
    landscape: true,
    font: fontOf(language),
    gridlines: false,
    tabColor: '#9A5B00',
  };
}

const tableRows = (table: readonly (readonly Cell[])[]): readonly PageRow[] =>
  table.map((row, at) => ({
    height: at === 0 ? 28 : 19,
    cells: row.map((cell): PageCell => {
      const style: PageStyle = at === 0 ? 'header' : 'text';
      return { value: typeof cell === 'object' ? null : cell, style };
    }),
  }));
