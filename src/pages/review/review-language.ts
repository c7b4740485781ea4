import { reviewWords as english } from '#i18n/en-US/review.ts';
import type { Language } from '#domain/language.ts';
import type { Words } from '#i18n/sentences.ts';
import { reviewWords as chinese } from '#i18n/zh-CN/review.ts';

export const reviewLanguage = (language: Language): Words<typeof english> =>
  language === 'zh-CN' ? chinese : english;

/** Sentences one after another: behind a Chinese full stop stands no space. */
export const runOn = (sentences: readonly string[]): string =>
  sentences.join(' ').replace(/([。！？]) /gu, '$1');
