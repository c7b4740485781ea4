import type { SwitchName } from './switches.ts';

/** How a fact of Excel's public record is met. */
export type Proof =
  /** The whole story of the pane runs with this switch on. */
  | { readonly kind: 'story'; readonly switch: SwitchName }
  /** A test of its own, by its file. */
  | { readonly kind: 'test'; readonly file: string }
  /** Only a real Excel can tell; the number on the page for it. */
  | { readonly kind: 'real'; readonly number: number };

export interface RecordEntry {
  readonly fact: { readonly zh: string; readonly en: string };
  readonly source: string;
  readonly outcome: { readonly zh: string; readonly en: string };
  readonly proof: Proof;
}

const story = (name: SwitchName): Proof => ({ kind: 'story', switch: name });
const test = (file: string): Proof => ({ kind: 'test', file });
const real = (number: number): Proof => ({ kind: 'real', number });
const entry = (
  zh: string,
  en: string,
  source: string,
  outcomeZh: string,
  outcomeEn: string,
  proof: Proof,
): RecordEntry => ({
  fact: { zh, en },
  source,
  outcome: { zh: outcomeZh, en: outcomeEn },
  proof,
});

/**
 * Excel's public record against the add-in. `office-js 4702` is an issue of OfficeDev/office-js,
 * `docs` a page of the Office Add-ins documentation.
 */
export const RECORD: readonly RecordEntry[] = [
  entry(
    '桌面版把空单元格当作 0 传给函数',
    'Desktop Excel hands empty cells to functions as 0',
    'office-js 5262, 4702, 1951',
    '能分清的按空处理，分不清且影响数字的报错',
    'Told apart where possible; an error where the figure would differ',
    test('test/functions/blanks.test.ts'),
  ),
  entry(
    '参数里的错误值以对象传入',
    'Error values in arguments arrive as objects',
    'docs custom-functions-errors',
    '在自己的位置报错，写明 Excel 的错误名',
    'An error in its own place that names Excel’s error',
    test('test/functions/blanks.test.ts'),
  ),
  entry(
    '整列参数有 104 万行',
    'Whole-column arguments have 1,048,576 rows',
    'office-js 4613, 4654',
    '只算、只答用到的行',
    'Only the used rows are computed and answered',
    test('test/functions/blanks.test.ts'),
  ),
  entry(
    '1904 日期系统没有接口',
    'The 1904 date system has no API',
    'docs excel-add-ins-ranges-dates',
    '用 DATE 探测，序列号换算',
    'Probed with DATE; serial numbers are converted',
    story('days from 1904'),
  ),
  entry(
    '编辑单元格时请求被拒绝',
    'Requests are refused while a cell is edited',
    'office-js 3388, 856',
    '等待并说明，编辑结束后继续，政策不丢',
    'Waits, says so and goes on; no policy is lost',
    story('edit mode at any request'),
  ),
  entry(
    '政策改动与编辑、运行、写入交错',
    'Policy edits interleave with typing, runs and writes',
    'office-js 3388',
    '任何交错之后都没有旧政策的数字',
    'No figure of an old policy survives any interleaving',
    test('test/hosts/policy-watch.test.ts'),
  ),
  entry(
    'Excel 忙或暂时不可用',
    'Excel is busy or out of reach',
    'docs application-specific-api-error-handling',
    '间隔重试，写入用绝对位置',
    'Retried with pauses; writes name absolute places',
    story('busy at any request'),
  ),
  entry(
    '网页版每个请求和应答限 5 MB',
    '5 MB a request and an answer on the web',
    'docs resource-limits',
    '分页、对半再试；十万行公式操作都在限内',
    'Paged and halved; formula actions over 100,000 rows stay below',
    story('a small limit on every request'),
  ),
  entry(
    '十万行公式操作',
    'Formula actions over 100,000 rows',
    'docs resource-limits',
    '有进度、可取消，失败的副本删除',
    'Progress, a way out, a failed copy is removed',
    test('test/workbook/office/office-formulas.test.ts'),
  ),
  entry(
    '一次读取过多时 values 为 null',
    'values is null above 5,000,000 cells',
    'office-js 6781, 4783',
    '当作太大，减半再读',
    'Taken for too large and halved',
    story('null values above a limit'),
  ),
  entry(
    '超过 512 个合并区域时接口失败',
    'getMergedAreasOrNullObject fails above 512 areas',
    'docs Range',
    '按行对半询问',
    'Asked for in halves of the rows',
    story('more than 512 merged areas'),
  ),
  entry(
    '筛选时成块写入会错位',
    'Block writes under a filter are misplaced',
    'office-js 224',
    '先看、说明、写完恢复筛选',
    'Looked at first, said, and set again',
    story('a filter'),
  ),
  entry(
    '工作表受保护',
    'A protected sheet refuses writes',
    'docs error-handling',
    '分析照常，说明没有标色',
    'The analysis goes on and says that nothing was coloured',
    story('a protected order sheet'),
  ),
  entry(
    '深度隐藏的工作表',
    'Very hidden sheets',
    'docs Worksheet.visibility',
    '不读公式、不改动',
    'Neither read for formulas nor changed',
    story('very hidden sheets'),
  ),
  entry(
    '事件丢失',
    'Events are lost',
    'office-js 420, 3899',
    '定时再看政策表',
    'The policy is looked at again from time to time',
    story('events lost'),
  ),
  entry(
    '事件重复',
    'Events come twice',
    'office-js 420',
    '一次看一遍，结果相同',
    'One look at a time, the same outcome',
    story('events doubled'),
  ),
  entry(
    '事件迟到',
    'Events come late',
    'office-js 3899',
    '到了再看一遍',
    'Looked at when they come',
    story('events late'),
  ),
  entry(
    '合著者同时编辑',
    'A co-author edits meanwhile',
    'docs co-authoring',
    '改动的行重读并说明',
    'Changed rows are read again, and it is said',
    story('a co-author at work'),
  ),
  entry(
    '改名、复制、删除、重算有各自的事件',
    'Renames, copies, deletions and recalculations have events of their own',
    'docs excel-add-ins-events',
    '都听，政策表按表名也能找到',
    'All are heard; the policy is found by its table too',
    test('test/hosts/policy-watch.test.ts'),
  ),
  entry(
    'Office 2021 到 ExcelApi 1.14',
    'Office 2021 has ExcelApi up to 1.14',
    'docs requirement sets',
    '不用更高的接口，或先查再用',
    'Higher members are asked for first or not used',
    story('LTSC 2021'),
  ),
  entry(
    'Office 2024 到 ExcelApi 1.17',
    'Office 2024 has ExcelApi up to 1.17',
    'docs requirement sets',
    '同上',
    'Likewise',
    story('LTSC 2024'),
  ),
  entry(
    '网页版',
    'Excel on the web',
    'docs requirement sets',
    '同一套流程',
    'The same story',
    story('Excel on the web'),
  ),
  entry(
    'Mac 版',
    'Excel on Mac',
    'docs requirement sets',
    '同一套流程',
    'The same story',
    story('Mac'),
  ),
  entry(
    '撤销分组在网页版会失败',
    'mergeUndoGroup fails on the web',
    'office-js 6711, 6491',
    '不分组重做一遍，并说明',
    'Done again without a group, and said',
    story('no undo groups'),
  ),
  entry(
    '网络慢时 Office.onReady 很久才回',
    'Office.onReady is slow on slow lines',
    'office-js 418, 1317, 3330, 4532',
    '等待并说明，从不显示示例数字',
    'Waits and says so; never shows sample figures',
    test('test/hosts/office-ready.test.ts'),
  ),
  entry(
    'office.js 被拦截',
    'office.js is blocked',
    'docs initialize-add-in',
    '说明没有连上，不显示数字',
    'Says that Excel was not reached, shows no figure',
    test('test/hosts/office-ready.test.ts'),
  ),
  entry(
    '网页面板不能用剪贴板接口',
    'The Clipboard API is closed to web panes',
    'office-js 1991, 2513',
    '退回旧方法，仍失败则说明',
    'The old way; says so if that fails too',
    test('test/taskpane/part.test.tsx'),
  ),
  entry(
    '代码块加载失败',
    'A chunk cannot be loaded',
    'webpack',
    '其余照常，可重试',
    'The rest goes on; it can be tried again',
    test('test/taskpane/part.test.tsx'),
  ),
  entry(
    '语言替换只对一个地区有效',
    'An override counts for one locale only',
    'docs localization',
    '每个英语地区都有替换',
    'English of every region has its own',
    test('test/architecture/manifest.test.ts'),
  ),
  entry(
    '无前缀的函数名',
    'Function names without a prefix',
    'office-js 5511, 4195',
    '清单里没有 Namespace',
    'The manifest has no Namespace',
    real(1),
  ),
  entry(
    '生成的工作簿里公式自动绑定',
    'Formulas of a generated workbook bind',
    'office-js 2568',
    '与 Excel 自己写的文件同形',
    'The same shape as files that Excel wrote',
    real(2),
  ),
  entry(
    '空单元格到底传成什么',
    'What an empty cell really arrives as',
    'office-js 5262',
    '两种都对',
    'Right either way',
    real(3),
  ),
  entry(
    '数组里的错误在旧版整体变成 #VALUE!',
    'Errors inside arrays turn the whole into #VALUE! on old builds',
    'office-js 2174',
    '整体是错误，绝不会是数字；各版本需实测',
    'The whole is an error then, never a figure; to be seen on each build',
    real(4),
  ),
  entry(
    'Office 2021 在 allowErrorForDataTypeAny 下崩溃的报告',
    'A crash of LTSC 2021 reported with allowErrorForDataTypeAny',
    'office-js 4385',
    '没有同时打开自定义数据；REBATE_RADAR_EXCEL=ltsc2021 的构建连它也不打开',
    'Custom data is not switched on beside it; a build with REBATE_RADAR_EXCEL=ltsc2021 ' +
      'leaves it out, too',
    real(5),
  ),
  entry(
    '首次点功能区没有反应',
    'The first ribbon click does nothing',
    'office-js 5176, 3378',
    '脚本一运行就登记命令，早到的点击等就绪后执行',
    'Commands are taken as the script runs; an early click is worked off once Excel is ready',
    real(6),
  ),
  entry(
    'createWorkbook 冻结功能区',
    'createWorkbook freezes the ribbon',
    'office-js 6531, 6763',
    '功能区命令从不调用它；失败会说明并给出下载地址',
    'No ribbon command calls it; a failure is said, with an address to download from',
    real(7),
  ),
  entry(
    '可见性事件不来',
    'The visibility event does not come',
    'docs show-hide-add-in',
    '点过面板就当作看得见',
    'A pane that was clicked is taken for visible',
    real(8),
  ),
  entry(
    '随工作簿启动',
    'Loading with the workbook',
    'docs run-code-on-document-open',
    '公式用到本工作簿政策后登记，可关闭',
    'Set once formulas use the workbook’s policy; can be turned off',
    real(9),
  ),
  entry(
    '由模板新建时打开面板',
    'The pane opens on “new from template”',
    'docs automatically-open-a-task-pane',
    '模板里写好设置',
    'The template carries the setting',
    real(10),
  ),
];
