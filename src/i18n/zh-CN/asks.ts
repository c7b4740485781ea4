import type { asks as english } from '../en-US/asks.ts';

/** What the browser edition asks before something would be lost or written. */
export const asks: typeof english = {
  cancel: '取消',
  text: (asked) => {
    switch (asked.kind) {
      case 'leave':
        return (
          `“${asked.name}”有修改或回答还没有保存到文件。它们留在这台电脑上，` +
          `再打开同一个文件时会恢复。要打开“${asked.next}”吗？`
        );
      case 'reread':
        return (
          `“${asked.name}”里的修改还没有保存到文件。重新读取以磁盘上的内容为准，` +
          '这些修改不会带过去；回答、列的对应和设置保留。'
        );
      case 'forget':
        return (
          '忘记这台电脑上保存的全部文件、修改、' +
          '回答和草稿？没有下载或保存到文件的内容将无法恢复。'
        );
      case 'writeBack':
        return (
          `把修改写回“${asked.name}”？磁盘上的这个文件会被替换；只有您改过的单元格、` +
          '返点雷达自己的工作表和标色有变化。'
        );
      case 'dropped':
        return `“${asked.name}”看起来既可能是厂商结算单，也可能是订单表。怎么用它？`;
      case 'elsewhere':
        return (
          `“${asked.name}”同时开在另一个标签页里，那边有别的修改或回答。` +
          '这台电脑上只能保留其中一份，保留哪一份？'
        );
    }
  },
  choices: {
    leave: { go: '直接打开', download: '先下载再打开' },
    reread: { go: '重新读取' },
    forget: { go: '全部忘记' },
    writeBack: { go: '写回文件' },
    dropped: { statement: '作为结算单对账', orders: '作为订单表打开' },
    elsewhere: { mine: '保留这个标签页的', theirs: '改用另一个标签页的' },
  },
};
