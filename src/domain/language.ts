/** The languages that every sentence and every word stands in. */
export type Language = 'zh-CN' | 'en-US';
