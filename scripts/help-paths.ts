import type { FunctionId } from '#functions/spec.ts';
import type { Language } from '#i18n/sentences.ts';

/** Where a help page lies below the host address: a page a function, and an index. */
export const helpPath = (language: Language, page: FunctionId | 'index' | 'privacy'): string =>
  `assets/help/${language}/${page}.html`;
