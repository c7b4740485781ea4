/** The grid's own words in the language of the page; the other language is never fetched. */
export async function loadLocale(language: 'zh-CN' | 'en-US'): Promise<object[]> {
  const loaded =
    language === 'zh-CN'
      ? await Promise.all([
          import('@univerjs/preset-sheets-core/locales/zh-CN'),
          import('@univerjs/preset-sheets-filter/locales/zh-CN'),
          import('@univerjs/preset-sheets-sort/locales/zh-CN'),
          import('@univerjs/preset-sheets-find-replace/locales/zh-CN'),
        ])
      : await Promise.all([
          import('@univerjs/preset-sheets-core/locales/en-US'),
          import('@univerjs/preset-sheets-filter/locales/en-US'),
          import('@univerjs/preset-sheets-sort/locales/en-US'),
          import('@univerjs/preset-sheets-find-replace/locales/en-US'),
        ]);
  return loaded.map((each) => each.default);
}
