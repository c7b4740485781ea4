import type { Cell } from '#domain/sheet.ts';
import type { Language } from '#domain/language.ts';
import type { Page } from '../page.ts';
import type { CallFunction, Engine } from './engine.ts';
import { examplesSheet } from './examples-sheet.ts';
import { figuresSheet } from './figures-sheet.ts';
import { catalogSheet, customersSheet, pipelineSheet, settlementsSheet } from './list-sheets.ts';
import { ordersSheet } from './orders-sheet.ts';
import { plainFormulas } from './plain-formulas.ts';
import { POLICY_HEADER_ROW, policySheet } from './policy-sheet.ts';
import { templatePolicy } from './sample-figures.ts';
import { startSheet } from './start-sheet.ts';
import { wordsOf } from '../template-language.ts';

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
  const width = orders.rows[0]?.cells.findIndex((cell) => cell?.value === typed.status) ?? 0;
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
