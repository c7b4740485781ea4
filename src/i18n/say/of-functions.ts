/** What cells with formulas say; on pages nothing is in its place (`no-functions.ts`). */
export { functions as functionsChinese } from '../zh-CN/functions.ts';
export { functions as functionsEnglish } from '../en-US/functions.ts';
