import type { FilesFact } from '#facts/files.ts';
import { grouped } from '../format.ts';
import type { Sentences } from '../sentences.ts';

export const files: Sentences<FilesFact> = {
  'file.empty': ({ name }) => `「${name}」是空文件：请重新导出后再打开。`,
  'file.noCells': ({ name }) => `「${name}」里没有任何内容：请打开有订单的那个文件。`,
  'file.passwordProtected': ({ name }) =>
    `「${name}」设有打开密码：请在 Excel 中取消密码（文件 → 信息 → 保护工作簿）并保存后再打开。`,
  'file.oldExcel': ({ name }) =>
    `「${name}」是旧版 Excel 97-2003 格式（.xls）：请在 Excel 或 WPS 中另存为 .xlsx 后再打开。`,
  'file.wps': ({ name }) => `「${name}」是 WPS 自有格式：请在 WPS 中另存为 .xlsx 后再打开。`,
  'file.binaryWorkbook': ({ name }) =>
    `「${name}」是二进制工作簿（.xlsb）：请在 Excel 中另存为 .xlsx 后再打开。`,
  'file.openDocument': ({ name }) =>
    `「${name}」是 OpenDocument 表格（.ods）：请另存为 .xlsx 后再打开。`,
  'file.markup': ({ name }) =>
    `「${name}」其实是网页或 XML 文本，不是工作簿：请用 Excel 打开它并另存为 .xlsx。`,
  'file.notWorkbook': ({ name }) =>
    `「${name}」不是工作簿，也不是文本表格：请选择 .xlsx 或 .csv 文件。`,
  'file.truncated': ({ name }) => `「${name}」不完整（下载或复制中断）：请重新下载或复制后再打开。`,
  'file.tooLarge': ({ name }) =>
    `「${name}」展开后过大，可能是恶意压缩文件：请只保留订单表，另存为 .xlsx 后再打开。`,
  'file.tooWide': ({ name, row }) =>
    `「${name}」第 ${row} 行超过 16,384 列，一张表放不下：请检查分隔符，或只留订单的列再打开。`,
  'file.scattered': ({ name }) =>
    `「${name}」在离表格很远的地方还有内容：请删去订单旁边和下面的零散单元格，再打开。`,
  'file.damaged': ({ name, part }) =>
    `「${name}」已损坏（${part} 无法读取）：请用 Excel 打开并修复，另存后再试。`,
  'file.partMissing': ({ name, part }) =>
    `「${name}」缺少必要的部分（${part}）：请用 Excel 打开并修复，另存后再试。`,
  'file.unknownEncoding': ({ name }) =>
    `「${name}」的文字编码既不是 UTF-8 也不是 GBK：请另存为“CSV UTF-8”后再打开。`,
  'file.tooManyFormats': ({ name }) =>
    `「${name}」的单元格格式已到 Excel 的上限（65,490 种），无法再加底色或工作表：` +
    '请在副本里删去不用的单元格样式后再试。',
  'file.changedOnDisk': ({ name }) =>
    `“${name}”打开之后被别的程序改过，所以没有写入。请重新读取这个文件，或下载结果。`,
  'file.notAllowed': ({ name }) =>
    `浏览器没有获准使用“${name}”，没有读取也没有写入。请允许，或下载结果。`,
  'file.notKept': ({ name }) =>
    `“${name}”上的工作无法保存在这台电脑上（浏览器不允许或空间不足）。关闭页面前请先下载结果。`,
  'file.noFileDropped': ({ name }) =>
    `拖进来的内容（${name}）不是文件。请拖入 .xlsx 或 .csv 文件，或点“打开文件”选择。`,
  'file.noSuchSheet': ({ name, sheet }) =>
    `「${name}」里没有名为「${sheet}」的工作表：请从现有工作表中选择。`,
  'file.partOfArray': ({ name, cell, block }) =>
    `“${name}”的 ${cell} 属于 ${block} 的数组公式，只能整体修改：请改第一个单元格，或先清除整块。`,
  'file.typedTooLong': ({ what, sheet, cell, characters, most }) =>
    `“${sheet}”的 ${cell} 里的${WHAT[what]}有 ${grouped(characters)} 个字符，Excel 最多 ` +
    `${grouped(most)} 个。没有保存，也没有丢失任何内容：${REMEDY[what]}，再保存。`,
  'file.tooManyLines': ({ name, lines }) =>
    `“${name}”有 ${grouped(lines)} 行，一张表最多 1,048,576 行，无法做成工作簿。` +
    '数字照样可以计算；需要工作簿时，请按日期拆分文件。',
  'file.textsCut': ({ name, cells, count }) =>
    `“${name}”的 ${cells.join('、')}${count > cells.length ? ` 等 ${count} 格` : ' '}超过 32,767 ` +
    '个字符，工作簿的一个单元格放不下：副本里只有开头，原文件仍是全文。',
  'file.headMade': ({ sheet, cell, typed, head }) =>
    `“${sheet}”的 ${cell} 是表格的列标题，${typed === '' ? '没有内容' : `输入的是“${typed}”`}，` +
    `副本里按 Excel 的规则写成“${head}”：列标题必须是文本，同一表格里不能重名。` +
    '如要别的名称，请改好再保存。',
};

const WHAT = {
  text: '文本',
  formula: '公式',
  head: '表格列标题',
  renamed: '公式换上所引用列的新标题后',
} as const;
const SHORTEN = '请缩短，或分到几个单元格';
const REMEDY = {
  text: SHORTEN,
  formula: SHORTEN,
  head: SHORTEN,
  renamed: '请把那一列的标题改短',
} as const;
