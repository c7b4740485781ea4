import type { CliFact } from '#facts/cli.ts';
import type { Sentences } from '../sentences.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);

export const cli: Sentences<CliFact> = {
  'cli.no-command': (f) => `不认识的命令“${f.given}”，可用：analyze、reconcile、template。`,
  'cli.argument-missing': (f) => `${f.command} 缺少 ${f.name}，请在命令后面写上文件名。`,
  'cli.too-many': (f) => `多了一个参数“${f.given}”，请去掉，或检查文件名里的空格是否加了引号。`,
  'cli.option-unknown': (f) => `不认识的选项 ${f.given}，全部选项见 --help。`,
  'cli.option-empty': (f) => `选项 ${f.name} 后面没有值，请补上。`,
  'cli.option-missing': (f) => `${f.command} 需要选项 ${f.name}，请补上。`,
  'cli.date-unreadable': (f) => `${f.name} 的日期“${f.given}”不对，请写成 2025-03-31。`,
  'cli.language-unknown': (f) => `不支持语言“${f.given}”，请写 zh-CN 或 en-US。`,
  'cli.no-files': (f) => `“${f.given}”里没有能读的文件，请检查路径，或写成 账单/2025-*.csv。`,
  'cli.out-of-several': () =>
    `--out 是一份台账的副本，不能对应多个文件；请只给一个文件，或改用 --json。`,
  'cli.engine-unknown': (f) => `--engine 不能是“${f.given}”，请写其中之一：${f.known}。`,
  'cli.sums-columns': (f) =>
    `汇总文件“${f.name}”缺少列 ${f.columns}，请按 docs/large-data.md 的列名导出。`,
  'cli.large-needs-duckdb': () =>
    '数据超过一张工作表，要用 DuckDB 汇总；请在项目目录运行 npm install @duckdb/node-api ' +
    '后再试，或用 --sums 读取数据仓库算好的汇总。',
  'cli.large-failed': (f) => `DuckDB 读不了这些文件（${f.reason}），请检查文件内容和磁盘空间。`,
  'cli.large-no-orders': (f) => `“${f.name}”的开头认不出金额列和日期列，请检查表头。`,
  'cli.large-units': (f) =>
    `“${f.name}”的金额列“${f.header}”不是以元计，汇总方式只认元，请换成元后再试。`,
  'cli.large-unit-open': (f) => `金额列“${f.header}”的单位不明，请把表头写成“${f.header}(元)”。`,
  'cli.large-workbook': (f) =>
    `“${f.name}”是工作簿，汇总方式只读 .csv 和 .parquet，请先另存为 CSV。`,
  'cli.large-encoding': (f) => `“${f.name}”不是 UTF-8 编码，汇总方式只读 UTF-8，请转换后再试。`,
  'cli.large-blank-days': (f) =>
    `有 ${f.lines} 行没有日期（同上），汇总方式不知道它的上一行，请把日期补全。`,
  'cli.large-too-varied': () =>
    `不同的客户、产品和备注太多，汇总后仍超过 200 万行；请去掉备注列，或分开计算。`,
  'cli.large-out': () => `数据超过一张工作表，写不出标色副本；请去掉 --out，改用 --json。`,
  'cli.large-per-order': (f) =>
    `返点项“${f.component}”按单计算或逐单舍入，从汇总里算不出来，请按文件分开计算。`,
  'cli.large-mixed-weights': (f) =>
    `返点项“${f.component}”超额计算且定档口径与计佣类别不同，先后次序影响金额，从汇总里算不出来。`,
  'cli.large-clause': (f) =>
    `返点项“${f.component}”的条件、累计对象、退款口径或定档指标要看每一单，从汇总里算不出来，` +
    '请用 --engine lines 分开计算。',
  'cli.large-mid-month': (f) =>
    `返点项“${f.component}”在月中生效或失效，按月汇总算不出来，请改到月初月末，或按文件分开计算。`,
  'cli.read-as-sums': (f) =>
    `${f.lines.toLocaleString('en-US')} 行按月汇总读入，其中 ${f.listed.toLocaleString('en-US')} ` +
    '行逐行读入；谁先破线从汇总里看不出来，临界订单只看金额最大的 1,000 行。',
  'cli.rows-unknown': (f) => `--rows 不能是“${f.given}”，请写其中之一：${f.known}。`,
  'cli.dates-reversed': (f) => `开始日 ${f.from} 晚于结束日 ${f.to}，请对调。`,
  'cli.out-needs-macros': (f) =>
    `「${f.name}」里有宏，「${f.given}」这个名字 Excel 打不开：请把 --out 的文件名改成以 ` +
    '.xlsm 结尾。',
  'cli.out-not-workbook': (f) =>
    `输出文件“${f.given}”的扩展名不对，请用 ${f.endings.join(' 或 ')}。`,
  'cli.out-is-input': (f) => `输出文件“${f.given}”就是输入文件；为保护原件，请换一个名字。`,
  'cli.outputs-same': (f) => `两个输出都写到“${f.given}”，请给它们不同的名字。`,
  'cli.out-not-file': (f) =>
    `输出“${f.given}”不是普通文件（而是文件夹或设备），请写一个文件名；要输出到屏幕请写 --json -。`,
  'cli.in-not-file': (f) => `输入“${f.name}”是设备，不是文件，读不出表格；请给一个文件名。`,
  'cli.answers-not-file': () => '--answers 要读也要写，不能是标准输出“-”；请写一个 JSON 文件名。',
  'cli.name-too-long': (f) => `输出文件名“${f.given}”太长，系统不接受，请改短。`,
  'cli.folder-missing': (f) => `输出“${f.given}”所在的文件夹不存在，请先建好或改写路径。`,
  'cli.disk-full': () => '磁盘已满，没有写入任何文件；请腾出空间后再试。',
  'cli.stdout-closed': () => '标准输出在写完之前被关闭，结果不完整；请改用 --json 文件名。',
  'cli.stdout-unwritable': (f) =>
    `标准输出写不了（${f.reason}），请检查磁盘空间或改用 --json 文件名。`,
  'cli.too-large': () => '内存不够，无法完成；请把文件按期间或月份拆开再运行；没有写入任何文件。',
  'cli.unexpected': (f) =>
    `出现了意料之外的错误（${oneLine(f.what)}），没有写入任何文件；` +
    '请把这句话和出错的文件告诉我们。',
  'cli.file-missing': (f) => `找不到文件“${f.name}”，请检查路径。`,
  'cli.file-unreadable': (f) => `文件“${f.name}”读不了（${f.reason}），请检查权限。`,
  'cli.file-unwritable': (f) =>
    `文件“${f.name}”写不了（${f.reason}），请检查磁盘空间和权限，或先关闭已打开的同名文件。`,
  'cli.json-broken': (f) => `“${f.name}”不是完整的 JSON，请修正后再试。`,
  'cli.json-nested': (f) => `“${f.name}”嵌套超过 ${f.most} 层，不是本工具的文件，请换一个。`,
  'cli.json-twice': (f) => `“${f.name}”里同一处有两个“${f.key}”，看不出以哪个为准，请去掉一个。`,
  'cli.policy-sheet-missing': (f) =>
    `“${f.name}”里没有政策表，请放一张名为“返点政策”的工作表，首行写“门槛”和“比例”。`,
  'cli.policy-wrong': (f) =>
    `政策有${f.errors.length === 1 ? '误' : ` ${f.errors.length} 处错误`}，未计算：` +
    `${[...f.errors, ...f.unread].map(({ cell, sentence }) => `${cell}：${sentence}`).join('')}`,
  'cli.catalog-missing': (f) => `“${f.name}”里没有产品目录，请写“产品”“类别”两列。`,
  'cli.answers-unreadable': (f) =>
    f.key === ''
      ? `“${f.name}”不是答案文件：请写成 { "问题的 key": "选项 id" }。`
      : `“${f.name}”里“${f.key}”的答案看不懂：请写选项的 id，或 { "amount" | "date" | ` +
        '"category" | "status" | "id": 值 }。',
  'cli.facts-missing': (f) => `“${f.name}”里没有指标，请写“指标”“期间”“值”三列。`,
  'cli.example-policy': (f) =>
    `没有找到政策，暂用“${f.name}”计算；这是一篇文章里的例子，不是任何厂商的正式政策。`,
  'cli.example-given': (f) => `“${f.name}”是示例政策，不是任何厂商的正式政策；结果仅供参考。`,
  'cli.written': (f) => `已写入 ${f.name}`,
  'cli.progress': (f) =>
    `${f.step} ${f.done.toLocaleString('en-US')}` +
    `${f.total === null ? '' : ` / ${f.total.toLocaleString('en-US')}`} 行`,
};
