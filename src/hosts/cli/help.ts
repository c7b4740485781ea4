import type { Language } from '#domain/language.ts';
import { cliHelp as english } from '#i18n/en-US/cli-help.ts';
import { cliHelp as chinese } from '#i18n/zh-CN/cli-help.ts';
import { VERSION } from '../version.ts';

/**
 * The lines for who asked what can be asked, wherever among the words; null for who did not. What
 * follows `--` is the name of a file.
 */
export function helpLines(words: readonly string[], language: Language): readonly string[] | null {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  if (before.includes('--help') || before.includes('-h'))
    return language === 'zh-CN' ? chinese : english;
  return before.includes('--version') ? [`Rebate Radar ${VERSION}`] : null;
}
