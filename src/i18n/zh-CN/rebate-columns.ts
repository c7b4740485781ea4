import type { RebateColumnsFact } from '#facts/rebate-columns.ts';
import type { columnWords as englishColumns } from '../en-US/rebate-columns.ts';
import type { Sentences } from '../sentences.ts';

/** 加到用户订单表上的列名，以及“复制为数值”的表名。 */
export const columnWords: typeof englishColumns = {
  counted: '计入金额',
  tier: '公式档位',
  rate: '公式比例',
  rebate: '公式应返',
  valuesSheet: (sheet: string) => `${sheet}（数值）`,
};

const FIELDS = { amount: '金额', category: '类别', date: '日期' } as const;

export const rebateColumns: Sentences<RebateColumnsFact> = {
  'columns.no-order-sheet': () => '没有找到可加列的订单表：请先打开订单表并点“分析订单表”。',
  'columns.no-policy-sheet': () =>
    '公式需要工作簿里的政策：请先添加“返点政策”表并填好档位，再加列。',
  'columns.field-missing': ({ field }) =>
    `这张表没有认出${FIELDS[field]}列：请在任务窗格里对应一次，再加列。`,
  'columns.not-plain': ({ sheet, row, what }) =>
    `“${sheet}”第 ${row} 行的${what === 'date' ? '日期' : '金额'}是文本或单位不是元：` +
    `请改成普通${what === 'date' ? '日期' : '数字'}，再加列。`,
};
