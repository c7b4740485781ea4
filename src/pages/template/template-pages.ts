import type { Language } from '#i18n/sentences.ts';
import type { Page } from '../page.ts';
import { figuresSheet } from './figures-sheet.ts';
import { catalogSheet, customersSheet, pipelineSheet, settlementsSheet } from './list-sheets.ts';
import { ordersSheet } from './orders-sheet.ts';
import { policySheet } from './policy-sheet.ts';
import { templatePolicy } from './sample-figures.ts';
import { startSheet } from './start-sheet.ts';

/**
 * The sheets of a template workbook, in tab order. Formulas carry the results our own engine gives.
 */
export function templatePages(language: Language): readonly Page[] {
  const policy = policySheet(language);
  const terms = templatePolicy(policy);
  return [
    startSheet(language),
    ordersSheet(language, terms),
    policy,
    figuresSheet(language, terms),
    pipelineSheet(language),
    catalogSheet(language),
    customersSheet(language),
    settlementsSheet(language),
  ];
}
