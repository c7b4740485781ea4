import type { Words } from '../sentences.ts';
import type { commands as english } from '../en-US/commands.ts';

export const commands: Words<typeof english> = {
  sheet: '返点雷达状态',
  title: '返点雷达',
  steps: {
    read: '正在读取订单表',
    understand: '正在分辨订单、退款和备注',
    compute: '正在计算档位和临界订单',
    highlight: '正在给临界订单标色',
    review: '正在写季度复盘',
    rewrite: '正在写季度复盘',
  },
  rows: (done, total) => (total === null ? `${done} 行` : `${done} / ${total} 行`),
  analyzed: '分析完成，临界订单已标色；打开窗格查看数字。',
  written: '复盘已写好。',
  failed: '已中断',
};
