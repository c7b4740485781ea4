import type { Language } from '#domain/language.ts';

const KEPT_UNDER = 'rebate-radar.language';

/**
 * The language of the page: `?lang=`, else what was chosen before, else the browser's; Chinese
 * unless that is English.
 */
export function languageOfPage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? kept() ?? navigator.language;
  return /^en\b/i.test(asked) ? 'en-US' : 'zh-CN';
}

/** In Office: what was chosen before, else the language Office itself speaks. */
export const languageOfOffice = (displayLanguage: string): Language =>
  /^en\b/i.test(kept() ?? displayLanguage)
    ? 'en-US'
    : /^zh\b/i.test(kept() ?? displayLanguage)
      ? 'zh-CN'
      : 'en-US';

/** For the next page, and for this one when it is loaded again. */
export function rememberLanguage(language: Language): void {
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.set('lang', language);
    history.replaceState(history.state, '', address);
  }
  try {
    localStorage.setItem(KEPT_UNDER, language);
  } catch {
    // Storage may be switched off; the choice then lasts as long as the page.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_UNDER);
  } catch {
    return null;
  }
}
