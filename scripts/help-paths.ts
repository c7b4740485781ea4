import type { FunctionId } from '#facts/functions.ts';
import type { Language } from '#domain/language.ts';

/** Where a help page lies below the host address: a page a function, and an index. */
export const helpPath = (
  language: Language,
  page: FunctionId | 'index' | 'privacy' | 'guide',
): string => `assets/help/${language}/${page}.html`;
