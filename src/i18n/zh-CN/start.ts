import type { startWords as english } from '../en-US/start.ts';
import type { Words } from '../sentences.ts';

export const startWords: Words<typeof english> = {
  slow: '正在等待 Excel。网络慢时可能要等一会儿，连上后会自动显示。',
  blocked:
    '没有连上 Excel：office.js 没有加载（离线，或被网络拦截）。公式保留原来的数字；连上 ' +
    'Excel 之前这里不显示任何数字。',
  again: '重试',
};
