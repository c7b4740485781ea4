import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { LedgerFact } from '#domain/ledger/ledger.facts.ts';
import type { ArgumentName, FunctionFact, OrderFigure } from '#facts/functions.ts';
import type { SummaryColumn } from '#facts/functions.ts';
import { day, yuan } from '../format.ts';
import { type Sentences, sentenceOf } from '../sentences.ts';
import { compliance } from './compliance.ts';
import { decision } from './decision.ts';
import { forecast } from './forecast.ts';
import { ledger } from './ledger.ts';
import { policy } from './policy.ts';

/** How a 0 is written where an empty cell would be taken for it. */
const zeroOf = (column: PolicyColumn): string =>
  column === 'taxRate' ? '0%' : column === 'clawback' ? '0月' : '否';

/** 参数在 Excel 里显示的名称。 */
export const argumentNames: Readonly<Record<ArgumentName, string>> = {
  sales: '销售额',
  item: '返点项',
  policy: '政策',
  date: '日期',
  tier_sales: '定档销售额',
  items: '返点项列',
  committed: '已定销售额',
  deals: '商机金额',
  probabilities: '成交概率',
  costs: '提前成本',
  tier: '档位',
  product: '产品',
  catalog: '产品目录',
  period: '周期',
  year_start: '年度起始月',
  text: '金额文本',
  orders: '订单区域',
  as_of: '截至日期',
  figure: '指标名',
  facts: '指标表',
};

const list = (names: readonly string[]): string => names.join('、');
const name = (argument: ArgumentName): string => `“${argumentNames[argument]}”`;

const aboutOrders: Sentences<LedgerFact> = { ...compliance, ...ledger };

export const functions: Sentences<FunctionFact> = {
  'functions.argument-missing': ({ argument }) =>
    `缺少参数${name(argument)}，请填一个单元格或区域。`,
  'functions.one-cell': ({ argument, shape }) =>
    `${name(argument)}只能是一个单元格，现在是 ${shape} 的区域；请逐格填写公式。`,
  'functions.shapes-differ': ({ first, firstShape, second, secondShape }) =>
    `${name(first)}是 ${firstShape}，${name(second)}是 ${secondShape}，行列数不一致；` +
    '请选同样大小的区域。',
  'functions.cell-error': ({ argument, text }) =>
    `${name(argument)}里的单元格是错误值 ${text}，请先修正该单元格。`,
  'functions.zero-or-blank': ({ argument }) =>
    `${name(argument)}里有一个 0，分不清是 0 还是空单元格（Excel 桌面版把空单元格也传成 0）；` +
    '是 0 请写成文本 ' +
    `0${argument === 'probabilities' ? '%' : '元'}，否则请填上数值。`,
  'functions.policy-zero': ({ cell, column }) =>
    `政策 ${cell}：分不清是 0 还是空单元格，而返点取决于它；是 0 请写成文本 ${zeroOf(column)}，` +
    '否则请填上。',
  'functions.policy-cell-error': ({ cell, text }) =>
    `政策 ${cell} 是错误值 ${text}，请先修正该单元格。`,
  'functions.not-an-amount': ({ argument, text }) =>
    `${name(argument)}里的“${text}”不是金额，请写成 58000、58,000.00 或 5.8万。`,
  'functions.amount-open-mark': ({ argument, text }) =>
    `${name(argument)}里的“${text}”分不清小数点和千位分隔，请写成 58000 或 58,000.00。`,
  'functions.amount-open-unit': ({ argument, text }) =>
    `${name(argument)}里的“${text}”看不出单位是元还是万元，请写成 ${text}万 或 ${text}元。`,
  'functions.amount-open-currency': ({ argument, text }) =>
    `${name(argument)}里的“${text}”不是人民币，请先折算成元。`,
  'functions.amount-too-large': ({ argument, text }) =>
    `${name(argument)}里的“${text}”超过一万亿元，无法精确计算；请检查是否把元当成了万元。`,
  'functions.in-row': ({ row, fact }) => `第 ${row} 行：${sentenceOf(functions, fact)}`,
  'functions.no-forecast': ({ fact }) => sentenceOf(forecast, fact),
  'functions.no-decision': ({ fact }) => sentenceOf(decision, fact),
  'functions.not-a-probability': ({ text }) =>
    `成交概率“${text}”不在 0 到 1 之间，请写成 60% 或 0.6。`,
  'functions.not-a-date': ({ text }) => `“${text}”不是日期，请写成 2025-03-31。`,
  'functions.not-a-tier': ({ text, tiers }) => `档位“${text}”不存在，请填 0 到 ${tiers} 的整数。`,
  'functions.not-a-period': ({ text }) => `不认识周期“${text}”，请填 月、季、半年 或 年。`,
  'functions.not-a-month': ({ text }) => `年度起始月“${text}”不对，请填 1 到 12。`,
  'functions.no-policy': () =>
    '工作簿里没有“返点政策”表；请新建该表，或把政策区域（含表头）填进“政策”参数。',
  'functions.policy-not-a-range': () =>
    '“政策”须是带表头的区域，至少有“门槛”“比例”两列和一行档位。',
  'functions.policy-error': ({ cell, fact, errors }) =>
    `政策${cell === '' ? '' : ` ${cell}`}：` +
    `${sentenceOf(policy, fact)}${errors > 1 ? `（共 ${errors} 处错误）` : ''}`,
  'item.needs-orders': ({ component, column }) =>
    `“${component}”写了“${POLICY_HEADERS[column].zh}”，只凭销售额算不出来：请用 ` +
    'REBATE_ORDERS 或 REBATE_SUMMARY。',
  'item.needed': ({ names }) =>
    `政策里有多个返点项，请用“返点项”参数指明是哪一个：${list(names)}。`,
  'item.several': ({ text, names }) => `“${text}”可以指多个，请指明是哪一个：${list(names)}。`,
  'item.unknown': ({ text, names }) => `政策里没有“${text}”，可选：${list(names)}。`,
  'item.unpaid': ({ text, names }) => `政策对“${text}”不返点，有返点的是：${list(names)}。`,
  'item.date-needed': ({ component, from }) =>
    `“${component}”有多个版本（` +
    `${from.map((start) => (start === null ? '最早' : `${day(start)} 起`)).join('、')}），` +
    '请用“日期”参数指明按哪一天计算。',
  'item.not-in-force': ({ day: on }) =>
    `${day(on)} 没有生效的政策，请检查“日期”或政策的生效、失效日期。`,
  'functions.product-unknown': ({ text }) =>
    `产品目录里没有“${text}”，请在目录里加上它或它的别名。`,
  'functions.product-undecided': ({ text }) =>
    `“${text}”归哪一类各家政策不一，请在产品目录里写明它的类别。`,
  'functions.catalog-unreadable': () =>
    '“产品目录”须是带表头的区域，含“产品”“类别”两列，可加“别名”。',
  'functions.own-service': () => '自有服务',
  'functions.order-question': ({ fact }) => sentenceOf(aboutOrders, fact),
  'functions.open-question': () => '这一行有疑问，请在返点雷达面板里回答后再计算。',
  'functions.orders-unread': ({ report }) =>
    report.length === 0
      ? '“订单区域”里没有认出表头，请连同表头一起选中：至少有实付金额，以及订单号或日期。'
      : report.map((fact) => sentenceOf(aboutOrders, fact)).join(''),
  'functions.not-a-figure': ({ text }) =>
    `不认识“${text}”，请填 返点、档位、比例、类别 或 行类型。`,
  'functions.facts-not-a-range': () => '“指标表”须是至少两列的区域：名称、值。',
  'functions.not-a-fact': ({ name: fact, text }) =>
    `指标“${fact}”的值“${text}”不是数字，请写成 0.92 或 92%。`,
  'functions.figure': ({ figure }) => FIGURES[figure],
  'functions.summary-column': ({ column }) => SUMMARY[column],
  'functions.summary-total': () => '合计',
  'functions.summary-beyond': ({ beyond }) =>
    `按已付；与各期之和差 ${yuan(beyond)}：未补付或已追回`,
  'functions.summary-questions': ({ count }) =>
    count === 0 ? '没有待确认的行' : `还有 ${count} 个问题待确认，相应的行没有计入`,
  'functions.policy-cell': ({ row, column }) =>
    column === '' ? `第 ${row} 行` : `第 ${row} 行“${column}”`,
  'functions.line-source': ({ kind, source, cell }) =>
    [LINE[kind], source, cell].filter((part) => part !== '').join(' · '),
};

const FIGURES: Readonly<Record<OrderFigure, string>> = {
  rebate: '返点',
  tier: '档位',
  rate: '比例',
  category: '类别',
  kind: '行类型',
};

const SUMMARY: Readonly<Record<SummaryColumn, string>> = {
  component: '返点项',
  period: '周期',
  sales: '销售额',
  tier: '档位',
  rate: '比例',
  rebate: '返点',
  nextThreshold: '下一档门槛',
  gap: '差额',
  gain: '多返',
  cushion: '余量',
};

const LINE: Readonly<
  Record<Extract<FunctionFact, { code: 'functions.line-source' }>['kind'], string>
> = {
  rate: '',
  bonus: '奖励',
  floor: '保底',
  cap: '封顶',
  stacking: '取高',
  gate: '前提未满足',
  rounding: '舍入',
  'group-cap': '总封顶',
  'top-up': '补足',
  'claw-back': '按原单追回',
};
