type Language = 'zh-CN' | 'en-US';

const LOCALES: Readonly<Record<Language, () => Promise<readonly { readonly default: object }[]>>> =
  {
    'zh-CN': () =>
      Promise.all([
        import('@univerjs/preset-sheets-core/locales/zh-CN'),
        import('@univerjs/preset-sheets-filter/locales/zh-CN'),
        import('@univerjs/preset-sheets-sort/locales/zh-CN'),
        import('@univerjs/preset-sheets-find-replace/locales/zh-CN'),
      ]),
    'en-US': () =>
      Promise.all([
        import('@univerjs/preset-sheets-core/locales/en-US'),
        import('@univerjs/preset-sheets-filter/locales/en-US'),
        import('@univerjs/preset-sheets-sort/locales/en-US'),
        import('@univerjs/preset-sheets-find-replace/locales/en-US'),
      ]),
  };

/** The grid's own words in the language of the page. */
export const loadLocale = async (language: Language): Promise<object[]> =>
  (await LOCALES[language]()).map((each) => each.default);

/**
 * Fetches the grid's words in the other language once the sheet stands, so that the page can be
 * switched without a network too. Where that fails, the switch itself asks again.
 */
export function fetchOtherLocale(language: Language): void {
  LOCALES[language === 'zh-CN' ? 'en-US' : 'zh-CN']().catch(() => undefined);
}
