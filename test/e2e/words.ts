import { pane as english } from '#i18n/en-US/pane.ts';
import { pane as chinese } from '#i18n/zh-CN/pane.ts';
import type { Language } from './stage.ts';

/** The pane's own words: a test finds a button as a person does, by what it says. */
export const wordsOf = (language: Language): typeof english =>
  (language === 'zh-CN' ? chinese : english) as typeof english;
