import type { ExcelFact } from '#facts/excel.ts';
import type { Sentences } from '../sentences.ts';

/** 另一句话里的原因：同一份句子表。 */
const because = (reason: ExcelFact): string =>
  (excel[reason.code] as (fact: ExcelFact) => string)(reason);

export const excel: Sentences<ExcelFact> = {
  'excel.cellEdit': () => 'Excel 正在编辑单元格，请按回车或 Esc 结束编辑，随后会自动继续。',
  'excel.busy': ({ excelCode }) =>
    `Excel 一直忙，重试三次仍没有回应（${excelCode}）；请稍等片刻再试一次。`,
  'excel.unexpected': ({ excelCode, place }) =>
    `Excel 没能完成这一步（${excelCode}${place === '' ? '' : `，${place}`}）；请再试一次，` +
    '仍不行时复制诊断信息给支持人员。',
  'excel.rowTooLarge': ({ sheet, row }) =>
    `“${sheet}”第 ${row} 行的内容太大，Excel 一次传不出来；请把这一行的长文字缩短后再试。`,
  'excel.tooOld': ({ place }) =>
    `这个版本的 Excel 缺少需要的功能${place === '' ? '' : `（${place}）`}；请更新 Office，` +
    '或改用网页版 Excel。',
  'excel.sheetProtected': ({ sheet }) =>
    `工作表“${sheet}”受保护，没有写入任何内容；` +
    '请在“审阅”里撤销保护（或允许设置单元格格式）后再试。',
  'excel.workbookProtected': () =>
    '工作簿的结构受保护，不能新建工作表；请在“审阅”里撤销工作簿保护后再试。',
  'excel.accessDenied': () =>
    'Excel 拒绝了这次写入，工作表可能受保护或文件是只读的；请撤销保护或另存一份后再试。',
  'excel.cellsTaken': ({ sheet }) => `“${sheet}”右侧要放新列的位置已有内容，请先移开再加列。`,
  'excel.sheetGone': ({ sheet }) =>
    sheet === ''
      ? '要用的工作表已经不在了；请重新选择工作表。'
      : `工作表“${sheet}”已被删除或改名；请重新选择订单表再试。`,
  'excel.nameTaken': ({ sheet }) => `名称“${sheet}”已被占用；请给那张表改名后再试。`,
  'excel.filterInTheWay': ({ sheet }) => `“${sheet}”上的筛选挡住了写入；请清除筛选后再试。`,
  'excel.mergedInTheWay': ({ sheet }) => `“${sheet}”上的合并单元格挡住了写入；请取消合并后再试。`,
  'excel.pivotInTheWay': ({ sheet }) => `“${sheet}”上的数据透视表挡住了写入；请移开透视表后再试。`,
  'excel.cellsInTheWay': ({ sheet }) =>
    `“${sheet}”上已有的内容会被挤出工作表；请清理最后几行或几列后再试。`,
  'excel.unsupportedSheet': ({ sheet }) =>
    `“${sheet}”不是普通工作表（图表或宏表），不能读写；请换一张工作表。`,
  'excel.restartNeeded': () => 'Excel 需要重新启动才能继续；请保存并重新打开工作簿。',
  'excel.memory': () => '数据太大，Excel 装不下；请关闭其他工作簿，或把台账拆成几张表后再试。',
  'excel.keepsChanging': ({ sheet }) =>
    `读取时“${sheet}”一直有人插入或删除行列，无法得到一致的数字；请等大家停一下再分析。`,
  'excel.pageKept': ({ sheet, reason }) =>
    `“${sheet}”没有更新，已恢复上一次的内容：${because(reason)}`,
  'excel.pageEmptied': ({ sheet, reason }) =>
    `“${sheet}”没有写成，已清空，没有留下半张表：${because(reason)}`,
  'excel.pageUnfinished': ({ sheet, reason }) =>
    `“${sheet}”只写了一部分，请不要使用，重新生成即可覆盖：${because(reason)}`,
  'excel.highlightTakenBack': ({ sheet, reason }) =>
    `“${sheet}”的标记没有完成，已恢复您原来的底色：${because(reason)}`,
  'excel.highlightPending': ({ sheet, reason }) =>
    `“${sheet}”的标记只完成了一部分，原来的底色已记在工作簿里，稍后点“清除标记”即可恢复：` +
    `${because(reason)}`,
  'excel.changedWhileReading': ({ sheet, remote }) =>
    `读取时${remote ? '其他人' : ''}改动了“${sheet}”，改动的行已重新读取。`,
  'excel.rowsLeftColoured': ({ sheet, count }) =>
    `“${sheet}”有 ${count} 行在标记之后被移动、删除或重新上色，这些行的底色未作改动，请自行检查。`,
  'excel.filteredRowsKept': ({ sheet, count }) =>
    `“${sheet}”有 ${count} 行被筛选隐藏，底色还没有恢复；清除筛选后再点一次“清除标记”。`,
  'excel.notCopied': () => '没能复制：这台 Excel 不让面板使用剪贴板；请选中文字后按 Ctrl+C。',
  'excel.notOpened': ({ address }) =>
    `没能打开新工作簿；请在浏览器里打开 ${address} 下载，再用 Excel 打开。`,
  'excel.startsWithWorkbook': () =>
    '这本工作簿以后打开时会自动加载返点雷达，公式才能跟上政策的改动；' +
    '不需要时可在“更多”菜单里关闭。',
  'excel.filterLifted': ({ sheet }) =>
    `“${sheet}”上有筛选，写入时先取消、写完再恢复；没有改动您的数据。`,
  'excel.hiddenRowsUnknown': ({ sheet }) =>
    `“${sheet}”有隐藏或筛掉的行，Excel 没有给出是哪几行；它们照样读入，请取消筛选后核对。`,
  'excel.filterNotRestored': ({ sheet }) =>
    `“${sheet}”的筛选没能恢复，请重新设置筛选；数据没有改动。`,
  'excel.rowsChangedSince': ({ sheet, count }) =>
    `“${sheet}”有 ${count} 行在读取之后被改动或移动，没有标记；请重新分析。`,
  'excel.coloursHidden': ({ sheet, count }) =>
    `“${sheet}”有 ${count} 个已标记的行正被筛选或隐藏，取消筛选后可见。`,
  'excel.rowHidden': ({ sheet, row }) =>
    `“${sheet}”第 ${row} 行被筛选或隐藏，已选中但看不见；取消筛选即可看到。`,
  'excel.highlightedSheetGone': ({ sheet }) =>
    `做过标记的工作表“${sheet}”已不在工作簿里，没有需要恢复的底色。`,
  'excel.undoNotGrouped': () => 'Excel 不能把这次改动合成一步撤销，请用面板里的“撤销上次”。',
  'excel.otherName': ({ wanted, used }) =>
    `已有一张不是我们生成的“${wanted}”，没有动它；内容写在“${used}”。`,
};
