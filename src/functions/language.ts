import type { Language } from '#domain/language.ts';

/** The language Excel is shown in; without Office the browser's; without a browser Chinese. */
export function callerLanguage(): Language {
  const shown = displayLanguage() ?? browserLanguage() ?? 'zh-CN';
  return shown.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
}

/**
 * Guarded at every step: in a plain browser Office.js leaves `Office.context` empty, and outside
 * there is no `Office`.
 */
function displayLanguage(): string | undefined {
  const office = (
    globalThis as {
      readonly Office?: { readonly context?: { readonly displayLanguage?: unknown } };
    }
  ).Office;
  const language = office?.context?.displayLanguage;
  return typeof language === 'string' && language !== '' ? language : undefined;
}

function browserLanguage(): string | undefined {
  const browser = (globalThis as { readonly navigator?: { readonly language?: unknown } })
    .navigator;
  return typeof browser?.language === 'string' && browser.language !== ''
    ? browser.language
    : undefined;
}
