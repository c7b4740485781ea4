import { SPECS } from '#functions/specs.ts';
import type { Language } from '#i18n/sentences.ts';
import { type TemplateFileOptions, templateFile } from '#pages/template/template-file.ts';

export type TemplateOptions = Omit<TemplateFileOptions, 'functionIds'>;

/**
 * A new workbook with the tables, formulas and instructions of the product, for one way of
 * deploying the add-in.
 */
export const makeTemplate = (language: Language, options: TemplateOptions): Uint8Array =>
  templateFile(language, { ...options, functionIds: SPECS.map((spec) => spec.id) });
