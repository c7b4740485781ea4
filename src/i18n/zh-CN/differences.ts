import type { differences as english, gridWords as englishWords } from '../en-US/differences.ts';

/** 浏览器版的表格与 Excel 的不同。 */
export const differences: typeof english = {
  title: '与 Excel 的不同',
  list: [
    '可以修改数值和公式；格式、行列、工作表、名称和保护不能改，因为保存的文件留不住这些改动。',
    '每张表的前 100,000 行（整个工作簿 1,500,000 个单元格）可以在这里编辑；分析会读取全部行。',
    '公式里有这里不认识的函数、其他加载项、名称或其他工作簿时，保留文件里存的结果，' +
      '绝不覆盖；有工作表没有全部显示时，文件里的公式都如此。',
    '在表格正下方输入、粘贴或填充，表格会向下变大，向右不会；按地址写的公式（B2:B9）不跟着变。',
    '以“=”开头、但 Excel 不会接受的公式，按文字保存。',
    '被筛选隐藏的行照样隐藏；按什么条件筛选不显示。在这里设的筛选、列宽、行高和隐藏不会保存。',
    '排序时标题、表头和表格的汇总行不动，公式和格式跟着行走；按选中的那一列排。',
    '条形图、柱形图和折线图按单元格里的数画出来，比 Excel 简单；其他图表只显示外框。' +
      '表格按内置样式上色。',
    '文件里的图片、批注、条件格式、数据验证和透视表不显示，但和图表一样原样留在文件里。',
    '我们的函数出错时，单元格显示错误类型；选中它，旁边说明原因。',
    '宏不运行，数据连接不刷新。',
    '撤销可以一直退到打开文件时；切换语言或刷新后单元格内容还在，步骤不在。',
  ],
};

export const notDrawn = '这种图表在 Excel 里显示，页面会原样保留在文件里。';

/** 表格组件要用、自己没带的话。 */
export const gridWords: typeof englishWords = {
  'sheets-formula': {
    progress: {
      analyzing: '正在理清公式',
      calculating: '正在计算公式',
      'array-analysis': '正在理清数组公式',
      'array-calculation': '正在计算数组公式',
      done: '已算好',
    },
  },
  'find-replace': { replace: { 'partial-success': '已替换 {0} 处，{1} 处没有替换' } },
};
