import type { Language } from '#i18n/sentences.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import type { CallFunction } from './engine.ts';
import { type TemplateChannel, referenceOf } from './channels.ts';
import { fontOf } from './template-language.ts';
import { templatePages } from './template-pages.ts';

export interface TemplateFileOptions {
  readonly format: 'xlsx' | 'xltx';
  readonly channel: TemplateChannel;
  /** Path of the network share, for that channel. */
  readonly share?: string;
  /** Every function of the add-in. */
  readonly functionIds: readonly string[];
  /** How they are asked for the results that cells show before they run. */
  readonly call: CallFunction;
}

/**
 * The template as file bytes: the same options give the same bytes. Opens the pane for those who
 * have the add-in.
 */
export function templateFile(
  language: Language,
  { format, channel, share, functionIds, call }: TemplateFileOptions,
): Uint8Array {
  return newWorkbook(templatePages(language, call), {
    font: fontOf(language),
    template: format === 'xltx',
    binding: { ...referenceOf(channel, share), functionIds, autoShow: true },
  });
}
