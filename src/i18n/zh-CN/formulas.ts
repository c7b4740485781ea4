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
  checked: '检查完成，报告在下面，可复制后贴到反馈里。',
  startup: '随工作簿启动：开/关',
  startsOn: '这本工作簿打开时会自动加载返点雷达。',
  startsOff: '这本工作簿打开时不再自动加载返点雷达；改动政策后请打开一次面板，公式才会更新。',
};
