import type { Language } from '#domain/language.ts';
import { templateWords as english } from '#i18n/en-US/template.ts';
import { templateWords as chinese } from '#i18n/zh-CN/template.ts';
import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';

export type TemplateWords = typeof english;

export const wordsOf = (language: Language): TemplateWords =>
  language === 'zh-CN' ? chinese : english;

export const policyHeader = (column: PolicyColumn, language: Language): string =>
  POLICY_HEADERS[column][language === 'zh-CN' ? 'zh' : 'en'];

export const fontOf = (language: Language): string =>
  language === 'zh-CN' ? 'Microsoft YaHei' : 'Calibri';
