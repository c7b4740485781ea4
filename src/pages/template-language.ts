import type { Language } from '#domain/language.ts';
import { columnWords as englishColumns } from '#i18n/en-US/rebate-columns.ts';
import { templateWords as english } from '#i18n/en-US/template.ts';
import { columnWords as chineseColumns } from '#i18n/zh-CN/rebate-columns.ts';
import { templateWords as chinese } from '#i18n/zh-CN/template.ts';
import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';

export type TemplateWords = typeof english;

export const wordsOf = (language: Language): TemplateWords =>
  language === 'zh-CN' ? chinese : english;

export const policyHeader = (column: PolicyColumn, language: Language): string =>
  POLICY_HEADERS[column][language === 'zh-CN' ? 'zh' : 'en'];

export const fontOf = (language: Language): string =>
  language === 'zh-CN' ? 'Microsoft YaHei' : 'Calibri';

/** Headers of the columns that the add-in adds to an order sheet, whichever language it speaks. */
export const ADDED_COLUMNS: readonly string[] = [englishColumns, chineseColumns].flatMap(
  ({ counted, tier, rate, rebate }) => [counted, tier, rate, rebate],
);
