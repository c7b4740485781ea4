import { SPECS } from '#functions/specs.ts';
import { invariant } from '#domain/result.ts';
import { type Language, sentenceOf } from '#i18n/sentences.ts';
import { functions as chinese } from '#i18n/zh-CN/functions.ts';
import { functions as english } from '#i18n/en-US/functions.ts';
import type { CallFunction } from '#pages/template/engine.ts';
import { type TemplateFileOptions, templateFile } from '#pages/template/template-file.ts';

export type TemplateOptions = Omit<TemplateFileOptions, 'functionIds' | 'call'>;

/**
 * A new workbook with the tables, formulas and instructions of the product, for one way of
 * deploying the add-in.
 */
export const makeTemplate = (language: Language, options: TemplateOptions): Uint8Array =>
  templateFile(language, {
    ...options,
    functionIds: SPECS.map((spec) => spec.id),
    call: callerOf(language),
  });

/** What the add-in's functions answer in this language, for cells that show it before they run. */
export const callerOf =
  (language: Language): CallFunction =>
  (id, args) => {
    const spec = SPECS.find((one) => one.id === id);
    invariant(spec !== undefined, `a function of the add-in: ${id}`);
    const result = spec.run(args, {
      workbookPolicy: undefined,
      date1904: false,
      say: (fact) => sentenceOf(language === 'zh-CN' ? chinese : english, fact),
    });
    const rows = Array.isArray(result) ? result : [[result]];
    return rows.map((row: readonly unknown[]) =>
      row.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? cell : null)),
    );
  };
