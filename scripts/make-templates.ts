import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeTemplate } from '#hosts/template-file.ts';
import type { Language } from '#domain/language.ts';
import { CHANNELS, type TemplateChannel } from '#pages/template/channels.ts';

/**
 * Writes assets/templates: the catalog's variant at the top, the other channels' in folders of
 * their own.
 */
const LANGUAGES: readonly Language[] = ['zh-CN', 'en-US'];
const FORMATS = ['xlsx', 'xltx'] as const;

export interface TemplateAsset {
  readonly path: string;
  readonly language: Language;
  readonly format: 'xlsx' | 'xltx';
  readonly channel: TemplateChannel;
}

export const TEMPLATE_ASSETS: readonly TemplateAsset[] = CHANNELS.flatMap((channel) =>
  LANGUAGES.flatMap((language) =>
    FORMATS.map((format) => ({
      path: join(channel === 'catalog' ? '' : channel, `rebate-workbook-${language}.${format}`),
      language,
      format,
      channel,
    })),
  ),
);

export function writeTemplates(folder: string): void {
  for (const { path, language, format, channel } of TEMPLATE_ASSETS) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, makeTemplate(language, { format, channel }));
  }
}

if (process.argv[1]?.endsWith('make-templates.ts') === true) writeTemplates('assets/templates');
