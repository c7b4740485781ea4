import type { Language } from '#domain/language.ts';

const KEPT_UNDER = 'rebate-radar.language';
/** In the window alone: the address whose `?lang=` the user has chosen against. */
const CHOSEN_AGAINST = 'rebate-radar.address';

/**
 * The language of the page: `?lang=` until another is chosen, else what was chosen before, else the
 * browser's; Chinese unless that is English.
 */
export function languageOfPage(): Language {
  const address = new URLSearchParams(location.search).get('lang');
  const isOver = kept(() => sessionStorage, CHOSEN_AGAINST) === location.search;
  const asked = (isOver ? null : address) ?? chosen() ?? navigator.language;
  return /^en\b/i.test(asked) ? 'en-US' : 'zh-CN';
}

const chosen = (): string | null => kept(() => localStorage, KEPT_UNDER);

/** In Office: what was chosen before, else the language Office itself speaks. */
export const languageOfOffice = (displayLanguage: string): Language =>
  /^en\b/i.test(chosen() ?? displayLanguage)
    ? 'en-US'
    : /^zh\b/i.test(chosen() ?? displayLanguage)
      ? 'zh-CN'
      : 'en-US';

/** For the next page, and for this one when it is loaded again. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT_UNDER, language);
    sessionStorage.setItem(CHOSEN_AGAINST, location.search);
  } catch {
    // Storage may be switched off; the choice then lasts as long as the page.
  }
}

function kept(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}
