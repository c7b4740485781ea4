import type { Language } from '#domain/language.ts';
import { invariant } from '#domain/result.ts';
import { SPECS } from '#functions/specs.ts';
import type { FunctionFact } from '#facts/functions.ts';
import { functions as english } from '#i18n/en-US/functions.ts';
import { sentenceOf } from '#i18n/sentences.ts';
import { functions as chinese } from '#i18n/zh-CN/functions.ts';
import { type TemplateChannel, referenceOf } from '#pages/template/channels.ts';
import type { CallFunction } from '#pages/template/engine.ts';
import { fontOf } from '#pages/template-language.ts';
import { templatePages } from '#pages/template/template-pages.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';

export interface TemplateOptions {
  readonly format: 'xlsx' | 'xltx';
  /** One way of deploying the add-in. */
  readonly channel: TemplateChannel;
  /** Path of the network share, for that channel. */
  readonly share?: string;
}

/**
 * A new workbook with the tables, formulas and instructions of the product, as file bytes: the same
 * options give the same bytes. Opens the pane for those who have the add-in.
 */
export function makeTemplate(
  language: Language,
  { format, channel, share }: TemplateOptions,
): Uint8Array {
  return newWorkbook(templatePages(language, callerOf(language)), {
    font: fontOf(language),
    template: format === 'xltx',
    binding: {
      ...referenceOf(channel, share),
      functionIds: SPECS.map((spec) => spec.id),
      autoShow: true,
    },
  });
}

/** What cells say: among the sentences of pages these are not. */
const SENTENCES = { 'zh-CN': chinese, 'en-US': english } as const;

/** What the add-in's functions give in this language, for cells that show it before they run. */
export const callerOf =
  (language: Language): CallFunction =>
  (id, args) => {
    const spec = SPECS.find((one) => one.id === id);
    invariant(spec !== undefined, `a function of the add-in: ${id}`);
    const result = spec.run(args, {
      workbookPolicy: undefined,
      date1904: false,
      say: (fact: FunctionFact) => sentenceOf(SENTENCES[language], fact),
    });
    const rows = Array.isArray(result) ? result : [[result]];
    return rows.map((row: readonly unknown[]) =>
      row.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? cell : null)),
    );
  };
