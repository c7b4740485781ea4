import type { formulaWords as english } from '../en-US/formulas.ts';
import type { Words } from '../sentences.ts';

export const formulaWords: Words<typeof english> = {
  repair: '修复公式',
  copyAsValues: '复制为数值',
  addColumns: '添加返点列',
  check: '检查这台 Excel',
  repaired: (cells) => (cells === 0 ? '公式都正常。' : `已重新录入 ${cells} 个公式。`),
  copied: (sheets) =>
    sheets.length === 0 ? '没有工作表用到本加载项的函数。' : `已复制为数值：${sheets.join('、')}。`,
  added: (sheet, columns) => `已在“${sheet}”添加 ${columns.join('、')} 列。`,
  checked: '报告已复制，可以粘贴发送。',
};
