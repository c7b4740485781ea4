import type { Language } from '#domain/language.ts';
import { commands as english } from '#i18n/en-US/commands.ts';
import { commands as chinese } from '#i18n/zh-CN/commands.ts';
import type { Page, PageRow } from '#pages/page.ts';

export const commandWords = (language: Language): typeof english =>
  language === 'zh-CN' ? chinese : english;

export interface Status {
  readonly headline: string;
  readonly lines: readonly string[];
  readonly failed: boolean;
}

/**
 * A small sheet of ours that says what a ribbon command is doing, what came of it, or why it
 * stopped.
 */
export function statusPage({ headline, lines, failed }: Status, language: Language): Page {
  const words = commandWords(language);
  const rows: PageRow[] = [
    { cells: [{ value: words.title, style: 'title' }] },
    { cells: [{ value: headline, style: failed ? 'notice' : 'label' }] },
    ...lines.map((line): PageRow => ({ cells: [{ value: line, style: 'wrapped' }] })),
  ];
  return { name: words.sheet, mark: 'status', columnWidths: [80], rows, charts: [], frozenRows: 0 };
}
